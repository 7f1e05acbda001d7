"""Partial roll-ups: what readers see of a score of which a part is kept from them is what the scorecard says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bsc_site.compute.audience import for_audience
from bsc_site.model.calculation.rollup_steps import NothingToRollUp
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.declared.project import Project
from bsc_site.model.kept_fields import KeptField, keeping, score_withheld
from bsc_site.model.vocabularies import Status
from tests.builders.project_folders import lines, loaded_from, write
from tests.builders.small_projects import assessed, kpi, project, readings
from tests.secrecy.rendered import rendered

TARGET = [{"period": "2025", "value": 10}]


def layered(choice: str, **keys: Any) -> Project:
    """Two perspectives, of which the first has a KPI for the board beside one for everybody."""
    rows = [
        {"id": "p", "name": "P", "objectives": [{"id": "mixed", "name": "Mixed", "kpis": ["seen", "covert"]}]},
        {"id": "q", "name": "Q", "objectives": [{"id": "open", "name": "Open", "kpis": ["seen"]}]},
    ]
    kpis = (kpi(id="seen", targets=TARGET), kpi(id="covert", audience="board", targets=TARGET))
    return project(*kpis, partial_rollups=choice, perspectives=rows, **keys)


def figures(covert: float) -> tuple[Any, ...]:
    """What the data says."""
    return (readings("seen", {"2025-01": 12}), readings("covert", {"2025-01": covert}))


def scores(found: Assessment) -> dict[str, float | None]:
    """The score of each part of the scorecard, and of the whole."""
    card = found.scorecards["c"]
    rows = {name: each.standing.score for name, each in card.perspectives.items()}
    return {"c": card.standing.score, **rows, **{name: each.standing.score for name, each in card.objectives.items()}}


def test_by_default_it_is_the_score_of_what_they_see() -> None:
    """Whatever the rest is."""
    one, other = (assessed(layered("visible"), *figures(covert), audience="public") for covert in (1, 40))
    assert scores(one) == scores(other)
    assert None not in scores(one).values()


def test_or_it_is_none_as_far_up_as_the_hidden_part_counts() -> None:
    told = scores(assessed(layered("hidden"), *figures(1), audience="public"))
    assert {name for name, each in told.items() if each is None} == {"c", "p", "mixed"}
    assert None not in scores(assessed(layered("hidden"), *figures(1), audience="board")).values()


def test_the_reason_tells_no_count_of_what_is_hidden() -> None:
    standing = assessed(layered("hidden"), *figures(1), audience="public").scorecards["c"].standing
    assert (standing.status, standing.calculation) == (Status.NOT_SCORED, (NothingToRollUp.WITHHELD,))
    assert standing.coverage.total == 1


@pytest.mark.parametrize(
    ("key", "withheld"),
    [("targets", True), ("weight", True), ("description", False), ("owner", False), ("benchmark", False)],
)
def test_a_kept_key_withholds_the_score_that_rests_on_it(key: str, *, withheld: bool) -> None:
    keys = {"targets": TARGET, "weight": 2, "description": "D", "benchmark": {"value": 1, "source": "S"}}
    one = project(kpi(id="k", **keys), partial_rollups="hidden")
    card = keeping(one.root, (KeptField(("kpis", 0, key), "board"),))
    shown = for_audience(Project((card,)), "public").root
    assert [score_withheld(each) for each in (shown, *shown.perspectives, *shown.objectives.values())] == [withheld] * 3


@pytest.mark.parametrize("at", [("perspectives", 1), ("perspectives", 1, "objectives", 0)])
def test_a_kept_weight_withholds_the_score_above_it(at: tuple[Any, ...]) -> None:
    """It is no matter for the one of the element itself."""
    seen = layered("hidden", kpis=[kpi(id="seen", targets=TARGET)])
    rows = [
        each.model_copy(update={"objectives": seen.root.perspectives[1].objectives}) for each in seen.root.perspectives
    ]
    card = keeping(seen.root.model_copy(update={"perspectives": tuple(rows)}), (KeptField((*at, "weight"), "board"),))
    shown = for_audience(Project((card,)), "public").root
    told = [score_withheld(each) for each in (shown, shown.perspectives[1], shown.perspectives[1].objectives[0])]
    assert told == [True, len(at) > 2, False]


def test_a_hidden_objective_and_a_hidden_perspective_count() -> None:
    rows = [
        {
            "id": "p",
            "name": "P",
            "objectives": [{"id": "o", "name": "O"}, {"id": "h", "name": "H", "audience": "board"}],
        },
        {"id": "q", "name": "Q", "audience": "board"},
        {"id": "r", "name": "R", "objectives": [{"id": "s", "name": "S"}]},
    ]
    shown = for_audience(project(partial_rollups="hidden", perspectives=rows), "public").root
    assert [score_withheld(each) for each in (shown, *shown.perspectives)] == [True, True, False]


CARD = """\
id: c
title: C
partial_rollups: hidden
perspectives:
  - {id: p, name: P, objectives: [{id: mixed, name: Mixed, kpis: [seen, covert]}, {id: open, name: Open, kpis: [seen]}]}
