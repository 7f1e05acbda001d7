"""The newcomer is literal: what a page shows wrongly, or nobody knows how to follow, is not passed over."""

from __future__ import annotations

from pathlib import Path

import pytest

from bsc_site import __version__
from tests.docs.clone import clone
from tests.docs.newcomer import DAY, Newcomer
from tests.docs.printed import rewritten
from tests.docs.snippets import Beginning, Block, Command, Edit, Synopsis, steps_of
from tests.docs.tools import Tools

MAKEFILE = "site:\n\ttrue\nlook:\n\tbsc-site schema\ncake:\n\tbake\n"


INSTALL = "```sh\npython3.11 -m venv .venv && .venv/bin/pip install %s\n```\n"


def follow(page: str, folder: Path) -> Newcomer:
    (folder / "Makefile").write_text(MAKEFILE)
    reader = Newcomer(Tools.at(folder / "tools", DAY), folder)
    reader.follow(steps_of(page))
    return reader


def test_the_steps_of_a_page_are_its_blocks_commands_and_edits_in_order() -> None:
    page = (
        "Run `bsc-site check` and\nin `a.yml`, write `x: 1` instead of `x: 2`; see `docs/`.\n\n"
        "Then into `b.yml`:\n\n```yaml\ny: 1\n```\n\n## More\n\n"
        "**(a) So:** `bsc-site build --out DIR`, `bsc-site explain BSC012`\n\n"
        "| command |\n|---|\n| `bsc-site init [DIR]` |\n"
    )
    assert list(steps_of(page)) == [
        Command("bsc-site check", 1),
        Edit("a.yml", "x: 2", "x: 1", 1),
        Block("yaml", "y: 1\n", 7, ("b.yml",)),
        Beginning(10),
        Beginning(12),
        Synopsis("bsc-site build --out DIR", 12, in_table=False),
        Command("bsc-site explain BSC012", 12),
        Synopsis("bsc-site init [DIR]", 16, in_table=True),
    ]


@pytest.mark.slow
def test_each_beginning_is_a_folder_of_its_own_and_its_first_command_is_run_once(tmp_path: Path) -> None:
    def prepared(folder: Path) -> Path:
        (folder / "fresh").touch()
        return folder

    page = "# A\n\n`bsc-site schema`\n\n## B\n\n`bsc-site schema`\n\n## C\n\n```sh\nbsc-site init new\ncd new\n```\n"
    reader = Newcomer(Tools.at(tmp_path / "tools", DAY), fresh=prepared)
    reader.follow(steps_of(page))
    assert sorted(path.parent.name for path in tmp_path.glob("*/fresh")) == ["folder-1", "folder-2"]
    assert reader.folder == tmp_path / "folder-2" / "new"


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
        ("```sh\nmake bread\n```\n", "line 2: the Makefile has no target 'bread'"),
        ("```sh\nmake cake\n```\n", "line 2: nobody knows how to follow 'bake'"),
        ("Or `make bread`.\n", "line 1: the Makefile has no target 'bread'"),
        ("Or `bsc-site build --site DIR`.\n", "line 1: build has no --site"),
        ("Or `bsc-site bake DIR`.\n", "line 1: there is no command 'bake'"),
        (INSTALL % "-r a.txt", "line 2: there is no file 'a.txt'"),
        (INSTALL % "bsc-site[oil]", "line 2: the program has no extra 'oil'"),
        (INSTALL % "./bsc_site-0.0.9-py3-none-any.whl[all]", f"line 2: the version is {__version__}"),
        (INSTALL % "bsc-site[all] other", "line 2: it is not clear what is installed"),
        ("Run `bsc-site schemes`.\n", "line 1: 'bsc-site schemes' ended with 2:\n"),
        ("```sh\nbsc-site schemes\nbsc-site schema\n```\n", "line 2: 'bsc-site schemes' ended with 2:\n"),
    ],
)
def test_what_cannot_be_followed_is_told_with_its_line(page: str, complaint: str, tmp_path: Path) -> None:
    with pytest.raises(AssertionError) as told:
        follow(page, tmp_path)
    assert str(told.value).startswith(complaint)


@pytest.mark.parametrize(
    "page",
    [
        INSTALL % "'bsc-site[all]'",
        INSTALL % f"./bsc_site-{__version__}-py3-none-any.whl[all,properdocs]",
        INSTALL % "-c Makefile -e '.[dev]'",
        "```sh\nmake look\n```\n",
    ],
)
def test_what_is_set_up_lies_in_the_environment(page: str, tmp_path: Path) -> None:
    follow(page + "\n```sh\n.venv/bin/bsc-site explain BSC012\n```\n", tmp_path)


@pytest.mark.slow
def test_what_make_does_wherever_a_change_is_checked_is_not_done_again(tmp_path: Path) -> None:
    reader = Newcomer(Tools.at(tmp_path / "tools", DAY), clone(tmp_path / "clone"))
    reader.follow(steps_of("```sh\nmake site test\n```\n"))
    with pytest.raises(AssertionError, match="nobody knows how to follow"):
        reader.follow(steps_of("```sh\nmake bench\n```\n"))


def test_an_edit_of_what_does_not_stand_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("x: 1\nx: 1\n")
    with pytest.raises(AssertionError, match=r"line 1: 'x: 1' does not stand once in a\.yml"):
        follow("In `a.yml`, write `x: 2` instead of `x: 1`.\n", tmp_path)


@pytest.mark.slow
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
