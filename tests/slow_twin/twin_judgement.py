"""The judgement of the twin: from the rows of one KPI to value, expectation, status, score, progress and freshness.

Sources: docs/methods/status.md and target-path.md, docs/reference/keys.md. All numbers are exact fractions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from tests.slow_twin.twin_calendar import Kind, TwinPeriod, after, period_of

Exact = Fraction
_ONE, _FIVE_PER_CENT = Exact(1), (Exact(5, 100), True)
DUE: dict[Kind, str] = {
    "daily": "2 days",
    "weekly": "4 days",
    "monthly": "10 days",
    "quarterly": "20 days",
    "half-yearly": "30 days",
    "yearly": "60 days",
}
A_YEAR = {"daily": 365.25, "weekly": 365.25 / 7, "monthly": 12, "quarterly": 4, "half-yearly": 2, "yearly": 1}


def exact(text: str) -> Exact:
    """The number that is written."""
    return Exact(Decimal(text))


@dataclass(frozen=True)
class TwinTarget:
    """A dated target, or a band; `since` and `until` are the first and last period judged by this version."""

    period: TwinPeriod
    value: Exact | None = None
    low: Exact | None = None
    high: Exact | None = None
    since: TwinPeriod | None = None
    until: TwinPeriod | None = None


@dataclass(frozen=True)
class TwinKpi:
    """What is declared of a KPI, and its rows: the first day of the row's period and its numbers."""

    id: str
    frequency: Kind
    starts: int
    direction: str
    method: str
    rows: Sequence[tuple[TwinPeriod, Sequence[Exact]]]
    aggregate: str | None = None
    percent: bool = False
    baseline: tuple[TwinPeriod, Exact] | None = None
    targets: Sequence[TwinTarget] = ()
    step: bool = False
    tolerance: tuple[Exact, bool] = _FIVE_PER_CENT
    """The width of the amber zone, and whether it is a share of the target."""
    red_flag: Exact | None = None
    red_flag_low: Exact | None = None
    red_flag_high: Exact | None = None
    due: str | None = None
    weight: Exact = _ONE


@dataclass(frozen=True)
class TwinPoint:
    """One period, judged. Scores are None where the documents give no formula for one."""

    value: Exact
    complete: bool
    expected: Exact | None
    status: str
    score: Exact | None


@dataclass(frozen=True)
class TwinFound:
    """What is concluded about one KPI."""

    points: Mapping[TwinPeriod, TwinPoint]
    current: TwinPeriod | None
    status: str
    score: Exact | None
    progress: Exact | None
    pace: float | None
    freshness: str
    next_due: date | None
    missed: int


def judged(kpi: TwinKpi, as_of: date) -> TwinFound:
    """Everything about the KPI on that day."""
    figures = _figures(kpi, as_of)
    points = {period: _point(kpi, period, figure) for period, figure in figures.items()}
    done = [period for period, point in points.items() if point.complete]
    current = max(done, default=None)
    latest = points[current] if current else None
    status = latest.status if latest else ("no_data" if _is_scored(kpi) else "not_scored")
    word, due, missed = _freshness(kpi, current, min(points, default=None), as_of)
    return TwinFound(
        points,
        current,
        status,
        latest.score if latest else None,
        _progress(kpi, current, latest.value) if latest and current else None,
        _pace(kpi, current, latest.value) if latest and current else None,
        word,
        due,
        missed,
    )


def _figures(kpi: TwinKpi, as_of: date) -> dict[TwinPeriod, tuple[Exact, bool]]:
    """The figure of each period, and whether the period is over and all of it is there."""
    rows: dict[TwinPeriod, list[tuple[TwinPeriod, Sequence[Exact]]]] = {}
    for period, numbers in sorted(kpi.rows, key=lambda row: row[0].number):
        if period.first_day <= as_of:
            rows.setdefault(period_of(kpi.frequency, period.first_day, kpi.starts), []).append((period, numbers))
    found = {}
    for period, several in rows.items():
        value = _aggregated(kpi, [numbers for _, numbers in several])
        if value is not None:
            all_there = several[-1][0].last_day >= period.last_day
            found[period] = (value, all_there and as_of >= period.last_day)
    return found


