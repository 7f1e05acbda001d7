"""The page of a KPI depends on its own matter alone, and on all of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.concluded.data_quality import DataQuality, KpiQuality
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.render.matter.kpi_matter import KpiMatters
from bsc_site.render.matter.matter_word import word_of
from bsc_site.render.pages.site_pages import outlines_of
from tests.builders.company import assessed_company
from tests.builders.meetings import reviewed

KPI = "repeat-rate"


def _word(assessment: Assessment) -> str:
    """The word of everything on which the page of the KPI depends."""
    outline = next(each for each in outlines_of(assessment) if each.matter is not None and each.element == (KPI,))
    return word_of(KpiMatters(assessment).declared, outline.at.address, outline.at.around, outline.matter)


def _of(kpi: str, change: Callable[[KpiAssessment], KpiAssessment]) -> Callable[[Assessment], Assessment]:
    return lambda whole: replace(whole, kpis={**whole.kpis, kpi: change(whole.kpis[kpi])})


def _another_value(found: KpiAssessment) -> KpiAssessment:
    return replace(found, points=(*found.points[:-1], found.points[-1]._replace(value=29.0)))


def _another_name(found: KpiAssessment) -> KpiAssessment:
    return replace(found, kpi=found.kpi.model_copy(update={"name": "Another"}))


SEEN: dict[str, Callable[[Assessment], Assessment]] = {
    "a value": _of(KPI, _another_value),
    "its name": _of(KPI, _another_name),
    "the name of its neighbour": _of("nps", _another_name),
    "its calculation": _of(KPI, lambda found: replace(found, calculation=())),
    "the quality of its data": lambda whole: replace(whole, quality=DataQuality({KPI: KpiQuality(KPI, (), None)})),
    "the day": lambda whole: replace(whole, as_of=whole.as_of.replace(day=1)),
}
UNSEEN: dict[str, Callable[[Assessment], Assessment]] = {
    "nothing": lambda whole: whole,
    "a value of another KPI": _of("nps", _another_value),
    "the calculation of another KPI": _of("nps", lambda found: replace(found, calculation=(), score=1.0)),
    "the quality of other data": lambda whole: replace(
        whole, quality=DataQuality({"nps": KpiQuality("nps", (), None)})
    ),
    "what has changed": lambda whole: replace(whole, changes=replace(whole.changes, since=whole.as_of)),
}


@pytest.mark.parametrize("change", SEEN)
def test_what_the_page_may_show_is_in_its_word(change: str) -> None:
    whole = assessed_company()
    assert _word(SEEN[change](whole)) != _word(whole)


@pytest.mark.parametrize("change", UNSEEN)
def test_what_the_page_never_shows_is_not(change: str) -> None:
    assert _word(UNSEEN[change](assessed_company())) == _word(assessed_company())


def test_what_a_review_says_of_a_kpi_is_of_its_matter_alone() -> None:
    """Meetings that spoke about something else are left out, and so is all that they saw."""
    entry = {"period": "2025-Q1", "by": "ann", "analysis": "Because.", "decisions": []}
    whole = reviewed({**entry, "on": "kpi/k"}, {**entry, "period": "2025-Q2", "on": "objective/o"})
    (book,) = KpiMatters(whole).of("k").reviews.values()
    assert [str(each.period) for each in book.meetings] == ["2025-Q1"]
    assert [each.kpis for each in book.meetings] == [{}]
