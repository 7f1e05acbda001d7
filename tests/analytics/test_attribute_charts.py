"""Proportions and counts have the limits of the textbook: Montgomery, Introduction to Statistical Quality Control.

Figures are those of examples 7.1 (cans, p), 7.2 (purchase orders, p with varying samples), 7.3 (circuit boards, c) and
7.5 (dyed cloth, u) of the sixth edition.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from bsc_site.compute.signal.control_chart import signal_of
from bsc_site.model.concluded.outlook import Signal, Uncounted
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.period import parse_period
from bsc_site.model.series import Observation
from bsc_site.model.vocabularies import PointLabel

CANS = [12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6]
ORDERS = [12, 8, 6, 9, 10, 12, 11, 16, 10, 6, 20, 15, 9, 8, 6, 8, 10, 7, 5, 8, 5, 8, 10, 6, 9]
SAMPLES = [100, 80, 80, 100, 110, 110, 100, 100, 90, 90, 110, 120, 120]
SAMPLES += [120, 110, 80, 80, 80, 90, 100, 100, 100, 100, 90, 90]
BOARDS = [21, 24, 16, 12, 15, 5, 28, 20, 31, 25, 20, 24, 16, 19, 10, 17, 13, 22, 18, 39, 30, 24, 16, 19, 17, 15]
CLOTH = [14, 12, 20, 11, 7, 10, 21, 16, 19, 23]
ROLLS = [10, 8, 13, 10, 9.5, 10, 12, 10.5, 12, 12.5]


def _kpi(**keys: Any) -> Kpi:
    return Kpi.model_validate({"id": "any", "name": "Any", "direction": "lower", **keys})


def _observations(counts: Sequence[float], bases: Sequence[float] | None, scale: float = 1.0) -> list[Observation]:
    first = parse_period("2020-01")
    if bases is None:
        return [Observation(first.shift(place), float(count)) for place, count in enumerate(counts)]
    return [
        Observation(first.shift(place), scale * count / base, numerator=float(count), denominator=float(base))
        for place, (count, base) in enumerate(zip(counts, bases, strict=True))
    ]


def _signal(kind: str, observations: list[Observation], **keys: Any) -> Signal:
    return signal_of(_kpi(kind_of_data=kind, **keys), observations, None)


def _labelled(signal: Signal, label: PointLabel) -> list[int]:
    return [place for place, point in enumerate(signal.points) if point.label is label]


def test_a_p_chart_of_equal_samples() -> None:
    """30 samples of 50 cans, 347 of them bad: 0.2313, limits 0.0524 and 0.4102, samples 15 and 23 outside."""
    signal = _signal("proportion", _observations(CANS, [50] * 30))
    (segment,) = signal.segments
    assert signal.chart == "p"
    assert segment.mean == pytest.approx(0.2313, abs=5e-5)
    assert (segment.lower, segment.upper) == pytest.approx((0.0524, 0.4102), abs=1e-4)
    assert _labelled(signal, PointLabel.ABOVE_LIMIT) == [14, 22]


def test_a_p_chart_of_unequal_samples() -> None:
    """Limits vary with the sample; only the eleventh lies above its own, 0.182 above 0.180."""
    signal = _signal("proportion", _observations(ORDERS, SAMPLES))
    assert signal.points[0].mean == pytest.approx(234 / 2450)
    assert signal.points[0].upper == pytest.approx(0.184, abs=1e-3)
    assert signal.points[1].upper == pytest.approx(0.194, abs=1e-3)
    assert signal.points[10].upper == pytest.approx(0.180, abs=1e-3)
    assert _labelled(signal, PointLabel.ABOVE_LIMIT) == [10]


def test_percentages_have_limits_in_per_cent() -> None:
    """The same chart, a hundred times as large, whatever the method."""
    signal = _signal("proportion", _observations(CANS, [50] * 30, 100.0), unit="%", decimals=2, spc="nhs")
    assert (signal.segments[0].lower, signal.segments[0].upper) == pytest.approx((5.24, 41.02), abs=1e-2)
    assert signal.grounds is not None
    assert (signal.grounds.lower, signal.grounds.upper) == pytest.approx((5.24, 41.02), abs=1e-2)


def test_a_c_chart() -> None:
    """26 boards with 516 faults: 19.85, limits 6.48 and 33.21, samples 6 and 20 outside."""
    signal = _signal("count", _observations(BOARDS, None))
    assert signal.chart == "c"
    assert signal.segments[0].mean == pytest.approx(19.85, abs=5e-3)
    assert (signal.segments[0].lower, signal.segments[0].upper) == pytest.approx((6.48, 33.22), abs=1.1e-2)
    assert _labelled(signal, PointLabel.BELOW_LIMIT) == [5]
    assert _labelled(signal, PointLabel.ABOVE_LIMIT) == [19]


def test_a_u_chart() -> None:
    """153 faults in 107.5 units of cloth: 1.42 a unit, limits by the size of each roll, all of them inside."""
    signal = _signal("count", _observations(CLOTH, ROLLS))
    assert signal.chart == "u"
    assert signal.segments[0].mean == pytest.approx(1.42, abs=5e-3)
    found = [(point.lower, point.upper) for point in signal.points[:3]]
    for ours, textbook in zip(found, [(0.29, 2.55), (0.16, 2.68), (0.43, 2.41)], strict=True):
        assert ours == pytest.approx(textbook, abs=1e-2)
    assert {point.label for point in signal.points} == {PointLabel.COMMON_CAUSE}


def test_a_rebase_and_a_baseline_hold_for_proportions_too() -> None:
    """Each segment has a rate of its own, from its first points where that is declared."""
    observations = _observations([10] * 20 + [20] * 20, [100] * 40)
    rebase = [{"period": "2021-09", "because": "new supplier"}]
    signal = _signal("proportion", observations, rebase=rebase, spc={"method": "nhs", "baseline_points": 12})
    assert [each.mean for each in signal.segments] == pytest.approx([0.1, 0.2])
    assert [each.because for each in signal.segments] == ["", "new supplier"]


def test_two_of_three_and_runs_hold_on_an_attribute_chart() -> None:
    """With zones of two standard deviations: 18 of 100 and 17 of 100 lie beyond 0.1 + 2 x 0.03."""
    fixed = {"method": "nhs", "baseline_points": 20}
    signal = _signal("proportion", _observations([10] * 20 + [17, 18, 11], [100] * 23), spc=fixed)
    assert [point.label for point in signal.points[20:]] == [PointLabel.TWO_OF_THREE_HIGH] * 2 + [
        PointLabel.COMMON_CAUSE
    ]
    run = _signal("proportion", _observations([10] * 20 + [12, 11] * 4, [100] * 28), spc=fixed)
    assert [point.label for point in run.points[20:]] == [PointLabel.RUN_HIGH] * 8


@pytest.mark.parametrize(
    ("kind", "observations", "reason"),
    [
        ("proportion", _observations([3, 4, 5, 4], None), Uncounted.NO_BASES),
        ("proportion", _observations([3, 4, 15, 4], [10] * 4), Uncounted.BEYOND_WHOLE),
        ("proportion", _observations([3, 4, 5, 4], [10] * 4, 7.0), Uncounted.NO_RATIO),
        ("count", _observations([3, -4, 5, 4], None), Uncounted.NEGATIVE),
        ("count", _observations([3, -4, 5, 4], [10] * 4), Uncounted.NOT_POSITIVE),
    ],
)
def test_what_cannot_be_counted_falls_back_and_says_why(
    kind: str, observations: list[Observation], reason: Uncounted
) -> None:
    """The limits are then those of a measurement."""
    signal = _signal(kind, observations)
    assert signal.chart == "xmr"
    assert signal.grounds is not None
    assert signal.grounds.uncounted is reason


def test_counts_that_spread_too_much_are_told() -> None:
    """A hundred thousand visits a month give limits that every ordinary month breaks."""
    wild = _signal("proportion", _observations([3000, 3600, 2900, 3500] * 6, [100_000] * 24))
    tame = _signal("proportion", _observations(CANS, [50] * 30))
    assert wild.grounds is not None
    assert tame.grounds is not None
    assert (wild.grounds.overspread, tame.grounds.overspread) == (True, False)


def test_counts_of_nothing_stay_finite() -> None:
    """Zero of many, all of all, and no count at all; without exact limits there are none where nothing ever moved."""
    for counts in ([0.0] * 15, [10.0] * 15):
        signal = _signal("proportion", _observations(counts, [10] * 15), spc="nhs")
        assert all(point.lower == point.upper == point.mean for point in signal.points)
        assert {point.label for point in signal.points} == {PointLabel.COMMON_CAUSE}
        assert not _signal("proportion", _observations(counts, [10] * 15)).points
