"""Rows of what a chart shows beside the values: natural variation, values that stand out, and the forecast."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from bsc_site.model.concluded.outlook import FanPoint, SignalPoint
from bsc_site.model.vocabularies import Direction, PointLabel
from bsc_site.render.charts.grammar.ink import DESK, LETTER
from bsc_site.render.charts.grammar.levels import EM
from bsc_site.render.charts.kpi_charts.kpi_rows import Row, Story, place_of
from bsc_site.render.charts.kpi_charts.thinning import corners
from bsc_site.render.lettering import width_of

PERCENT = 100.0
_MOST_STRETCH = 0.6
"""How far limits and fan may reach beyond the values on either side, as a share of their range."""
_MOST_MARKED = 150
"""A chart of more values marks only those outside the limits."""


def limit_rows(story: Story, heights: Sequence[float]) -> list[Row]:
    """Mean and limits of natural variation, stepping where a new segment starts; `heights` are the values drawn.

    A limit that no value can reach, or that would squeeze the values, is left out; so is what has no width.
    """
    if story.assessed.signal.rare is not None:
        return []
    rows: list[Row] = []
    low, high = _room(heights)
    least, most = _possible(story)
    for group, segment in enumerate(_segments(story)):
        rows += _line(story, segment, "mean", 3 * group, lambda point: point.mean)
        for offset, limit in enumerate((_lower, _upper), 1):
            values = [limit(point) for point in segment]
            wide = any(each.lower < each.upper for each in segment)
            inside = wide and low <= min(values) and max(values) <= high
            if inside and least < max(values) and min(values) < most:
                rows += _line(story, segment, "limit", 3 * group + offset, _kept_within(limit, least, most))
    return rows


def _kept_within(limit: Callable[[SignalPoint], float], least: float, most: float) -> Callable[[SignalPoint], float]:
    return lambda point: min(max(limit(point), least), most)


def _lower(point: SignalPoint) -> float:
    return point.lower


def _upper(point: SignalPoint) -> float:
    return point.upper


def _room(heights: Sequence[float]) -> tuple[float, float]:
    low, high = min(heights), max(heights)
    room = (high - low or abs(high) or 1.0) * _MOST_STRETCH
    return low - room, high + room


def within(zones: Sequence[Row], heights: Sequence[float]) -> list[Row]:
    """The zones as far as they do not squeeze the values: a red flag far away is no reason to draw all the way."""
    low, high = _room(heights)
    return [{**row, "lo": min(max(row["lo"], low), high), "hi": max(min(row["hi"], high), low)} for row in zones]


def _possible(story: Story) -> tuple[float, float]:
    """The lowest and highest value that there can be, as far as the values tell."""
    values = [each.value for each in story.points]
    least = 0.0 if min(values) >= 0 else -float("inf")
    most = PERCENT if story.kpi.unit == "%" and max(values) <= PERCENT else float("inf")
    return least, most


def _segments(story: Story) -> list[list[SignalPoint]]:
    points, segments = story.assessed.signal.points, story.assessed.signal.segments
    starts = [each.start.start for each in segments]
    ends = [*starts[1:], date.max][: len(starts)]
    return [
        [each for each in points if start <= each.period.start < end] for start, end in zip(starts, ends, strict=True)
    ]


def _line(
    story: Story, segment: Sequence[SignalPoint], kind: str, group: int, height: Callable[[SignalPoint], float]
) -> list[Row]:
    path = [(place_of(story, each.period), height(each)) for each in segment]
    places = corners([(day.toordinal(), value) for day, value in path], story.hair)
    return [{"k": kind, "t": path[at][0].isoformat(), "y": path[at][1], "g": group} for at in places]


def rebase_rows(story: Story) -> list[Row]:
    """Where limits are drawn anew, with the reason as far as it has room above the plot; the latest goes first."""
    new = [each for each in story.assessed.signal.segments if each.because]
    rows: list[Row] = [{"k": "rebase", "t": each.start.start.isoformat()} for each in new]
    free = float(DESK)
    for each in reversed(new):
        start = _across(story, each.start.start)
        width = width_of(each.because, EM) * LETTER
        al = "left" if start + width <= free else "right"
        if al == "left" or (free == DESK and width <= start):
            rows.append({"k": "rebase words", "t": each.start.start.isoformat(), "al": al, "s": each.because})
            free = (start if al == "left" else start - width) - LETTER
    return rows


def _across(story: Story, day: date) -> float:
    first, last = story.span
    return (day - first) / (last - first) * DESK


def signal_rows(story: Story) -> list[Row]:
    """A mark on each value that is more than noise."""
    labels = story.labels
    drawn = [each for each in story.points if each.complete]
    few = len(drawn) <= _MOST_MARKED
    rows: list[Row] = []
    for point in drawn:
        label = labels.get(point.period.start, PointLabel.COMMON_CAUSE)
        if label.side and (few or label in (PointLabel.ABOVE_LIMIT, PointLabel.BELOW_LIMIT)):
            day = place_of(story, point.period).isoformat()
            rows.append({"k": "signal", "t": day, "y": point.value, "st": _meaning(story.kpi.direction, label)})
    return rows


def _meaning(direction: Direction, label: PointLabel) -> str:
    if direction not in (Direction.HIGHER, Direction.LOWER):
        return "change"
    return "better" if (label.side > 0) == (direction is Direction.HIGHER) else "worse"


def fan_rows(story: Story, heights: Sequence[float]) -> list[Row]:
    """The forecast from the latest complete value on: its middle, and the ranges of 80 % and 95 %, one in the other."""
    now, points = story.assessed.current, story.fan
    if now is None or not points:
        return []
    low, high = _room(heights)
    start = (place_of(story, now.period), now.value, now.value)
    rows: list[Row] = []
    for group, ends in enumerate((_wide, _narrow)):
        path = [start, *((place_of(story, each.period), *ends(each)) for each in points)]
        rows += [
            {"k": "fan", "t": day.isoformat(), "lo": max(below, low), "hi": min(above, high), "g": group}
            for day, below, above in path
        ]
    middles = [(start[0], now.value), *((place_of(story, each.period), each.value) for each in points)]
    inside = [(day, value) for day, value in middles if low <= value <= high]
    return [*rows, *({"k": "ahead", "t": day.isoformat(), "y": value, "g": 0} for day, value in inside)]


def _wide(point: FanPoint) -> tuple[float, float]:
    return point.lower95, point.upper95


def _narrow(point: FanPoint) -> tuple[float, float]:
    return point.lower80, point.upper80
