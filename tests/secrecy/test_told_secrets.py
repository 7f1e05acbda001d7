"""Told secrets: who names in a text for everybody what is hidden gets a line with the place and what to write."""

from __future__ import annotations

from pathlib import Path

import pytest

from bsc_site.checking import checked
from bsc_site.compute.audience import Circle
from bsc_site.outcomes import Order
from tests.builders.project_folders import write
from tests.secrecy.rendered import AS_OF

CARD = """\
id: c
title: C
mission: Grow with Project Falcon in mind
perspectives:
  - id: p
    name: P
    objectives:
      - {id: open, name: Open, description: Before project falcon begins, drives: [{to: b, because: It is cheap}]}
      - {id: b, name: B}
      - {id: falcon, name: Project Falcon, audience: board}
      - {id: grow, name: Grow, audience: board}
reviews:
  - {period: 2025-06, on: objective/open, analysis: Since Project Falcons}
  - {period: 2025-06, on: objective/open, analysis: Project Falcon helps}
"""
REST = "'Project Falcon', which is not; use other words, write"


def told(root: Path, card: str) -> list[str]:
    """The lines about secrets in texts."""
    found = checked(Order(write(root, {"scorecard/c.yml": card}), AS_OF, Circle.EVERYTHING)).examination.problems
    return [str(each) for each in found if each.code == "BSC157"]


def test_a_text_for_everybody_that_names_a_secret_is_named_with_the_line_to_write(tmp_path: Path) -> None:
    """A name of one word is none, nor is a longer word that begins like one."""
    lines = told(tmp_path, CARD)
    assert [each.split(": BSC157 ")[0] for each in lines] == [
        "scorecard/c.yml:3:1",
        "scorecard/c.yml:8:32",
        "scorecard/c.yml:14:43",
    ]
    assert lines[0] == (
        f"scorecard/c.yml:3:1: BSC157 warning mission: this text is for everybody and names {REST} "
        "`mission: {value: .., audience: board}`, or give 'Project Falcon' the audience public"
    )


@pytest.mark.parametrize(
    "change",
    [
        ("name: Project Falcon, audience: board", "name: Project Falcon"),
        ("mission: Grow with Project Falcon in mind", "mission: {value: Project Falcon, audience: staff}"),
        ("title: C\n", "title: C\nignore: [{rule: BSC157, because: everybody knows}]\n"),
    ],
)
def test_what_is_no_secret_or_is_kept_is_not_told(tmp_path: Path, change: tuple[str, str]) -> None:
    assert "warning mission:" not in "".join(told(tmp_path, CARD.replace(*change)))
