"""What is for a narrower circle leaves no trace in the site of a wider one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.builders.program import DAY, run, shop
from tests.builders.program import SCORECARD as SMALL
from tests.builders.project_folders import files_of, write

HIDDEN = "ZQX"
"""Stands in every text and id of what only the board may see."""
SCORECARD = """\
id: shop
title: Shop
themes: [{id: t, name: Theme}]
perspectives:
  - id: customer
    name: Customer
    objectives:
      - id: loyal
        name: Earn repeat customers
        owner: ann
        themes: [t]
        kpis: [seen, zqx-kpi, mixed]
        drives: [{to: grow, because: more, via: [seen, mixed], controls: [zqx-kpi]}, {to: zqx-goal, because: ZQX why}]
      - {id: grow, name: Grow, kpis: [mixed]}
      - {id: zqx-goal, name: ZQX goal, description: ZQX about, kpis: [seen], audience: board, supports: []}
  - id: zqx-row
    name: ZQX row
    question: ZQX question
    audience: board
    objectives: [{id: zqx-inner, name: ZQX inner, kpis: [seen]}]
kpis:
  - {id: seen, name: Seen, owner: ann, kind: leading, targets: [{period: 2025-12, value: 30}]}
  - id: zqx-kpi
    name: ZQX name
    description: ZQX description
    purpose: ZQX purpose
    unit: ZQX unit
    formula_in_words: ZQX words
    owner: ann
    audience: board
    source: {file: data/zqx.csv, period: month, value: zqx, note: remark}
    baseline: {period: 2025-01, value: 987654}
    targets: [{period: 2025-12, value: 876543}]
    rebase: [{period: 2025-04, because: ZQX rebase}]
    benchmark: {low: 1, high: 2, source: ZQX benchmark, year: 2020}
    tags: [ZQX tag]
    ignore: [{rule: BSC204, because: ZQX ignore}]
  - {id: mixed, name: Mixed, owner: ann, formula: seen + zqx-kpi * 0, direction: none, audience: public}
initiatives:
  - {id: shown, name: Shown, serves: [loyal, zqx-goal], depends_on: [zqx-plan], start: 2025-01, end: 2025-12}
  - id: zqx-plan
    name: ZQX plan
    description: ZQX plan
    owner: ann
    serves: [loyal]
    audience: board
    start: 2025-01
    end: 2025-12
    budget: 987654
    milestones: [{name: ZQX milestone, due: 2025-05}]
people: [{id: ann, name: Ann, role: Head}]
reviews:
  - {period: 2025-06, on: kpi/zqx-kpi, by: ann, analysis: ZQX analysis, recommendation: ZQX advice}
  - {period: 2025-06, on: kpi/seen, by: ann, analysis: ZQX hidden, audience: board, decisions: [{text: ZQX text}]}
  - {period: 2025-06, on: kpi/seen, by: ann, analysis: said to all}
risks:
  - {id: zqx-risk, name: ZQX risk, on: objective/loyal, likelihood: 3, impact: 4, response: ZQX so, audience: board}
  - {id: zqx-other, name: ZQX other risk, on: kpi/zqx-kpi, likelihood: 3, impact: 4}
"""
SEEN = "kpi,period,value\n" + "".join(f"seen,2025-{month:02},{20 + month}\n" for month in range(1, 7))
SECRET = "month,zqx,remark\n" + "".join(f"2025-{month:02},{987654 + month},ZQX note\n" for month in range(1, 7))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with its site as it is built without being asked for more."""
    root = shop(tmp_path_factory.mktemp("circles"), scorecard=SCORECARD, figures=SEEN)
    write(root, {"data/zqx.csv": SECRET})
    told = run("build", "-C", root, "--as-of", DAY, "--out", root / "public")
    last = "6 elements are for board only and were left out; build with --audience all to see them"
    assert (told.code, told.out.splitlines()[-1]) == (0, last), told.err
    return root


