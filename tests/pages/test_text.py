"""What people write shows as written, whatever characters it has."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown  # type: ignore[import-untyped]  # published without types
from markupsafe import Markup

from bsc_site.render.text import _BREAKS, _SPECIAL, _UNTIDY, _entities, finished, inert, quoted

EXTENSIONS = ["abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc"]
NASTY = [
    "<script>alert(1)</script>",
    "{{ config }} {% raw %}",
    "*a* _b_ **c** ~~d~~",
    "[x](javascript:alert(1))",
    "a | b",
    "`code` # heading",
    "1. first",
    "1986. A year",
    "- a list",
    "+ a list",
    "# heading",
    "!!! note",
    '??? "more"',
    ": definition",
    ':smile: --8<-- "x" "quoted" \'s',
    "a -- b",
    "&amp; &lt;",
    "\\*",
    "{: .x }",
    "=== tab",
    "https://example.org me@example.org www.example.org",
    "(c) (tm)",
    "> quote",
]


@pytest.mark.parametrize("text", NASTY)
def test_a_text_stands_in_a_paragraph_as_written(text: str) -> None:
    """Markdown makes nothing of it."""
    assert html.unescape(markdown(inert(text), extensions=EXTENSIONS)) == f"<p>{text}</p>"


@pytest.mark.parametrize("text", NASTY)
def test_a_text_stands_in_an_attribute_as_written(text: str) -> None:
    """A quoted attribute of raw HTML keeps it to itself."""
    assert markdown(f'<div title="{inert(text)}"></div>', extensions=EXTENSIONS) == f'<div title="{inert(text)}"></div>'


@given(st.text(st.sampled_from("awW.()cCrRtTM12 -\t\n\u2028\xa0\u200e<&\"'*_[]{}|\\`#:~=+!?^$@é٣漢"), max_size=9))
def test_a_quick_look_finds_every_text_that_means_something(text: str) -> None:
    """All that the rules would change."""
    plain = _BREAKS.sub(" ", text).strip() if _UNTIDY.search(text) else text
    assert inert(text) == _SPECIAL.sub(_entities, plain)


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_no_text_becomes_markup(text: str) -> None:
    """Whatever the text, a browser reads it back as written, on one line."""
    shown = inert(text)
    assert not set("<>\"'`{}[]*_\n") & set(shown)


@given(st.text("aZ09 *_#<>&{}[]()-+.!|:`~\\\"'\n", max_size=40))
def test_a_paragraph_keeps_any_mixture(text: str) -> None:
    """Text of special characters comes out of Markdown as it went in, with runs of blanks as one."""
    words = " ".join(text.split())
    expected = f"<p>{words}</p>" if words else ""
    assert html.unescape(markdown(inert(text), extensions=EXTENSIONS)) == expected


def test_line_breaks_become_one_blank() -> None:
    """A text over several lines stays in its place."""
    assert inert("one\n\n  two\t\x02three") == "one two three"


def test_a_plain_figure_stays_as_it_is() -> None:
    """The figure of a table costs no entity."""
    assert inert("40.5 %") == "40.5 %"


def test_markup_of_our_own_passes() -> None:
    """What is already markup is not escaped twice."""
    assert finished(Markup("<b>x</b>")) == "<b>x</b>"


@pytest.mark.parametrize("value", [None, 3, 2.5, ["a"]])
def test_only_texts_are_placed(value: object) -> None:
    """A value that nobody turned into a text is a mistake in a view, and never shown."""
    with pytest.raises(TypeError, match="a template can place texts only"):
        finished(value)


def test_a_title_is_safe_in_front_matter() -> None:
    """The theme prints titles as they are, so the title itself is inert HTML in a quoted string."""
    assert quoted('A "b": <i>') == '"A &#34;b&#34;&#58; &#60;i&#62;"'
