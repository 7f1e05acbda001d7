"""From an assessed KPI to the rows of its chart."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, time
from functools import cached_property
from operator import attrgetter
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
from bsc_site.wording.calculations.note_text import note_text
from bsc_site.wording.figures import period_text
from bsc_site.wording.kpi_figures import figure_text
from bsc_site.wording.language import say
from bsc_site.wording.outlooks.kpi_conclusion import expectation_text
from bsc_site.wording.outlooks.point_words import point_word

Row = dict[str, Any]
MOST_BARS = 120
_MOST_DOTS = 60
_BACK_SHARE = 0.35
_HAIR = 0.25 / 340
"""A quarter of a pixel where the values stand 340 of them high, as they do in the highest plot."""
_GAP = 0.1


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
        return (max(values) - min(values)) * _HAIR

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
    """One row a period, with what a reader is told who points at it; `g` grows after each missing period."""
    rows: list[Row] = []
    segments = _segments(story)
    lengths = Counter(segments)
    for number, (point, segment) in enumerate(zip(story.points, segments, strict=True)):
        day = point.period.start.isoformat()
        row: Row = {"k": _kind(story, point), "i": number, "t": day, "y": point.value, "g": segment}
        row.update(_shape(story, point, alone=lengths[segment] == 1))
        row.update(_words(story, point))
        rows.append(row)
    return rows


def _kind(story: Story, point: Point) -> str:
    if not story.bars:
        return "actual" if point.complete else "unfinished"
    if not point.complete:
        return "partial"
    return "newest" if point == story.assessed.current else "actual"


def _segments(story: Story) -> list[int]:
    """The number of the unbroken stretch that each point belongs to."""
    present = {each.period.ordinal for each in story.assessed.points if each.complete}
    found, segment = [], 0
    for before, here in zip((None, *story.points[:-1]), story.points, strict=True):
        if before is not None and not present.issuperset(range(before.period.ordinal + 1, here.period.ordinal)):
            segment += 1
        found.append(segment)
    return found


def _shape(story: Story, point: Point, *, alone: bool) -> Row:
    if story.bars:
        start, end = _feet(point)
        return {"t": start, "u": end, "m": middle(point.period).isoformat()}
    return {"dot": 1} if point.complete and (alone or len(story.points) <= _MOST_DOTS) else {}


def _feet(point: Point) -> tuple[str, str]:
    """Where a bar stands: its period without a tenth on either side, to the minute."""
    start = datetime.combine(point.period.start, time(), UTC)
    length = point.period.end + DAY - point.period.start
    ends = (start + length * _GAP, start + length * (1 - _GAP))
    return f"{ends[0]:%Y-%m-%dT%H:%MZ}", f"{ends[1]:%Y-%m-%dT%H:%MZ}"


def _words(story: Story, point: Point) -> Row:
    status = (
        story.names.of(point.status, point.score)
        if point.status.judged
        else ("" if point.complete else say("not complete yet"))
    )
    words = {
        "p": period_text(point.period),
        "v": story.text(point.value),
        "e": expectation_text(point.expected, story.kpi),
    }
    label = story.labels.get(point.period.start, PointLabel.COMMON_CAUSE)
    words |= {"w": status, "n": note_text(point.note), "l": point_word(label) if label.side else ""}
    return {key: word for key, word in words.items() if word}


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
            {"k": "aim", "t": _feet(each)[0], "u": _feet(each)[1], "y": each.expected.target}
            for each in story.points
            if each.expected.target is not None
        ]
    path = _path_so_far(story)
    if not path:
        return []
    path += story.outlook.corners[1:]
    dated = {target.period.within(story.kpi.frequency).start for target in story.kpi.targets}
    always = [at for at, (day, _) in enumerate(path) if day in dated]
    places = corners([(day.toordinal(), value) for day, value in path], story.hair, always)
    return [{"k": "target", "t": path[at][0].isoformat(), "y": path[at][1], "g": 0} for at in places]


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
    ends = [("tolerance", 0, "red_flag", "on_track_from"), ("tolerance", 1, "red_flag_low", "low")]
    ends += [("band", 2, "low", "high"), ("tolerance", 3, "high", "red_flag_high")]
    return [row for kind, group, low, high in ends for row in _zone(story, kind, group, (low, high))]


def _zone(story: Story, kind: str, group: int, names: tuple[str, str]) -> list[Row]:
    ends = attrgetter(*names)
    found = ((each.period.start, ends(each.expected)) for each in story.assessed.points)
    known = [(day, low, high) for day, (low, high) in found if low is not None and high is not None]
    if not known:
        return []
    places = corners([(day.toordinal(), low, high) for day, low, high in known], story.hair)
    return [
        {"k": kind, "t": known[at][0].isoformat(), "lo": known[at][1], "hi": known[at][2], "g": group} for at in places
    ]


def note_rows(story: Story) -> list[Row]:
    """A ring around each noted value."""
    noted = [each for each in story.points if each.note]
    return [{"k": "note", "t": place_of(story, each.period).isoformat(), "y": each.value} for each in noted]


def place_of(story: Story, period: Period) -> date:
    """The day at which a period's value stands: the middle of its bar, or its first day."""
    return middle(period) if story.bars else period.start


def baseline_rows(story: Story) -> list[Row]:
    """The diamond where the way began."""
    return [{"k": "baseline", "t": story.baseline[0].isoformat(), "y": story.baseline[1]}] if story.baseline else []
