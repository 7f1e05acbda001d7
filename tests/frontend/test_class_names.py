"""Classes have one way of being named: bsc-block, bsc-block__part, bsc-block--kind. The linter knows the form alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import tinycss2

from bsc_site.model.concluded.changes import ChangeKind
from bsc_site.model.concluded.review_assessment import DecisionState
from bsc_site.model.vocabularies import FreshnessWord, Status, TrendWord
from tests.frontend.built import EMBED_STYLE, STYLE
from tests.house.repository import ROOT

CLASSES = frozenset(re.findall(r"\.(bsc-[a-z0-9_-]+)", STYLE + EMBED_STYLE))


def _block(name: str) -> str:
    return re.split("__|--", name)[0]


def _looks_like_a_part(name: str, blocks: frozenset[str]) -> bool:
    return any(_block(name).startswith(f"{each}-") for each in blocks)


def test_no_block_has_the_name_of_a_part_of_another() -> None:
    """What belongs to the block bsc-card is bsc-card__title: bsc-card-title would be a block of its own."""
    blocks = frozenset(map(_block, CLASSES))
    assert len(blocks) > 50
    assert [name for name in sorted(CLASSES) if _looks_like_a_part(name, blocks)] == []


def test_a_part_in_disguise_would_be_seen() -> None:
    """The search itself finds what it is for."""
    blocks = frozenset({"bsc-card", "bsc-cards"})
    assert _looks_like_a_part("bsc-card-title", blocks)
    assert not _looks_like_a_part("bsc-card__title", blocks)
    assert not _looks_like_a_part("bsc-cards", blocks)


PALETTES = frozenset({"bsc-palette.css", "bsc-palette-reader.css"})
"""The sheets that give colours to what others dress."""
HANDLES = frozenset({"bsc-as-of", "bsc-doing", "bsc-problems", "bsc-sorted", "bsc-step", "bsc-vega"})
"""Names by which a script finds something that looks like nothing in particular."""
WORDS = frozenset(
    f"bsc-{word.replace('_', '-')}"
    for words in (Status, TrendWord, FreshnessWord, ChangeKind, DecisionState)
    for word in (*words, "better", "worse", "change")
) | {f"bsc-{each.value.replace('_', '-')}--strong" for each in Status if each.judged}
"""Classes that are words of a vocabulary: `bsc-on-track`, also drawn stronger."""
SOURCES = ("bsc_site/**/*.py", "bsc_site/**/*.js", "docs_templates/*.jinja", "docs_templates/assets/*.js")
_NO_CLASS = re.compile(r"bsc-site|bsc-[a-z-]+(?=\.(?:js|css))")


def _named_in(text: str) -> frozenset[str]:
    """Classes that a source names; `bsc-map__box--` is the stem of several."""
    return frozenset(re.findall(r"(?<![\w/.-])bsc-[a-z0-9_-]+", _NO_CLASS.sub("", text)))


NAMED = frozenset[str]().union(*(_named_in(path.read_text()) for each in SOURCES for path in ROOT.glob(each)))


def _has(names: frozenset[str], name: str) -> bool:
    """Whether the name, or for a stem one that begins with it, is among these."""
    return any(each.startswith(name) for each in names) if name.endswith("--") else name in names


def test_every_class_of_a_page_is_known_to_the_style_sheets() -> None:
    """What looks like nothing is a leftover, or a name misspelt."""
    assert [name for name in sorted(NAMED - HANDLES) if not _has(CLASSES, name)] == []


def test_every_class_of_the_style_sheets_is_used_somewhere() -> None:
    """By its whole name, by its stem, or as a word of a vocabulary."""
    stems = tuple(name for name in NAMED if name.endswith("--"))
    assert [name for name in sorted(CLASSES - NAMED - WORDS) if not name.startswith(stems)] == []


def test_names_of_files_and_of_the_program_are_no_classes() -> None:
    text = '<p class="bsc-quiet bsc-list__name">{{ "bsc-map__box--" }} bsc-site, ./bsc-words.js, --bsc-green</p>'
    assert _named_in(text) == {"bsc-quiet", "bsc-list__name", "bsc-map__box--"}


_ALONE = re.compile(r"(?:\[dir\] )?(?:\.md-typeset )?[a-z]*\.(bsc-[a-z0-9-]+)(?:\[[^\]]*\]|:not\([^)]*\))*")
"""A selector that dresses a block wherever it stands, not only within another."""


def _dressed(rules: Iterable[Any]) -> Iterator[str]:
    """The blocks that rules dress by themselves on a screen."""
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = re.split(r",(?![^(]*\))", tinycss2.serialize(rule.prelude))
            yield from (found[1] for each in selectors if (found := _ALONE.fullmatch(each.strip())))
        elif rule.type == "at-rule" and rule.content and "print" not in tinycss2.serialize(rule.prelude):
            yield from _dressed(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True))


def test_a_block_is_dressed_by_one_sheet() -> None:
    """Two rooms that give the same name to two things dress, hide and move each other's."""
    homes: dict[str, set[str]] = {}
    for path in (ROOT / "docs_templates" / "assets").glob("bsc-*.css"):
        rules = tinycss2.parse_stylesheet(path.read_text(encoding="utf-8"), skip_comments=True, skip_whitespace=True)
        for name in _dressed(rules):
            homes.setdefault(name, set()).add(path.name)
    assert len(homes) > 100
    shared = {name: sorted(sheets - PALETTES) for name, sheets in homes.items()}
    assert {name: sheets for name, sheets in shared.items() if len(sheets) > 1} == {}


def test_a_name_that_is_given_twice_would_be_seen() -> None:
    css = ".md-typeset .bsc-a {} @media (width > 1px) { nav.bsc-b, .bsc-c .bsc-d {} } @media print { .bsc-e {} }"
    assert list(_dressed(tinycss2.parse_stylesheet(css, skip_whitespace=True))) == ["bsc-a", "bsc-b"]
