"""The guide of diff is followed: its files are committed, its edits made, and it prints what the program prints."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from markdown_it import MarkdownIt

from bsc_site.model.differences.difference import DifferenceKind, ElementSort, InputCause
from tests.builders.program import called
from tests.builders.project_folders import write
from tests.builders.repositories import begun, commit

GUIDE = Path(__file__).parents[3] / "docs" / "guide" / "diff.md"
TEXT = GUIDE.read_text(encoding="utf-8")
EXAMPLE = TEXT.partition("\n## An example\n")[2].partition("\n## ")[0]


def _blocks() -> dict[str, str]:
    """The blocks of the example by their kind."""
    return {each.info: each.content for each in MarkdownIt().parse(EXAMPLE) if each.type == "fence"}


def _edited(text: str, edits: str) -> str:
    """The text after its lines with `-` made way for those with `+`."""
    for gone, new in re.findall(r"((?:^-.*\n)+)((?:^\+.*\n)+)", edits, re.MULTILINE):
        old = re.sub("^-", "", gone, flags=re.MULTILINE)
        text = text.replace(old, re.sub(r"^\+", "", new, flags=re.MULTILINE))
    return text


def printed(folder: Path) -> str:
    """What the command of the example prints after its edits."""
    blocks = _blocks()
    files = {"scorecard/shop.yml": blocks["yaml"], "data/shop.csv": blocks["csv"]}
    commit(begun(write(folder, files)), "2025-07-01")
    edited = {name: _edited(text, blocks["diff"]) for name, text in files.items()}
    assert [name for name in files if edited[name] == files[name]] == []
    write(folder, edited)
    ran = called(*shlex.split(blocks["sh"])[1:], cwd=folder)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def test_the_example_prints_what_the_guide_shows(tmp_path: Path) -> None:
    assert printed(tmp_path) == _blocks()["text"]


def test_every_kind_every_element_and_every_cause_is_named() -> None:
    """As JSON spells them."""
    named = set(re.findall(r"`(\w+)`", TEXT))
    assert {each.value for each in (*DifferenceKind, *ElementSort)} - named == set()
    assert set(re.findall(r"^\| (\w+) \| (?!is)", TEXT, re.MULTILINE)) - {"cause"} == {
        each.value for each in InputCause
    }
