"""Sentences: values, targets and differences of KPIs in words that everyone reads the same way."""

from __future__ import annotations

from typing import NamedTuple

from bsc_site.model.concluded.against import Against, against
from bsc_site.model.concluded.assessment import Expectation, KpiAssessment, Point
from bsc_site.model.declared.kpi import Benchmark, Kpi
from bsc_site.model.declared.own_statuses import StatusScale
from bsc_site.model.declared.scorecard import StatusNames
from bsc_site.model.declared.targets import Target
from bsc_site.model.period import Frequency
from bsc_site.model.vocabularies import Direction
from bsc_site.wording.figures import (
    alike,
    difference_unit,
    finer_text,
    number_text,
    period_text,
    quantity_text,
    texts_apart,
)
from bsc_site.wording.kpi_figures import (
    declared_text,
    figure_beside,
    figure_text,
    figures_apart,
    figures_between,
    state_of,
)
from bsc_site.wording.language import led, noted, say, told
from bsc_site.wording.status_text import judged_text, point_status_text

_DIRECTIONS = {
    Direction.HIGHER: noted("Higher is better"),
    Direction.LOWER: noted("Lower is better"),
    Direction.BAND: noted("Best between two values"),
    Direction.NONE: noted("Watched, not scored"),
}
_DIRECTIONS_IN_LISTS = {
    Direction.HIGHER: noted("higher is better"),
    Direction.LOWER: noted("lower is better"),
    Direction.BAND: noted("best between two values"),
    Direction.NONE: noted("watched, not scored"),
}
_GAPS = {
    (True, False): noted("{size} above the target"),
    (False, False): noted("{size} below the target"),
    (True, True): noted("{size} above the target, which is enough"),
    (False, True): noted("{size} below the target, which is enough"),
}
"""Above it or below, and whether the status is good all the same."""
_BAND_GAPS = {True: noted("{size} above the range"), False: noted("{size} below the range")}
_DISTANCES = {
    (True, False): noted("{size} above {target}"),
    (False, False): noted("{size} below {target}"),
    (True, True): noted("{size} above {target}, which is enough"),
    (False, True): noted("{size} below {target}, which is enough"),
}
_BAND_DISTANCES = {
    True: noted("{size} above the range ({band})"),
    False: noted("{size} below the range ({band})"),
}


class _Form(NamedTuple):
    """How a value is said: alone, with nothing to compare with, against what was expected."""

    alone: str
    nothing: str
    against: str


_IN_A_PERIOD = _Form(
    noted("{value} in {period}: {status}"),
    noted("{value} in {period} with nothing to compare with: {status}"),
    noted("{value} in {period} against {expected} expected: {status}"),
)
_ON_A_DAY = _Form(
    noted("{value} on {period}: {status}"),
    noted("{value} on {period} with nothing to compare with: {status}"),
    noted("{value} on {period} against {expected} expected: {status}"),
)


def direction_word(direction: Direction) -> str:
    """Which way is better, alone: `Higher is better`."""
    return told(_DIRECTIONS[direction])


def direction_in_list(direction: Direction) -> str:
    """Which way is better, among other words: `higher is better`."""
    return told(_DIRECTIONS_IN_LISTS[direction])


def unit_text(kpi: Kpi) -> str:
    """The unit of the KPI as a word: `%`, `days`; `number` where it only counts."""
    return say("number") if kpi.unit in {"", "count"} else kpi.unit


def value_text(kpi: Kpi, value: float | None) -> str:
    """A value of the KPI with its unit; an em dash for none."""
    return figure_text(kpi, value)


def range_text(kpi: Kpi, low: float | None, high: float | None) -> str:
    """`20 to 40 %`; one end alone as `at least 20 %` or `at most 40 %`; an em dash for neither."""
    if low is not None and high is not None:
        return figures_between(kpi, low, high)
    if low is not None:
        return say("at least {low}", low=value_text(kpi, low))
    if high is not None:
        return say("at most {high}", high=value_text(kpi, high))
    return "—"


def expected_text(kpi: Kpi, expected: Expectation) -> str:
    """What is expected: the target, or the band."""
    if expected.target is not None:
        return value_text(kpi, expected.target)
    return range_text(kpi, expected.low, expected.high)


def expected_at(kpi: Kpi, point: Point | None) -> str:
    """What was expected at a point, to stand beside its value: never the same digits where the two differ."""
    if point is None:
        return "—"
    target = point.expected.target
    return expected_text(kpi, point.expected) if target is None else figure_beside(kpi, target, point.value)


def red_flag_text(kpi: Kpi, expected: Expectation) -> str:
    """Where the red zone begins; empty where none is declared."""
    if expected.red_flag is not None:
        return value_text(kpi, expected.red_flag)
    if expected.red_flag_low is None and expected.red_flag_high is None:
        return ""
    low, high = value_text(kpi, expected.red_flag_low), value_text(kpi, expected.red_flag_high)
    return say("below {low} or above {high}", low=low, high=high)


def target_text(kpi: Kpi, target: Target) -> str:
    """A dated target without its date."""
    return declared_text(kpi, target.value) if target.value is not None else range_text(kpi, target.low, target.high)