@pytest.mark.slow
def test_no_file_of_a_site_for_the_public_names_what_is_for_the_board(folder: Path) -> None:
    """Neither names nor ids, figures, notes, reviews and file names; not in the tree that the engine reads either."""
    files = {**files_of(folder / "public"), **{f"tree/{k}": v for k, v in files_of(folder / "build" / "docs").items()}}
    signs = (b"zqx", b"98765", b"987,65", b"876543", b"876,543")
    named = {path for path in files if HIDDEN.lower() in path.lower()}
    told = {(path, sign) for path, content in files.items() for sign in signs if sign in content.lower()}
    assert (len(files) > 40, named, {each for each in told if "vega" not in each[0]}) == (True, set(), set())


@pytest.mark.slow
def test_what_is_for_all_is_there(folder: Path) -> None:
    """The rest of the scorecard is published whole."""
    published = json.loads((folder / "public" / "api" / "v1" / "scorecard.json").read_text("utf-8"))
    review = (folder / "public" / "kpis" / "seen" / "index.html").read_text("utf-8")
    assert [each["id"] for each in published["kpis"]] == ["seen", "mixed"]
    assert ("said to all" in review, published["audience"], published["problems"]) == (True, "public", [])


@pytest.mark.slow
def test_a_page_says_why_it_shows_no_problems(folder: Path) -> None:
    """A problem may name what is hidden."""
    page = (folder / "public" / "data-quality" / "index.html").read_text("utf-8")
    assert "What the checks found is shown to those who see the whole scorecard." in page


@pytest.mark.slow
@pytest.mark.parametrize(("audience", "named"), [("all", None), ("board", "board")])
def test_a_site_with_more_than_is_for_everybody_says_so(folder: Path, audience: str, named: str | None) -> None:
    """And lists its problems: nothing is hidden from its readers that one of them could name."""
    out = folder / "build" / audience
    told = run("build", "-C", folder, "--as-of", DAY, "--out", out, "--audience", audience)
    remark = "This site holds 6 elements for board only; do not publish it for everyone\n"
    published = json.loads((out / "api" / "v1" / "scorecard.json").read_text("utf-8"))
    assert (told.code, told.out.endswith(f"pages in {out}\n{remark}"), len(published["problems"]) > 0) == (
        0,
        True,
        True,
    )
    assert published["audience"] == named


@pytest.mark.slow
def test_a_site_for_a_circle_between_says_both(tmp_path: Path) -> None:
    """What its readers do not see, and what others should not."""
    card = SMALL.replace("owner: ann\n    baseline", "owner: ann\n    audience: board\n    baseline")
    root = shop(tmp_path, scorecard=card + "risks: [{id: r, name: R, likelihood: 1, impact: 1, audience: staff}]\n")
    told = run("build", "-C", root, "--as-of", DAY, "--audience", "staff")
    assert told.out.splitlines()[-2:] == [
        "1 element is for board only and was left out; build with --audience all to see it",
        "This site holds 1 element for staff only; do not publish it for everyone",
    ]


@pytest.mark.slow
def test_a_project_that_keeps_nothing_back_lists_its_problems_for_everybody(tmp_path: Path) -> None:
    """And the end of the build has nothing to add."""
    root = shop(tmp_path, scorecard=SMALL.replace("        owner: ann\n", ""))
    told = run("build", "-C", root, "--as-of", DAY)
    published = json.loads((root / "build" / "site" / "api" / "v1" / "scorecard.json").read_text("utf-8"))
    assert told.out.splitlines()[-1].endswith(f"pages in {root / 'build' / 'site'}")
    assert (published["audience"], "BSC252" in {each["code"] for each in published["problems"]}) == ("public", True)


@pytest.mark.slow
def test_check_and_explain_see_what_a_build_leaves_out(folder: Path) -> None:
    """Whoever keeps the scorecard works on all of it."""
    told = run("explain", "-C", folder, "--as-of", DAY, "zqx-kpi")
    assert (told.code, told.out.startswith("ZQX name: ")) == (0, True), told.err
    assert "ZQX name" in run("check", "-C", folder, "--as-of", DAY).err
