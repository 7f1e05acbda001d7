"""Late rows: what the rows of a long scorecard table show besides their figures, for the script that adds it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from typing import Any

from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.value_class import dataclass
from bsc_site.render.views.kpi_views.scorecard_filters import RowTokens
from bsc_site.render.views.kpi_views.scorecard_order import objectives_of, places_of, worst_first
from bsc_site.render.views.parts.kpi_tables import course_of
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.parts.table_figures import figures_of

WHOLE = 40
"""So many rows stand in the page with all that they show; those below come with their words and figures."""


@dataclass(frozen=True, slots=True)
class _SharedTexts:
    """Texts that many rows share, and the place of each."""

    places: dict[str, int] = field(default_factory=dict)

    def place(self, text: str) -> int:
        return self.places.setdefault(text, len(self.places))


def late_rows(here: Standpoint) -> dict[str, Any]:
    """`rows`, from the one after the last whole row on: places, tokens, the place of its objectives among the
    `objectives` and of its owner's page among the `owners`, its gap, the arrow of its trend, the paths of its course.
    """  # noqa: D205  # the form of the file
    found = [here.assessment.kpis[each] for each in here.seen(here.card.kpis)]
    tokens, places, objectives, owners = RowTokens(here, found), places_of(found), _SharedTexts(), _SharedTexts()
    names = objectives_of(here.card)

    def row(each: KpiAssessment) -> list[Any]:
        kpi = each.kpi
        about, owner = objectives.place(names.get(kpi.id, "")), owners.place(str(here.person(kpi.owner).href))
        shown = here.rows(
            "late", each, here.id, lambda: [figures_of(each).bar, here.trend(each).arrow, course_of(each)]
        )
        return [places[kpi.id], tokens.of(each), about, owner, *shown]

    rows = [row(each) for each in _late(found)]
    return {"rows": rows, "objectives": [*objectives.places], "owners": [*owners.places]}


def _late(found: Sequence[KpiAssessment]) -> Sequence[KpiAssessment]:
    return worst_first(found)[WHOLE:]


def has_late_rows(here: Standpoint) -> bool:
    """Whether the table of this scorecard is so long that not all of its rows are whole."""
    return len(here.seen(here.card.kpis)) > WHOLE
