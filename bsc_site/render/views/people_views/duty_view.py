"""The page of update duty: who owes which figure, and how late it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from bsc_site.model.concluded.overview import Duty
from bsc_site.model.value_class import dataclass
from bsc_site.render.text import own
from bsc_site.render.views.parts.first_lines import FirstLines, first_lines
from bsc_site.render.views.parts.freshness_marks import freshness_mark
from bsc_site.render.views.parts.page_parts import Frame, Link, StatusMark
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.people_views.responsibilities import DueRow, due_row
from bsc_site.wording.figures import date_text, period_text
from bsc_site.wording.language import say, say_count


@dataclass(frozen=True, slots=True)
class LateRow:
    """A figure that is late."""

    row: DueRow
    missing: str


@dataclass(frozen=True, slots=True)
class PersonRow:
    """What one person has to deliver."""

    link: Link
    team: Link
    figures: str
    dots: tuple[StatusMark, ...]
    """One for each figure, the latest first."""
    mark: StatusMark
    late: str
    next: str
    """The figure that is due next, and the day."""
    next_link: Link


@dataclass(frozen=True, slots=True)
class DutyView:
    """Everything that `duty.md.jinja` shows."""

    title: str
    frame: Frame
    summary: str
    empty: FirstLines | None
    late: tuple[LateRow, ...]
    never: tuple[Link, ...]
    """KPIs that never had a figure."""
    people: tuple[PersonRow, ...]
    computed: str
    subscribed: tuple[Link, ...]


def duty_view(here: Standpoint) -> DutyView:
    """Who has to deliver what: in the whole project at the root, in one scorecard below it."""
    title = say("Who is late: {scorecard}", scorecard=here.card.scorecard.title)
    roster = here.assessment.overviews[here.id].roster
    found = roster.duties
    late = [each for each in found if each.days_late]
    return DutyView(
        title=title,
        frame=here.frame(title),
        summary=_summary(found, late),
        empty=None if here.assessment.project.people else first_lines("people"),
        late=tuple(_late(here, each) for each in late),
        never=tuple(here.kpi(each.kpi) for each in found if each.due is None),
        people=tuple(_people(here, found)),
        computed=_computed(roster.computed) if roster.computed else "",
        subscribed=here.subscribed(),
    )


def _computed(count: int) -> str:
    return say_count(
        "Nobody has to deliver the figures of {count} KPI computed from others",
        "Nobody has to deliver the figures of {count} KPIs computed from others",
        count,
    )


def _summary(found: tuple[Duty, ...], late: list[Duty]) -> str:
    """`3 of 22 figures are late, the oldest by 36 days`."""
    if not late:
        return say_count(
            "No figure is late; {count} KPI to be kept up to date",
            "No figure is late; {count} KPIs to be kept up to date",
            len(found),
        )
    return say_count(
        "{count} of {figures} is late, the oldest by {days}",
        "{count} of {figures} are late, the oldest by {days}",
        len(late),
        figures=_figures(len(found)),
        days=_oldest(late),
    )


def _figures(count: int) -> str:
    return say_count("{count} figure", "{count} figures", count)


def _oldest(late: list[Duty]) -> str:
    """How long the oldest of them is late: `36 days`."""
    return say_count("{count} day", "{count} days", max(each.days_late for each in late))


def _late(here: Standpoint, duty: Duty) -> LateRow:
    when, period = duty.due or here.assessment.as_of, period_text(duty.period) if duty.period else ""
    row = due_row(here, when, say("Figure for {period}", period=period), here.kpi(duty.kpi), duty.person)
    return LateRow(row, _figures(duty.missing))


def _people(here: Standpoint, found: tuple[Duty, ...]) -> Iterable[PersonRow]:
    """Those who owe something, the latest first; then those who owe nothing late, by what is due next."""
    owing = defaultdict[str | None, list[Duty]](list)
    for each in found:
        owing[each.person].append(each)
    for person, mine in owing.items():
        late = [each for each in mine if each.days_late or each.due is None]
        ahead = next((each for each in mine if each.due and not each.days_late), None)
        declared = here.assessment.project.people.get(person or "")
        yield PersonRow(
            link=here.person(person),
            team=here.team(declared.team) if declared and declared.team else Link(""),
            figures=_figures(len(mine)),
            dots=tuple(_dot(here, each) for each in mine),
            mark=_mark(late),
            late=_lateness(late),
            next=f"{period_text(ahead.period)}: {date_text(ahead.due)}"
            if ahead and ahead.period and ahead.due
            else "—",
            next_link=here.kpi(ahead.kpi) if ahead else Link(""),
        )


def _dot(here: Standpoint, duty: Duty) -> StatusMark:
    mark = freshness_mark(here.assessment.kpis[duty.kpi].freshness)
    return StatusMark(mark.shape, mark.word, here.kpi(duty.kpi).text)


def _mark(late: list[Duty]) -> StatusMark:
    if late:
        return StatusMark(own("overdue"), say("Late"), "")
    return StatusMark(own("fresh"), say("Up to date"), "")


def _lateness(late: list[Duty]) -> str:
    """`2 figures, the oldest by 36 days`."""
    if not late:
        return ""
    if not any(each.days_late for each in late):
        return _figures(len(late))
    return say_count(
        "{count} figure, the oldest by {days}", "{count} figures, the oldest by {days}", len(late), days=_oldest(late)
    )
