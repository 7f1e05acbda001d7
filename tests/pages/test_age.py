"""A page that is opened long after its build tells its reader so, from the day in its footer and the reader's clock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.frontend.built import SCRIPT

pytestmark = pytest.mark.browser

DAY = '<time class="bsc-as-of" datetime="2026-11-05"{0}>5 Nov 2026</time>'
NOTE = "These are the figures as of 5 Nov 2026, {} days ago; newer ones may be overdue."


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """A reader on the other side of the world's date line, where the day is another one than in Greenwich."""
    context = browser.new_context(timezone_id="Pacific/Auckland")
    yield context.new_page()
    context.close()


def _notes(reader: Page, now: str, footer: str = DAY.format("")) -> list[str]:
    """The notes of a page with this footer, opened at such a time of the reader."""
    reader.clock.set_fixed_time(datetime.fromisoformat(now))
    reader.set_content(f"<body><article><h1>Title</h1></article><footer>{footer}</footer></body>")
    reader.add_script_tag(content=SCRIPT)
    reader.add_script_tag(content=SCRIPT)  # as where the theme swaps pages in and starts the scripts again
    reader.wait_for_timeout(150)
    return reader.locator("[role=status]").all_inner_texts()


@pytest.mark.parametrize(
    ("now", "days"),
    [
        ("2026-12-21T00:05+13:00", 46),
        ("2027-05-05T12:00+12:00", 181),
        ("2027-05-05T23:55+12:00", 181),
        ("2029-11-05T08:00+13:00", 1096),
    ],
)
def test_an_old_page_says_how_many_days_old_its_figures_are(reader: Page, now: str, days: int) -> None:
    """Days of the reader's own calendar, summer time or not, once."""
    assert _notes(reader, now) == [NOTE.format(days)]


@pytest.mark.parametrize(
    "now",
    ["2026-11-05T07:00+13:00", "2026-11-06T07:00+13:00", "2026-12-20T23:55+13:00", "2020-01-01T00:00+13:00"],
    ids=["today", "tomorrow", "the last day", "a clock that is behind"],
)
def test_a_page_of_its_time_says_nothing(reader: Page, now: str) -> None:
    """A month and ten days may pass before a monthly figure is missing."""
    assert _notes(reader, now) == []


@pytest.mark.parametrize(
    ("footer", "count"),
    [(DAY.format(" hidden"), 1), ("Ours", 0), ('<time class="bsc-as-of" datetime="soon">soon</time>', 0)],
    ids=["hidden", "none", "no day"],
)
def test_the_day_need_not_be_seen(reader: Page, footer: str, count: int) -> None:
    """It stands hidden behind a footer of the project's own; without it nothing is said."""
    assert _notes(reader, "2027-05-05T12:00+12:00", footer) == [NOTE.format(181)] * count


def test_the_note_is_told_by_a_screen_reader(reader: Page) -> None:
    """Its place is there before its words are: only what changes in a known place is read out."""
    reader.clock.set_fixed_time(datetime.fromisoformat("2027-05-05T12:00+12:00"))
    reader.set_content(f"<body><article></article><footer>{DAY.format('')}</footer></body>")
    reader.evaluate(
        """window.told = [];
        new MutationObserver(all => all.forEach(each => each.addedNodes.forEach(node => told.push(node.nodeName))))
            .observe(document.querySelector("article"), {childList: true, subtree: true})"""
    )
    reader.add_script_tag(content=SCRIPT)
    reader.wait_for_timeout(150)
    told: Any = reader.evaluate("told")
    assert told == ["P", "#text"]
