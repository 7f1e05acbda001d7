"""The heat map: the status of every KPI over its latest periods, one table per frequency."""

from __future__ import annotations

from collections import Counter

from markupsafe import Markup

from bsc_site.model.concluded.assessment import KpiAssessment, Point
from bsc_site.model.period import Frequency, Period
from bsc_site.model.value_class import dataclass
from bsc_site.render.text import own
from bsc_site.render.views.parts.kpi_tables import conclusion_of
from bsc_site.render.views.parts.page_parts import Frame, Link, StatusMark
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.parts.table_figures import bare, unit_beside
from bsc_site.render.views.parts.value_sentences import value_text
from bsc_site.wording.figures import month_name, period_text
from bsc_site.wording.language import noted, say, told

PERIODS = 15
PART = 20
SHORTEST_CELL = 5
ON_A_DESK = 9
"""Characters of a figure that fit into one of the columns on a desk."""
_PAPER = ((PERIODS, 9), (12, 12), (9, 16), (6, 24))
"""How many columns fit on paper, and the characters of the longest figure up to which they do."""
_TITLES = {
    Frequency.DAILY: noted("Daily KPIs"),
    Frequency.WEEKLY: noted("Weekly KPIs"),
    Frequency.MONTHLY: noted("Monthly KPIs"),
    Frequency.QUARTERLY: noted("Quarterly KPIs"),
    Frequency.HALF_YEARLY: noted("Half-yearly KPIs"),
    Frequency.YEARLY: noted("Yearly KPIs"),
}
_CAPTIONS = {
    Frequency.DAILY: noted("Daily KPIs: status by day, the latest {count}, the newest first"),
    Frequency.WEEKLY: noted("Weekly KPIs: status by week, the latest {count}, the newest first"),
    Frequency.MONTHLY: noted("Monthly KPIs: status by month, the latest {count}, the newest first"),
    Frequency.QUARTERLY: noted("Quarterly KPIs: status by quarter, the latest {count}, the newest first"),
    Frequency.HALF_YEARLY: noted("Half-yearly KPIs: status by half-year, the latest {count}, the newest first"),
    Frequency.YEARLY: noted("Yearly KPIs: status by year, the latest {count}, the newest first"),
}


@dataclass(frozen=True, slots=True)
class HeatCell:
    """One KPI in one period; without `value` where there is no figure, without `shape` where it is that of the row.

    `word` only where the shape alone does not tell which status it is; every other word the style of the table holds.
    """

    shape: Markup
    value: str
    word: str = ""