def _aggregated(kpi: TwinKpi, several: list[Sequence[Exact]]) -> Exact | None:
    if len(several[0]) == 2:
        above, below = (sum((each[side] for each in several), Exact(0)) for side in (0, 1))
        return (above / below * (100 if kpi.percent else 1)) if below else None
    values = [each[0] for each in several]
    if len(values) == 1:
        return values[0]
    total = sum(values, Exact(0))
    return {
        "sum": total,
        "mean": total / len(values),
        "last": values[-1],
        "min": min(values),
        "max": max(values),
    }[str(kpi.aggregate)]


def _is_scored(kpi: TwinKpi) -> bool:
    return kpi.direction != "none" and bool(kpi.targets)


def _holding(kpi: TwinKpi, period: TwinPeriod) -> list[TwinTarget]:
    """The targets by which the period is judged, the earliest first."""
    return sorted(
        (
            each
            for each in kpi.targets
            if (each.since is None or each.since.first_day <= period.first_day)
            and (each.until is None or each.until.last_day >= period.last_day)
        ),
        key=lambda each: each.period.number,
    )


def _on_path(kpi: TwinKpi, period: TwinPeriod, corners: list[tuple[int, Exact]]) -> Exact:
    """What the path through the corners is at the period; before the first one that is what is expected already."""
    at = period.number
    before = [each for each in corners if each[0] <= at]
    later = [each for each in corners if each[0] > at]
    if not before:
        return corners[0][1]
    start, value = before[-1]
    if not later or kpi.step:
        return value
    end, goal = later[0]
    return value + (goal - value) * Exact(at - start, end - start)


def _expected(kpi: TwinKpi, period: TwinPeriod) -> tuple[Exact | None, Exact | None, Exact | None]:
    """The target, or the low and high end of the band."""
    targets = _holding(kpi, period)
    if not targets:
        return None, None, None
    if kpi.direction == "band":
        ends = []
        for side in ("low", "high"):
            corners = [(each.period.number, getattr(each, side)) for each in targets]
            ends.append(_on_path(kpi, period, corners))
        return None, ends[0], ends[1]
    corners = [(each.period.number, each.value) for each in targets if each.value is not None]
    if kpi.baseline is not None:
        if period.number < kpi.baseline[0].number:
            return None, None, None
        if not kpi.step:
            corners = [(kpi.baseline[0].number, kpi.baseline[1]), *corners]
    return _on_path(kpi, period, corners), None, None


def _point(kpi: TwinKpi, period: TwinPeriod, figure: tuple[Exact, bool]) -> TwinPoint:
    value, complete = figure
    target, low, high = _expected(kpi, period)
    status, score = "not_scored", None
    if complete and kpi.direction != "none":
        if kpi.direction == "band" and low is not None and high is not None:
            status, score = _in_band(kpi, value, low, high)
        elif target is not None and kpi.method == "progress" and _has_a_way(kpi, period):
            status, score = _by_progress(kpi, period, value)
        elif target is not None:
            status, score = _between_flags(value, target, _red_flag(kpi, target))
    return TwinPoint(value, complete, target, status, score)


def _better(kpi: TwinKpi) -> int:
    return {"lower": -1, "higher": 1}.get(kpi.direction, 0)


def _red_flag(kpi: TwinKpi, target: Exact) -> Exact:
    if kpi.red_flag is not None:
        return kpi.red_flag
    width, is_share = kpi.tolerance
    return target - _better(kpi) * (width * abs(target) if is_share else width)


def _between_flags(value: Exact, goal: Exact, red: Exact) -> tuple[str, Exact | None]:
    if goal == red:
        return "not_scored", None
    score = 100 * (value - 2 * red + goal) / (3 * (goal - red))
    score = max(Exact(0), min(Exact(100), score))
    return status_of(score), score


