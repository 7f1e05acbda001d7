"""Past files: what the page of how a scorecard stood shows of one period, as a script that loads from a disk too."""

from __future__ import annotations

import json

from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.render.addresses import Addresses
from bsc_site.render.pages.past_rows import past_rows
from bsc_site.render.pages.register import BY_NAME
from bsc_site.render.views.overview.past_view import DATA
from bsc_site.render.views.parts.standpoint import Standpoint


def past_files(assessment: Assessment) -> dict[str, bytes]:
    """`scorecard/as-of/past.js` of every scorecard that has a past: `window.bscPast = {corporate: ..}`."""
    addresses = Addresses(assessment.project)
    files: dict[str, bytes] = {}
    for id_, card in assessment.scorecards.items():
        address = addresses.overview(id_, BY_NAME["past"].folder)
        if assessment.past.get(id_):
            told = past_rows(Standpoint(assessment, addresses, card, address, BY_NAME))
            text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
            files[f"{address}{DATA}"] = f"(window.bscPast ??= {{}})[{json.dumps(id_)}] = {text};\n".encode()
    return files
