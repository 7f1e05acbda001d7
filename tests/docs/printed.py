"""Writes what pages show of the program's output anew: `python -m tests.docs.printed`, after a text changed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.docs.clone import ROOT, clone
from tests.docs.newcomer import DAY, Newcomer
from tests.docs.snippets import Block, steps_of
from tests.docs.tools import Tools

README = ROOT / "README.md"
TUTORIAL = ROOT / "docs" / "tutorial.md"
ALONE = tuple(sorted([*(ROOT / "docs" / "guide" / "moving").glob("*.md"), *(ROOT / "docs" / "methods").glob("*.md")]))
"""Guides and explanations that begin in an empty folder, as the tutorial does."""


def reader_of(home: Path) -> Newcomer:
    """Someone who follows each chapter in a fresh clone below `home`."""
    return Newcomer(Tools.at(home / "tools", DAY), fresh=clone)


def beginner(home: Path) -> Newcomer:
    """Someone who follows all chapters in one empty folder below `home`, with an empty repository on GitHub."""
    tools = Tools.at(home / "tools", DAY)
    repository = tools.github / "YOUR-NAME" / "my-scorecard.git"
    repository.mkdir(parents=True)
    assert tools.run("git init --quiet --bare --initial-branch main", repository).code == 0
    (home / "empty").mkdir()
    return Newcomer(tools, home / "empty")


def rewritten(page: str, shown: Mapping[Block, str]) -> str:
    """The page with another text in each of the blocks; from the last one up, so that the lines above stay in place."""
    lines = page.splitlines(keepends=True)
    for block in sorted(shown, key=lambda each: -each.line):
        lines[block.line - 1 : block.line - 1 + block.text.count("\n")] = [shown[block]]
    return "".join(lines)


if __name__ == "__main__":
    for page, follower in ((README, reader_of), *((each, beginner) for each in (TUTORIAL, *ALONE))):
        text = page.read_text(encoding="utf-8")
        with TemporaryDirectory() as home:
            reader = follower(Path(home))
            reader.follow(steps_of(text))
        page.write_text(rewritten(text, reader.shown), encoding="utf-8")
