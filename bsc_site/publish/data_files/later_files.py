"""Later files: what a page loads when somebody asks for it, as scripts, which load from a disk too."""

from __future__ import annotations

import json
from collections.abc import Mapping

from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.render.addresses import Addresses
from bsc_site.render.charts.grammar.chart import Chart
from bsc_site.render.charts.live_data import live_file
from bsc_site.render.matter.site_part import SitePart, cards_of
from bsc_site.render.pages.past_rows import past_rows
from bsc_site.render.pages.register import BY_NAME
from bsc_site.render.views.kpi_views.late_rows import has_late_rows, late_rows
from bsc_site.render.views.kpi_views.scorecard_view import LATE_ROWS, WHAT_IF
from bsc_site.render.views.overview.past_view import DATA
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.what_if.what_if_content import what_if_content


def later_files(assessment: Assessment, part: SitePart | None = None) -> dict[str, bytes]:
    """Of every scorecard of the part: `scorecard/what-if.js`, `rows.js` where its table is long, `as-of/past.js`.

    Each puts its content under the scorecard's id: `window.bscWhatIfContent = {corporate: ..}`, `window.bscPast` alike.
    """
    files: dict[str, bytes] = {}
    for id_ in (card.scorecard.id for card in cards_of(assessment, part)):
        here = _at(assessment, id_, "scorecard")
        kpis = [assessment.kpis[each] for each in here.seen(here.card.kpis)]
        files[f"{here.address}{WHAT_IF}"] = _script("bscWhatIfContent", id_, what_if_content(here, kpis))
        if has_late_rows(here):
            files[f"{here.address}{LATE_ROWS}"] = _script("bscKpiRows", id_, late_rows(here))
        if assessment.past.get(id_):
            there = _at(assessment, id_, "past")
            files[f"{there.address}{DATA}"] = _script("bscPast", id_, past_rows(there))
    return files


def chart_files(charts: Mapping[str, Chart]) -> dict[str, bytes]:
    """What brings the charts of overview pages to life; that of a KPI comes with its page."""
    files = (live_file(key, charts[key]) for key in charts if not key.startswith("kpi/"))
    return {path: text.encode() for path, text in files}


def _at(assessment: Assessment, scorecard: str, page: str) -> Standpoint:
    addresses = Addresses(assessment.project)
    address = addresses.overview(scorecard, BY_NAME[page].folder)
    return Standpoint(assessment, addresses, assessment.scorecards[scorecard], address, BY_NAME)


def _script(name: str, scorecard: str, content: object) -> bytes:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return f"(window.{name} ??= {{}})[{json.dumps(scorecard)}] = {text};\n".encode()
