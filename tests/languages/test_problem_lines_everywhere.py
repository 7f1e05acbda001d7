"""Problem lines in other languages: no word of ours escapes, and all that is not a word stays as it is."""

from __future__ import annotations

import calendar
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bsc_site.checking import checked
from bsc_site.load.formats.kinds import ENDINGS
from bsc_site.load.readings.project_readings import load_readings
from bsc_site.load.scorecards.project_folder import load_project
from bsc_site.model.problem import Problem
from bsc_site.model.vocabularies import Method
from bsc_site.outcomes import Order
from bsc_site.speech import language_of
from bsc_site.wording.language import speaking
from bsc_site.wording.problems.finding_text import said_again
from tests.builders.program import called
from tests.house.repository import ROOT
from tests.languages.pseudo import CLOSE, OPEN, PSEUDO

BROKEN = sorted(
    each for folder in ("broken", "broken_data") for each in (ROOT / "tests" / folder).iterdir() if each.is_dir()
)
AS_IT_STANDS = re.compile(f"{OPEN}[^{CLOSE}]*{CLOSE}" + r"|`[^`]*`|\b0x[0-9a-f]+|Expecting ',' delimiter")
"""What is said, what is to be typed, bytes, and what a parser says of its own."""
TO_BE_TYPED = re.compile("`([^`]*)`")
NAMES = {
    *("UTF", "utf", "false", "true", "ArrowInvalid", "BadZipFile", "EOFError"),
    *("Eurostat", "Shopify", "data", "set", "orders", "export", "geo", "TIME", "PERIOD", "Sheet", "Notes"),
    *("kpi", "objective", "initiative", "perspective", "scorecard", "risk", "board"),
}
"""Names of encodings, of errors of other packages, of exports with their headings, and words of YAML and addresses."""
WORD = re.compile(r"[A-Za-z]{3,}")
MONTHS = {*calendar.month_abbr, *calendar.month_name}
PLACE = re.compile(r"\S+?:\d+:\d+: (BSC\d{3}) \S+( \S+)?: ")


def _found(case: Path) -> list[Problem]:
    """All that is wrong with the YAML and the data of a project, as `check` tells it."""
    loaded = load_project(case)
    if loaded.project is None:
        return list(loaded.problems)
    read = load_readings(case, loaded.project)
    return [*loaded.problems, *read.problems, *loaded.marks.problems_of(read.findings)]


def _words_of(texts: Iterator[str]) -> set[str]:
    return {word for text in texts for word in WORD.findall(text)}


@pytest.fixture(scope="module")
def keys() -> set[str]:
    """Every key and word of the YAML, and the endings of files."""
    schema = json.loads((ROOT / "scorecard" / "schema.json").read_text(encoding="utf-8"))
    found: list[str] = [*Method, *ENDINGS]

    def gather(node: object) -> None:
        if isinstance(node, dict):
            found.extend(node.get("properties", ()))
            found.extend(str(each) for each in node.get("enum", ()))
            found.append(str(node.get("const", "")))
            for each in node.values():
                gather(each)
        elif isinstance(node, list):
            for each in node:
                gather(each)

    gather(schema)
    return _words_of(iter(found))


def _words_of_folder(case: Path) -> set[str]:
    files = [path for path in case.rglob("*") if path.is_file() and path.name != "problems.txt"]
    return _words_of(path.read_text(encoding="utf-8", errors="replace") for path in files) | _words_of(
        path.relative_to(case).as_posix() for path in files
    )


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: case.name)
def test_no_word_of_a_problem_line_escapes(case: Path, keys: set[str]) -> None:
    """What is not in brackets stands in the files of the project, is a key, or is to be typed."""
    known = keys | NAMES | _words_of_folder(case)
    escaped = {}
    with speaking(PSEUDO):
        for each in _found(case):
            told = said_again(each.message)
            words = [word for word in WORD.findall(AS_IT_STANDS.sub(" ", told)) if word not in known]
            if words:
                escaped[f"{each.place.file}:{each.place.line} {each.code}"] = told
    assert escaped == {}


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: case.name)
def test_no_word_of_what_check_tells_escapes(case: Path, keys: set[str]) -> None:
    """The balance of a scorecard, formulas and plausibility too, whose findings name periods and lengths of time."""
    known = keys | NAMES | _words_of_folder(case) | MONTHS
    with speaking(PSEUDO):
        told = checked(Order(case, date(2026, 11, 5))).examination.problems
        left = {each: AS_IT_STANDS.sub(" ", each.message) for each in told}
    assert {str(each): said for each, said in left.items() if not known.issuperset(WORD.findall(said))} == {}


