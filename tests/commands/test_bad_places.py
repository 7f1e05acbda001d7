"""Files that lead in circles, are missing or stand where a folder belongs: a clear line each."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.builders.program import DAY, FIGURES, SCORECARD, run, shop
from tests.builders.project_folders import write

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("folder", ["scorecard", "data"])
def test_a_link_to_the_folder_above_is_not_followed_for_ever(folder: str, tmp_path: Path) -> None:
    """Each file counts once."""
    shop(tmp_path)
    plain = run("check", "-C", tmp_path, "--as-of", DAY)
    (tmp_path / folder / "here").symlink_to(".")
    told = run("check", "-C", tmp_path, "--as-of", DAY)
    assert (plain.code, told) == (0, plain)


def test_a_link_to_itself_is_one_line(tmp_path: Path) -> None:
    """It holds no figures; newer Pythons find nothing there, older ones a loop."""
    (shop(tmp_path) / "data" / "own.csv").symlink_to("own.csv")
    told = run("check", "-C", tmp_path, "--as-of", DAY)
    (line,) = [each for each in told.lines if " error" in each]
    assert told.code == 1
    assert re.match(r"data/own\.csv:0:0: BSC30[13] error: (there is no such file|the path cannot be followed \()", line)


def test_a_link_to_nothing_is_not_suggested_in_its_own_place(tmp_path: Path) -> None:
    """Whoever renamed the file that it led to is told that there is none."""
    (shop(tmp_path) / "data" / "moved.csv").symlink_to("remove.csv")
    told = run("check", "-C", tmp_path, "--as-of", DAY)
    assert "did you mean" not in told.err
    assert (told.code, told.lines[0]) == (1, "data/moved.csv:0:0: BSC301 error: there is no such file")


def test_a_source_that_is_not_there_is_told_where_it_is_named(tmp_path: Path) -> None:
    """With line and key."""
    source = '    unit: "%"\n    source: {file: data/gone.csv, period: month, value: v}\n'
    told = run("check", "-C", shop(tmp_path, scorecard=SCORECARD.replace('    unit: "%"\n', source)))
    (line,) = [each for each in told.lines if " error " in each]
    assert told.code == 1
    assert line.startswith("scorecard/shop.yml:16:14: BSC301 error kpis[0].source.file: data/gone.csv: there is no")


def test_a_place_below_a_file_is_no_place_for_a_site(tmp_path: Path) -> None:
    """Exit code 3, one line, nothing written there; true for every user, the superuser too."""
    write(shop(tmp_path), {"taken": "mine"})
    told = run("build", "-C", tmp_path, "--as-of", DAY, "--out", tmp_path / "taken" / "site")
    (line,) = [each for each in told.lines if " error" in each]
    assert (told.code, line.split(": ")[:2], (tmp_path / "taken").read_text()) == (
        3,
        ["taken:0:0", "BSC909 error"],
        "mine",
    )


def test_a_broken_anchor_of_an_own_page_has_file_and_line(tmp_path: Path) -> None:
    """Found in the finished site, told in the words of the page."""
    write(shop(tmp_path), {"docs/own.md": "# Own\n\nSee\n[the rest](#rest).\n"})
    told = run("build", "-C", tmp_path, "--as-of", DAY)
    errors = [each for each in told.lines if " error" in each]
    assert (told.code, errors) == (
        1,
        ["docs/own.md:4:12: BSC514 error: '#rest' leads to a heading that is not there"],
    )
    assert not (tmp_path / "build" / "site").exists()


TWINS = SCORECARD.replace("people:", "  - {id: twin, name: Repeat purchase rate, kind: leading, owner: ann}\npeople:")
HEAD = "id: shop\ntitle: Shop\n"
THIN = {
    "two KPIs of one name": TWINS.replace("[repeat-rate]", "[repeat-rate, twin]"),
    "no KPIs": SCORECARD[: SCORECARD.index("        owner: ann")],
    "no objectives": HEAD + "perspectives: [{id: customer, name: Customer}]\n",
    "no perspectives": HEAD,
}


@pytest.mark.parametrize("kind", THIN)
def test_a_scorecard_with_next_to_nothing_becomes_a_site(kind: str, tmp_path: Path) -> None:
    """A beginning is no mistake."""
    figures = FIGURES + "twin,2025-06,7\n" if kind.startswith("two") else "kpi,period,value\n"
    root = shop(tmp_path, scorecard=THIN[kind], figures=figures)
    if not kind.startswith("two"):
        (root / "data" / "shop.csv").unlink()
    told = run("build", "-C", root, "--as-of", DAY)
    assert (told.code, (root / "build/site/index.html").is_file()) == (0, True), told.err + told.out


def test_before_all_data_there_is_a_site_that_says_so(tmp_path: Path) -> None:
    """Figures of the future are not known yet."""
    told = run("build", "-C", shop(tmp_path), "--as-of", "1999-01-01")
    page = (tmp_path / "build/site/kpis/repeat-rate/index.html").read_text(encoding="utf-8")
    assert (told.code, "No data" in page, "26 %" in page) == (0, True, False)