def difference_text(kpi: Kpi, difference: float) -> str:
    """A difference with its sign; between percentages it is in points: `+1.2 points`. Never a nothing that is none."""
    size = finer_text(abs(difference), 0.0, difference_unit(kpi.unit), kpi.decimals)
    if size == _size_text(kpi, 0.0):
        return size
    return led(f"{'+' if difference > 0 else '−'}{size}")


def rounds_to_nothing(kpi: Kpi, difference: float) -> bool:
    """Whether nothing of the difference is left in the digits of the KPI."""
    return _size_text(kpi, difference) == _size_text(kpi, 0.0)


def _size_text(kpi: Kpi, difference: float) -> str:
    return quantity_text(abs(difference), difference_unit(kpi.unit), kpi.decimals)


def distance(point: Point) -> float | None:
    """Value minus target; for a band the distance to its nearer end, 0 inside; None where nothing is expected."""
    expected = point.expected
    if expected.target is not None:
        return 0.0 if alike(point.value, expected.target) else point.value - expected.target
    if expected.low is not None and point.value < expected.low:
        return point.value - expected.low
    if expected.high is not None and point.value > expected.high:
        return point.value - expected.high
    return None if expected.low is None and expected.high is None else 0.0


def variance_text(kpi: Kpi, point: Point | None) -> str:
    """The distance to the target; an em dash where there is none, `within` inside a band."""
    gap = distance(point) if point else None
    if gap is None:
        return "—"
    if gap == 0:
        return say("within") if kpi.direction is Direction.BAND else say("on target")
    return difference_text(kpi, gap)


def gap_sentence(kpi: Kpi, point: Point) -> str:
    """`1.2 points above the target`, by the numbers alone; empty where nothing is expected."""
    gap = distance(point)
    if gap is None:
        return ""
    if gap == 0:
        return say("inside the range") if kpi.direction is Direction.BAND else say("exactly on target")
    if kpi.direction is Direction.BAND:
        return told(_BAND_GAPS[gap > 0], size=_gap_text(kpi, gap))
    return told(_GAPS[gap > 0, against(point, kpi) is Against.ENOUGH], size=_gap_text(kpi, gap))


def distance_sentence(kpi: Kpi, point: Point) -> str:
    """`1.2 points below 30.0 %`: the same with the target in it; empty where nothing is expected."""
    gap, target = distance(point), expected_text(kpi, point.expected)
    if gap is None:
        return ""
    if point.expected.target is None:
        if gap == 0:
            return say("inside the range ({band})", band=target)
        return told(_BAND_DISTANCES[gap > 0], size=_gap_text(kpi, gap), band=target)
    if kpi.unit == "yes/no" or state_of(kpi, point.value) or state_of(kpi, point.expected.target):
        return say("as expected") if gap == 0 else say("{target} expected", target=target)
    if gap == 0:
        return say("exactly on {target}", target=target)
    _, target = figures_apart(kpi, point.value, point.expected.target)
    enough = against(point, kpi) is Against.ENOUGH
    return told(_DISTANCES[gap > 0, enough], size=_gap_text(kpi, gap), target=target)


def _gap_text(kpi: Kpi, gap: float) -> str:
    size, _ = texts_apart(abs(gap), 0.0, difference_unit(kpi.unit), kpi.decimals)
    return size


def judgement_sentence(found: KpiAssessment, names: StatusNames) -> str:
    """How the status came about, as numbers: `41.2 % in Jun 2025 against 40 % expected: On track`."""
    if found.current is None:
        status = names.of(found.status, found.score)
        if found.by_hand is not None:
            return say("There is no value yet: {status} (set by hand)", status=status)
        return say("There is no value yet: {status}", status=status)
    return _sentence(found.kpi, found.current, judged_text(found, found.current, names))


def point_sentence(kpi: Kpi, point: Point, names: StatusNames) -> str:
    """The same for any one period."""
    return _sentence(kpi, point, point_status_text(point, kpi, names))


def _sentence(kpi: Kpi, point: Point, status: str) -> str:
    figures = {"value": value_text(kpi, point.value), "period": period_text(point.period), "status": status}
    form = _ON_A_DAY if point.period.frequency is Frequency.DAILY else _IN_A_PERIOD
    if not point.expected.given:
        return told(form.alone if point.status.judged else form.nothing, **figures)
    figures["expected"] = expected_text(kpi, point.expected)
    if point.expected.target is not None:
        figures["value"], figures["expected"] = figures_apart(kpi, point.value, point.expected.target)
    return told(form.against, **figures)


def rating_source(kpi: Kpi, period: str) -> str:
    """Who gave a rating, and of which period: `Care Quality Commission, 2025`."""
    return say("{who}, {period}", who=kpi.rated_by, period=period) if kpi.rated_by else period


def score_text(score: float | None) -> str:
    """A score from 0 to 100 as a whole number; an em dash for none."""
    return "—" if score is None else number_text(score, 0)


def held_for(found: KpiAssessment, scale: StatusScale) -> int:
    """How many complete periods in a row, up to the latest, had the status of the latest."""
    now, count = found.current, 0
    for point in reversed(found.points):
        if not point.complete:
            continue
        if now is None or point.status is not now.status or scale.told_apart(point, now):
            break
        count += 1
    return count


def benchmark_text(kpi: Kpi, benchmark: Benchmark) -> str:
    """What others reach: `20 % to 40 %`."""
    if benchmark.value is not None:
        return value_text(kpi, benchmark.value)
    return range_text(kpi, benchmark.low, benchmark.high)
