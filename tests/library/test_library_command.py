"""`bsc-site library` finds measures by any word for them, and writes KPIs that a scorecard takes as they are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from bsc_site.load.library.shelves import all_measures
from tests.builders.program import DAY, FIGURES, SCORECARD, run, shop


def _ids(*arguments: str) -> list[str]:
    told = run("library", *arguments, "--format", "json")
    assert (told.code, told.err) == (0, "")
    return [each["id"] for each in json.loads(told.out)]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        (["retention", "donors"], "donor-retention"),
        (["OEE"], "overall-equipment-effectiveness"),
        (["churn", "customer"], "customer-churn"),
        (["kindergarten"], "early-childhood-education"),
        (["waiting", "list", "elective"], "treatment-within-18-weeks"),
    ],
)
def test_a_measure_is_found_by_its_name_a_synonym_or_its_formula(words: list[str], first: str) -> None:
    assert _ids("search", *words)[0] == first


@pytest.mark.parametrize("slip", ["retenton", "rentention", "RETENTION", "retentions"])
def test_slips_of_the_keyboard_find_the_same(slip: str) -> None:
    assert set(_ids("search", "retention")) <= set(_ids("search", slip))


def test_every_word_must_be_found() -> None:
    assert set(_ids("search", "energy", "unit")) < set(_ids("search", "energy"))


def test_a_search_keeps_to_the_sector_and_the_perspective() -> None:
    found = json.loads(run("library", "search", "retention", "--sector", "nonprofit", "--format", "json").out)
    assert {each["sector"] for each in found} == {"nonprofit"}
    rows = json.loads(run("library", "list", "--perspective", "learning", "--format", "json").out)
    assert {each["perspective"] for each in rows} == {"learning"}


def test_the_list_names_every_measure_once() -> None:
    lines = run("library", "list").out.splitlines()
    assert [line.split()[0] for line in lines if line.startswith("  ")] == [each.measure.id for each in all_measures()]


def test_one_measure_is_told_in_whole() -> None:
    told = run("library", "show", "air-quality-pm25")
    assert told.out.splitlines() == [
        "air-quality-pm25: Fine dust in the air (PM2.5)",
        "  Formula: mean concentration of PM2.5 of the year over all stations",
        "  µg/m³, lower is better, lagging, yearly; City or local authority, perspective mission",
        "  Figures usually from: measuring stations",
        "  Defined by: UN SDG indicator 11.6.2",
        "  Benchmark: 5 µg/m³ or less (WHO global air quality guidelines: annual mean, 2021)",
        "  Also found as: pollution, particulates, environment",
    ]


def test_nothing_that_is_made_up_is_told() -> None:
    assert "example" not in run("library", "list", "--format", "json").out


@pytest.mark.slow
def test_every_measure_pasted_into_a_scorecard_has_no_error(tmp_path: Path) -> None:
    """What is missing, figures and targets, is told by warnings and notes."""
    ids = [each.measure.id for each in all_measures() if each.measure.id != "repeat-purchase-rate"]
    pasted = yaml.safe_load(run("library", "show", *ids, "--format", "yaml").out)["kpis"]
    card = yaml.safe_load(SCORECARD)
    card["kpis"] += pasted
    folder = shop(tmp_path, scorecard=yaml.safe_dump(card, allow_unicode=True), figures=FIGURES)
    told = run("check", "-C", folder, "--as-of", DAY)
    assert [line for line in told.lines if " error " in line] == []


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (
            ["search", "qqqqqqq"],
            1,
            "Nothing in the library is called qqqqqqq; `bsc-site library list` names everything.",
        ),
        (["search"], 2, "search needs a word"),
        (["show"], 2, "show needs an ID"),
        (["list", "all"], 2, "list takes no words"),
        (["show", "net-promotor-score"], 2, "no measure 'net-promotor-score'; did you mean 'net-promoter-score'?"),
        (["list", "--sector", "zoo"], 2, "'zoo' is not one of 'any', 'online-shop'"),
    ],
)
def test_what_finds_nothing_says_so(arguments: list[str], code: int, words: str) -> None:
    told = run("library", *arguments)
    assert (told.code, words in told.out + told.err) == (code, True)


def test_what_finds_nothing_is_an_empty_list_for_programs() -> None:
    told = run("library", "search", "qqqqqqq", "--format", "yaml")
    assert (told.code, yaml.safe_load(told.out)) == (1, {"kpis": []})