NO_FIGURE = HeatCell(own(""), "")


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One KPI over the periods of its table, the newest first; `shape` is that of most of its cells."""

    link: Link
    unit: str
    shape: Markup
    cells: tuple[HeatCell, ...]


@dataclass(frozen=True, slots=True)
class HeatHeading:
    """One period: short for the column, in full for screen readers."""

    short: str
    full: str


@dataclass(frozen=True, slots=True)
class HeatTable:
    """The KPIs of one frequency.

    `wide` says that it is wider than a page on a desk; `paper` how many of its periods fit on paper, empty for all,
    and `paper_note` says so.
    """

    caption: str
    periods: tuple[HeatHeading, ...]
    parts: tuple[tuple[HeatRow, ...], ...]
    style: str
    wide: bool
    paper: str
    paper_note: str


@dataclass(frozen=True, slots=True)
class HeatmapView:
    """Everything that `heatmap.md.jinja` shows."""

    title: str
    frame: Frame
    conclusion: str
    tables: tuple[HeatTable, ...]
    legend: tuple[StatusMark, ...]


def heatmap_view(here: Standpoint) -> HeatmapView:
    """The heat map of the scorecard; a frequency without KPIs has no table."""
    title = say("Heat map: {scorecard}", scorecard=here.card.scorecard.title)
    found = [here.assessment.kpis[each] for each in here.seen(here.card.kpis)]
    groups = ((each, [one for one in found if one.kpi.frequency is each]) for each in Frequency)
    tables = tuple(_table(here, frequency, group) for frequency, group in groups if group)
    conclusion = conclusion_of(here, here.card.kpis)
    return HeatmapView(title, here.frame(title), conclusion, tables, here.legend())


def _table(here: Standpoint, frequency: Frequency, group: list[KpiAssessment]) -> HeatTable:
    seen = [each.points[-1].period for each in group if each.points]
    latest = max(seen, key=lambda each: each.ordinal, default=None)
    periods = tuple(latest.shift(-step) for step in range(PERIODS)) if latest else ()
    caption = say("{table}: no figures yet", table=told(_TITLES[frequency]))
    if periods:
        caption = told(_CAPTIONS[frequency], count=PERIODS)
    rows = [_row(here, each, periods) for each in group]
    longest = max((len(cell.value) for row in rows for cell in row.cells), default=0)
    paper = _on_paper(longest)
    note = say("On paper the newest {count} of {all} periods.", count=paper, all=PERIODS)
    return HeatTable(
        caption=caption,
        periods=tuple(_heading(each) for each in periods),
        parts=tuple(tuple(rows[start : start + PART]) for start in range(0, len(rows), PART)),
        style=f"--periods:{len(periods)};--cell:{max(longest, SHORTEST_CELL)};{_words(here)}",
        wide=longest > ON_A_DESK,
        paper=str(paper) if paper < PERIODS else "",
        paper_note=note if paper < PERIODS else "",
    )


def _on_paper(longest: int) -> int:
    """How many columns of that many characters fit beside the names on a sheet of A4, turned sideways."""
    return next((count for count, characters in _PAPER if longest <= characters), _PAPER[-1][0])


def _words(here: Standpoint) -> str:
    """The word of each shape as a variable of a style sheet, from which screen readers hear it."""
    words = {each.shape: _css_string(each.word) for each in here.legend()}
    return ";".join(f"--word-{shape}:{word}" for shape, word in words.items())


def _css_string(text: str) -> str:
    plain = " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"'


def _heading(period: Period) -> HeatHeading:
    full = period_text(period)
    if period.frequency is Frequency.MONTHLY:
        return HeatHeading(f"{month_name(period.start)} {period.start.year % 100:02d}", full)
    if period.frequency is Frequency.WEEKLY:
        return HeatHeading(say("W{week}", week=period.start.isocalendar().week), full)
    if period.frequency is Frequency.DAILY:
        return HeatHeading(f"{period.start.day} {month_name(period.start)}", full)
    return HeatHeading(full, full)


def _row(here: Standpoint, found: KpiAssessment, periods: tuple[Period, ...]) -> HeatRow:
    about = (here.id, *map(str, periods))
    shape, cells = here.rows("heat", found, about, lambda: _shape_and_cells(here, found, periods))
    shown = tuple(HeatCell(own(shape), *texts) for shape, *texts in cells)
    return HeatRow(here.kpi(found.kpi.id), unit_beside(found.kpi), own(shape), shown)


def _shape_and_cells(
    here: Standpoint, found: KpiAssessment, periods: tuple[Period, ...]
) -> tuple[str, list[tuple[str, str, str]]]:
    """The shape of most of the cells; shape, value and word of each."""
    points = {each.period.ordinal: each for each in found.points[-3 * PERIODS :]}
    shapes = Counter(each.shape for each in here.legend())
    cells = tuple(
        _cell(here.status(point.status, point.score), _value(found, point), shapes)
        if (point := points.get(each.ordinal))
        else NO_FIGURE
        for each in periods
    )
    usual = Counter(each.shape for each in cells if each.value).most_common(1)
    shape = usual[0][0] if usual else NO_FIGURE.shape
    return str(shape), [("" if each.shape == shape else str(each.shape), each.value, each.word) for each in cells]


def _cell(mark: StatusMark, value: str, shapes: Counter[Markup]) -> HeatCell:
    return HeatCell(mark.shape, value, "" if shapes[mark.shape] == 1 else mark.word)


def _value(found: KpiAssessment, point: Point) -> str:
    """The value without its unit, which stands once at the beginning of the row."""
    return bare(value_text(found.kpi, point.value), found.kpi.unit)
