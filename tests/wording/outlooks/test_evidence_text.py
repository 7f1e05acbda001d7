"""What is said of an arrow of the map is never more than the data can say."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from bsc_site.model.concluded.evidence import (
    CommonFigures,
    CommonSource,
    ComputedFrom,
    FiguresCountedUp,
    FrequenciesDiffer,
    HardlyVaries,
    HeldFigures,
    LinkEvidence,
    Mechanical,
    NoKpi,
    RunningTotal,
    SameFigures,
    SameKpi,
    TooFewCommonPeriods,
    TooRare,
    Untested,
)
from bsc_site.model.period import Frequency, parse_period
from bsc_site.model.vocabularies import Grade
from bsc_site.wording.outlooks.evidence_text import correlation_text, evidence_sentence
from bsc_site.wording.outlooks.grade_words import GRADES, grade_key, grade_meaning, grade_word
from tests.builders.charts import Observed, charted, observed_kpi

KPIS = {
    "visits": observed_kpi(charted(id="visits", name="Visits"), Observed([1.0])),
    "revenue": observed_kpi(charted(id="revenue", name="Revenue"), Observed([1.0])),
}
LINK = LinkEvidence(
    "low", "top", "visits", "revenue", Grade.SUPPORTED, 40, 2, 0.6, 0.3, 0.9, 0.001, 0.01, 0.56, None
)  # fmt: skip
VERDICTS = {
    Grade.SUPPORTED: "The data supports this hypothesis: ",
    Grade.TENTATIVE: "The data points the expected way, but chance or the reverse order could explain it: ",
    Grade.CONTRADICTED: "The data contradicts this hypothesis: the association has the other sign: ",
    Grade.NO_EVIDENCE: "No association, although one worth knowing would have been seen: ",
    Grade.INCONCLUSIVE: "The data cannot tell: even an association worth knowing could have been missed: ",
    Grade.CONSISTENT: "So far the data fits this hypothesis; it is too early to count on it: ",
    Grade.NOT_CONSISTENT: "So far the data does not fit this hypothesis; it is too early to give it up: ",
}
REASONS: dict[Untested, str] = {
    NoKpi(): "one of the two objectives has no KPI",
    SameKpi(): "the same KPI stands for both objectives",
    FrequenciesDiffer(Frequency.MONTHLY, Frequency.QUARTERLY): "Visits is monthly, Revenue is quarterly",
    TooRare(Frequency.YEARLY): "figures are yearly: 24 of them take too long",
    TooFewCommonPeriods(12, 26): "12 of the 26 common periods that it takes",
    HardlyVaries(): "one of the two hardly varies",
    FiguresCountedUp("visits"): "the figures of Visits look counted up within the year; declare cumulative: year",
    HeldFigures(): "both repeat their figures and change in the same few periods; declare with frequency: how often "
    "they are really measured",
}
NEVER: dict[Mechanical, str] = {
    ComputedFrom("revenue", "visits"): "Revenue is computed from Visits, so the two move",
    CommonSource(("visits",)): "both are computed from Visits, so they move",
    CommonSource(()): "both are computed from the same figures, so they move",
    CommonFigures(): "the same figures stand behind both, so the two move",
    RunningTotal("revenue", "visits"): "Revenue adds up the figures of Visits, so the two move",
}


@pytest.mark.parametrize("grade", VERDICTS)
def test_a_grade_is_said_with_its_figures_and_never_that_anything_causes_anything(grade: Grade) -> None:
    told = evidence_sentence(replace(LINK, grade=grade), KPIS)
    assert told == (
        f"{VERDICTS[grade]}changes of Visits and of Revenue 2 months later have a correlation of +0.60 "
        "(95 % interval +0.30 to +0.90, 40 months). An association in time order, not proof of cause."
    )
    assert "causes" not in told


def test_figures_of_the_same_period_and_below_zero_are_said_as_such() -> None:
    told = evidence_sentence(replace(LINK, lag=0, effect=-0.6, low=-0.9, high=0.0), KPIS)
    assert "changes of Visits and of Revenue in the same month have a correlation of −0.60" in told
    assert "(95 % interval −0.90 to 0.00, 40 months)" in told


def test_an_arrow_without_a_correlation_has_a_dash() -> None:
    assert [correlation_text(each) for each in (0.314, -0.2, None)] == ["+0.31", "−0.20", "—"]


@pytest.mark.parametrize(("reason", "told"), REASONS.items())
def test_each_reason_why_an_arrow_cannot_be_tested_is_said(reason: Untested, told: str) -> None:
    waiting = replace(LINK, grade=Grade.NOT_TESTABLE_YET, untested=reason)
    assert evidence_sentence(waiting, KPIS) == f"Cannot be tested yet: {told}."
    later = replace(waiting, testable_from=parse_period("2026-11"))
    assert evidence_sentence(later, KPIS) == f"Cannot be tested yet: {told}. From Nov 2026 on it can be."


def test_no_reason_is_without_words() -> None:
    assert {type(each) for each in (*REASONS, *NEVER, SameFigures("visits", "revenue", 0))} == set(get_args(Untested))


@pytest.mark.parametrize(("reason", "told"), NEVER.items())
def test_figures_in_common_are_named_and_nothing_is_said_of_time_or_proof(reason: Mechanical, told: str) -> None:
    never = replace(LINK, grade=Grade.COMPUTED_FROM_EACH_OTHER, untested=reason)
    assert evidence_sentence(never, KPIS) == f"Never tested: {told} together whatever happens."


def test_a_copy_is_named_with_its_delay() -> None:
    never = replace(LINK, grade=Grade.COMPUTED_FROM_EACH_OTHER)
    at_once, later = (
        evidence_sentence(replace(never, untested=SameFigures("visits", "revenue", lag)), KPIS) for lag in (0, 3)
    )
    assert "Revenue and Visits are the same figures under two ids" in at_once
    assert "Revenue repeats the figures of Visits 3 months later, the same figures under two ids" in later


def test_without_a_lag_nothing_is_said_of_time_order() -> None:
    told = [evidence_sentence(replace(LINK, lag=0, grade=grade), KPIS) for grade in VERDICTS]
    assert all("in time order" not in each and "reverse" not in each for each in told)
    assert "not proof of cause; without a lag there is no order of time either." in told[0]


def test_every_grade_has_its_words() -> None:
    assert set(GRADES) == set(Grade)
    for grade in Grade:
        word = grade_word(grade)
        assert grade.value == word.lower().replace(" so far", "").replace(" ", "_")
        assert grade_key(grade) == word.lower()
        assert grade_meaning(grade)
