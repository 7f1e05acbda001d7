"""Ends that nobody planned: interruptions, closed pipes, refused inputs; the site that stood before stands."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders.program import DAY, FIGURES, PROGRAM, SCORECARD, run, shop
from tests.builders.project_folders import files_of, write

BUILD = (*PROGRAM, "build", "--as-of", DAY)


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose site stands."""
    root = shop(tmp_path_factory.mktemp("standing"))
    told = run("build", "-C", root, "--as-of", DAY)
    assert told.code == 0, told.err
    return root


def test_nobody_who_reads_on_is_no_failure_with_a_stack_trace() -> None:
    """As in `bsc-site schema | head -1`."""
    with subprocess.Popen([*PROGRAM, "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert (running.stderr.read(), running.wait()) == (b"", 141)


@pytest.mark.slow
def test_an_interrupted_build_ends_without_a_stack_trace(standing: Path) -> None:
    """Ctrl-C reaches the engine too; exit code 130, and the old site stands."""
    before = files_of(standing / "build" / "site")
    command = [*BUILD, "-C", str(standing), "--no-cache"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as running:
        assert running.stdout is not None
        while "Building" not in (line := running.stdout.readline()) and line:
            pass
        os.killpg(running.pid, signal.SIGINT)
        told = running.communicate(timeout=60)
    assert (running.returncode, told[1].strip()) == (130, "")
    assert files_of(standing / "build" / "site") == before


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="has no pseudo terminals")
def test_a_terminal_shows_one_live_line(standing: Path) -> None:
    """Each step replaces the last; two lines stay: what the problems come to, and where the site is."""
    screen, terminal = pty.openpty()
    with subprocess.Popen(
        [*BUILD, "-C", str(standing), "--no-cache"], stdout=terminal, stderr=subprocess.DEVNULL
    ) as running:
        os.close(terminal)
        shown = b""
        while True:
            try:
                shown += os.read(screen, 4096)
            except OSError:
                break
        running.wait()
    os.close(screen)
    assert (running.returncode, b"\r\x1b[2K" in shown, shown.count(b"\n")) == (0, True, 2)


def test_a_terminal_without_the_signs_of_a_name_shows_their_numbers(tmp_path: Path) -> None:
    """Old consoles have some 200 signs; no name and no arrow ends a command there."""
    root = shop(tmp_path, scorecard=SCORECARD.replace("name: Repeat purchase rate", "name: Udział stałych"))
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    done = subprocess.run(
        [*PROGRAM, "explain", "-C", str(root), "--as-of", DAY, "repeat-rate"],
        env=environment,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"Udzia\\u0142 sta\\u0142ych: ")


FOUL: dict[str, tuple[dict[str, str | bytes], int, str]] = {
    "broken YAML": ({"scorecard/shop.yml": "id: [shop\ntitle: x"}, 1, "scorecard/shop.yml:"),
    "binary in a CSV": ({"data/shop.csv": bytes(range(256)) * 9}, 1, "data/shop.csv:"),
    "an empty CSV": ({"data/shop.csv": ""}, 1, "data/shop.csv:"),
    "a circular formula": (
        {
            "scorecard/shop.yml": SCORECARD.replace("    unit:", "    formula: other + 1\n    unit:", 1),
            "scorecard/kpis.yml": "kpis: [{id: other, name: Other, formula: repeat-rate * 2}]\n",
        },
        1,
        "BSC4",
    ),
    "an id with spaces": ({"scorecard/shop.yml": SCORECARD.replace("repeat-rate", "'repeat rate \"ä\"'")}, 1, "BSC0"),
    "an endless id": ({"scorecard/shop.yml": SCORECARD.replace("repeat-rate", "r" * 5_000)}, 1, "BSC0"),
    "a number beyond all": ({"data/shop.csv": FIGURES + "repeat-rate,2025-07,1e999\n"}, 1, "data/shop.csv:8:3"),
    "not a number": ({"data/shop.csv": FIGURES + "repeat-rate,2025-07,Infinity\n"}, 1, "data/shop.csv:8:3"),
    "deep nesting": ({"scorecard/shop.yml": SCORECARD + "risks: " + "[" * 5_000}, 1, "scorecard/shop.yml:"),
    "a template with a slip": (
        {"docs_templates/kpi.md.jinja": "{% if %}"},
        1,
        "docs_templates/kpi.md.jinja:1:1: BSC501",
    ),
    "a template with a misspelt field": (
        {"docs_templates/kpi.md.jinja": "# {{ view.title }}\n\n{{ view.tilte }}\n"},
        1,
        "docs_templates/kpi.md.jinja:3:1: BSC501",
    ),
    "a script without what others need of it": (
        {"docs_templates/assets/bsc-age.js": "window.alert(1);\n"},
        1,
        "docs_templates/assets/site.js:2:1: BSC502",
    ),
    "broken settings": ({"mkdocs.yml": "site_name: [x"}, 1, "mkdocs.yml:"),
    "a broken link": ({"docs/own.md": "# Own\n\n[x](nowhere.md)\n"}, 1, "docs/own.md:3:"),
    "a file where a folder belongs": ({"build/docs": "x"}, 3, "BSC9"),
}


@pytest.mark.slow
@pytest.mark.parametrize("kind", FOUL)
def test_foul_input_gets_a_clear_line_and_the_old_site_stands(kind: str, tmp_path: Path) -> None:
    """One line of a problem, no stack trace, no byte changed."""
    files, code, words = FOUL[kind]
    site = write(tmp_path / "build" / "site", {"index.html": "old", ".bsc-site": "made"})
    before = files_of(site)
    told = run("build", "-C", write(shop(tmp_path), files), "--as-of", DAY)
    assert (told.code, words in told.err, "Traceback" in told.err + told.out) == (code, True, False), told.err
    assert files_of(site) == before


@pytest.mark.slow
@pytest.mark.parametrize("folders", [[], ["scorecard"], ["scorecard", "data"]], ids=["empty", "no files", "no rows"])
def test_an_empty_project_is_one_line(folders: list[str], tmp_path: Path) -> None:
    """With the way to begin one."""
    for each in folders:
        (tmp_path / each).mkdir()
    told = run("build", "-C", tmp_path)
    assert (told.code, len(told.lines), "BSC" in told.err) == (1, 1, True)
