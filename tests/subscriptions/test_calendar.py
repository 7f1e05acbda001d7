"""Calendars hold what is due, each date once, in a form that every program reads."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.publish.subscriptions.calendar_text import calendar_bytes, text_value
from bsc_site.publish.subscriptions.due_calendar import CALENDAR, calendars
from tests.builders.meetings import reviewed
from tests.subscriptions.calendar_reading import content_lines, events

DECISION = {"text": "Open on Sundays; call, then write", "owner": "bob", "due": "2025-11"}
REVIEW: dict[str, Any] = {"period": "2025-09", "on": "kpi/k", "by": "ann", "analysis": "Rain.", "decisions": [DECISION]}
WORK = {
    "id": "door",
    "name": "Second door",
    "owner": "bob",
    "serves": ["o"],
    "start": "2025-09",
    "end": "2025-12",
    "milestones": [{"name": "Hinges", "due": "2025-10-20"}, {"name": "Frame", "due": "2025-09", "done": "2025-09-20"}],
}


def _whole(**keys: Any) -> Assessment:
    return reviewed(REVIEW, **({"initiatives": [WORK], "review_cadence": "monthly"} | keys))


def _told(whole: Assessment, path: str = CALENDAR) -> list[tuple[str, str]]:
    return [(each["DTSTART"], each["SUMMARY"]) for each in events(calendars(whole)[path])]


def test_everything_that_is_due_stands_on_its_day() -> None:
    """And what has been done stands nowhere."""
    assert _told(_whole()) == [
        ("20251020", "Milestone: Hinges"),
        ("20251110", "Figure of Visits for Oct 2025"),
        ("20251110", "Review of C for Oct 2025"),
        ("20251130", "Decided: Open on Sundays; call, then write"),
    ]


def test_a_person_has_what_is_due_from_them() -> None:
    """Reviews are everybody's."""
    whole = _whole()
    assert [words for _, words in _told(whole, "people/ann/calendar.ics")] == [
        "Figure of Visits for Oct 2025",
        "Review of C for Oct 2025",
    ]
    assert [words for _, words in _told(whole, "people/bob/calendar.ics")] == [
        "Milestone: Hinges",
        "Review of C for Oct 2025",
        "Decided: Open on Sundays; call, then write",
    ]


def test_a_date_is_the_same_one_in_every_build_and_stamped_with_the_day_of_the_figures() -> None:
    first, later = _whole(), replace(_whole(), as_of=date(2025, 10, 9))
    before, after = (events(calendars(each)[CALENDAR]) for each in (first, later))
    assert [each["UID"] for each in before] == [each["UID"] for each in after]
    assert {each["DTSTAMP"] for each in before} == {"20251005T000000Z"}
    assert {each["DTSTAMP"] for each in after} == {"20251009T000000Z"}
    assert calendars(first) == calendars(_whole())


def test_two_decisions_in_the_same_words_are_two_dates() -> None:
    twice = REVIEW | {"decisions": [DECISION, DECISION]}
    assert len(events(calendars(reviewed(twice))[CALENDAR])) == 3


def test_a_site_with_an_address_links_its_pages_and_names_its_host() -> None:
    found = events(calendars(_whole(), "https://example.org/bsc/")[CALENDAR])
    assert [each["URL"] for each in found] == [
        f"https://example.org/bsc/{page}/" for page in ("initiatives/door", "kpis/k", "reviews", "reviews/2025-09")
    ]
    assert {each["UID"].partition("@")[2] for each in found} == {"example.org"}


def test_a_calendar_without_dates_is_one_all_the_same() -> None:
    people = [{"id": "cy", "name": "Cy"}, *({"id": each, "name": each} for each in ("ann", "bob"))]
    assert events(calendars(reviewed(people=people))["people/cy/calendar.ics"]) == []


@pytest.mark.parametrize("audience", ["public", "board"])
def test_what_readers_may_not_see_is_due_in_no_calendar_of_theirs(audience: str) -> None:
    """No byte of it."""
    whole = reviewed(REVIEW | {"audience": "board"}, initiatives=[WORK | {"audience": "board"}], audience=audience)
    content = b"".join(calendars(whole).values())
    seen = [word in content for word in (b"Sundays", b"Hinges", b"Second door", b"bob")]
    assert seen[:3] == [audience == "board"] * 3


@given(st.text(max_size=300))
def test_any_text_comes_back_from_the_lines_that_it_makes(text: str) -> None:
    """But for control characters and kinds of line breaks, which no calendar holds."""
    ((_, value),) = content_lines(calendar_bytes([f"SUMMARY:{text_value(text)}"]))
    assert [each for each in value if each > " "] == [
        each for each in text if each > " " and not "\x7f" <= each <= "\x9f" and each not in "\u2028\u2029"
    ]


@given(st.text(alphabet="aä€🛍", max_size=200))
def test_lines_are_as_long_as_they_may_be_and_cut_no_character(text: str) -> None:
    content = calendar_bytes([f"SUMMARY:{text_value(text)}"])
    assert content_lines(content) == [("SUMMARY", text)]
    assert all(len(each) > 70 for each in content.split(b"\r\n")[:-2])
