"""The groups of a KPI on its page: a small picture of each on one scale, and a table."""

from __future__ import annotations

from markupsafe import Markup

from bsc_site.model.concluded.assessment import Breakdown, GroupStanding, KpiAssessment, Point
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Direction, Status
from bsc_site.render.text import own
from bsc_site.render.views.parts.page_parts import StatusMark
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.parts.value_sentences import expected_at, value_text
from bsc_site.wording.breakdown_text import beside_the_whole, gap_text
from bsc_site.wording.figures import period_text
from bsc_site.wording.language import say

MOST_PICTURES = 24
"""More groups than these stand in the table alone."""
LATEST = 24
_WIDTH, _HEIGHT, _EDGE = 150, 44, 4


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One group: its latest figure, what it is beside the whole, and its course beside that of the whole."""

    name: str
    value: str
    period: str
    beside: str
    target: str
    status: StatusMark
    judged: bool
    picture: Markup


@dataclass(frozen=True, slots=True)
class BreakdownView:
    """The groups by one column, the best first; `beside` says what stands beside each figure."""

    title: str
    anchor: str
    gap: str
    beside: str
    caption: str
    pictured: bool
    judged: bool
    groups: tuple[GroupRow, ...]


def breakdown_views(here: Standpoint, found: KpiAssessment) -> tuple[BreakdownView, ...]:
    """One for each column that tells groups apart; empty without any."""
    return tuple(_view(here, found, each, f"by-{number}") for number, each in enumerate(found.breakdowns, start=1))


def _view(here: Standpoint, found: KpiAssessment, breakdown: Breakdown, anchor: str) -> BreakdownView:
    scale, whole = _scale(found, breakdown), {} if breakdown.parts else _course(found.points)
    rows = tuple(
        _row(here, found, breakdown, each, scale.picture(_course(each.points), whole))
        for each in _ordered(found, breakdown)
    )
    return BreakdownView(
        title=say("By {column}", column=breakdown.by),
        anchor=anchor,
        gap=gap_text(found.kpi, breakdown),
        beside=say("Share of the whole") if breakdown.parts else say("Against the whole"),
        caption=say("{kpi} by {column}", kpi=found.kpi.name, column=breakdown.by),
        pictured=len(rows) <= MOST_PICTURES,
        judged=any(each.judged for each in rows),
        groups=rows,
    )


def _ordered(found: KpiAssessment, breakdown: Breakdown) -> list[GroupStanding]:
    """The best first, or the largest where neither way is better; groups without a figure last."""
    sign = 1.0 if found.kpi.direction is Direction.LOWER else -1.0
    with_figure = [(sign * each.current.value, each) for each in breakdown.groups if each.current]
    without = [each for each in breakdown.groups if each.current is None]
    return [each for _, each in sorted(with_figure, key=lambda pair: pair[0])] + without


def _row(
    here: Standpoint, found: KpiAssessment, breakdown: Breakdown, group: GroupStanding, picture: Markup
) -> GroupRow:
    now = group.current
    status, score = (now.status, now.score) if now else (Status.NO_DATA, None)
    return GroupRow(
        name=group.name,
        value=value_text(found.kpi, now.value if now else None),
        period=period_text(now.period) if now else "",
        beside=beside_the_whole(found, breakdown, group),
        target=expected_at(found.kpi, now) if now else "",
        status=here.status(status, score),
        judged=status is not Status.NOT_SCORED,
        picture=picture,
    )


def _scale(found: KpiAssessment, breakdown: Breakdown) -> _Scale:
    """One scale for all groups; parts have no whole on theirs."""
    courses = [_course(each.points) for each in breakdown.groups]
    whole = {} if breakdown.parts else _course(found.points)
    times = sorted({time for each in courses for time in each})[-LATEST:]
    values = [each[time] for each in (*courses, whole) for time in times if time in each]
    return _Scale(tuple(times), min(values, default=0.0), max(values, default=0.0))


@dataclass(frozen=True, slots=True)
class _Scale:
    """Places of periods and values in the picture."""

    times: tuple[int, ...]
    low: float
    high: float

    def picture(self, mine: dict[int, float], whole: dict[int, float]) -> Markup:
        """A group's course over that of the whole."""
        return own(
            f'<svg class="bsc-group__svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" aria-hidden="true">'
            f'<polyline class="bsc-group__whole" points="{self.line(whole)}"/><polyline points="{self.line(mine)}"/>'
            f"{self.dot(mine)}</svg>"
        )

    def place(self, time: int, value: float) -> str:
        span = self.times[-1] - self.times[0]
        across = (time - self.times[0]) / span if span else 0.5
        up = (value - self.low) / (self.high - self.low) if self.high > self.low else 0.5
        x, y = _EDGE + across * (_WIDTH - 2 * _EDGE), _HEIGHT - _EDGE - up * (_HEIGHT - 2 * _EDGE)
        return f"{x:.0f},{y:.1f}"

    def line(self, course: dict[int, float]) -> str:
        return " ".join(self.place(each, course[each]) for each in self.times if each in course)

    def dot(self, course: dict[int, float]) -> str:
        shown = [each for each in self.times if each in course]
        if not shown:
            return ""
        x, y = self.place(shown[-1], course[shown[-1]]).split(",")
        return f'<circle cx="{x}" cy="{y}" r="2.8"/>'


def _course(points: tuple[Point, ...]) -> dict[int, float]:
    return {each.period.ordinal: each.value for each in points if each.complete}