kpis:
  - {id: seen, name: Seen, targets: [{period: 2025-12, value: 10}]}
  - {id: covert, name: Covert, audience: board, targets: [{period: 2025-12, value: 10}]}
"""
MORE = CARD.replace("kpis: [seen, covert]", "kpis: [seen, covert, other]") + (
    "  - {id: other, name: Other, audience: board, targets: [{period: 2025-12, value: 10}]}\n"
)


def rows(covert: int) -> str:
    """The data file."""
    each = (
        f"{name},2025-{month:02},{value}" for name, value in (("seen", 12), ("covert", covert)) for month in (1, 2, 3)
    )
    return "\n".join(["kpi,period,value", *each]) + "\n"


def site(root: Path, card: str, covert: int) -> dict[str, bytes]:
    """The site for everybody."""
    return rendered(write(root, {"scorecard/c.yml": card, "data/d.csv": rows(covert)}))


def test_no_byte_of_the_site_tells_what_is_hidden_or_how_many(tmp_path: Path) -> None:
    one, other = site(tmp_path / "one", CARD, 3), site(tmp_path / "other", MORE, 900)
    assert [path for path in sorted({*one, *other}) if one.get(path) != other.get(path)] == []
    assert "scorecard/what-if.js" not in one
    assert b"The score is for fewer readers" in one["page objectives/mixed/"]


def test_a_child_takes_it_over(tmp_path: Path) -> None:
    child = "id: d\ntitle: D\nparent: c\n"
    loaded = loaded_from(
        tmp_path, {"c.yml": CARD, "d.yml": child, "e.yml": child.replace(": d", ": e") + "partial_rollups: visible\n"}
    )
    assert loaded.project is not None, lines(loaded)
    assert [each.partial_rollups.value for each in loaded.project.scorecards] == ["hidden", "hidden", "visible"]


@pytest.mark.parametrize(
    ("choice", "sentence"),
    [
        ("hidden", b"A score that also rests on what is for fewer readers than this site is not shown on it."),
        ("visible", b"Scores are made from what the readers of this site may see; for others they may be different"),
    ],
)
def test_the_page_about_scores_says_which_it_is_whether_something_is_hidden_or_not(
    tmp_path: Path, choice: str, sentence: bytes
) -> None:
    """Where circles of readers are declared."""
    card = CARD.replace("partial_rollups: hidden", f"partial_rollups: {choice}\naudiences: [public, board]")
    for number, each in enumerate((card, card.replace(", audience: board", ""))):
        assert sentence in site(tmp_path / str(number), each, 3)["page method/"]
    assert sentence not in site(tmp_path / "none", CARD, 3)["page method/"]
