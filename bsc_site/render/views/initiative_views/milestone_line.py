"""Milestone lines: the time of one initiative as a bar, filled as far as the work got, with today and its steps."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from markupsafe import Markup

from bsc_site.model.concluded.assessment import InitiativeAssessment
from bsc_site.model.declared.initiative import Milestone
from bsc_site.model.value_class import dataclass
from bsc_site.render.text import own
from bsc_site.wording.figures import date_text
from bsc_site.wording.language import say

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stone:
    """One milestone: its place in hundredths of the line, and what it says."""

    place: Markup
    style: Markup
    words: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Places and lengths are hundredths of the whole line; `today` is empty where that day lies beyond it."""

    start: Markup
    length: Markup
    done: Markup
    today: Markup
    first: str
    last: str
    stones: tuple[Stone, ...]


def timeline_of(found: InitiativeAssessment, as_of: date) -> Timeline:
    """The line from the first to the last day of the plan, its milestones and, where it is near, today."""
    work = found.initiative
    start, end = work.start.start, work.end.end + _DAY
    days = [start, end, *(_day(each, as_of) for each in work.milestones)]
    span = max(days) - min(days)
    if min(days) - span / 4 <= as_of <= max(days) + span / 4:
        days.append(as_of)
    first, last = min(days), max(days)
    place = _places(first, last)
    length = place(end) - place(start)
    return Timeline(
        start=_part(place(start)),
        length=_part(length),
        done=_part(length * min(1.0, found.progress or 0.0)),
        today=_part(place(as_of)) if first <= as_of <= last else Markup(),
        first=date_text(first),
        last=date_text(last - _DAY if last == end else last),
        stones=tuple(_stone(each, _part(place(_day(each, as_of))), as_of) for each in work.milestones),
    )


def _reached(step: Milestone, as_of: date) -> bool:
    return step.done is not None and step.done.start <= as_of


def _day(step: Milestone, as_of: date) -> date:
    return step.done.end if step.done is not None and _reached(step, as_of) else step.due.end


def _stone(step: Milestone, place: Markup, as_of: date) -> Stone:
    day = date_text(_day(step, as_of))
    if _reached(step, as_of):
        return Stone(place, own("reached"), say("{milestone}: reached {day}", milestone=step.name, day=day))
    return Stone(place, own("open"), say("{milestone}: due {day}", milestone=step.name, day=day))


def _places(first: date, last: date) -> Callable[[date], float]:
    whole = (last - first).days or 1
    return lambda day: 100 * (day - first).days / whole


def _part(share: float) -> Markup:
    return own(f"{share:.1f}")
