"""The arrows of the map in the pack say their lag, what the figures say of them, and whether they work against."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from bsc_site.model.concluded.evidence import LinkEvidence
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.vocabularies import Grade
from bsc_site.render.board_pack.pack_content import PackAsked, pack_of
from bsc_site.render.board_pack.pack_page import pack_html
from tests.meeting.board import board_facts, board_project


def _graded(facts: Assessment, grade: Grade) -> Assessment:
    def of(link: LinkEvidence) -> LinkEvidence:
        return replace(link, grade=grade)

    card = facts.scorecards["shop"]
    card = replace(card, evidence=tuple(map(of, card.evidence)))
    return replace(facts, scorecards={**facts.scorecards, "shop": card})


@pytest.mark.parametrize(
    ("grade", "label", "weight"),
    [
        (Grade.SUPPORTED, "3 months, supported", 3.0),
        (Grade.CONTRADICTED, "3 months, contradicted", 2.2),
        (Grade.NOT_TESTABLE_YET, "3 months", 1.4),
    ],
)
def test_an_arrow_says_its_lag_and_what_the_figures_say_of_it(
    grade: Grade, label: str, weight: float, tmp_path: Path
) -> None:
    pack = pack_of(_graded(board_facts(board_project(tmp_path)), grade), "shop", PackAsked("Shop"))
    (wire,) = pack.drawing.wires
    assert (wire.label, wire.weight, wire.against) == (label, weight, False)
    assert "after 3 months" in wire.words
    page = pack_html(pack)
    assert re.search(rf'<polyline [^>]*stroke-width="{weight:g}"', page)
    assert f">{label}</text>" in page
    assert f"<p>{pack.drawing.key}</p>" in page
