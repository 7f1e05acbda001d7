"""Problems: one line each on standard error, JSON and annotations on standard output, and nothing else anywhere."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.builders.program import DAY, FIGURES, SCORECARD, called, shop

TESTS = Path(__file__).parents[1]
BROKEN = sorted(each for folder in ("broken", "broken_data") for each in (TESTS / folder).iterdir() if each.is_dir())
ODD = "50% off: now, a\\rb\\nc"
LINE = re.compile(r"\S.*?:\d+:\d+: BSC\d{3} (error|warning|note)( \S+)?: .+")


@pytest.fixture
def mistaken(tmp_path: Path) -> Path:
    """A project with an error in the YAML, an error in the data and a warning."""
    text = SCORECARD.replace("kind: leading", f'kind: "{ODD}"').replace("role: Head of sales", "shoe: 44")
    return shop(tmp_path, scorecard=text, figures=FIGURES + "repeat-rate,2025-06,27\n")


def test_lines_are_sorted_by_file_and_line_and_stand_alone(mistaken: Path) -> None:
    """The summary goes to standard output."""
    told = called("check", "-C", mistaken, "--as-of", DAY)
    places = [(parts[0], int(parts[1])) for parts in (line.split(":") for line in told.lines)]
    assert (told.code, places == sorted(places), all(map(LINE.fullmatch, told.lines))) == (1, True, True), told.err
    assert re.fullmatch(r"\d errors?(, \d warnings?)?(, \d notes?)?\n", told.out)


def test_json_is_a_list_with_the_same_problems(mistaken: Path) -> None:
    """File, line, column, code, severity, key and message; nothing on standard error."""
    told, plain = (called("check", "-C", mistaken, "--as-of", DAY, "--format", form) for form in ("json", "text"))
    lines = [
        f"{each['file']}:{each['line']}:{each['column']}: {each['code']} {each['severity']}"
        for each in json.loads(told.out)
    ]
    assert (told.code, told.err, lines) == (1, "", [re.match(r".*?BSC\d+ \w+", each)[0] for each in plain.lines])  # type: ignore[index]  # each line has a code


def test_json_of_a_sound_project_is_a_list_too(tmp_path: Path) -> None:
    """Notes at most, and exit code 0."""
    told = called("check", "-C", shop(tmp_path), "--as-of", DAY, "--format", "json")
    assert (told.code, {each["severity"] for each in json.loads(told.out)} <= {"note", "warning"}) == (0, True)


def test_annotations_are_escaped_and_the_worst_come_first(mistaken: Path) -> None:
    """Percent signs, line ends, colons and commas would end an annotation early; files are seen from here."""
    told = called("check", "-C", mistaken.name, "--as-of", DAY, "--format", "github", cwd=mistaken.parent)
    levels = [line.split()[0] for line in told.out.splitlines()]
    assert levels == sorted(levels, key=["::error", "::warning", "::notice"].index)
    odd = next(line for line in told.out.splitlines() if "50%25 off" in line)
    assert re.match(rf"::error file={mistaken.name}/scorecard/shop\.yml,title=BSC012[^:,]*,line=\d+,col=\d+::", odd)
    assert (told.code, told.err) == (1, "")


def test_strict_turns_warnings_into_errors(tmp_path: Path) -> None:
    """The words stay, the exit code changes."""
    root = shop(tmp_path, scorecard=SCORECARD.replace("    owner: ann\n    baseline", "    baseline"))
    plain, strict = (called("check", "-C", root, "--as-of", DAY, *how) for how in ([], ["--strict"]))
    assert (plain.code, strict.code) == (0, 1)
    assert strict.err == plain.err.replace(" warning ", " error ")


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: f"{case.parent.name}-{case.name}")
def test_every_broken_project_is_told_by_the_program_line_by_line(case: Path) -> None:
    """All lines of the file `problems.txt` stand on standard error, in order, whatever the balance adds."""
    told = called("check", "-C", case, "--as-of", "2026-11-05")
    expected = (case / "problems.txt").read_text(encoding="utf-8").splitlines()
    kept = [line for line in told.lines if line in expected]
    assert (kept, [line for line in told.lines if not LINE.fullmatch(line)]) == (expected, [])
    assert told.code == int(any(re.search(r": BSC\d+ error\b", line) for line in told.lines))


def test_the_broken_projects_are_of_every_family() -> None:
    """More than twenty; files, ids, declarations and data."""
    codes = {code for case in BROKEN for code in re.findall(r"BSC\d{3}", (case / "problems.txt").read_text("utf-8"))}
    assert (len(BROKEN) >= 20, {code[:4] for code in codes} >= {"BSC0", "BSC1", "BSC3"}) == (True, True)
