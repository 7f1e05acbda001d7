"""The page of a KPI: what was decided, the folded rows with their line, and the places that addresses name."""

from __future__ import annotations

import re
from typing import Any

import pytest

from bsc_site.render.pages.site_pages import SiteMaterial, render_pages
from tests.builders.meetings import review, reviewed
from tests.builders.small_projects import assessed, kpi, project, readings


def kpi_page(*reviews: dict[str, Any], **options: Any) -> str:
    """The Markdown of the only KPI's page, off track since June 2025."""
    (found,) = (
        page.markdown for page in render_pages(SiteMaterial(reviewed(*reviews, **options))) if page.address == "kpis/k/"
    )
    return found


def words(markdown: str) -> str:
    """What a reader sees, on one line."""
    text = re.sub(r"<(svg|template).*?</\1>|<[^>]+>", " ", markdown, flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"&#(\d+);", lambda match: chr(int(match[1])), text))


def test_where_no_review_has_spoken_the_page_says_how_one_does() -> None:
    page = kpi_page()
    assert "No review has spoken about it yet. What a review says stands here once it names on: kpi/k ." in words(page)
    assert "<code>on&#58; kpi/k</code>" in page


def test_what_a_review_said_stands_in_its_place() -> None:
    page = words(kpi_page(review("2025-Q2", by="ann")))
    assert "No review has spoken" not in page
    assert re.search(r"What was decided\? (?!.*What was decided).*Review of Q2 2025 .* Definition", page)


def test_what_nobody_has_said_or_done_is_told_beside_the_status() -> None:
    page = words(kpi_page(review_cadence="quarterly"))
    assert re.search(r"What was decided\? Off track Since \w+ \d{4}, and nobody has said why", page)


def test_between_states_and_between_answers_no_change_is_counted() -> None:
    """Neither a slope nor a difference: a state is no figure."""
    states = {"method": "states", "states": {"Not begun": 0, "Under way": 50, "Approved": 100}}
    course = {f"2025-{month:02d}": 50.0 * (month // 5) for month in range(1, 13)}
    for keys, figures in (({"scoring": states}, course), ({"unit": "yes/no"}, {at: x > 0 for at, x in course.items()})):
        one = project(kpi(frequency="monthly", **keys))
        here = assessed(one, readings("k", figures))
        page = next(each.markdown for each in render_pages(SiteMaterial(here)) if each.address == "kpis/k/")
        told = words(page.partition('id="since"')[2].partition("</dl>")[0])
        assert "since then" not in told
        assert "about" not in told


@pytest.mark.parametrize("place", ["where", "against", "since", "real", "next", "owner", "how", "source"])
def test_a_place_that_others_have_linked_to_is_still_there(place: str) -> None:
    assert kpi_page().count(f' id="{place}"') == 1


def test_the_contents_name_every_heading_and_nothing_else() -> None:
    """In the order of the page."""
    page = kpi_page()
    contents = re.findall(
        r'<li><a href="#([\w-]+)">([^<]+)</a></li>', page.partition("bsc-contents")[2].partition("</nav>")[0]
    )
    headings = re.findall(r"<h2[^>]*>([^<]+?)\s*<", page)
    assert [name for _, name in contents] == headings
    assert [place for place, _ in contents if f' id="{place}"' not in page] == []


def test_every_folded_row_says_in_one_line_what_is_in_it() -> None:
    rows = re.findall(r"<summary><h2>([^<]+)</h2><span class=\"bsc-row__line\"[^>]*>(.*?)</span></summary>", kpi_page())
    assert [name for name, _ in rows] == [
        "Definition",
        "Calculation",
        "Targets and benchmark",
        "Data and source",
        "Figures",
        "Share or embed",
    ]
    assert [name for name, line in rows if not words(line).strip()] == []
