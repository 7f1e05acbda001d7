"""A new project of every kind passes the strictest check, and its preview follows each edit."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bsc_site.model.vocabularies import Preset
from tests.builders.program import DAY, PROGRAM, SCORECARD, run, shop
from tests.commands.previewing import free_port, page, problems, running, until
from tests.house.repository import FILES, ROOT

CARD = SCORECARD + "risks: [{id: r, name: For the board, likelihood: 1, impact: 1, audience: board}]\n"


@pytest.mark.slow
@pytest.mark.parametrize("preset", [each.value for each in Preset])
def test_a_new_project_is_checked_and_built_strictly(preset: str, tmp_path: Path) -> None:
    """As its own workflow does it, without any edit."""
    assert run("init", tmp_path / "new", "--preset", preset).code == 0
    for command in ("check", "build"):
        told = run(command, "-C", tmp_path / "new", "--strict")
        assert told.code == 0, told.err + told.out
    assert (tmp_path / "new" / "build" / "site" / "index.html").is_file()


@pytest.mark.slow
def test_a_copy_of_the_repository_becomes_a_project_that_is_checked_and_built_strictly(tmp_path: Path) -> None:
    """With the one command of the guide, and once only."""
    for path in FILES:
        if path.relative_to(ROOT).parts[0] != "tests":
            (tmp_path / path.relative_to(ROOT)).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, tmp_path / path.relative_to(ROOT))
    told = run("init", "--here", "--preset", "public", cwd=tmp_path)
    assert (told.code, told.err, "  scorecard/scorecard.yml" in told.out.splitlines()) == (0, "", True), told.err
    for command in ("check", "build"):
        done = run(command, "--strict", cwd=tmp_path)
        assert done.code == 0, done.err + done.out
    assert "Our town" in (tmp_path / "build" / "site" / "index.html").read_text(encoding="utf-8")
    again = run("init", "--here", "--preset", "public", cwd=tmp_path)
    assert (again.code, [line.split(": ")[:2] for line in again.lines]) == (2, [["scorecard:0:0", "BSC920 error"]])


@pytest.mark.slow
def test_a_new_project_is_told_with_short_paths_and_the_commands_that_come_next(tmp_path: Path) -> None:
    """Wherever the folder was named: as it is, or below another one."""
    (tmp_path / "below").mkdir()
    for arguments, folder in ((["init", "new"], "new"), (["init", "-C", "below", "new"], "below/new")):
        told = run(*arguments, cwd=tmp_path)
        lines = told.out.splitlines()
        assert (told.code, told.err, f"  {folder}/requirements.txt" in lines, f"  cd {folder}" in lines) == (
            0,
            "",
            True,
            True,
        )
        assert lines.index(f"  cd {folder}") < lines.index("  bsc-site serve") < len(lines) - 1
        assert (tmp_path / folder / "requirements.txt").is_file()


@pytest.mark.slow
def test_a_place_that_cannot_hold_a_project_is_one_line(tmp_path: Path) -> None:
    """Exit code 3; true for every user, the superuser too."""
    (tmp_path / "taken").write_text("mine")
    told = run("init", "taken/new", cwd=tmp_path)
    (line,) = told.lines
    assert (told.code, " BSC909 error: " in line, (tmp_path / "taken").read_text()) == (3, True, "mine")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A project that is served, and the address of its preview."""
    port = free_port()
    command = [*PROGRAM, "serve", "-C", str(shop(tmp_path, scorecard=CARD)), "--as-of", DAY, "--port", str(port)]
    with running(command, tmp_path):
        yield tmp_path, f"http://127.0.0.1:{port}/"


@pytest.mark.slow
def test_a_preview_follows_edits_and_survives_mistakes(served: tuple[Path, str]) -> None:
    """Built, edited, broken and mended; the last good site is served all the while."""
    root, address = served
    card = root / "scorecard" / "shop.yml"
    text = card.read_text(encoding="utf-8")
    until(lambda: "Earn repeat customers" in page(address), "the first site is served")
    assert (root / "told").read_text().splitlines()[:2] == [
        address,
        "It shows everything, also what is not for everybody, on this machine only; Ctrl-C ends it.",
    ]
    until(lambda: "For the board" in page(f"{address}risks/"), "the rest of it is served")
    card.write_text(text.replace("Earn repeat customers", "Win them for life"), encoding="utf-8")
    until(lambda: "Win them for life" in page(address), "an edit is shown")
    card.write_text(text.replace("kind: leading", "kind: leeding"), encoding="utf-8")
    until(lambda: bool(problems(address)), "a mistake is told")
    assert any(line.startswith("scorecard/shop.yml:16:5: BSC012 error kpis[0].kind") for line in problems(address))
    assert "Win them for life" in page(address)
    card.write_text(text.replace("Earn repeat customers", "Mended"), encoding="utf-8")
    until(lambda: "Mended" in page(address) and not problems(address), "it recovers")
