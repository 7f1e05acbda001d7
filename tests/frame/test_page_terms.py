"""Terms are explained where they stand, once a page, and all of them in one table."""
# the names of tests are sentences

from __future__ import annotations

import re
from collections import Counter

import pytest
from jinja2 import Environment, nodes

from bsc_site.render.page import Page
from bsc_site.render.pages.folder import packaged_templates
from bsc_site.render.pages.site_pages import SiteMaterial, render_pages
from bsc_site.render.pages.template_problem import TemplateProblem
from bsc_site.wording.glossary.terms import TERMS, term_named
from tests.builders.company import assessed_company

_BUTTON = re.compile(r'<button[^>]* popovertarget="([^"]+)" aria-describedby="([^"]+)"')
_MEANING = re.compile(
    r'<span class="bsc-meaning" id="(term-[\w-]+)" popover data-search-exclude>.*?<a href="([^"#]+)#(word-[\w-]+)">'
)


def _pages(own: dict[str, str] | None = None) -> dict[str, Page]:
    return {page.address: page for page in render_pages(SiteMaterial(assessed_company(), own_templates=own or {}))}


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    """Every page by its address."""
    return _pages()


def test_each_button_opens_the_meaning_of_its_own_and_no_other(pages: dict[str, Page]) -> None:
    for page in pages.values():
        opened, described = zip(*found, strict=True) if (found := _BUTTON.findall(page.markdown)) else ((), ())
        assert Counter(opened) == Counter(described) == Counter(id_ for id_, *_ in _MEANING.findall(page.markdown))
        assert max(Counter(opened).values(), default=1) == 1


def test_each_meaning_leads_to_its_word_in_the_table_of_all(pages: dict[str, Page]) -> None:
    anchors = set(re.findall(r'<div id="(word-[\w-]+)">', pages["definitions/"].markdown))
    assert anchors == {f"word-{key}" for key in TERMS}
    assert {anchor for page in pages.values() for *_, anchor in _MEANING.findall(page.markdown)} <= anchors
    assert _MEANING.search(pages["s/shop/scorecard/"].markdown)[2] == "../definitions/index.html"  # type: ignore[index]


def test_a_definitions_page_of_their_own_need_not_have_the_anchors() -> None:
    own = {"definitions.md.jinja": "---\ntitle: {{ view.frame.title }}\n---\n\n# {{ view.title }}\n"}
    assert "definitions/index.html#" not in _pages(own)["scorecard/"].markdown


def test_an_unknown_term_is_told_with_its_line() -> None:
    own = {"map.md.jinja": '{% import "_macros.jinja" as m %}\n\n{{ m.term("paec") }}\n'}
    with pytest.raises(TemplateProblem, match="there is no term 'paec'"):
        _pages(own)


@pytest.mark.parametrize("key", TERMS)
def test_a_meaning_fits_on_a_few_lines(key: str) -> None:
    term = term_named(key)
    assert term.meaning.endswith(".")
    assert len(term.word) <= 24
    assert len(term.meaning) <= 220


def test_templates_explain_known_terms_alone() -> None:
    """Also where the small company shows nothing of the kind."""
    calls = [
        call
        for text in packaged_templates().values()
        for call in Environment(autoescape=True).parse(text).find_all(nodes.Call)
        if (isinstance(call.node, nodes.Name) and call.node.name in {"term", "hint"})
        or (isinstance(call.node, nodes.Getattr) and call.node.attr in {"term", "hint"})
    ]
    keys = {call.args[0].value for call in calls if isinstance(call.args[0], nodes.Const)}
    assert keys
    assert keys <= set(TERMS)
