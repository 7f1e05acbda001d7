"""What-if content: all that a browser needs to rate other values of the KPIs and to roll them up."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.declared.kpi import ManualStatus
from bsc_site.model.fields import weight_at
from bsc_site.model.kept_fields import score_withheld
from bsc_site.model.vocabularies import Status
from bsc_site.render.status_shapes import STATUS_SHAPES, STRONG_SHAPES
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.parts.value_sentences import value_text
from bsc_site.render.views.what_if.rating_terms import NO_TERMS, Terms, rating_terms
from bsc_site.wording.language import number_signs
from bsc_site.wording.status_text import stands_out


def what_if_content(here: Standpoint, kpis: Sequence[KpiAssessment]) -> dict[str, Any]:
    """Of these KPIs, in this order, and of everything that is rolled up from them.

    `kpis`: value, terms of rating, target; status and score where there are no terms. `named`: what they are called
    and their value in words. `rows`: perspectives with their objectives, whose KPIs go by their place. `statuses`: what
    has this status and at least this score is shown by this shape and word; the path of the shape on the map. `signs`:
    those of numbers, where they are not the English ones.
    """
    card = here.card.scorecard
    rows = [here.rows("what-if", each, here.id, partial(_row, here, each)) for each in kpis]
    return {
        "kpis": [told[0] for told in rows],
        "named": [told[1] for told in rows],
        "rollup": card.rollup.value,
        "least": card.min_coverage,
        "rows": _rows(here, {each.kpi.id: place for place, each in enumerate(kpis)}),
        "amber": here.names.scale.amber,
        "statuses": _statuses(here),
        **({} if number_signs() == _ENGLISH else {"signs": number_signs()}),
    }


_ENGLISH = (",", ".")
"""What parts thousands and what stands before decimals where nothing is said of it."""


def are_tried(here: Standpoint, kpis: Sequence[KpiAssessment]) -> bool:
    """Whether other values of one of these KPIs can be rated, and what is rolled up from them is for these readers."""
    return not score_withheld(here.card.scorecard) and any(_terms(here, each) for each in kpis)


def _terms(here: Standpoint, found: KpiAssessment) -> Terms:
    rated = found.by_hand is None and found.scorecard == here.id
    return rating_terms(found, here.names.scale) if rated else NO_TERMS


def _row(here: Standpoint, found: KpiAssessment) -> list[Any]:
    return [_kpi(here, found), _named(found)]


def _named(found: KpiAssessment) -> list[str]:
    return [found.kpi.name, value_text(found.kpi, found.current.value) if found.current else ""]


def _kpi(here: Standpoint, found: KpiAssessment) -> list[Any]:
    """Another value is rated where its method can be told in figures, and nobody set the status by hand.

    Then status and score follow from value and terms, and stand here only where they do not.
    """
    terms, now = _terms(here, found), found.current
    target = now.expected.target if now else None
    mark = [] if terms else [found.status.value, found.score]
    return [now.value if now else None, list(terms), target, *mark]


def _rows(here: Standpoint, places: dict[str, int]) -> list[Any]:
    day, rows = here.assessment.as_of, []
    for found in here.card.perspectives.values():
        row, objectives = found.perspective, []
        for each in found.objectives:
            inside = here.card.objectives[each]
            goal = inside.objective
            members = [
                [places[kpi], weight_at(here.assessment.kpis[kpi].kpi.weight, day)]
                for kpi in inside.kpis
                if kpi in places
            ]
            by_hand = _by_hand(here, goal.manual_status)
            weight = weight_at(goal.weight, day)
            objectives.append([goal.name, weight, goal.rollup.value, goal.min_coverage, members, by_hand, goal.id])
        rows.append([row.name, weight_at(row.weight, day), row.rollup.value, row.min_coverage, objectives])
    return rows


def _by_hand(here: Standpoint, manual: ManualStatus | None) -> list[Any] | None:
    """The status and the score that people set for an objective, where that has not run out."""
    if manual is None or here.assessment.as_of > manual.until.end:
        return None
    return [here.names.scale.within(Status(manual.status)).value, manual.score]


def _statuses(here: Standpoint) -> list[Any]:
    known = here.names.scale.lowest_scores
    found = []
    for status in Status:
        for score in known.get(status, (None,)):
            mark = here.status(status, score)
            shapes = STRONG_SHAPES if stands_out(here.names, status, score) else STATUS_SHAPES
            found.append([status.value, score or 0, mark.shape, mark.word, shapes[here.names.scale.within(status)]])
    return found
