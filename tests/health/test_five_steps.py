"""The five steps fill themselves from what a scorecard holds; what is open says what to add."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

import pytest

from bsc_site.compute.diagnosis import diagnosis_of
from bsc_site.model.concluded.health import StepCheck, StepItem, StrategyStep
from bsc_site.render.pages.site_pages import SiteMaterial, render_pages
from bsc_site.wording.problems.step_text import KEYS, item_name, open_reason
from tests.builders.snippets import assessed_yaml

BARE = "perspectives: [{id: p, name: P, objectives: [{id: a, name: A}, {id: b, name: B}]}]\n"
FULL = """mission: M
vision: V
destination: {period: 2027-12, text: There}
perspectives:
  - id: p
    name: P
    objectives:
      - {id: a, name: A, owner: ann, kpis: [k]}
      - {id: b, name: B, owner: ann, kpis: [l], drives: [{to: a, because: it helps}]}
kpis:
  - {id: k, name: K, kind: leading, description: Each one, owner: ann, targets: [{period: 2026-12, value: 5}]}
  - {id: l, name: L, kind: leading, description: Each one, owner: ann, targets: [{period: 2026-12, value: 5}]}
people: [{id: ann, name: Ann}]
initiatives: [{id: i, name: I, owner: ann, serves: [a], start: 2025-01, end: 2026-12}]
reviews:
  - {period: 2025-12, on: kpi/k, by: ann, decisions: [{text: Do it, owner: ann, due: 2025-12, done: 2025-12-20}]}
  - {period: 2025-12, on: kpi/l, by: ann}
figures: {k: [4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 6], l: [4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 6]}
"""
BELOW = """parent: c
perspectives: [{id: p, name: P, objectives: [{id: x, name: X, supports: [c/a]}, {id: y, name: Y, supports: [b]}]}]
"""


def _steps(*snippets: str, changed: date | None = None, of: str = "c") -> dict[StepItem, StepCheck]:
    assessment = assessed_yaml(*snippets)
    told = diagnosis_of(assessment, assessment, {"c": changed} if changed else {}, lambda _: None)
    return {each.item: each for each in told.health[of].steps}


def _open(steps: dict[StepItem, StepCheck]) -> set[StepItem]:
    return {item for item, each in steps.items() if not each.done}


def test_a_scorecard_that_holds_everything_has_nothing_open() -> None:
    steps = _steps(FULL, BELOW, changed=date(2025, 12, 1))
    assert (_open(steps), set(steps)) == (set(), set(StepItem))
    assert [each.step for each in steps.values()] == sorted(
        (each.step for each in steps.values()), key=list(StrategyStep).index
    )


def test_a_bare_scorecard_has_everything_open() -> None:
    steps = _steps(BARE)
    assert _open(steps) == set(steps)
    assert set(steps) == set(StepItem) - {StepItem.SIGHT, StepItem.CHANGED}


@pytest.mark.parametrize(
    ("without", "item"),
    [
        ("vision: V\n", StepItem.PURPOSE),
        ("destination: {period: 2027-12, text: There}\n", StepItem.DESTINATION),
        (", drives: [{to: a, because: it helps}]", StepItem.ARROWS),
        (", because: it helps", StepItem.REASONS),
        (", kpis: [l]", StepItem.MEASURED),
        (", targets: [{period: 2026-12, value: 5}]", StepItem.TARGETS),
        (", description: Each one", StepItem.DEFINED),
        (", done: 2025-12-20", StepItem.DECISIONS),
        (", serves: [a]", StepItem.WORK),
    ],
)
def test_what_is_missing_is_open(without: str, item: StepItem) -> None:
    assert item in _open(_steps(FULL.replace(without, ""), BELOW, changed=date(2025, 12, 1)))


def test_what_was_not_changed_for_long_is_open() -> None:
    assert StepItem.CHANGED in _open(_steps(FULL, changed=date(2024, 1, 1)))


def test_an_objective_stands_in_a_line_of_sight_from_either_side() -> None:
    assert _steps(FULL, BELOW)[StepItem.SIGHT] == StepCheck(StrategyStep.CASCADE, StepItem.SIGHT, 2, 2)
    assert _steps(FULL, BELOW, of="c2")[StepItem.SIGHT] == StepCheck(StrategyStep.CASCADE, StepItem.SIGHT, 2, 2)
    alone = _steps(FULL, BELOW.replace(", supports: [b]", ""))
    assert alone[StepItem.SIGHT] == StepCheck(StrategyStep.CASCADE, StepItem.SIGHT, 1, 2)


def test_what_only_others_see_is_open_as_if_it_were_not_there() -> None:
    """Otherwise what is done would tell that there is more."""
    whole = assessed_yaml(FULL)
    part = assessed_yaml(FULL.replace("destination: {period: 2027-12, text: There}\n", ""))
    told = diagnosis_of(part, whole, {}, lambda _: None)
    assert StepItem.DESTINATION in _open({each.item: each for each in told.health["c"].steps})


def test_what_is_silenced_counts_as_done() -> None:
    assessment = assessed_yaml(FULL.replace(", owner: ann, kpis: [l]", ", kpis: [l]"))
    told = diagnosis_of(assessment, assessment, {}, lambda found: "later" if found.code == "BSC252" else None)
    assert StepItem.OWNERS not in _open({each.item: each for each in told.health["c"].steps})


def test_every_item_has_words_a_reason_and_a_key() -> None:
    for item in StepItem:
        assert item_name(item)
        assert KEYS[item]
        assert open_reason(StepCheck(StrategyStep.PLAN, item, 0, 1)).endswith(".")


def test_the_page_says_what_is_done_and_what_to_add() -> None:
    assessment = assessed_yaml(FULL.replace("vision: V\n", ""))
    health = diagnosis_of(assessment, assessment, {}, lambda _: None).health
    pages = {page.address: page for page in render_pages(SiteMaterial(assessment, health=health))}
    text = re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", pages["health/"].markdown)))
    assert "1. Plan the strategy 3 of 4 " in text
    assert (
        "Open Mission and vision are written down : 1 of 2. Without them nobody can say what the objectives are good "
        "for. mission: .., vision: .. " in text
    )
    assert "Done Each arrow says why " in text
