"""The formats: Markdown that cannot be broken by a name, JSON for programs, annotations at the changed lines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bsc_site.wording.reporting.report_markdown import MARKER, escaped, markdown_lines
from tests.builders.program import DAY, FIGURES, SCORECARD, called, shop
from tests.builders.project_folders import write
from tests.builders.repositories import begun, commit
from tests.diff.versions import CARD, copied, project_of, told_of

EDITED = SCORECARD.replace("value: 30", "value: 60").replace("Earn repeat", "Win repeat")


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    """The shop with a target, a name, and a figure edited since its only commit."""
    folder = tmp_path / "shop"
    folder.mkdir()
    commit(begun(shop(folder)), "2025-07-01")
    return shop(folder, scorecard=EDITED, figures=FIGURES.replace("06,26", "06,24"))


def _told(folder: Path, form: str, *words: str) -> str:
    ran = called("diff", "--format", form, "--as-of", DAY, *words, cwd=folder)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def test_markdown_begins_with_the_mark_of_the_comment_that_is_renewed(edited: Path) -> None:
    lines = _told(edited, "markdown").splitlines()
    assert lines[:2] == [MARKER, "### What changes in the scorecard"]
    assert "- **Repeat purchase rate** (KPI): 60 % by Dec 2025, before that 30 % — _cause: target_" in lines
    assert lines[-1] == "7 differences."


@pytest.mark.parametrize(
    "text",
    ["@everyone", "<img src=x>", "[a](http://b)", "#1", "a|b", "*a* _b_ `c`", "www.a.org http://a.org", "a\n- b"],
)
def test_no_name_becomes_a_mention_a_link_or_markup(text: str) -> None:
    assert not set(escaped(text)) & set("@<>[]()|*`_\n")
    assert "://" not in escaped(text)


def test_a_comment_has_an_end_however_much_changed_and_says_what_it_leaves_out() -> None:
    """A kind of which there is little is told in full, however much there is of another."""
    card = copied()
    card["kpis"] += [{"id": f"k{index}", "name": f"Новый показатель с номером {index}"} for index in range(2000)]
    card["kpis"][0]["weight"] = 3
    text = "\n".join(markdown_lines(told_of(project_of(CARD), project_of(card))))
    assert 50_000 < len(text.encode()) < 60_000
    assert "**Weights**\n\n- **A** (KPI): weight&#58; 3, before that 1 — _cause: weight_" in text
    told = text.count("Новый")
    assert f"- and {2000 - told:,} more\n" in text
    assert f"{2000 - told:,} differences are left out, as a comment has no more room; `bsc-site diff` tells" in text
    assert text.endswith("2,001 differences.")


def test_github_shows_ten_notices_so_the_first_ten_are_those_by_which_a_status_flipped(edited: Path) -> None:
    more = "".join(f"  - {{id: k{index}, name: K{index}, owner: ann}}\n" for index in range(20))
    shop(edited, scorecard=EDITED.replace("kpis:\n  - id", f"kpis:\n{more}  - id"), figures=FIGURES)
    lines = _told(edited, "github").splitlines()
    assert [line.startswith("::notice ") for line in lines] == [True] * 10 + [False]
    assert "Status: On track to Off track" in lines[0]
    assert lines[-1].endswith(" more have no annotation: GitHub shows 10 of a step.")


def test_json_says_all_with_its_version(edited: Path) -> None:
    found = json.loads(_told(edited, "json"))
    assert [found[key] for key in ("version", "as_of", "audience")] == [1, DAY, "public"]
    assert (found["before"]["revision"], found["before"]["date"]) == ("HEAD", "2025-07-01")
    assert found["after"] == {"revision": None, "commit": None, "date": None}
    by_kind = {each["kind"]: each for each in found["differences"]}
    assert by_kind["figures"] == {
        "kind": "figures",
        "element": {"kind": "kpi", "id": "repeat-rate", "scorecard": None, "name": "Repeat purchase rate"},
        "causes": ["data"],
        "text": "Jun 2025: 26 % became 24 %",
        "file": "data/shop.csv",
        "line": 7,
        "figures": [{"period": "2025-06", "before": 26.0, "after": 24.0}],
    }
    assert by_kind["status"]["before"] == {"status": "on_track", "own": None, "score": 100.0}
    assert by_kind["definition"]["key"] == "name"


def test_annotations_stand_at_the_changed_lines_with_what_came_of_them(edited: Path) -> None:
    lines = _told(edited.parent, "github", "-C", "shop").splitlines()
    assert lines[0] == (
        "::notice file=shop/data/shop.csv,title=Figures,line=7,col=3::Repeat purchase rate (KPI): "
        "Jun 2025: 26 %25 became 24 %25; cause: data. Status: On track to Off track; cause: data, target"
    )
    assert [line.partition("::Re")[0] for line in lines[1:2]] == [
        "::notice file=shop/scorecard/shop.yml,title=Targets,line=19,col=5"
    ]


def test_what_is_gone_has_no_line() -> None:
    card: dict[str, Any] = copied()
    card["people"].pop()
    found = told_of(project_of(CARD), project_of(card))
    assert [each.place for each in found.differences] == [None]


def test_another_program_is_told_with_code_as_its_cause(edited: Path) -> None:
    """Both sides were judged by the one that runs, so nothing else comes of it."""
    write(edited, {"requirements.txt": "# Ours\nbsc-site==1.0.0\n"})
    shop(edited)
    commit(edited, "2025-07-02")
    write(edited, {"requirements.txt": "# Ours\nbsc-site[all]==1.1.0\n"})
    assert _told(edited, "text").splitlines()[2:] == [
        "Program",
        "  bsc-site (project): requirements.txt: bsc-site[all]==1.1.0, before that bsc-site==1.0.0; cause: code",
        "",
        "1 difference.",
    ]


def test_targets_that_stand_in_the_data_are_changed_by_it(tmp_path: Path) -> None:
    rows = "kpi,period,value,target\nrepeat-rate,2025-05,25,26\nrepeat-rate,2025-06,26,27\n"
    folder = begun(shop(tmp_path / "p", figures=rows))
    commit(folder, "2025-07-01")
    shop(folder, figures=rows.replace("26,27", "26,26.5"))
    assert (
        "  Repeat purchase rate (KPI): 26.5 % by Jun 2025, before that 27 %; cause: data"
        in _told(folder, "text").splitlines()
    )
