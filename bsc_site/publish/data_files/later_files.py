"""Later files: what a page loads when somebody asks for it, as scripts, which load from a disk too."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial

from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.kept_fields import score_withheld
from bsc_site.render.addresses import Addresses
from bsc_site.render.charts.grammar.chart import Chart
from bsc_site.render.charts.live_data import live_file, live_path
from bsc_site.render.matter.row_making import RowMaking, made_now
from bsc_site.render.matter.site_part import SitePart, cards_of
from bsc_site.render.pages.past_rows import past_rows
from bsc_site.render.pages.register import BY_NAME
from bsc_site.render.views.kpi_views.late_rows import has_late_rows, late_rows
from bsc_site.render.views.kpi_views.scorecard_view import LATE_ROWS, WHAT_IF
from bsc_site.render.views.overview.past_view import DATA
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.what_if.what_if_content import what_if_content


def later_files(assessment: Assessment, part: SitePart | None = None, rows: RowMaking = made_now) -> dict[str, bytes]:
    """Of every scorecard of the part: `scorecard/what-if.js`, `rows.js` where its table is long, `as-of/past.js`.

    Each puts its content under the scorecard's id: `window.bscWhatIfContent = {corporate: ..}`, `window.bscPast` alike.
    """
    files: dict[str, bytes] = {}
    for id_ in (card.scorecard.id for card in cards_of(assessment, part)):
        here = _at(assessment, id_, "scorecard", rows)
        kpis = [assessment.kpis[each] for each in here.seen(here.card.kpis)]
        if not score_withheld(here.card.scorecard):
            files[f"{here.address}{WHAT_IF}"] = _script("bscWhatIfContent", id_, what_if_content(here, kpis))
        if has_late_rows(here):
            files[f"{here.address}{LATE_ROWS}"] = _script("bscKpiRows", id_, late_rows(here))
        if assessment.past.get(id_):
            there = _at(assessment, id_, "past", rows)
            files[f"{there.address}{DATA}"] = _script("bscPast", id_, past_rows(there))
    return files


def chart_files(charts: Mapping[str, Chart], known: Callable[[str, str, Callable[[], str]], str]) -> dict[str, bytes]:
    """What brings the charts of overview pages to life, made now or `known`; that of a KPI comes with its page."""
    keys = [each for each in charts if not each.startswith("kpi/")]
    return {live_path(key): known("live", key, partial(_live_text, key, charts)).encode() for key in keys}


def _live_text(key: str, charts: Mapping[str, Chart]) -> str:
    return live_file(key, charts[key])[1]


def _at(assessment: Assessment, scorecard: str, page: str, rows: RowMaking) -> Standpoint:
    addresses = Addresses(assessment.project)
    address = addresses.overview(scorecard, BY_NAME[page].folder)
    return Standpoint(assessment, addresses, assessment.scorecards[scorecard], address, BY_NAME, rows=rows)


def _script(name: str, scorecard: str, content: object) -> bytes:
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return f"(window.{name} ??= {{}})[{json.dumps(scorecard)}] = {text};\n".encode()
