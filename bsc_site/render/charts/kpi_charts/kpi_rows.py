"""From an assessed KPI to the rows of its chart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from functools import cached_property, lru_cache
from typing import Any

from bsc_site.model.concluded.assessment import KpiAssessment, Point
from bsc_site.model.concluded.outlook import FanPoint
from bsc_site.model.declared.initiative import Initiative
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.scorecard import StatusNames
from bsc_site.model.period import Period
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import PointLabel
from bsc_site.render.charts.grammar.days import DAY, middle
from bsc_site.render.charts.kpi_charts.ahead import Ahead, drawn_fan, outlook_of
from bsc_site.render.charts.kpi_charts.thinning import corners, kept
from bsc_site.wording.figure_frames import framed_numbers
from bsc_site.wording.kpi_figures import figure_text

Row = dict[str, Any]
MOST_BARS = 120
_MOST_DOTS = 60
_BACK_SHARE = 0.35
_HAIR = 0.25 / 340
"""A quarter of a pixel where the values stand 340 of them high, as they do in the highest plot."""
_DUST = 1e-12
"""What the arithmetic of binary fractions leaves behind, as a share of a value."""
_GAP = 0.1
_BAND = 2
"""The group of the zone between the two ends of a band."""


@dataclass(frozen=True)
class Story:
    """Everything that the chart of one KPI is made from."""

    assessed: KpiAssessment
    names: StatusNames
    initiatives: tuple[Initiative, ...] = ()

    @property
    def kpi(self) -> Kpi:
        """The KPI itself."""
        return self.assessed.kpi

    @cached_property
    def bars(self) -> bool:
        """Whether its amounts add up and are few enough to stand as bars."""
        return self.kpi.adds_up and len(self.assessed.points) <= MOST_BARS

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """The points that are drawn: all, or a thinned long series."""
        values = [each.value for each in self.assessed.points]
        noted = frozenset(number for number, each in enumerate(self.assessed.points) if each.note)
        return tuple(self.assessed.points[number] for number in kept(values, noted))

    @cached_property
    def numbers(self) -> list[float] | None:
        """Those points as their texts tell them, rounded; None where words tell one of them."""
        return framed_numbers(self.kpi, [each.value for each in self.points])

    @cached_property
    def outlook(self) -> Ahead:
        """The way of the target from now on; bars carry their targets themselves."""
        return Ahead() if self.bars else outlook_of(self.assessed)

    @cached_property
    def baseline(self) -> tuple[date, float] | None:
        """Where and when the way began, unless that is too long before the first value to be shown."""
        if self.kpi.baseline is None or self.kpi.baseline.value is None or self.bars:
            return None
        day, points = self.kpi.baseline.period.within(self.kpi.frequency).start, self.points
        length = points[-1].period.start - points[0].period.start
        return (day, self.kpi.baseline.value) if day >= points[0].period.start - length * _BACK_SHARE else None

    @cached_property
    def hair(self) -> float:
        """A quarter of the finest line that a screen shows, in the KPI's unit: what a path may leave out.

        The plot shows at least all values.
        """
        values = [each.value for each in self.assessed.points]
        return max((max(values) - min(values)) * _HAIR, max(map(abs, values)) * _DUST)

    @cached_property
    def labels(self) -> dict[date, PointLabel]:
        """First day of a period to what the limits of natural variation say of its value."""
        signal = self.assessed.signal
        return {each.period.start: each.label for each in signal.points} if signal.grounds else {}

    @cached_property
    def fan(self) -> tuple[FanPoint, ...]:
        """The part of the forecast that is drawn: up to the next target, or so far that the history stays readable."""
        return drawn_fan(self.assessed, self.outlook)

    @cached_property
    def span(self) -> tuple[date, date]:
        """First and last day of the plot."""
        first, last = self.points[0].period, self.points[-1].period
        end = last.end + DAY if self.bars else last.start
        days = [first.start, end, *(day for day, _ in self.outlook.corners)]
        days += [self.baseline[0]] if self.baseline else []
        days += [place_of(self, self.fan[-1].period)] if self.fan else []
        if min(days) == max(days):
            return min(days) - 15 * DAY, max(days) + 15 * DAY
        return min(days), max(days)

    @cached_property
    def ends_now(self) -> bool:
        """Whether nothing is drawn later than the latest complete value."""
        now = self.assessed.current
        return now is not None and place_of(self, now.period) == self.span[1]

    def text(self, value: float | None) -> str:
        """A value in the KPI's unit."""
        return figure_text(self.kpi, value)


def actual_rows(story: Story) -> list[Row]:
    """One row a period, `i` is its number; `g` grows after each missing period."""
    return _bar_rows(story) if story.bars else _line_rows(story)


def _line_rows(story: Story) -> list[Row]:
    """The values of a line, with a dot where there are few of them, and on those that nothing joins with others."""
    segments = _segments(story)
    rows: list[Row] = [
        {
            "k": "actual" if point.complete else "unfinished",
            "i": number,
            "t": point.period.start.isoformat(),
            "y": point.value,
            "g": segment,
        }
        for number, (point, segment) in enumerate(zip(story.points, segments, strict=True))
    ]
    lengths, few = Counter(segments), len(rows) <= _MOST_DOTS
    for row in rows if few or len(lengths) > 1 else ():
        if row["k"] == "actual" and (few or lengths[row["g"]] == 1):
            row["dot"] = 1
    return rows


