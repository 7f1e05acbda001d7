"""The arrows of a map are judged together, in words that never say that one thing causes another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from bsc_site.compute.evidence.grading import LinkResult, grade_of, rates_of
from bsc_site.compute.evidence.initiative_effects import Work, effects_of, ended
from bsc_site.compute.evidence.links import evidence_of
from bsc_site.model.concluded.assessment import InitiativeAssessment, PlanReason
from bsc_site.model.concluded.evidence import (
    FiguresCountedUp,
    FrequenciesDiffer,
    HardlyVaries,
    HeldFigures,
    InitiativeEffect,
    LinkEvidence,
    NoKpi,
    SameKpi,
    TooFewAfter,
    TooFewBefore,
    TooFewCommonPeriods,
    TooRare,
    Untested,
)
from bsc_site.model.declared.initiative import Initiative
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.period import Frequency, parse_period
from bsc_site.model.series import Observation, Series
from bsc_site.model.vocabularies import Grade, InitiativeStatus

FIRST = parse_period("2020-01")


def _series(name: str, values: NDArray[np.float64]) -> Series:
    observations = tuple(Observation(FIRST.shift(place), float(value)) for place, value in enumerate(values))
    return Series(name, FIRST.frequency, observations)


def _scorecard(**drive: object) -> Scorecard:
    objectives = [
        {"id": "below", "name": "Below", "kpis": ["cause"], "drives": [{"to": "above", "lag": "2 months", **drive}]},
        {"id": "above", "name": "Above", "kpis": ["effect"]},
    ]
    kpis = [{"id": "cause", "name": "Cause"}, {"id": "effect", "name": "Effect"}]
    rows = [{"id": "row", "name": "Row", "objectives": objectives}]
    return Scorecard.model_validate({"id": "one", "title": "One", "perspectives": rows, "kpis": kpis})


def _linked(n: int, strength: float, seed: int = 3) -> dict[str, Series]:
    dice = np.random.default_rng(seed)
    drive, noise = dice.standard_normal((2, n))
    moves = noise * np.sqrt(1 - strength**2)
    moves[2:] += strength * drive[:-2]
    return {"cause": _series("cause", np.cumsum(drive)), "effect": _series("effect", np.cumsum(moves))}


def _evidence(series: dict[str, Series], **drive: object) -> LinkEvidence:
    card = _scorecard(**drive)
    (link,) = evidence_of(card, {kpi.id: kpi for kpi in card.kpis}, series)
    return link


def test_a_strong_link_is_supported() -> None:
    """Sixty months, four fifths of the effect's moves follow the cause's."""
    link = _evidence(_linked(60, 0.8))
    assert (link.grade, link.lag, link.n) == (Grade.SUPPORTED, 2, 60)


def test_a_link_with_the_other_sign_is_contradicted() -> None:
    """The map says plus, the data minus."""
    assert _evidence(_linked(60, -0.8)).grade is Grade.CONTRADICTED


def test_a_declared_trade_off_is_supported_by_a_falling_effect() -> None:
    """The sign of the arrow counts."""
    assert _evidence(_linked(60, -0.8), sign="-").grade is Grade.SUPPORTED


def test_a_link_without_a_lag_is_not_held_against_the_reverse_order() -> None:
    """In the same month neither comes before the other, so that the reverse would always be as strong."""
    series = _linked(60, 0.8)
    series["effect"] = replace(
        series["effect"],
        observations=tuple(each._replace(period=each.period.shift(-2)) for each in series["effect"].observations[2:]),
    )
    link = _evidence(series, lag="0 days")
    assert (link.grade, link.lag) == (Grade.SUPPORTED, 0)


def test_a_p_value_just_below_one_in_twenty_is_no_verdict() -> None:
    """Both signs are looked at, so that each has half of the chance."""
    result = LinkResult(lag=2, n=48, effect=0.3, low=0, high=0.6, p=0.04, opposite=0.96, reverse=0.5, detectable=0.5)
    against = replace(result, p=0.96, opposite=0.04)
    grades = [grade_of(each, rates_of([each])[0]) for each in (result, against, replace(result, p=0.02))]
    assert grades == [Grade.TENTATIVE, Grade.NO_EVIDENCE, Grade.SUPPORTED]


def test_a_link_that_is_not_there_gives_no_evidence() -> None:
    """With ten years of data an effect worth seeing would have been seen."""
    assert _evidence(_linked(120, 0.0)).grade is Grade.NO_EVIDENCE


def test_thirty_five_months_are_too_early_to_count_on() -> None:
    """From thirty-six on the grade is a verdict."""
    grades = [_evidence(_linked(n, 0.8)).grade for n in (35, 36)]
    assert grades == [Grade.CONSISTENT, Grade.SUPPORTED]


def test_a_lag_that_was_searched_widens_the_interval() -> None:
    """Six lags were tried, so the interval holds for all six together."""
    declared, searched = _evidence(_linked(60, 0.8)), _evidence(_linked(60, 0.8), lag=None)
    assert (declared.lags_tried, searched.lags_tried, searched.lag) == (1, 6, 2)
    assert _width(searched) > 1.2 * _width(declared)


def _width(link: LinkEvidence) -> float:
    assert link.low is not None
    assert link.high is not None
    return link.high - link.low


def test_a_link_waits_for_the_one_of_its_kpis_that_is_behind() -> None:
    """The effect's figures end three months before the cause's."""
    series = _linked(20, 0.8)
    series["effect"] = replace(series["effect"], observations=series["effect"].observations[:-3])
    assert str(_evidence(series).testable_from) == "2022-02"


def test_a_control_that_cannot_be_used_is_told() -> None:
    """It has no figures."""
    link = _evidence(_linked(60, 0.8), controls=["weather"])
    assert (link.controls, link.unusable_controls) == ((), ("weather",))


def test_a_young_link_says_from_when_it_can_be_tested() -> None:
    """Twenty months of 24 and a lag of two."""
    link = _evidence(_linked(20, 0.8))
    assert (link.grade, str(link.testable_from)) == (Grade.NOT_TESTABLE_YET, "2022-02")


def _untested(below: Mapping[str, object], above: Mapping[str, object], series: dict[str, Series]) -> Untested | None:
    """Why the arrow between the objectives of two KPIs, declared like this, could not be tested."""
    card = _scorecard()
    kpis = {"cause": Kpi.model_validate({"id": "cause", "name": "Cause", **below})}
    kpis["effect"] = Kpi.model_validate({"id": "effect", "name": "Effect", **above})
    (link,) = evidence_of(card, kpis, series)
    return link.untested


def test_an_arrow_that_cannot_be_tested_says_why() -> None:
    """Different frequencies, yearly figures, too few common periods, figures that never move."""
    yearly = {"frequency": "yearly"}
    flat = _linked(40, 0.8) | {"cause": _series("cause", np.zeros(40))}
    assert _untested(yearly, {}, {}) == FrequenciesDiffer(Frequency.YEARLY, Frequency.MONTHLY)
    assert _untested(yearly, yearly, {}) == TooRare(Frequency.YEARLY)
    assert _untested({}, {}, _linked(20, 0.8)) == TooFewCommonPeriods(found=20, needed=26)
    assert _untested({}, {}, flat) == HardlyVaries()
    dice = np.random.default_rng(2)
    held = {name: _series(name, np.repeat(dice.standard_normal(14), 3)) for name in ("cause", "effect")}
    assert _untested({}, {}, held) == HeldFigures()
    assert _untested({}, {}, _linked(60, 0.8)) is None


@pytest.mark.parametrize("counted", [("cause",), ("effect",), ("cause", "effect")])
def test_figures_that_look_counted_up_are_not_tested(counted: tuple[str, ...]) -> None:
    """What they share is the first month of the year."""
    dice = np.random.default_rng(4)
    monthly = {name: dice.uniform(50, 150, 48) for name in ("cause", "effect")}
    series = {
        name: _series(name, np.cumsum(values.reshape(-1, 12), axis=1).ravel() if name in counted else values)
        for name, values in monthly.items()
    }
    assert _untested({}, {}, series) == FiguresCountedUp(counted[0])


def test_an_arrow_without_two_kpis_cannot_be_tested() -> None:
    """An objective without any, or the same KPI at both ends."""
    card = _scorecard(via=["cause", "cause"])
    (same,) = evidence_of(card, {each.id: each for each in card.kpis}, _linked(60, 0.8))
    (none,) = evidence_of(card, {}, {})
    assert (same.untested, none.untested) == (SameKpi(), NoKpi())


def _effects(
    work: InitiativeAssessment,
    card: Scorecard,
    kpis: Mapping[str, Kpi],
    series: dict[str, Series],
    **others: InitiativeAssessment,
) -> tuple[InitiativeEffect, ...]:
    return effects_of("w", Work(card, {"w": work, **others}, kpis), series)


def test_the_effect_of_an_initiative_is_the_step_beyond_the_trend() -> None:
    """A KPI that rises by one a month anyway and jumps by ten when the initiative ends."""
    dice = np.random.default_rng(12)
    values = np.arange(36) + np.where(np.arange(36) >= 20, 10.0, 0.0) + dice.normal(0, 0.5, 36)
    card = _scorecard()
    kpis = {kpi.id: kpi for kpi in card.kpis}
    (effect,) = _effects(_work("2021-09"), card, kpis, {"cause": _series("cause", values)})
    assert effect.low is not None
    assert effect.high is not None
    assert effect.low < 10 < effect.high
    assert effect.low > 5


def test_an_initiative_that_has_just_ended_says_when_its_effect_can_be_told() -> None:
    """Six periods from its end on."""
    card = _scorecard()
    kpis = {kpi.id: kpi for kpi in card.kpis}
    (effect,) = _effects(_work("2022-10"), card, kpis, _linked(36, 0.0))
    assert (effect.effect, str(effect.known_from)) == (None, "2023-03")
    assert effect.untold == TooFewAfter(found=3, needed=6)


def test_an_initiative_still_to_come_counts_the_months_before_it_that_are_still_to_come() -> None:
    """Eight months of figures, and the end a year away."""
    card = _scorecard()
    (effect,) = _effects(_work("2021-08"), card, {each.id: each for each in card.kpis}, _linked(8, 0.0))
    assert str(effect.known_from) == "2022-01"


def test_what_lies_before_an_initiative_must_be_long_and_its_figures_must_move() -> None:
    """Twelve periods; and a step needs something to stand out from."""
    card = _scorecard()
    kpis = {kpi.id: kpi for kpi in card.kpis}
    (young,) = _effects(_work("2020-12"), card, kpis, _linked(36, 0.0))
    (flat,) = _effects(_work("2021-09"), card, kpis, {"cause": _series("cause", np.zeros(36))})
    assert (young.untold, young.known_from) == (TooFewBefore(found=11, needed=12), None)
    assert (flat.effect, flat.clear) == (0.0, False)


def test_an_initiative_that_finished_early_counts_from_its_last_milestone() -> None:
    """A look back after the end does not move it; an open milestone leaves the planned end."""
    steps = [
        {"name": "Live", "due": "2021-06", "done": "2021-05-12"},
        {"name": "Looked back", "due": "2022-06", "done": "2022-06-01"},
    ]
    early = _work("2021-09", milestones=steps)
    late = _work("2021-09", milestones=[{"name": "Beta", "due": "2021-08"}, *steps])
    assert (str(ended(early.initiative)), str(ended(late.initiative))) == ("2021-05-12", "2021-09")


def test_a_cancelled_initiative_has_no_effect_and_an_unfinished_one_says_so() -> None:
    """The planned end counts, and that is told."""
    card = _scorecard()
    kpis = {each.id: each for each in card.kpis}
    assert _effects(_work("2021-09", InitiativeStatus.CANCELLED), card, kpis, _linked(36, 0.0)) == ()
    (effect,) = _effects(_work("2021-09", InitiativeStatus.OFF_TRACK), card, kpis, _linked(36, 0.0))
    (done,) = _effects(_work("2021-09"), card, kpis, _linked(36, 0.0))
    assert (effect.unfinished, done.unfinished) == (True, False)


def test_other_work_for_the_same_kpi_at_about_the_same_time_is_named() -> None:
    """Not what was cancelled, what serves other KPIs, or what had ended more than twelve months before."""
    card = _scorecard()
    others = {
        "near": _work("2021-12"),
        "cancelled": _work("2021-12", InitiativeStatus.CANCELLED),
        "elsewhere": _work("2021-12", serves=["above"]),
        "before": _work("2020-08"),
    }
    kpis = {each.id: each for each in card.kpis}
    (effect,) = _effects(_work("2021-09"), card, kpis, _linked(36, 0.0), **others)
    assert effect.others == ("near",)


def test_a_small_step_in_one_of_many_kpis_is_not_clear_as_it_would_be_alone() -> None:
    """Nine KPIs served, one of which steps a little."""
    dice = np.random.default_rng(4)
    names = [f"k{number}" for number in range(9)]
    rows = [{"id": "row", "name": "Row", "objectives": [{"id": "below", "name": "Below", "kpis": names}]}]
    kpis = [{"id": each, "name": each} for each in names]
    card = Scorecard.model_validate({"id": "one", "title": "One", "perspectives": rows, "kpis": kpis})
    step = np.where(np.arange(36) >= 20, 1.0, 0.0)
    series = {each: _series(each, dice.normal(0, 0.5, 36)) for each in names}
    series["k0"] = _series("k0", dice.normal(0, 0.5, 36) + 0.35 * step)
    found = {each.kpi: each for each in _effects(_work("2021-09"), card, {k.id: k for k in card.kpis}, series)}
    alone = Work(card, {"w": _work("2021-09")}, {"k0": card.kpis[0]})
    (little,) = effects_of("w", alone, series)
    assert (little.clear, found["k0"].beyond_zero, found["k0"].clear) == (True, True, False)
    assert {each.together for each in found.values()} == {9}


def _work(end: str, status: InitiativeStatus = InitiativeStatus.DONE, **keys: object) -> InitiativeAssessment:
    work = {"id": "w", "name": "W", "serves": ["below"], "start": "2020-03", "end": end, **keys}
    return InitiativeAssessment(Initiative.model_validate(work), status, None, 1.0, PlanReason.DECLARED)
