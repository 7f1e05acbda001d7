"""Nothing but the project's own plain files is read or published, whatever lies in its folder."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path

import pytest

from tests.builders.program import DAY, called, shop
from tests.builders.project_folders import write

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links need rights there, and there are no pipes")

ELSEWHERE = "kept to ourselves"
AWAY = "this leads out of the project folder; copy the file itself to here, or delete the link"
ODD = "this is not a plain file but a pipe, a socket or a device; delete it"


def _link(path: Path) -> None:
    """To a file that lies beside the project."""
    away = next(each for each in path.parents if each.name == "mine").with_name("secret.txt")
    away.write_text(ELSEWHERE, encoding="utf-8")
    path.symlink_to(away)


def _socket(path: Path) -> None:
    with chdir(path.parent), socket.socket(socket.AF_UNIX) as ear:  # the path of a socket is short
        ear.bind(path.name)


LAID: dict[str, tuple[Callable[[Path], object], str]] = {
    "a link": (_link, AWAY),
    "a pipe": (os.mkfifo, ODD),
    "a socket": (_socket, ODD),
    "a link to a device": (lambda path: path.symlink_to("/dev/zero"), AWAY),
}
PLACES = [
    "docs/sub/page.md",
    "docs/picture.png",
    "docs_templates/kpi.md.jinja",
    "docs_templates/assets/own.css",
    "scorecard/more.yml",
    "scorecard/connections.yml",
    "mkdocs.yml",
]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("kind", LAID)
def test_what_is_no_file_of_the_project_is_named_and_not_opened(kind: str, place: str, tmp_path: Path) -> None:
    """By `check` alone, so by `build` too, which publishes nothing."""
    root = shop(tmp_path / "deep" / "mine")
    lay, why = LAID[kind]
    (root / place).unlink(missing_ok=True)
    (root / place).parent.mkdir(parents=True, exist_ok=True)
    lay(root / place)
    told = called("check", "-C", str(root), "--as-of", DAY)
    assert told.code == 1
    assert f"{place}:0:0: BSC521 error: {why}" in told.lines
    assert ELSEWHERE not in told.err


def test_a_link_within_the_project_is_followed(tmp_path: Path) -> None:
    root = shop(tmp_path)
    write(root, {"data/notes.md": "# Notes\n", "docs/index-of-notes.txt": ""})
    (root / "docs" / "notes.md").symlink_to(root / "data" / "notes.md")
    (root / "docs" / "gone.md").symlink_to(root / "nowhere.md")
    assert "BSC521" not in called("check", "-C", str(root), "--as-of", DAY).err


BEYOND = {
    "a file": ("#" * 20_000_001, "scorecard/more.yml:0:0: BSC025 error: the file has 20 MB; part it into"),
    "a text": (f"kpis:\n  - id: {'x' * 100_001}\n", "scorecard/more.yml:2:9: BSC025 error kpis[0].id: the text has"),
    "keys": ("".join(f"k{n}: 1\n" for n in range(10_001)), "scorecard/more.yml:10001:1: BSC025 error: more than 10,"),
}


@pytest.mark.parametrize("what", BEYOND)
def test_what_is_beyond_measure_is_told_once_and_at_once(what: str, tmp_path: Path) -> None:
    text, told = BEYOND[what]
    root = write(shop(tmp_path), {"scorecard/more.yml": text})
    lines = [each for each in called("check", "-C", str(root), "--as-of", DAY).lines if "BSC025" in each]
    assert [each.startswith(told) for each in lines] == [True]
    assert len(lines[0]) < 200
