"""The newcomer is literal: what a page shows wrongly, or nobody knows how to follow, is not passed over."""
# ruff: noqa: D103  # the names of tests are sentences

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.newcomer import Newcomer
from tests.docs.printed import rewritten
from tests.docs.snippets import Block, Command, Edit, steps_of


def follow(page: str, folder: Path) -> Newcomer:
    reader = Newcomer(folder, folder / "tools", targets=frozenset({"site", "bench"}), checked=frozenset({"site"}))
    reader.follow(steps_of(page))
    return reader


def test_the_steps_of_a_page_are_its_blocks_commands_and_edits_in_order() -> None:
    page = (
        "Run `bsc-site check` and\nin `a.yml`, write `x: 1` instead of `x: 2`; see `docs/`.\n\n"
        "Then into `b.yml`:\n\n```yaml\ny: 1\n```\n\n| command |\n|---|\n| `bsc-site init [DIR]` |\n"
    )
    assert list(steps_of(page)) == [
        Command("bsc-site check", 1, in_table=False),
        Edit("a.yml", "x: 2", "x: 1", 1),
        Block("yaml", "y: 1\n", 7, ("b.yml",)),
        Command("bsc-site init [DIR]", 12, in_table=True),
    ]


def test_blocks_are_written_one_below_the_other_and_edited(tmp_path: Path) -> None:
    page = (
        "Into `a.yml`:\n\n```yaml\nx: 1\n```\n\nand below it in `a.yml`:\n\n```yaml\ny: 2\n```\n\n"
        "In `a.yml`, write `x: 3` instead of `x: 1`. Now write `y: 4` instead of `y: 2`.\n"
    )
    follow(page, tmp_path)
    assert (tmp_path / "a.yml").read_text() == "x: 3\ny: 4\n"


@pytest.mark.parametrize(
    ("page", "complaint"),
    [
        ("```python\nprint()\n```\n", "line 2: nobody knows what to do with a block of 'python'"),
        ("```\nanything\n```\n", "line 2: nobody knows what to do with a block of ''"),
        ("    indented\n", "line 1: nobody knows what to do with a block of ''"),
        ("Some text.\n\n```yaml\nx: 1\n```\n", "line 4: the paragraph above names no file for this block"),
        ("See `a.csv`:\n\n```yaml\nx: 1\n```\n", "line 4: the paragraph above names no file for this block"),
        ("```sh\nrm -r x\n```\n", "line 2: nobody knows how to follow 'rm -r x'"),
        ("```sh\nbsc-site schema && rm x\n```\n", "line 2: nobody knows how to follow 'bsc-site schema && rm x'"),
        ("```sh\nmake site cake\n```\n", "line 2: the Makefile has no target 'cake'"),
        ("```sh\nmake bench\n```\n", "line 2: no check runs make bench"),
        ("Run `bsc-site schemes`.\n", "line 1: 'bsc-site schemes' ended with 2:\n"),
        ("```sh\nbsc-site schemes\nbsc-site schema\n```\n", "line 2: 'bsc-site schemes' ended with 2:\n"),
    ],
)
def test_what_cannot_be_followed_is_told_with_its_line(page: str, complaint: str, tmp_path: Path) -> None:
    with pytest.raises(AssertionError) as told:
        follow(page, tmp_path)
    assert str(told.value).startswith(complaint)


def test_an_edit_of_what_does_not_stand_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("x: 1\nx: 1\n")
    with pytest.raises(AssertionError, match=r"line 1: 'x: 1' does not stand once in a\.yml"):
        follow("In `a.yml`, write `x: 2` instead of `x: 1`.\n", tmp_path)


def test_output_is_what_the_command_above_printed_also_where_it_failed(tmp_path: Path) -> None:
    reader = follow("```sh\nbsc-site check\n```\n\n```text\nfine\n```\n", tmp_path)
    ((block, printed),) = reader.shown.items()
    assert block.text == "fine\n"
    assert printed.startswith("scorecard:0:0: BSC020 error: there is no folder scorecard/ here; ")
    assert printed.endswith("\n1 error\n")


def test_output_can_be_written_anew_where_it_stands() -> None:
    page = "A\n\n```text\nold\nolder\n```\n\nB\n\n```text\n```\n"
    first, second = (step for step in steps_of(page) if isinstance(step, Block))
    assert rewritten(page, {first: "new\n", second: "more\n"}) == "A\n\n```text\nnew\n```\n\nB\n\n```text\nmore\n```\n"