def _bar_rows(story: Story) -> list[Row]:
    now, rows = story.assessed.current, list[Row]()
    for number, (point, segment) in enumerate(zip(story.points, _segments(story), strict=True)):
        start, end = _feet(point.period)
        kind = "actual" if now is None or point.period != now.period else "newest"
        row = {"k": kind if point.complete else "partial", "i": number, "t": start, "y": point.value, "g": segment}
        rows.append({**row, "u": end, "m": middle(point.period).isoformat()})
    return rows


def _segments(story: Story) -> list[int]:
    """The number of the unbroken stretch that each point belongs to."""
    ordinals = [each.period.ordinal for each in story.assessed.points if each.complete]
    points = story.points
    if ordinals and len(ordinals) == len(points) == ordinals[-1] - ordinals[0] + 1:
        return [0] * len(points)
    present, found, segment = set(ordinals), [], 0
    for before, here in zip((None, *points[:-1]), points, strict=True):
        if before is not None and not present.issuperset(range(before.period.ordinal + 1, here.period.ordinal)):
            segment += 1
        found.append(segment)
    return found


@lru_cache(maxsize=4096)
def _feet(period: Period) -> tuple[str, str]:
    """Where a bar stands: its period without a tenth on either side, to the minute."""
    start = datetime.combine(period.start, time(), UTC)
    length = period.end + DAY - period.start
    ends = (start + length * _GAP, start + length * (1 - _GAP))
    return f"{ends[0]:%Y-%m-%dT%H:%MZ}", f"{ends[1]:%Y-%m-%dT%H:%MZ}"


def last_rows(story: Story) -> list[Row]:
    """The latest complete value, marked with the shape of its status; a bar needs no mark."""
    now = story.assessed.current
    if now is None or story.bars:
        return []
    return [{"k": "last", "t": now.period.start.isoformat(), "y": now.value, "st": now.status.value}]


def target_rows(story: Story) -> list[Row]:
    """The dashed path of the target, or one mark a bar."""
    if story.bars:
        return [
            {"k": "aim", "t": _feet(each.period)[0], "u": _feet(each.period)[1], "y": each.expected.target}
            for each in story.points
            if each.expected.target is not None
        ]
    path = _path_so_far(story)
    if not path:
        return []
    path += story.outlook.corners[1:]
    dated = {target.period.within(story.kpi.frequency).start for target in story.kpi.targets}
    always = [at for at, (day, _) in enumerate(path) if day in dated]
    days, heights = zip(*path, strict=True)
    places = corners([day.toordinal() for day in days], [heights], story.hair, always)
    return [{"k": "target", "t": days[at].isoformat(), "y": heights[at], "g": 0} for at in places]


def _path_so_far(story: Story) -> list[tuple[date, float]]:
    """The target at each figure, and between them wherever its path bends."""
    judged = story.assessed.points
    held = [(each.period.start, each.expected.target) for each in judged if each.expected.target is not None]
    if not held:
        return []
    bends = [(each.period.start, each.value) for each in story.assessed.course]
    return sorted([*held, *(each for each in bends if held[0][0] < each[0] < held[-1][0])])


def zone_rows(story: Story) -> list[Row]:
    """The amber zone between target and red flag, and the band of a band KPI."""
    if story.bars:
        return []
    points = story.assessed.points
    _, red_flags, lows, highs, red_flags_low, red_flags_high, _ = zip(*(each.expected for each in points), strict=True)
    reached = [each.expected.on_track_from for each in points] if any(each is not None for each in red_flags) else ()
    ends = {0: (red_flags, reached), 1: (red_flags_low, lows), 2: (lows, highs), 3: (highs, red_flags_high)}
    return [row for group, (below, above) in ends.items() for row in _zone(story, group, below, above)]


def _zone(story: Story, group: int, below: Sequence[float | None], above: Sequence[float | None]) -> list[Row]:
    known = [
        (point.period.start, low, high)
        for point, low, high in zip(story.assessed.points, below, above, strict=False)
        if low is not None and high is not None
    ]
    if not known:
        return []
    days, lows, highs = zip(*known, strict=True)
    places = corners([day.toordinal() for day in days], [lows, highs], story.hair)
    kind = "band" if group == _BAND else "tolerance"
    return [{"k": kind, "t": days[at].isoformat(), "lo": lows[at], "hi": highs[at], "g": group} for at in places]


def note_rows(story: Story) -> list[Row]:
    """A ring around each noted value."""
    noted = [(number, each) for number, each in enumerate(story.points) if each.note]
    return [
        {"k": "note", "at": number, "t": place_of(story, each.period).isoformat(), "y": each.value}
        for number, each in noted
    ]


def place_of(story: Story, period: Period) -> date:
    """The day at which a period's value stands: the middle of its bar, or its first day."""
    return middle(period) if story.bars else period.start


def baseline_rows(story: Story) -> list[Row]:
    """The diamond where the way began."""
    return [{"k": "baseline", "t": story.baseline[0].isoformat(), "y": story.baseline[1]}] if story.baseline else []
