"""The health page: score, parts, findings with both ways out, what was silenced."""

from __future__ import annotations

import re

import pytest

from bsc_site.compute.health.checkup import checkup
from bsc_site.compute.health.score import health_of
from bsc_site.render.pages.site_pages import SiteMaterial, render_pages
from tests.builders.snippets import assessed_yaml, objectives

CARD = """perspectives:
  - id: p
    name: P
    objectives:
      - {id: a, name: Improve quality, owner: ann, kpis: [k]}
      - {id: b, name: "B <b>*x*</b>", drives: [{to: a, because: x}]}
kpis: [{id: k, name: K, targets: [{period: 2024-12, value: 5}]}]
people: [{id: ann, name: Ann}, {id: bob, name: Bob}]
"""


def _page(snippet: str, **silenced: str) -> str:
    assessment = assessed_yaml(snippet)
    checked = checkup(assessment)
    health = health_of(checked, "c", {each: silenced.get(each.code) for each in checked.findings})
    pages = {page.address: page for page in render_pages(SiteMaterial(assessment, health={"c": health}))}
    body = pages["health/"].markdown.split("---\n", 2)[2]
    body = re.sub(r'<h3 id="(\w+)">', r" #\1 ", body)
    text = re.sub(r"<(svg).*?</\1>|<[^>]+>", " ", body, flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"&#(\d+);", lambda match: chr(int(match[1])), text))


@pytest.fixture(scope="module")
def page() -> str:
    """What a reader sees of the page."""
    return _page(CARD, BSC252="she starts in May")


def test_a_finding_stands_under_its_rule_with_the_reason(page: str) -> None:
    """Code, title, severity, meaning, and the element with its number."""
    assert "#BSC232 BSC232 All targets of a KPI are in the past Warning The status compares" in page
    assert "K – the only target of 'K' lies in the past: the last was for Dec 2024, 365 days ago." in page


def test_a_sentence_that_begins_with_the_name_of_its_element_is_not_said_twice(page: str) -> None:
    """The link is its beginning."""
    assert "Bob owns nothing: no objective, KPI, initiative, risk or decision." in page


def test_a_rule_tells_how_to_mend_and_how_to_silence_it_and_its_source(page: str) -> None:
    """People cannot be silenced one by one."""
    assert (
        "Add the next target. For a level that is to be held, repeat it with a period ahead: that says it still holds. "
        "Where it does not apply, say so at the element or in the scorecard: "
        'ignore: [{rule: BSC232, because: "..."}] Source: Kaplan and Norton, The Execution Premium' in page
    )
    assert 'say so in the scorecard: ignore: [{rule: BSC253, because: "..."}]' in page


def test_warnings_come_before_notes(page: str) -> None:
    """In each group in the order of the codes."""
    codes = re.findall(r"#(BSC\d+)", page)
    assert codes == [*sorted(codes[: codes.index("BSC202")]), *sorted(codes[codes.index("BSC202") :])]
    assert codes.index("BSC251") < codes.index("BSC202")


def test_what_was_silenced_is_listed_with_its_reason(page: str) -> None:
    """What was found is still told."""
    assert "B <b>*x*</b> BSC252 'B <b>*x*</b>' has no owner. she starts in May" in page


def test_the_calculation_is_shown(page: str) -> None:
    """The parts, and how many checks of each rule passed."""
    assert "The health is the mean of the parts: (" in page
    assert "BSC232 All targets of a KPI are in the past Targets 3 0 of 1" in page


def test_a_scorecard_without_flaws_says_so() -> None:
    """Nothing to list."""
    page = _page("description: nothing to look at yet", BSC202="it is empty")
    assert "Nothing to mend; 1 silenced." in page
    assert "Nothing is to be mended." in page


def test_a_score_is_never_rounded_up_to_all() -> None:
    """199 of 200 objectives with an owner are not all of them: 99.6."""
    nearly = objectives(200, ", owner: ann").replace("name: Objective 7, owner: ann", "name: Objective 7")
    assert "Ownership 99 " in _page(nearly + "people: [{id: ann, name: Ann}]", BSC254="she is the only one")


def test_a_rule_with_very_many_findings_shows_the_first_hundred() -> None:
    """The rest is in the list of the checks."""
    assert "and 50 more, which bsc-site check lists" in _page(objectives(150))
