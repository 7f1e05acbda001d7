"""Rows of what a chart shows beside the values: natural variation, values that stand out, and the forecast."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from operator import sub

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
        periods, _, means, lowers, uppers = zip(*segment, strict=True)
        days = [place_of(story, each) for each in periods]
        bends = _bends(story, days, means)
        rows += _line(days, means, bends, {"k": "mean", "g": 3 * group})
        wide = lowers != uppers
        for offset, limits in enumerate((lowers, uppers), 1):
            inside = wide and low <= min(limits) and max(limits) <= high
            if inside and least < max(limits) and min(limits) < most:
                kept = _within(limits, least, most)
                places = bends if _beside(means, kept, story.hair) else _bends(story, days, kept)
                rows += _line(days, kept, places, {"k": "limit", "g": 3 * group + offset})
    return rows


def _within(limits: Sequence[float], least: float, most: float) -> Sequence[float]:
    """The limits, none beyond what there can be; hardly any ever is."""
    if least <= min(limits) and max(limits) <= most:
        return limits
    return [min(max(each, least), most) for each in limits]


def _bends(story: Story, days: Sequence[date], *heights: Sequence[float]) -> list[int]:
    """Where one of these lines bends."""
    return corners([day.toordinal() for day in days], heights, story.hair)


def _beside(line: Sequence[float], other: Sequence[float], hair: float) -> bool:
    """Whether two lines keep their distance, so that they bend at the same places."""
    apart = list(map(sub, line, other))
    return bool(max(apart) - min(apart) <= hair / 100)


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


def _segments(story: Story) -> list[tuple[SignalPoint, ...]]:
    """The points from each rebase to the next, as far as there are any."""
    points, segments = story.assessed.signal.points, story.assessed.signal.segments
    days = [each.period.start for each in points]
    places = [bisect_left(days, each.start.start) for each in segments]
    found = [points[start:end] for start, end in pairwise([*places, len(points)])]
    return [each for each in found if each]


def _line(days: Sequence[date], heights: Sequence[float], places: Iterable[int], kind: Row) -> list[Row]:
    return [{**kind, "t": days[at].isoformat(), "y": heights[at]} for at in places]


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
    """A mark on each value that is more than noise; `at` is the number of the value."""
    labels = story.labels
    few = sum(each.complete for each in story.points) <= _MOST_MARKED
    meanings = {
        label: _meaning(story.kpi.direction, label)
        for label in set(labels.values())
        if label.side and (few or label in (PointLabel.ABOVE_LIMIT, PointLabel.BELOW_LIMIT))
    }
    marked = {day: meanings[label] for day, label in labels.items() if label in meanings}
    rows: list[Row] = []
    for number, point in enumerate(story.points if marked else ()):
        meaning = marked.get(point.period.start)
        if meaning and point.complete:
            day = place_of(story, point.period).isoformat()
            rows.append({"k": "signal", "at": number, "t": day, "y": point.value, "st": meaning})
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
    days = [place_of(story, now.period), *(place_of(story, each.period) for each in points)]
    rows: list[Row] = []
    for group, ends in enumerate((_wide, _narrow)):
        found = [(now.value, now.value), *map(ends, points)]
        lows, highs = [max(each, low) for each, _ in found], [min(each, high) for _, each in found]
        rows += [
            {"k": "fan", "t": days[at].isoformat(), "lo": lows[at], "hi": highs[at], "g": group}
            for at in _bends(story, days, lows, highs)
        ]
    middles = zip(days, (now.value, *(each.value for each in points)), strict=True)
    shown, values = zip(*((day, value) for day, value in middles if low <= value <= high), strict=True)
    return [*rows, *_line(shown, values, _bends(story, shown, values), {"k": "ahead", "g": 0})]


def _wide(point: FanPoint) -> tuple[float, float]:
    return point.lower95, point.upper95


def _narrow(point: FanPoint) -> tuple[float, float]:
    return point.lower80, point.upper80
