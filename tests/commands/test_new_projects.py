"""A new project of every kind passes the strictest check, and its preview follows each edit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bsc_site.model.words import Preset
from tests.commands.previewing import free_port, page, problems, running, until
from tests.commands.running import AS_OF, PROGRAM, project, run


@pytest.mark.slow
@pytest.mark.parametrize("preset", [each.value for each in Preset])
def test_a_new_project_is_checked_and_built_strictly(preset: str, tmp_path: Path) -> None:
    """As its own workflow does it, without any edit."""
    assert run("init", tmp_path / "new", "--preset", preset).code == 0
    for command in ("check", "build"):
        told = run(command, "-C", tmp_path / "new", "--strict")
        assert told.code == 0, told.err + told.out
    assert (tmp_path / "new" / "build" / "site" / "index.html").is_file()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A project that is served, and the address of its preview."""
    port = free_port()
    command = [*PROGRAM, "serve", "-C", str(project(tmp_path)), "--as-of", AS_OF, "--port", str(port)]
    with running(command, tmp_path):
        yield tmp_path, f"http://127.0.0.1:{port}/"


@pytest.mark.slow
def test_a_preview_follows_edits_and_survives_mistakes(served: tuple[Path, str]) -> None:
    """Built, edited, broken and mended; the last good site is served all the while."""
    root, address = served
    card = root / "scorecard" / "shop.yml"
    text = card.read_text(encoding="utf-8")
    until(lambda: "Earn repeat customers" in page(address), "the first site is served")
    card.write_text(text.replace("Earn repeat customers", "Win them for life"), encoding="utf-8")
    until(lambda: "Win them for life" in page(address), "an edit is shown")
    card.write_text(text.replace("kind: leading", "kind: leeding"), encoding="utf-8")
    until(lambda: bool(problems(address)), "a mistake is told")
    assert any(line.startswith("scorecard/shop.yml:16:5: BSC012 error kpis[0].kind") for line in problems(address))
    assert "Win them for life" in page(address)
    card.write_text(text.replace("Earn repeat customers", "Mended"), encoding="utf-8")
    until(lambda: "Mended" in page(address) and not problems(address), "it recovers")
