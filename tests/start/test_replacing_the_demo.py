"""In a copy of the repository the demo makes way for a project, and nothing of anybody's own is lost."""

from __future__ import annotations

import re
import shutil
import tomllib
from datetime import date
from pathlib import Path

import pytest

from bsc_site.load.readings.project_readings import load_readings
from bsc_site.load.scorecards.project_folder import load_project
from bsc_site.model.failure import MachineError, WrongUse
from bsc_site.model.vocabularies import Preset
from bsc_site.publish.starting.demo import DEMO, PROGRAM, STAYS, WORKSHOP, demo_digests, digest, replace_demo
from tests.builders.repositories import git
from tests.house.repository import FILES, ROOT

pytestmark = pytest.mark.slow

AS_OF = date(2026, 11, 22)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The repository as somebody gets it who takes it as a template, without its many pictures and tests."""
    root = tmp_path / "ours"
    for path in FILES:
        name = path.relative_to(ROOT)
        if name.parts[0] != "tests" or name.parts[1] == "start":
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, root / name)
    return root


def in_git(copy: Path) -> Path:
    git(copy, "init", "-q", "-b", "main")
    git(copy, "add", "--all")
    git(copy, "commit", "-q", "-m", "Initial commit")
    return copy


def names(folder: Path) -> set[str]:
    found = {each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file()}
    return {name for name in found if not name.startswith(".git/")}


def below(folder: Path, *parts: str) -> set[str]:
    return {name for name in names(folder) if name.partition("/")[0] in parts}


def refusal(copy: Path) -> list[str]:
    before = {name: (copy / name).read_bytes() for name in names(copy)}
    with pytest.raises(WrongUse) as refused:
        replace_demo(copy, Preset.PUBLIC, AS_OF)
    assert {name: (copy / name).read_bytes() for name in names(copy)} == before
    return str(refused.value).splitlines()


@pytest.mark.parametrize("preset", list(Preset))
def test_the_project_stands_in_the_place_of_the_demo_without_a_problem(preset: Preset, copy: Path) -> None:
    replaced = replace_demo(in_git(copy), preset, AS_OF)
    assert below(copy, *DEMO) == {
        ".github/workflows/comment.yml",
        ".github/workflows/site.yml",
        "Makefile",
        "README.md",
        "data/figures.csv",
        "docs/about.md",
        "mkdocs.yml",
        "scorecard/schema.json",
        "scorecard/scorecard.yml",
    }
    assert {path.relative_to(copy).as_posix() for path in replaced.written} == {*below(copy, *DEMO), "requirements.txt"}
    loaded = load_project(copy)
    assert loaded.project is not None
    assert (loaded.problems, load_readings(copy, loaded.project).problems) == ((), ())


def test_no_file_speaks_of_the_demo_company_any_more(copy: Path) -> None:
    company = re.search(r"site_name: (\w+)", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    assert company is not None
    replace_demo(in_git(copy), Preset.PRIVATE, AS_OF)
    assert [name for name in names(copy) if company[1].encode() in (copy / name).read_bytes()] == []


def test_the_program_stays_and_is_what_the_project_installs(copy: Path) -> None:
    before = below(copy, *PROGRAM, *STAYS)
    replace_demo(in_git(copy), Preset.PUBLIC, AS_OF)
    assert below(copy, *PROGRAM, *STAYS) == before
    wanted = [each for each in (copy / "requirements.txt").read_text().splitlines() if not each.startswith("#")]
    assert wanted == ["--constraint constraints.txt", "--editable .[all]"]
    workflow = (copy / ".github/workflows/site.yml").read_text(encoding="utf-8")
    assert "python -m pip install --requirement requirements.txt" in workflow


def test_everything_that_the_package_is_made_of_is_still_there(copy: Path) -> None:
    replace_demo(in_git(copy), Preset.PUBLIC, AS_OF)
    told = tomllib.loads((copy / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = told["tool"]["hatch"]["build"]["targets"]["wheel"]
    parts = [
        told["project"]["readme"],
        *told["project"]["license-files"],
        *wheel.get("packages", []),
        *wheel.get("force-include", []),
    ]
    assert [each for each in parts if not (copy / each).exists()] == []


def test_the_tests_of_the_program_go_where_git_keeps_them(copy: Path) -> None:
    replaced = replace_demo(in_git(copy), Preset.PUBLIC, AS_OF)
    assert below(copy, *WORKSHOP) == set()
    assert not (copy / "tests").exists()
    assert {"tests/start/test_start.py", "CONTRIBUTING.md"} <= set(replaced.removed)
    assert replaced.kept == ()


def test_without_git_they_stay_and_are_named(copy: Path) -> None:
    before = below(copy, *WORKSHOP)
    replaced = replace_demo(copy, Preset.PUBLIC, AS_OF)
    assert below(copy, *WORKSHOP) == before
    assert set(replaced.kept) == {name.partition("/")[0] for name in before}
    assert below(copy, "data") == {"data/figures.csv"}


def test_a_test_of_somebodys_own_stays(copy: Path) -> None:
    (in_git(copy) / "tests" / "start" / "test_ours.py").write_text("mine")
    (copy / "CONTRIBUTING.md").write_text("mine")
    replaced = replace_demo(copy, Preset.PUBLIC, AS_OF)
    assert below(copy, *WORKSHOP) == {"tests/start/test_ours.py", "CONTRIBUTING.md"}
    assert replaced.kept == ("CONTRIBUTING.md", "tests")


def test_files_in_scorecard_and_data_that_are_not_the_demos_stop_it(copy: Path) -> None:
    (copy / "scorecard" / "ours.yml").write_text("mine")
    (copy / "data" / "crm.csv").write_text("mine")
    (copy / "data" / "2026").mkdir()
    (copy / "data" / "2026" / "new.csv").symlink_to("nowhere")
    advice = "or delete it, and run init --here again"
    assert refusal(copy) == [
        f"data/2026/new.csv:0:0: BSC921 error: is none of the demo's files; move it out of data/, {advice}",
        f"data/crm.csv:0:0: BSC921 error: is not as the demo has it; move it out of data/, {advice}",
        f"scorecard/ours.yml:0:0: BSC921 error: is none of the demo's files; move it out of scorecard/, {advice}",
    ]


def test_what_editors_and_the_system_leave_behind_does_not_stop_it(copy: Path) -> None:
    for name in ("data/.DS_Store", "data/~$warehouse.xlsx", "data/__pycache__/tables.pyc", "scorecard/.kpis.yml.swp"):
        (copy / name).parent.mkdir(exist_ok=True)
        (copy / name).write_text("left")
    replace_demo(copy, Preset.PUBLIC, AS_OF)
    assert below(copy, "scorecard", "data") >= {"data/.DS_Store", "data/~$warehouse.xlsx", "scorecard/.kpis.yml.swp"}
    assert load_project(copy).problems == ()


def test_other_files_that_somebody_changed_stay_as_they_are(copy: Path) -> None:
    changed = ("README.md", "docs/reference/rules.md", "docs/tutorial.md", "mkdocs.yml", "requirements.txt")
    for name in changed:
        (copy / name).write_text("mine")
    (copy / "docs" / "ours.md").write_text("mine")
    replaced = replace_demo(in_git(copy), Preset.PUBLIC, AS_OF)
    assert {name: (copy / name).read_text() for name in (*changed, "docs/ours.md")} == dict.fromkeys(
        (*changed, "docs/ours.md"), "mine"
    )
    assert replaced.kept == changed


def test_line_ends_of_windows_make_no_difference(copy: Path) -> None:
    for name in ("scorecard/marketing.yml", "data/crm.csv", "mkdocs.yml", "Makefile"):
        (copy / name).write_bytes((copy / name).read_bytes().replace(b"\n", b"\r\n"))
    assert "data/crm.csv" in replace_demo(copy, Preset.PUBLIC, AS_OF).removed
    assert digest(b"a\r\nb") == digest(b"a\nb") != digest(b"ab")


def test_a_second_time_there_is_no_demo(copy: Path) -> None:
    replace_demo(copy, Preset.PUBLIC, AS_OF)
    (copy / "scorecard" / "scorecard.yml").write_text("mine")
    assert refusal(copy) == [
        "scorecard:0:0: BSC920 error: the demo does not stand here any more; what is here is yours and stays"
    ]


def test_a_folder_that_is_no_copy_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    (line,) = refusal(tmp_path)
    assert line.startswith("bsc_site:0:0: BSC920 error: is not here, so this is no copy of the repository of bsc-site;")


def test_a_disk_that_fails_halfway_is_no_trap(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as failing:
        write = Path.write_bytes

        def refuse(path: Path, content: bytes) -> int:
            if "schema.json" in path.name:
                raise OSError(28, "No space left on device", str(path))
            return write(path, content)

        failing.setattr(Path, "write_bytes", refuse)
        with pytest.raises(MachineError, match=r"scorecard/schema\.json:0:0: BSC901 error: no space is left"):
            replace_demo(copy, Preset.PUBLIC, AS_OF)
    replace_demo(copy, Preset.PUBLIC, AS_OF)
    assert below(copy, "scorecard") == {"scorecard/schema.json", "scorecard/scorecard.yml"}
    assert below(copy, "data") == {"data/figures.csv"}


def test_the_list_of_the_demo_names_its_scorecard_and_its_figures() -> None:
    listed = {name.partition("/")[0] for name in demo_digests()}
    assert (
        {"scorecard", "data", "pages", "docs", "mkdocs.yml", "documentation.yml", "README.md", "Makefile"}
        <= listed
        <= set(DEMO)
    )
