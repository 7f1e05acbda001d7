"""Every rule has its place in the book of rules, and the reference in docs/ is up to date."""

from __future__ import annotations

import re

import markdown  # type: ignore[import-untyped]  # published without types
import pytest

from bsc_site.model.problem import Severity
from bsc_site.model.rules import RULES, Rule
from bsc_site.render.rule_book import FAMILIES, rule_book
from tests.house.rule_book import PAGES, REFERENCE


@pytest.fixture(scope="module")
def html() -> str:
    """The book as a browser gets it."""
    return str(markdown.markdown(rule_book(), extensions=["toc", "attr_list", "tables"]))


@pytest.mark.parametrize("name", PAGES)
def test_the_reference_says_what_the_code_says(name: str) -> None:
    """When it does not: `python -m tests.house.rule_book`."""
    assert (REFERENCE / name).read_text(encoding="utf-8") == PAGES[name]()


def test_every_rule_has_one_address_and_belongs_to_a_family(html: str) -> None:
    """In the order of the codes."""
    assert re.findall(r'<h3 id="([^"]*)"', html) == [code.lower() for code in sorted(RULES)]
    assert {code[3] for code in RULES} == set(FAMILIES)


def test_every_rule_says_what_it_means_how_to_mend_it_and_where_it_is_from(html: str) -> None:
    """Read back from the page, without its marks."""
    shown = re.sub(r"<[^>]+>", "", html)
    for sign, entity in (("<", "&lt;"), (">", "&gt;"), ("&", "&amp;")):
        shown = shown.replace(entity, sign)
    for rule in RULES.values():
        for text in (rule.title, rule.meaning, rule.mend, rule.source):
            assert text.replace("`", "") in shown, rule.code


def test_signs_of_markdown_stand_for_themselves() -> None:
    """A rule speaks of stars, braces and angle brackets; none of them becomes markup."""
    rule = Rule("BSC999", Severity.NOTE, "a *b* <c>", "x_y_z [d](e)", "`{{ f }}` & {g: ..}")
    found = markdown.markdown(rule_book([rule]), extensions=["attr_list"])
    assert "<strong>a *b* &lt;c&gt;</strong> (note)" in found
    assert "<p>x_y_z [d](e)</p>" in found
    assert "<code>{{ f }}</code> &amp; {g: ..}" in found