def test_a_word_that_escapes_would_be_seen() -> None:
    assert WORD.findall(AS_IT_STANDS.sub(" ", f"{OPEN}aa{CLOSE} slips `sum(a)`")) == ["slips"]


@pytest.mark.parametrize("code", ["ar", "de", "es", "fr", "ja"])
def test_a_line_has_the_same_place_and_code_in_every_language(code: str) -> None:
    """And another text: of the broken projects nine in ten lines are told in the language."""
    told = same = 0
    for case in BROKEN:
        english = sorted(_found(case), key=lambda each: each.sort_key)
        with speaking(language_of(code)):
            spoken = [replace(each, message=said_again(each.message)) for each in english]
        for one, other in zip(english, spoken, strict=True):
            assert (one.place, one.code, one.severity, one.key) == (other.place, other.code, other.severity, other.key)
            told, same = told + 1, same + (one.message == other.message)
    assert told > 400
    assert same / told < SAID_IN.get(code, 1.0), f"{same} of {told} lines are still English"


SAID_IN = {"ar": 0.01, "de": 0.01, "es": 0.01, "fr": 0.01, "ja": 0.01}
"""The share of lines that may be English still; 1 where few are translated."""


def test_no_line_to_copy_holds_a_sign_of_direction_or_a_word_of_the_language() -> None:
    """In Arabic, where figures are set apart: what stands in backticks can be typed or pasted as it is."""
    copied = set[str]()
    with speaking(language_of("ar")):
        for case in BROKEN:
            copied.update(text for each in _found(case) for text in TO_BE_TYPED.findall(said_again(each.message)))
    assert len(copied) > 50
    assert {text for text in copied if re.search("[\u200e\u200f\u2066-\u2069\u0600-\u06ff]", text)} == set()


def test_the_terminal_tells_a_broken_project_in_arabic(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each line has its place and code first, and then the message as a whole, with no sign told by its number."""
    case = next(each for each in BROKEN if each.name == "yaml_wrong_words")
    monkeypatch.setenv("BSC_LANGUAGE", "ar")
    told = called("check", "-C", case, "--as-of", "2026-11-05")
    assert "\\u20" not in told.err
    for line in told.lines:
        place = PLACE.match(line)
        assert place is not None
        assert (line[place.end()], line[-1]) == ("\u2067", "\u2069"), line


def test_the_program_tells_a_broken_project_in_german(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same places, codes and keys in the same order, with the same exit code; only the words are others."""
    case = next(each for each in BROKEN if each.name == "yaml_wrong_words")
    english = called("check", "-C", case, "--as-of", "2026-11-05")
    monkeypatch.setenv("BSC_LANGUAGE", "de")
    german = called("check", "-C", case, "--as-of", "2026-11-05")
    places = [[PLACE.match(line)[0] for line in each.lines] for each in (english, german)]  # type: ignore[index]  # each line has one
    assert (places[0], english.code) == (places[1], german.code)
    assert english.lines != german.lines
    assert "ist hier keine gültige Angabe (Richtung); möglich: higher, lower, band oder none" in german.err


def test_a_version_that_is_not_there_is_refused_in_the_language_of_the_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "scorecard").mkdir()
    monkeypatch.setenv("BSC_LANGUAGE", "ja")
    refused = called("diff", "-C", tmp_path, "v1")
    assert refused.code == 2
    assert "このフォルダーはgitリポジトリにないため、比較するリビジョンがありません" in refused.err


def test_an_annotation_names_the_rule_in_the_language_of_the_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    case = next(each for each in BROKEN if each.name == "yaml_wrong_words")
    monkeypatch.setenv("BSC_LANGUAGE", "ja")
    told = called("check", "-C", case, "--as-of", "2026-11-05", "--format", "github")
    assert "title=BSC012 ここで使える語ではない," in told.out
