"""`bsc-site import` writes what it read, or nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bsc_site.interchange.importing import imported
from bsc_site.model.failure import InputError, MachineError, WrongUse
from bsc_site.outcomes import Order
from tests.builders.program import DAY, called, run, shop
from tests.builders.project_folders import write
from tests.exchange.plans import goal, indicator, plan, year

TODAY = date.fromisoformat(DAY)


def files_below(root: Path) -> list[str]:
    return sorted(each.relative_to(root).as_posix() for each in root.rglob("*") if each.is_file())


def a_plan(root: Path, content: bytes | None = None) -> Path:
    path = root / "plan.xml"
    path.write_bytes(plan(goal(indicator(year("Actual", "5", 2024)))) if content is None else content)
    return path


@pytest.mark.slow
def test_a_plan_is_written_told_and_passes_the_check(tmp_path: Path) -> None:
    a_plan(tmp_path)
    (tmp_path / "here").mkdir()
    told = run("import", "plan.xml", "-C", "here", cwd=tmp_path)
    assert (told.code, told.err) == (0, "")
    assert told.out.splitlines()[:3] == [
        "wrote data/plan.csv",
        "wrote scorecard/plan/kpis.yml",
        "wrote scorecard/plan/scorecard.yml",
    ]
    checked = run("check", "-C", "here", "--as-of", DAY, cwd=tmp_path)
    assert checked.code == 0
    assert any("BSC605 warning: to be written: higher, lower or band" in each for each in checked.lines)


@pytest.mark.slow
def test_a_broken_plan_ends_with_its_line_and_exit_code_1(tmp_path: Path) -> None:
    a_plan(tmp_path, b"<a>\n</b>")
    told = run("import", "plan.xml", "-C", ".", cwd=tmp_path)
    assert (told.code, told.lines) == (1, ["plan.xml:2:3: BSC600 error: mismatched tag; XML ends there"])
    assert files_below(tmp_path) == ["plan.xml"]


def test_nothing_is_overwritten_and_all_that_stands_is_named(tmp_path: Path) -> None:
    write(tmp_path, {"data/plan.csv": "mine", "scorecard/plan/kpis.yml": "mine"})
    with pytest.raises(WrongUse) as refused:
        imported(Order(tmp_path, TODAY), a_plan(tmp_path))
    assert [each.place.file for each in refused.value.problems] == ["data/plan.csv", "scorecard/plan/kpis.yml"]
    assert "BSC604" in str(refused.value)
    assert (tmp_path / "data/plan.csv").read_text() == "mine"
    assert not (tmp_path / "scorecard/plan/scorecard.yml").exists()


def test_ids_of_the_project_are_not_given_twice(tmp_path: Path) -> None:
    home = shop(tmp_path / "home")
    content = plan(goal(indicator(year("Actual", "5", 2024), name="Repeat rate")))
    imported(Order(home, TODAY), a_plan(tmp_path, content))
    assert "  - id: repeat-rate-2\n" in (home / "scorecard/plan/kpis.yml").read_text()
    with pytest.raises(WrongUse, match="has a scorecard 'plan' already"):
        imported(Order(home, TODAY), a_plan(tmp_path, content))


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="BSC603"):
        imported(Order(tmp_path, TODAY), a_plan(tmp_path, b"hello").rename(tmp_path / "plan.doc"))


def test_a_disk_that_ends_half_way_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Path.write_bytes

    def write_bytes(path: Path, content: bytes) -> int:
        if "scorecard.yml" in path.name:
            raise OSError(28, "No space left on device", str(path))
        return whole(path, content)

    plan_file = a_plan(tmp_path)
    monkeypatch.setattr(Path, "write_bytes", write_bytes)
    with pytest.raises(MachineError, match="no space is left on the disk"):
        imported(Order(tmp_path, TODAY), plan_file)
    assert files_below(tmp_path) == ["plan.xml"]


def test_disaggregations_are_asked_of_open_sdg_alone(tmp_path: Path) -> None:
    told = called("import", a_plan(tmp_path), "-C", tmp_path, "--disaggregations")
    assert (told.code, "is for a data repository of Open SDG" in told.err) == (2, True)
