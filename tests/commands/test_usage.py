"""Arguments and options: what is understood, and what is answered with exit code 2 and a line that helps."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from bsc_site.cli import cli
from bsc_site.model.rules import RULES
from tests.builders.program import DAY, SCORECARD, run, shop

pytestmark = pytest.mark.slow

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def test_every_command_and_option_has_a_help_text() -> None:
    """No name stands in the help without words."""
    silent = [f"{name} {each.name}" for name, command in cli.commands.items() for each in _silent(command)]
    assert silent + [name for name, command in cli.commands.items() if not command.help] == []


def _silent(command: click.Command) -> list[click.Parameter]:
    return [each for each in command.params if isinstance(each, click.Option) and not each.help]


def test_the_list_of_commands_shows_whole_sentences() -> None:
    """The first line of each command fits a terminal of 80 columns."""
    told = run("--help")
    assert (told.code, [line for line in told.out.splitlines() if line.startswith("  ") and line.endswith("...")]) == (
        0,
        [],
    )


def test_the_table_of_the_readme_names_every_command_and_option() -> None:
    """And no other; -C, --strict and --help stand below the table."""
    table = {
        match["name"]: set(re.findall(r"--[a-z-]+", match["row"]))
        for match in re.finditer(r"^\| `bsc-site (?P<name>\w+)(?P<row>.*?)\|(?= )", README, re.MULTILINE)
    }
    common = {"--help", "--strict"} | {"--as-of", "--audience", "--preset"}
    known = {
        name: {each for each in _options(command) if each.startswith("--")} for name, command in cli.commands.items()
    }
    assert table.keys() == known.keys()
    assert {name: options - common for name, options in known.items()} == {
        name: options - common for name, options in table.items()
    }


def _options(command: click.Command) -> list[str]:
    return [opt for each in command.params if isinstance(each, click.Option) for opt in each.opts]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["frobnicate"], "No such command 'frobnicate'."),
        (["check", "--frobnicate"], "No such option '--frobnicate'."),
        (["check", "--format", "xml"], "'xml' is not one of 'text', 'json', 'github'."),
        (["check", "--as-of", "31/01/2025"], "'31/01/2025' is not a date; write it like 2025-06-30"),
        (["build", "--as-of", "2025-02-30"], "'2025-02-30' is not a date; write it like 2025-06-30"),
        (["check", "-C", "nowhere"], "there is no folder 'nowhere'"),
        (["-C", "nowhere", "check"], "there is no folder 'nowhere'"),
        (
            ["build", "--audience", "everybody"],
            "'everybody' is not an audience of this project; use public, staff, board or all",
        ),
        (
            ["build", "--site-url", "example.org/bsc"],
            "'example.org/bsc' is not the address of a site; write it like https",
        ),
        (
            ["build", "--site-url", "https://example.org/?a=b"],
            "'https://example.org/?a=b' is not the address of a site",
        ),
        (["build", "--site-url", ""], "'' is not the address of a site; write it like https://example.org/scorecard/"),
        (["build", "--jobs", "0"], "0 is not in the range x>=1."),
        (["explain"], "Missing argument 'KPI|RULE'."),
        (["explain", "repeat-rat"], "'repeat-rat' is neither a KPI of this project nor a rule; did you mean"),
        (["explain", "BSC999"], "there is no rule BSC999"),
        (["init", "--preset", "military"], "'military' is not one of 'private', 'nonprofit', 'public', 'outcomes'."),
        (["serve", "--port", "70000"], "70000 is not in the range 1<=x<=65535."),
    ],
)
def test_wrong_usage_is_exit_code_2_and_says_what_is_allowed(arguments: list[str], words: str, tmp_path: Path) -> None:
    """Nothing on standard output but progress, nothing built."""
    told = run(*arguments, cwd=shop(tmp_path))
    assert (told.code, words in told.err, "Traceback" in told.err) == (2, True, False)
    assert not (tmp_path / "build" / "site").exists()


@pytest.mark.parametrize(
    "arguments",
    [["check", "-C", "a/b"], ["-C", "a/b", "check"], ["-C", "a", "check", "-C", "b"]],
    ids=["after", "before", "both"],
)
def test_the_project_is_named_before_or_after_the_command(arguments: list[str], tmp_path: Path) -> None:
    """As git does it."""
    shop(tmp_path / "a" / "b", scorecard=SCORECARD.replace("owner: ann", "owner: bob", 1))
    told = run(*arguments, "--as-of", DAY, cwd=tmp_path)
    assert (told.code, told.lines[0].split(": ")[0]) == (1, "scorecard/shop.yml:10:9")


def test_the_schema_is_the_same_for_every_project(tmp_path: Path) -> None:
    """And can be asked for anywhere."""
    assert run("schema", cwd=tmp_path) == run("schema", "-C", shop(tmp_path / "p"), cwd=tmp_path)


def test_every_rule_is_explained_with_what_it_means_and_how_to_mend_it() -> None:
    """No text is empty."""
    empty = [rule.code for rule in RULES.values() if not all(map(str.strip, (rule.title, rule.meaning, rule.mend)))]
    assert (empty, len(RULES) > 100) == ([], True)


def test_a_rule_is_explained_in_any_case_and_anywhere(tmp_path: Path) -> None:
    """It needs no project."""
    told = run("explain", "bsc012", cwd=tmp_path)
    assert (told.code, told.out.split(":")[0], told.err) == (0, "BSC012 error", "")
    assert told == run("explain", "BSC012", cwd=tmp_path)


def test_a_kpi_of_a_child_scorecard_is_explained() -> None:
    """The demo's departments have KPIs of their own."""
    demo = Path(__file__).parents[2]
    told = run("explain", "-C", demo, "--as-of", "2026-11-05", "loyalty-members")
    assert (told.code, told.err, len(told.out.splitlines()) > 3) == (0, "", True)
