"""The scorecard table: every KPI of a scorecard in one row, the worst first, and what it can be narrowed to."""

from __future__ import annotations

from markupsafe import Markup

from bsc_site.model.value_class import dataclass
from bsc_site.render.text import own
from bsc_site.render.views.kpi_views.scorecard_filters import Filters, RowTokens
from bsc_site.render.views.kpi_views.scorecard_order import places_of, worst_first
from bsc_site.render.views.parts.kpi_tables import KpiRow, conclusion_of, kpi_table
from bsc_site.render.views.parts.page_parts import Frame, Link, ScoreMark, StatusMark
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.wording.figures import date_text
from bsc_site.wording.language import say, say_count

PART = 40
WHAT_IF = "what-if.js"


@dataclass(frozen=True, slots=True)
class ScorecardRow:
    """A KPI with its places in every column, and the tokens by which it is filtered."""

    row: KpiRow
    places: Markup
    tokens: Markup


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
    parts: tuple[tuple[ScorecardRow, ...], ...]
    """The rows in parts, so that a browser can leave those be that are not in sight."""
    bands: tuple[Band, ...]
    filters: Filters
    legend: tuple[StatusMark, ...]
    id: str
    what_if: str
    """The file, beside the page, with what it takes to rate and roll up other values of the scorecard with this id."""


def scorecard_view(here: Standpoint) -> ScorecardView:
    """The table of the scorecard."""
    title = say("Scorecard: {scorecard}", scorecard=here.card.scorecard.title)
    found = [here.assessment.kpis[each] for each in here.seen(here.card.kpis)]
    day, tokens, places = date_text(here.assessment.as_of), RowTokens(here, found), places_of(found)
    worst = worst_first(found)
    table = kpi_table(here, [each.kpi.id for each in worst], _objectives(here))
    rows = tuple(
        ScorecardRow(row, places[each.kpi.id], tokens.of(each)) for each, row in zip(worst, table.rows, strict=True)
    )
    return ScorecardView(
        title=title,
        frame=here.frame(title),
        conclusion=conclusion_of(here, here.card.kpis),
        caption=say_count("{count} KPI as of {day}", "{count} KPIs as of {day}", len(found), day=day),
        period=table.period,
        parts=tuple(rows[start : start + PART] for start in range(0, len(rows), PART)),
        bands=_bands(here),
        filters=tokens.filters(),
        legend=here.legend(),
        id=here.id,
        what_if=WHAT_IF,
    )


def _objectives(here: Standpoint) -> dict[str, str]:
    """KPI to the names of the objectives that it tells about."""
    names: dict[str, list[str]] = {}
    for each in here.card.objectives.values():
        for kpi in each.kpis:
            names.setdefault(kpi, []).append(each.objective.name)
    return {kpi: ", ".join(each) for kpi, each in names.items()}


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
