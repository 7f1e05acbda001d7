"""Catalogues: they follow the template, and each translation has the places of its sentence."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from tests.house.catalogue import followed, translations


@pytest.fixture(params=translations(), ids=lambda page: page.stem)
def page(request: pytest.FixtureRequest) -> Path:
    """Each catalogue."""
    found: Path = request.param
    return found


def test_a_catalogue_follows_the_sentences_of_the_program(page: Path) -> None:
    """`make catalogue` would leave it as it is."""
    assert page.read_bytes() == followed(page)


def test_a_translation_has_the_places_of_its_sentence(page: Path) -> None:
    """Each as often as the language needs it, none of another name; a count may be a word in the singular."""
    wrong = [
        (each.id, form)
        for each in read_po(page.open("rb"), locale=page.stem)
        for form in _forms(each.string)
        if form and not _fits(_forms(each.id), form)
    ]
    assert wrong == []


def _forms(text: str | Sequence[str] | None) -> Sequence[str]:
    return (text,) if isinstance(text, str) else text or ()


def _fits(said: Sequence[str], form: str) -> bool:
    every = [{*_places(text)} for text in said]
    may, must = set().union(*every), every[0].intersection(*every) - {"count"}
    return must <= {*_places(form)} <= may


def _places(sentence: str) -> list[str]:
    try:
        return [field for _, field, _, _ in Formatter().parse(sentence) if field is not None]
    except ValueError:  # no format: a sentence without places may show braces
        return []


OF_PAGES = ("bsc_site/render", "bsc_site/wording", "docs_templates", "bsc_site/publish")


def test_a_language_that_is_offered_says_nearly_all_that_pages_say(page: Path) -> None:
    """Nine in ten sentences of pages, or it is not offered; what is new stays English for a while."""
    template = read_po((page.parents[1] / "sentences.pot").open("rb"))
    known = read_po(page.open("rb"), locale=page.stem)
    asked = [each for each in template if each.id and any(name.startswith(OF_PAGES) for name, _ in each.locations)]
    said = [each for each in asked if all(_forms(_known(known, each).string))]
    assert len(asked) > 1000
    assert len(said) / len(asked) > 0.9


def _known(catalogue: Catalog, sentence: Message) -> Message:
    found = catalogue.get(_forms(sentence.id)[0], sentence.context)
    assert found is not None
    return found
