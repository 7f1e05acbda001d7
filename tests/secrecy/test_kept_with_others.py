"""Kept with others: what belongs only to what is hidden is hidden, too, and whoever keeps it is told by a note."""

from __future__ import annotations

from pathlib import Path

import pytest

from bsc_site.checking import checked
from bsc_site.compute.audience import Circle
from bsc_site.outcomes import Order
from tests.builders.project_folders import write
from tests.secrecy.rendered import AS_OF, rendered

CARD = """\
id: c
title: C
people: [{id: ann, name: Ann}, {id: bob, name: Bob Quiet, team: Dealers, email: bob@example.org}]
themes: [{id: grow, name: Grow by buying}]
perspectives:
  - {id: p, name: P, objectives: [{id: o, name: O, owner: ann}]}
  - {id: q, name: Q, audience: board, objectives: [{id: s, name: S, owner: bob, themes: [grow], kpis: [k]}]}
kpis: [{id: k, name: Deal size}]
initiatives: [{id: i, name: Talk to rivals, start: 2025-01, end: 2025-12, serves: [s], owner: bob}]
"""
ALL = ("Bob Quiet", "Dealers", "example.org", "Grow by buying", "Deal size", "Talk to rivals")


def notes(root: Path, card: str) -> list[str]:
    """The lines of the rule."""
    found = checked(Order(write(root, {"scorecard/c.yml": card}), AS_OF, Circle.EVERYTHING)).examination.problems
    return [str(each) for each in found if each.code == "BSC159"]


def told(root: Path, card: str, readers: str) -> list[str]:
    """Which of the words stand in a site, where the sign of a mail address goes by its number."""
    shown = rendered(write(root, {"scorecard/c.yml": card}), readers)
    text = b"\n".join(each for name, content in shown.items() for each in (name.encode(), content))
    return [each for each in ALL if each.encode() in text]


def test_it_is_in_no_byte_for_those_from_whom_that_is_kept(tmp_path: Path) -> None:
    assert told(tmp_path / "public", CARD, "public") == []
    assert told(tmp_path / "board", CARD, "board") == list(ALL)


def test_one_note_names_all_of_it(tmp_path: Path) -> None:
    (told_of,) = notes(tmp_path, CARD)
    assert told_of == (
        "scorecard/c.yml:1:1: BSC159 note: not everybody may know of Deal size, Talk to rivals, Bob Quiet, Grow by "
        "buying: what they belong to is for fewer readers; write `audience: public` at those that everybody may see "
        "all the same"
    )


@pytest.mark.parametrize(
    ("line", "name", "shown"),
    [
        ("{id: bob, name: Bob Quiet,", "Bob Quiet", ["Bob Quiet", "Dealers", "example.org"]),
        ("{id: grow, name: Grow by buying", "Grow by buying", []),
        ("{id: k, name: Deal size", "Deal size", ["Deal size"]),
        ("{id: i, name: Talk to rivals,", "Talk to rivals", ["Bob Quiet", "Dealers", "example.org", "Talk to rivals"]),
    ],
)
def test_an_audience_of_its_own_decides(tmp_path: Path, line: str, name: str, shown: list[str]) -> None:
    ending = "," if line.endswith(",") else ""
    card = CARD.replace(line, f"{line.removesuffix(',')}, audience: public{ending}")
    assert name not in notes(tmp_path / "check", card)[0]
    assert told(tmp_path / "site", card, "public") == shown


@pytest.mark.parametrize(
    "change", [("audience: board, ", ""), ("title: C\n", "title: C\nignore: [{rule: BSC159, because: So}]\n")]
)
def test_where_nothing_is_hidden_or_the_rule_is_silenced_there_is_no_note(
    tmp_path: Path, change: tuple[str, str]
) -> None:
    assert notes(tmp_path, CARD.replace(*change)) == []
