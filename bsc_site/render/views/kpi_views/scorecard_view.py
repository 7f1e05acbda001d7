"""The scorecard table: every KPI of a scorecard in one row, the worst first, and what it can be narrowed to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from markupsafe import Markup

from bsc_site.model.kept_fields import score_withheld
from bsc_site.model.value_class import dataclass
from bsc_site.render.text import own
from bsc_site.render.views.kpi_views.late_rows import WHOLE, has_late_rows
from bsc_site.render.views.kpi_views.scorecard_filters import Filters, RowTokens
from bsc_site.render.views.kpi_views.scorecard_order import objectives_of, places_of, worst_first
from bsc_site.render.views.parts.kpi_tables import KpiRow, conclusion_of, kpi_table
from bsc_site.render.views.parts.page_parts import Frame, Link, ScoreMark, StatusMark
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.wording.figures import date_text
from bsc_site.wording.language import say, say_count

WHAT_IF = "what-if.js"
LATE_ROWS = "rows.js"


@dataclass(frozen=True, slots=True)
class ScorecardRow:
    """A KPI with its places in every column, and the tokens by which it is filtered."""

    row: KpiRow
    places: Markup
    tokens: Markup


@dataclass(frozen=True, slots=True)
class LatePart:
    """Rows of one status, of which the script of the table adds course, gap and objective."""

    shape: Markup
    rows: tuple[KpiRow, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """A perspective as the heading of its KPIs, and the token that their rows carry."""

    link: Link
    token: Markup
    standing: ScoreMark | None


@dataclass(frozen=True, slots=True)
class ScorecardView:
    """Everything that `scorecard.md.jinja` shows."""

    title: str
    frame: Frame
    conclusion: str
    caption: str
    period: str
    rows: tuple[ScorecardRow, ...]
    """The first rows, with all that they show."""
    late: tuple[LatePart, ...]
    """Those below with words and figures, in parts so that a browser can leave those be that are not in sight."""
    late_rows: str
    """The file, beside the page, with what else these show; empty where there are none."""
    bands: tuple[Band, ...]
    filters: Filters
    legend: tuple[StatusMark, ...]
    id: str
    what_if: str
    """The file, beside the page, with what it takes to rate and roll up other values of the scorecard with this id;
    empty where scores are for fewer readers."""


def scorecard_view(here: Standpoint) -> ScorecardView:
    """The table of the scorecard."""
    title = say("Scorecard: {scorecard}", scorecard=here.card.scorecard.title)
    found = [here.assessment.kpis[each] for each in here.seen(here.card.kpis)]
    day, tokens, places = date_text(here.assessment.as_of), RowTokens(here, found), places_of(found)
    worst = worst_first(found)
    table = kpi_table(here, [each.kpi.id for each in worst], objectives_of(here.card))
    rows = tuple(
        ScorecardRow(row, places[each.kpi.id], tokens.of(each)) for each, row in zip(worst, table.rows, strict=True)
    )
    return ScorecardView(
        title=title,
        frame=here.frame(title),
        conclusion=conclusion_of(here, here.card.kpis),
        caption=say_count("{count} KPI as of {day}", "{count} KPIs as of {day}", len(found), day=day),
        period=table.period,
        rows=rows[:WHOLE],
        late=tuple(_late_parts(rows[WHOLE:])),
        late_rows=LATE_ROWS if has_late_rows(here) else "",
        bands=_bands(here),
        filters=tokens.filters(),
        legend=here.legend(),
        id=here.id,
        what_if="" if score_withheld(here.card.scorecard) else WHAT_IF,
    )


def _late_parts(rows: Sequence[ScorecardRow]) -> Iterator[LatePart]:
    """Rows of one status that follow each other, which so need not say it themselves."""
    for shape, alike in groupby(rows, key=lambda each: each.row.status.shape):
        listed = [each.row for each in alike]
        yield from (LatePart(shape, tuple(listed[at : at + WHOLE])) for at in range(0, len(listed), WHOLE))


def _bands(here: Standpoint) -> tuple[Band, ...]:
    """One for each perspective, and one for what belongs to none."""
    listed = {kpi for each in here.card.objectives.values() for kpi in each.kpis}
    perspectives = here.card.perspectives
    bands = [
        Band(here.perspective(each), own(f"p{place}"), here.standing(found.standing))
        for place, (each, found) in enumerate(perspectives.items())
    ]
    if any(each not in listed for each in here.seen(here.card.kpis)):
        bands.append(Band(Link(say("In no objective")), own(f"p{len(perspectives)}"), None))
    return tuple(bands)
