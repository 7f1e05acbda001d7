"""Two KPIs behind which the same figures stand are named as such, and never graded."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from bsc_site.compute.evidence.links import evidence_of
from bsc_site.compute.evidence.mechanical_links import mechanical_link
from bsc_site.model.concluded.evidence import CommonFigures, CommonSource, ComputedFrom, RunningTotal, SameFigures
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.period import parse_period
from bsc_site.model.series import Observation, Series
from bsc_site.model.vocabularies import Grade

FIRST = parse_period("2021-01")
MONTHS = 48
Values = NDArray[np.float64]


def _series(name: str, values: Values, *inputs: str) -> Series:
    observations = tuple(Observation(FIRST.shift(place), float(value)) for place, value in enumerate(values))
    return Series(name, FIRST.frequency, observations, inputs=inputs)


def _ratio(name: str, above: Values, below: Values) -> Series:
    observations = tuple(
        Observation(FIRST.shift(place), 100 * float(one / other), numerator=float(one), denominator=float(other))
        for place, (one, other) in enumerate(zip(above, below, strict=True))
    )
    return Series(name, FIRST.frequency, observations)


def _counts(seed: int, mean: float = 200) -> Values:
    return np.random.default_rng(seed).poisson(mean, MONTHS).astype(np.float64)


ORDERS, VISITS, CALLS = _counts(1), _counts(2, 900), _counts(3, 40)
PATTERNS = {
    "the same figures": (ORDERS, SameFigures("cause", "effect", 0)),
    "the same figures but for two that were corrected": (
        ORDERS + np.isin(np.arange(MONTHS), (7, 30)),
        SameFigures("cause", "effect", 0),
    ),
    "the same in thousands, rounded": (np.round(ORDERS / 1000, 5), SameFigures("cause", "effect", 0)),
    "the rest to a hundred per cent": (500 - ORDERS, SameFigures("cause", "effect", 0)),
    "repeated four months later": (np.concatenate([CALLS[:4], ORDERS[:-4]]), SameFigures("cause", "effect", 4)),
    "known two months earlier": (np.concatenate([ORDERS[2:], CALLS[:2]]), SameFigures("effect", "cause", 2)),
    "added up from the beginning": (np.cumsum(ORDERS), RunningTotal("effect", "cause")),
    "added up from each January on": (
        np.cumsum(ORDERS.reshape(-1, 12), axis=1).ravel(),
        RunningTotal("effect", "cause"),
    ),
    "the mean of three months": (
        np.convolve(ORDERS, np.ones(3) / 3)[:MONTHS],
        RunningTotal("effect", "cause"),
    ),
}


@pytest.mark.parametrize("pattern", PATTERNS)
def test_figures_that_follow_from_each_other_are_recognised(pattern: str) -> None:
    values, expected = PATTERNS[pattern]
    series = {"cause": _series("cause", ORDERS), "effect": _series("effect", values)}
    assert mechanical_link("cause", "effect", series, series) == expected


@pytest.mark.parametrize("gap", [5, 17])
def test_a_missing_month_hides_no_copy(gap: int) -> None:
    whole, copy = _series("cause", ORDERS), _series("effect", ORDERS)
    holed = Series("effect", copy.frequency, copy.observations[:gap] + copy.observations[gap + 1 :])
    assert mechanical_link("cause", "effect", {"cause": whole, "effect": holed}, ()) == SameFigures(
        "cause", "effect", 0
    )


def test_ratios_of_one_denominator_have_figures_in_common() -> None:
    """So has a ratio with the KPI that is its numerator."""
    one, other = _ratio("cause", ORDERS, VISITS), _ratio("effect", CALLS, VISITS)
    assert mechanical_link("cause", "effect", {"cause": one, "effect": other}, ()) == CommonFigures()
    part = _series("effect", ORDERS)
    assert mechanical_link("cause", "effect", {"cause": one, "effect": part}, ()) == CommonFigures()


def test_formulas_and_roll_ups_are_followed_through_all_steps() -> None:
    """From either side; a KPI behind both is named as far as readers see it."""
    series = {
        "orders": _series("orders", ORDERS),
        "sales": _series("sales", ORDERS * VISITS, "orders", "price"),
        "margin": _series("margin", ORDERS * VISITS - CALLS, "sales", "calls"),
        "basket": _series("basket", VISITS / ORDERS, "visits", "orders"),
    }
    assert mechanical_link("orders", "margin", series, series) == ComputedFrom("margin", "orders")
    assert mechanical_link("margin", "orders", series, series) == ComputedFrom("margin", "orders")
    assert mechanical_link("basket", "margin", series, series) == CommonSource(("orders",))
    assert mechanical_link("basket", "margin", series, ()) == CommonSource(())


@pytest.mark.parametrize("seed", range(5))
def test_unrelated_figures_have_nothing_in_common(seed: int) -> None:
    """Not counts that are mostly zero, percentages mostly at a hundred, steady growth, or straight lines either."""
    dice = np.random.default_rng(seed)
    kinds = {
        "rare": dice.poisson(0.2, (2, MONTHS)).astype(np.float64),
        "full": np.where(dice.random((2, MONTHS)) < 0.8, 100.0, 99.0),
        "growth": np.cumsum(1 + dice.standard_normal((2, MONTHS)), axis=1),
        "lines": np.outer([1.0, 2.0], np.arange(MONTHS)),
    }
    for one, other in kinds.values():
        series = {"cause": _series("cause", one), "effect": _series("effect", other)}
        assert mechanical_link("cause", "effect", series, series) is None


def test_few_or_huge_figures_do_no_harm() -> None:
    for values in (ORDERS[:0], ORDERS[:1], ORDERS[:5], np.array([1e308, -1e308, 1.0] * 5)):
        series = {"cause": _series("cause", values), "effect": _series("effect", VISITS[: values.size])}
        assert mechanical_link("cause", "effect", series, series) is None


def test_such_an_arrow_is_named_and_has_no_figures_and_takes_no_part_in_the_test_of_the_others() -> None:
    """A copy between two other arrows leaves their q values alone."""
    ends = [("a", "b"), ("a", "copy"), ("c", "b")]
    objectives: list[dict[str, object]] = [{"id": f"o-{each}", "name": each, "kpis": [each]} for each in "abc"]
    objectives.append({"id": "o-copy", "name": "copy", "kpis": ["copy"]})
    for objective in objectives:
        targets = [to for cause, to in ends if objective["id"] == f"o-{cause}"]
        objective["drives"] = [{"to": f"o-{to}", "lag": "1 month"} for to in targets]
    kpis = [{"id": each, "name": each} for each in ("a", "b", "c", "copy")]
    card = Scorecard.model_validate(
        {
            "id": "one",
            "title": "One",
            "kpis": kpis,
            "perspectives": [{"id": "r", "name": "R", "objectives": objectives}],
        }
    )
    series = {name: _series(name, values) for name, values in (("a", ORDERS), ("b", VISITS), ("c", CALLS))}
    known = {each.id: each for each in card.kpis}
    with_copy = evidence_of(card, known, {**series, "copy": _series("copy", ORDERS)})
    without = evidence_of(card, known, series)
    copied = next(each for each in with_copy if each.outcome == "copy")
    assert (copied.grade, copied.p, copied.q, copied.effect, copied.testable_from) == (
        Grade.COMPUTED_FROM_EACH_OTHER,
        None,
        None,
        None,
        None,
    )
    assert [each.q for each in with_copy if each.q] == [each.q for each in without if each.q]
