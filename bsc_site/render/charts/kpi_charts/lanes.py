"""Lanes: the initiatives that serve a KPI, as flagged lines below its plot."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from bsc_site.model.declared.initiative import Initiative
from bsc_site.render.charts.grammar.ink import DESK, LETTER
from bsc_site.render.charts.grammar.levels import EM
from bsc_site.render.charts.kpi_charts.kpi_rows import Row, Story
from bsc_site.render.lettering import width_of

_MOST = 6
_FIRST, _HEIGHT = 46, 25
_FLAG = 15
_LETTERS = "ABCDEF"


class WorkLane(NamedTuple):
    """One initiative: its letter, its days inside the plot, the number of its lane, and whether its name has room."""

    letter: str
    initiative: Initiative
    days: tuple[date, date]
    number: int
    al: str
    named: bool


def lanes_of(story: Story) -> list[WorkLane]:
    """The initiatives that overlap the plot, earliest first, at most six; two share a lane where they have room."""
    found: list[WorkLane] = []
    ends: list[float] = []
    for letter, each in zip(_LETTERS, _shown(story), strict=False):
        days = max(each.start.start, story.span[0]), min(each.end.end, story.span[1])
        start, end = (_across(story, day) for day in days)
        width = _FLAG + width_of(each.name, EM) * LETTER
        al = "left" if start + width <= DESK else "right"
        named = al == "left" or width <= end
        edges = (start, max(end, start + width)) if al == "left" else (min(start, end - width), end)
        number = next((at for at, taken in enumerate(ends) if taken + _FLAG < edges[0]), len(ends))
        ends[number : number + 1] = [edges[1]]
        found.append(WorkLane(letter, each, days, number, al, named))
    return found


def below(lanes: Sequence[WorkLane]) -> int:
    """The height of all lanes, in pixels."""
    return _HEIGHT * (1 + max((each.number for each in lanes), default=-1)) + (8 if lanes else 0)


def lane_rows(lanes: Sequence[WorkLane], span: tuple[date, date]) -> list[Row]:
    """A line for each, a flag where its beginning is shown, and its name; on a phone a letter."""
    rows: list[Row] = []
    for lane in lanes:
        days = {"t": lane.days[0].isoformat(), "u": lane.days[1].isoformat()}
        row = _FIRST + _HEIGHT * lane.number
        rows.append({"k": "span", **days, "row": row})
        flag = _FLAG if lane.days[0] > span[0] else 0
        if flag:
            rows.append({"k": "flag", "t": days["t"], "row": row})
        start = {"t": days["t"], "row": row, "dx": flag, "al": "left"}
        name = start if lane.al == "left" else {"t": days["u"], "row": row, "dx": 0, "al": "right"}
        if lane.named:
            rows.append({"k": "wide span", **name, "s": lane.initiative.name})
        rows.append({"k": "narrow span" if lane.named else "span words", **start, "s": lane.letter})
    return rows


def _shown(story: Story) -> list[Initiative]:
    first, last = story.span
    overlapping = [each for each in story.initiatives if each.start.start < last and each.end.end > first]
    return sorted(overlapping, key=lambda each: (each.start.start, each.id))[:_MOST]


def _across(story: Story, day: date) -> float:
    first, last = story.span
    return (day - first) / (last - first) * DESK
