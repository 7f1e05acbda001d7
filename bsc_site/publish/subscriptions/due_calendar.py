"""The calendars: figures, decisions, milestones and reviews on the day that they are due (iCalendar, RFC 5545)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from uuid import NAMESPACE_URL, uuid5

from bsc_site.compute.due_dates import due_dates_of
from bsc_site.model.concluded.overview import DueDate, DueKind
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.concluded.review_assessment import element_of
from bsc_site.model.value_class import dataclass
from bsc_site.publish.subscriptions.calendar_text import calendar_bytes, text_value
from bsc_site.publish.subscriptions.lasting_names import LastingNames, names_of
from bsc_site.render.addresses import Addresses
from bsc_site.render.matter.site_part import SitePart, cards_of
from bsc_site.wording.conclusions.due_text import due_text
from bsc_site.wording.language import say

CALENDAR = "calendar.ics"


def calendars(
    assessment: Assessment, site_url: str = "", part: SitePart | None = None, site_name: str = "", site_id: str = ""
) -> dict[str, bytes]:
    """Every calendar of the part by its path in the site.

    `calendar.ics` holds what is due from anybody, in any scorecard; `people/<id>/calendar.ics` what is due from a
    person, that of a person of a child scorecard below `s/<id>/`.
    """
    site = _CalendarSite(
        assessment, Addresses(assessment.project), names_of(assessment.project, site_url, site_name, site_id)
    )
    events = list(_events(due_dates_of(assessment), site, site_url))
    of_person = defaultdict[str, list[_Event]](list)
    for each in events:
        for person in each.due.people:
            of_person[person].append(each)
    root, files = assessment.project.root, dict[str, bytes]()
    for card in cards_of(assessment, part):
        if card.scorecard.id == root.id:
            files[CALENDAR] = _calendar(say("What is due: {name}", name=root.title), events)
        for declared in card.scorecard.people:
            name = say("What is due: {name}", name=declared.name)
            files[f"{site.addresses.person(declared.id)}{CALENDAR}"] = _calendar(name, of_person[declared.id])
    return files


@dataclass(frozen=True, slots=True)
class _CalendarSite:
    assessment: Assessment
    addresses: Addresses
    names: LastingNames

    def page(self, due: DueDate) -> str:
        """The address of the page that tells more."""
        if due.kind is DueKind.FIGURE:
            return self.addresses.kpi(due.about)
        if due.kind is DueKind.MILESTONE:
            return self.addresses.initiative(due.scorecard, due.about)
        if due.kind is DueKind.DECISION and due.period is not None:
            return self.addresses.review(due.scorecard, due.period)
        return self.addresses.overview(due.scorecard, "reviews")

    def where(self, due: DueDate) -> str:
        """The element of a decision or a step by its name; empty where the line says it."""
        project, about = self.assessment.project, due.about
        if due.kind is DueKind.MILESTONE:
            return self.assessment.scorecards[due.scorecard].initiatives[about].initiative.name
        element = element_of(about, due.scorecard)
        if due.kind is DueKind.DECISION and element.kind == "kpi" and element.id in project.kpis:
            return project.kpis[element.id].name
        return ""


@dataclass(frozen=True, slots=True)
class _Event:
    due: DueDate
    lines: tuple[str, ...]


def _events(dates: Sequence[DueDate], site: _CalendarSite, site_url: str) -> Iterator[_Event]:
    told = Counter[tuple[str, ...]]()
    people = site.assessment.project.people
    for due in dates:
        own = () if due.kind in (DueKind.FIGURE, DueKind.REVIEW) else (due.name,)
        parts = (due.kind.value, due.scorecard, due.about, str(due.period or ""), *own)
        told[parts] += 1
        name = site.names.of("due", *parts, *([str(told[parts])] if told[parts] > 1 else []))
        who = (
            "" if due.kind is DueKind.REVIEW else ", ".join(people[each].name for each in due.people if each in people)
        )
        description = "\n".join(each for each in (site.where(due), who) if each)
        lines = [
            "BEGIN:VEVENT",
            f"UID:{uuid5(NAMESPACE_URL, name)}@{site.names.site}",
            f"DTSTAMP:{site.assessment.as_of:%Y%m%d}T000000Z",
            f"DTSTART;VALUE=DATE:{due.day:%Y%m%d}",
            f"SUMMARY:{text_value(due_text(due))}",
            *([f"DESCRIPTION:{text_value(description)}"] if description else []),
            *([f"URL:{site_url.rstrip('/')}/{site.page(due)}"] if site_url else []),
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
        yield _Event(due, tuple(lines))


_NOTHING_DUE = (
    *("BEGIN:VTIMEZONE", "TZID:Etc/UTC", "BEGIN:STANDARD", "DTSTART:19700101T000000"),
    *("TZOFFSETFROM:+0000", "TZOFFSETTO:+0000", "END:STANDARD", "END:VTIMEZONE"),
)
"""A calendar has at least one component (section 3.6): of one without dates it is this, which shows nothing."""


def _calendar(name: str, events: Sequence[_Event]) -> bytes:
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//bsc-site//bsc-site//EN", f"X-WR-CALNAME:{text_value(name)}")
    told = [line for each in events for line in each.lines] or _NOTHING_DUE
    return calendar_bytes((*head, *told, "END:VCALENDAR"))
