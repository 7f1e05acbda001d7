"""The shape of a table: tidy, with a period in each row, or with a column for each period; and the KPIs in it."""

from __future__ import annotations

from collections.abc import Iterable

from bsc_site.load.layouts.known_layouts import LAYOUTS
from bsc_site.load.proposals.column_look import texts_of
from bsc_site.load.proposals.layout_shape import layout_proposal, with_its_layout
from bsc_site.load.proposals.long_shape import long_proposal
from bsc_site.load.proposals.openings import OpenedTable
from bsc_site.load.proposals.proposed import Proposal, ProposedKpi
from bsc_site.load.proposals.wide_shape import period_headings, wide_proposal, year_proposal
from bsc_site.load.tables.headings import find_column

_SEVERAL = 2


def proposal_for(opened: OpenedTable) -> Proposal:
    """What a table may hold, and the questions that only a person can answer."""
    layout = LAYOUTS.get(str(opened.keys.get("layout")))
    known = layout_proposal(opened, layout) if layout else None
    period = layout.period(opened.table.headings) if layout else None
    return with_its_layout(known or _by_its_look(opened, period), opened)


def _by_its_look(opened: OpenedTable, period: str | None) -> Proposal:
    if period:
        return long_proposal(opened.table, opened.looks, period)
    tidy = _tidy(opened)
    if tidy is not None:
        return tidy
    years = year_proposal(opened.table, opened.looks)
    if years is not None:
        return years
    across = period_headings(opened.table)
    dated = any(look.is_period for look in opened.looks)
    if len(across) >= (_SEVERAL if dated else 1):
        return wide_proposal(opened.table, opened.looks, across)
    return long_proposal(opened.table, opened.looks)


def _tidy(opened: OpenedTable) -> Proposal | None:
    """The KPIs that a file without any source names in its rows; None for any other file."""
    headings = opened.table.headings
    kpi = find_column(headings, "kpi")
    period = find_column(headings, "period")
    figures = any(find_column(headings, name) is not None for name in ("value", "numerator"))
    if kpi is None or not ((period is not None and figures) or (period is None and period_headings(opened.table))):
        return None
    cells: Iterable[object] = next((look.cells for look in opened.looks if look.position == kpi), ())
    named = [text for text in texts_of(cells) if text]  # type: ignore[arg-type]  # cells of a table
    frequency = {}
    if period is not None:
        look = next(look for look in opened.looks if look.position == period)
        ranks = {found.frequency for found in look.periods.values()}
        frequency = {"frequency": min(ranks, key=lambda each: each.rank).value} if len(ranks) == 1 else {}
    return Proposal(tuple(ProposedKpi(name, {}, frequency) for name in named), tidy=True)
