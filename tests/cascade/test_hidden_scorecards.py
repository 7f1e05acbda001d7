"""Hidden scorecards: one below the top that is for fewer readers is missing from every other site as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from bsc_site.compute.audience import for_audience, kept_without_a_word, set_apart
from bsc_site.model.declared.project import Project
from tests.builders.program import Ran, called
from tests.builders.project_folders import files_of, write
from tests.builders.repositories import begun, commit
from tests.builders.small_projects import card, kpi

CARDS = {
    "scorecard/group.yml": """\
id: group
title: Group
people: [{id: ann, name: Ann}, {id: bob, name: Bobby}]
perspectives: [{id: p, name: P, objectives: [{id: grow, name: Grow, owner: ann, kpis: [sales, deal-size]}]}]
kpis:
  - {id: sales, name: Sales, targets: [{period: 2025-12, value: 30}]}
  - {id: total, name: Total, from_children: {aggregate: sum, kpis: [deal-size]}}
reviews: [{period: 2025-06, on: scorecard/deals, analysis: Talks go well}]
""",
    "scorecard/deals.yml": """\
id: deals
title: Merger talks
parent: group
audience: board
mission: Buy the rival
people: [{id: cleo, name: Cleo Dealer}]
perspectives: [{id: q, name: Q, objectives: [{id: buy, name: Buy, owner: bob, supports: [grow], kpis: [deal-size]}]}]
kpis: [{id: deal-size, name: Deal size, owner: cleo, targets: [{period: 2025-12, value: 30}]}]
initiatives: [{id: talk, name: Talk, start: 2025-01, end: 2025-12, serves: [buy]}]
""",
    "scorecard/rival.yml": """\
id: rival
title: The rival
parent: deals
""",
}
FIGURES = "kpi,period,value\n" + "".join(
    f"{name},2025-{month:02},{30 + month}\n" for name in ("sales", "deal-size") for month in range(1, 7)
)
SECRET = (b"deal", b"rival", b"merger", b"cleo dealer", b"bobby", b"talks go")


def told(root: Path, *words: object) -> Ran:
    """What a command says of the project, to its end."""
    return called(*words, "-C", root, "--as-of", "2025-07-10")


def project_of(**keys: str) -> Project:
    """A scorecard with one below it, and one below that."""
    group = card(kpi(id="sum", from_children={"aggregate": "sum", "kpis": ["k"]}), id="group")
    below = card(kpi(id="k"), id="deals", parent="group", **keys)
    return Project((group, below, card(kpi(id="z"), id="rival", parent="deals")))


def test_all_in_it_is_hidden_and_all_below_it() -> None:
    shown = for_audience(project_of(audience="board"), "staff")
    assert ([each.id for each in shown.scorecards], list(shown.kpis)) == (["group"], [])
    assert len(for_audience(project_of(audience="board"), "board").scorecards) == 3


def test_each_is_counted_once_among_what_was_left_out() -> None:
    apart = set_apart(project_of(audience="board"), "public")
    assert (dict(apart.left_out), set(apart.kpis)) == ({"board": 3}, {"sum", "k", "z"})


def test_what_is_rolled_up_from_it_is_asked_for_by_a_note() -> None:
    notes = kept_without_a_word(project_of(audience="board"))
    assert [(each.element, dict(each.figures)["audience"]) for each in notes] == [("kpi/sum", "board")]
    assert kept_without_a_word(project_of()) == ()


@pytest.mark.slow
def test_it_is_in_no_byte_of_a_site_for_others(tmp_path: Path) -> None:
    """Neither where the site of the board stood in the same folder before."""
    root = write(tmp_path, {**CARDS, "data/d.csv": FIGURES})
    assert told(root, "build", "--audience", "board").code == 0
    board = files_of(root / "build/site")
    ran = told(root, "build")
    assert ran.code == 0, ran.err
    shown = {path: (path.encode() + each).lower() for path, each in files_of(root / "build/site").items()}
    assert "s/deals/kpis/deal-size/index.html" in board
    assert [(path, word) for path, each in shown.items() for word in SECRET if word in each] == []
    assert all(any(word in each.lower() for each in board.values()) for word in SECRET)


@pytest.mark.parametrize("form", ["stratml", "docx", "pptx", "xlsx", "template"])
def test_an_export_knows_nothing_of_it(tmp_path: Path, form: str) -> None:
    root = write(tmp_path, {**CARDS, "data/d.csv": FIGURES})
    for extra in ((), ("--only", "deals")):
        ran = told(root, "export", form, "--out", root / f"file.{form}", *extra)
        assert (ran.code == 0) == (extra == ()), ran.err


def test_what_became_hidden_is_told_by_no_difference(tmp_path: Path) -> None:
    root = begun(write(tmp_path, {**CARDS, "data/d.csv": FIGURES}))
    write(root, {"scorecard/deals.yml": CARDS["scorecard/deals.yml"].replace("audience: board\n", "")})
    commit(root, "2025-05-01")
    write(root, {"scorecard/deals.yml": CARDS["scorecard/deals.yml"].replace("Buy the", "Sell to the")})
    ran = told(root, "diff", "HEAD", "--format", "json")
    assert ran.code == 0, ran.err
    assert '"differences": []' in ran.out
    assert [word for word in SECRET if word in ran.out.lower().encode()] == []


def test_a_text_for_everybody_that_names_it_is_told_of(tmp_path: Path) -> None:
    card = CARDS["scorecard/group.yml"].replace("title: Group", "title: Group\nmission: After the merger talks")
    root = write(tmp_path, {**CARDS, "data/d.csv": FIGURES, "scorecard/group.yml": card})
    assert "BSC157 warning mission: this text is for everybody and names 'Merger talks'" in told(root, "check").err