def status_of(score: Exact) -> str:
    """A boundary belongs to the better side."""
    return "on_track" if score >= Exact(200, 3) else "at_risk" if score >= Exact(100, 3) else "off_track"


def _in_band(kpi: TwinKpi, value: Exact, low: Exact, high: Exact) -> tuple[str, Exact | None]:
    if low <= value <= high:
        return "on_track", None
    width, is_share = kpi.tolerance
    if value < low:
        red = low - (width * abs(low) if is_share else width) if kpi.red_flag_low is None else kpi.red_flag_low
        return _between_flags(value, low, red)
    red = high + (width * abs(high) if is_share else width) if kpi.red_flag_high is None else kpi.red_flag_high
    return _between_flags(value, high, red)


def _next_target(kpi: TwinKpi, period: TwinPeriod) -> TwinTarget | None:
    targets = _holding(kpi, period)
    coming = [each for each in targets if each.period.number >= period.number]
    return coming[0] if coming else (targets[-1] if targets else None)


def _progress(kpi: TwinKpi, period: TwinPeriod, value: Exact) -> Exact | None:
    """The share of the way from the baseline to the next target."""
    goal = _next_target(kpi, period)
    if kpi.baseline is None or goal is None or goal.value is None or goal.value == kpi.baseline[1]:
        return None
    share = (value - kpi.baseline[1]) / (goal.value - kpi.baseline[1])
    return None if share > 1 and _leads_back(kpi, goal.value) else share


def _leads_back(kpi: TwinKpi, goal: Exact) -> bool:
    """Whether the target is worse than the baseline: no way is to be gone, and the level is judged."""
    return kpi.baseline is not None and _better(kpi) * (goal - kpi.baseline[1]) < 0


def _has_a_way(kpi: TwinKpi, period: TwinPeriod) -> bool:
    goal = _next_target(kpi, period)
    if kpi.baseline is None or goal is None or goal.value is None:
        return True
    return goal.value != kpi.baseline[1] and not _leads_back(kpi, goal.value)


def _by_progress(kpi: TwinKpi, period: TwinPeriod, value: Exact) -> tuple[str, Exact | None]:
    share = _progress(kpi, period, value)
    if share is None:
        return "not_scored", None
    score = max(Exact(0), min(Exact(100), 100 * share))
    return status_of(score), score


def _pace(kpi: TwinKpi, period: TwinPeriod, value: Exact) -> float | None:
    """The growth a year so far by the growth that the target takes; none from zero, or through it."""
    goal = _next_target(kpi, period)
    if kpi.baseline is None or goal is None or goal.value is None or kpi.direction not in ("higher", "lower"):
        return None
    start, begun = kpi.baseline[1], kpi.baseline[0].number
    if start <= 0 or value <= 0 or goal.value <= 0 or goal.value == start:
        return None
    years, all_years = ((number - begun) / A_YEAR[kpi.frequency] for number in (period.number, goal.period.number))
    if years <= 0 or all_years <= 0:
        return None
    so_far = float(value / start) ** (1 / years) - 1
    needed = float(goal.value / start) ** (1 / all_years) - 1
    return _better(kpi) * so_far / abs(needed) if needed else None


def _freshness(
    kpi: TwinKpi, current: TwinPeriod | None, begun: TwinPeriod | None, as_of: date
) -> tuple[str, date | None, int]:
    """Fresh while the next period runs, due until its day of delivery, overdue until one more is, then stale."""
    if current is not None:
        coming = current.later(1)
    elif begun is not None:
        coming = begun
    elif kpi.baseline is not None:
        coming = kpi.baseline[0].later(1)
    else:
        return "stale", None, 0
    due = _due(kpi, coming)
    if as_of <= coming.last_day:
        return "fresh", due, 0
    if as_of <= due:
        return "due", due, 0
    missed = 0
    while as_of > _due(kpi, coming.later(missed)):
        missed += 1
    return ("overdue" if missed == 1 else "stale"), due, missed


def _due(kpi: TwinKpi, period: TwinPeriod) -> date:
    return after(period.last_day, kpi.due or DUE[kpi.frequency])
