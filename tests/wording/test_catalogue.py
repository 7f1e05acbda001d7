"""The catalogue holds every sentence, and every sentence gets the figures that it names."""

from __future__ import annotations

import ast
import io
import re
from collections.abc import Iterator
from string import Formatter

import pytest
from babel.messages.pofile import read_po
from jinja2 import Environment, nodes

from bsc_site.model.rules import RULES
from bsc_site.render.pages.folder import packaged_templates
from tests.house.catalogue import PAGE, catalogue
from tests.house.repository import ROOT, modules

TEMPLATES = packaged_templates()
_JINJA = re.compile(r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_FRONT_MATTER = re.compile(r"\A\s*---\n.*?---\n", re.DOTALL)
_SHOWN = re.compile(r"""(?:label|title|alt|placeholder)="([^"]+)"|>([^<>]+)|^([^<>\n]+)""", re.MULTILINE)
_ANCHOR = re.compile(r"\{ #[\w-]+ \}")


def test_the_catalogue_holds_what_is_said_now() -> None:
    """When it does not: `make catalogue`."""
    assert PAGE.read_bytes() == catalogue()


def test_sentences_of_code_templates_and_rules_are_in_it() -> None:
    known = read_po(io.BytesIO(catalogue()))
    assert known.get("There has never been a value") is not None
    assert known.get("Owner: {person}") is not None
    assert known.get(RULES["BSC201"].title, "BSC201") is not None


SENTENCES = {"say": 1, "say_in": 2, "say_count": 2, "noted": 1, "sentence": 1, "sentence_of_count": 2}
"""How many of the first arguments stand in the catalogue."""
HANDED_ON = {
    "bsc_site/render/pages/templates.py",
    "bsc_site/wording/language.py",
    "bsc_site/wording/problems/rule_text.py",
}
"""Who says what others wrote or noted, which the extraction finds there."""


def _calls() -> Iterator[tuple[str, ast.Call]]:
    """Every place of the program that says something."""
    for path, tree in modules().items():
        name = path.relative_to(ROOT).as_posix()
        if name.startswith("bsc_site/") and name not in HANDED_ON:
            calls = [each for each in ast.walk(tree) if isinstance(each, ast.Call) and isinstance(each.func, ast.Name)]
            yield from ((f"{name}:{call.lineno}", call) for call in calls if ast.unparse(call.func) in SENTENCES)


def _fields(sentence: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(sentence) if field is not None}


def test_each_sentence_of_the_code_stands_there_in_full_and_gets_the_figures_that_it_names() -> None:
    """No sentence is put together before it is said: it would not be found in any catalogue."""
    assert [place for place, call in _calls() if not _whole(call)] == []


def _whole(call: ast.Call) -> bool:
    before = SENTENCES[ast.unparse(call.func)]
    sentences = [each.value for each in call.args[:before] if isinstance(each, ast.Constant)]
    named = {each.arg or "**" for each in call.keywords}
    if ast.unparse(call.func) in {"noted", "sentence", "sentence_of_count"}:
        return len(sentences) == before
    fields = {field for sentence in sentences for field in _fields(str(sentence))} - {"count"}
    given = named - {"count", "**"}
    return len(sentences) == before and (given == fields or ("**" in named and given < fields))


@pytest.mark.parametrize("name", TEMPLATES)
def test_each_sentence_of_a_template_gets_the_figures_that_it_names(name: str) -> None:
    tree = Environment(autoescape=True).parse(TEMPLATES[name])
    for call in tree.find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == "_":
            (sentence,) = call.args
            assert isinstance(sentence, nodes.Const), f"line {call.lineno}"
            named = {each.key for each in call.kwargs}
            assert named == (_fields(sentence.value) if named else set()), f"line {call.lineno}"


@pytest.mark.parametrize("name", TEMPLATES)
def test_no_word_of_a_template_stands_outside_of_the_catalogue(name: str) -> None:
    bare = _ANCHOR.sub("", _FRONT_MATTER.sub("", _JINJA.sub("", TEMPLATES[name]), count=1))
    words = [shown for found in _SHOWN.findall(bare) for shown in found if re.search(r"[A-Za-z]{2}", shown)]
    assert words == []
