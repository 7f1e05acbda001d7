"""The page of evidence says what was found, how sure that is, and never more."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from bsc_site.model.concluded.evidence import ComputedFrom, LinkEvidence, TooFewCommonPeriods
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.period import parse_period
from bsc_site.model.vocabularies import Grade
from bsc_site.render.page import Page
from bsc_site.render.pages.site_pages import SiteMaterial, render_pages
from tests.builders.company import assessed_company

TESTED = LinkEvidence(
    source="loyal", target="grow", cause="repeat-rate", outcome="revenue", grade=Grade.SUPPORTED, n=40, lag=3,
    effect=0.64, low=0.34, high=0.94, p=0.0004, q=0.0123, detectable=0.56, testable_from=None,
    controls=("nps",), unusable_controls=("days",),
)  # fmt: skip
COMPUTED = replace(
    TESTED, grade=Grade.COMPUTED_FROM_EACH_OTHER, lag=None, effect=None, low=None, high=None, p=None, q=None,
    detectable=None, untested=ComputedFrom("revenue", "repeat-rate"),
)  # fmt: skip
WAITING = LinkEvidence(
    source="quick", target="loyal", cause="days", outcome="nps", grade=Grade.NOT_TESTABLE_YET, n=0, lag=None,
    effect=None, low=None, high=None, p=None, q=None, detectable=None, testable_from=parse_period("2026-11"),
    untested=TooFewCommonPeriods(12, 24),
)  # fmt: skip


def company(*links: LinkEvidence) -> Assessment:
    """The company with these links tested."""
    whole = assessed_company()
    card = replace(whole.scorecards["corporate"], evidence=links)
    return replace(whole, scorecards={**whole.scorecards, "corporate": card})


def pages(*links: LinkEvidence) -> dict[str, Page]:
    """All pages of that company."""
    return {page.address: page for page in render_pages(SiteMaterial(company(*links)))}


def words(page: Page) -> str:
    """What a reader sees, on one line."""
    text = re.sub(r"<svg.*?</svg>|<[^>]+>", " ", page.markdown.split("---\n", 2)[2], flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"&#(\d+);", lambda match: chr(int(match[1])), text))


@pytest.mark.parametrize(
    "told",
    [
        "1 of 2 arrows on the map is supported by the figures. None is contradicted. 1 cannot be tested yet.",
        "an association, in time order where there is a lag, and not proof of cause",
        "judged together, for and against (Benjamini-Hochberg)",
        "Earn repeat customers → Grow revenue Supported 40 3 months +0.64 +0.34 to +0.94 0.56 < 0.001 0.012",
        "Supported because returning customers buy more often Repeat purchase rate (%) moved 3 months later Revenue",
        "3 months later have a correlation of +0.64 (95 % interval +0.34 to +0.94, 40 months). An association in time",
        "Whatever else moved meanwhile: Net promoter score taken into account.",
        "for want of figures in the same periods: Delivery time",
        "12 of the 24 common periods that it takes. From Nov 2026 on it can be. Nov 2026",
    ],
)
def test_the_page_tells_of_each_arrow(told: str) -> None:
    """Grade, n, lag, effect with interval, detectable effect, p and q; controls; what waits, why and until when."""
    assert told in words(pages(TESTED, WAITING)["evidence/"])


@pytest.mark.parametrize("grade", list(Grade))
def test_no_page_ever_says_that_one_thing_causes_another(grade: Grade) -> None:
    """Whatever the grade; and each grade has its word on the page."""
    page = words(pages(replace(TESTED, grade=grade))["evidence/"])
    assert "causes" not in page.lower()
    assert grade.value.replace("_", " ") in page.lower()


def test_an_arrow_between_figures_that_are_computed_from_each_other_stands_apart_without_any_figures() -> None:
    """It is named on the page and the map, and nothing is drawn."""
    found = pages(COMPUTED)
    page = words(found["evidence/"])
    assert "The only arrow of the map cannot be tested yet." in page
    assert "Computed from each other 1 arrow" in page
    assert "Revenue is computed from" in page
    assert "What was tested" not in page
    assert "computed from each other</span>" in found["map/"].markdown


def test_two_lines_come_before_any_figure() -> None:
    """The cause moved by the lag above the effect; p, q and the whole chart are folded, and the link stays the same."""
    page = pages(WAITING, TESTED)["evidence/"].markdown
    case = page[page.index('id="link-loyal:grow"') :]
    places = [case.index(each) for each in ("bsc-pair__line", "The data", "<details", "p &#60; 0.001, q 0.012")]
    assert places == sorted(places)
    assert case.count("<polyline") == 2


def test_an_objective_shows_the_grade_of_each_hypothesis() -> None:
    """At both ends of the arrow."""
    found = pages(TESTED, WAITING)
    assert "should raise it after 3 months Supported because" in words(found["objectives/loyal/"])
    assert "should raise it after 3 months Supported because" in words(found["objectives/grow/"])
    assert "Not testable yet" in words(found["objectives/quick/"])


def test_the_map_carries_the_grades_and_explains_them() -> None:
    """In the picture, in its key and in the list behind it; each arrow leads to its place on the page of evidence."""
    found = pages(TESTED, WAITING)
    page = found["map/"].markdown
    assert page.count("bsc-map__arrow bsc-map__arrow--supported") == 1
    assert '--supported"></span> supported</span>' in page
    assert 'evidence: <a href="../evidence/index.html&#35;link-loyal&#58;grow">supported</a>' in page
    assert 'id="link-loyal:grow"' in found["evidence/"].markdown


def test_a_map_without_arrows_has_nothing_to_test() -> None:
    """A sentence, not an empty table."""
    page = words(pages()["evidence/"])
    assert "The map has no arrows yet, so there is nothing to test." in page
    assert "What was tested" not in page
