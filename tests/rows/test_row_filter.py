"""Which rows a filter takes where their text is nearly the one that it names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.builders.data_files import load, told, values


def region(wanted: Any, name: str = "k", **more: Any) -> dict[str, Any]:
    """A KPI that adds up the rows of a region."""
    source = {"file": "data/a.csv", "period": "Month", "value": "v", "where": {"Region": wanted}, **more}
    return {"id": name, "source": source}


BLANKS = ("North\u00a0East", "North  East", " North East ", "North\u200b East", "\ufeffNorth East")


@pytest.mark.parametrize("written", BLANKS)
def test_every_kind_of_blank_is_one_and_needs_no_word(tmp_path: Path, written: str) -> None:
    content = f"Region,Month,v\n{written},2024-01,10\nNorth East,2024-02,11\n"
    loaded = load(tmp_path, {"data/a.csv": content}, region("North East"))
    assert (told(loaded), values(loaded, "k")) == ([], {"2024-01": 10, "2024-02": 11})


@pytest.mark.parametrize("hyphen", "\u2010\u2011\uff0d")
def test_every_hyphen_is_the_plain_one(tmp_path: Path, hyphen: str) -> None:
    content = f"Region,Month,v\nNorth{hyphen}East,2024-01,10\nNorth-East,2024-02,11\n"
    loaded = load(tmp_path, {"data/a.csv": content}, region("North-East"))
    assert (told(loaded), values(loaded, "k")) == ([], {"2024-01": 10, "2024-02": 11})


CASES = "Region,Month,v\nnorth,2024-01,10\nNorth,2024-02,11\nNORTH ,2024-03,12\nSouth,2024-03,1\n"


def test_rows_of_another_case_are_taken_and_named(tmp_path: Path) -> None:
    loaded = load(tmp_path, {"data/a.csv": CASES}, region("North"))
    assert values(loaded, "k") == {"2024-01": 10, "2024-02": 11, "2024-03": 12}
    (line,) = told(loaded)
    assert line.startswith("kpi/k source.where: BSC334 'Region' is also written 'north' (1 row), 'NORTH' (1 row), and ")
    assert "`Region: [North, NORTH, north]`" in line
    assert "`case_sensitive: true`" in line


def test_spellings_that_are_listed_need_no_word(tmp_path: Path) -> None:
    loaded = load(tmp_path, {"data/a.csv": CASES}, region(["North", "NORTH", "north"]))
    assert (told(loaded), len(values(loaded, "k"))) == ([], 3)


def test_a_filter_may_tell_cases_apart(tmp_path: Path) -> None:
    loaded = load(tmp_path, {"data/a.csv": CASES}, region("North", case_sensitive=True))
    assert (told(loaded), values(loaded, "k")) == ([], {"2024-02": 11})


def test_kpis_that_name_two_spellings_tell_them_apart(tmp_path: Path) -> None:
    loaded = load(tmp_path, {"data/a.csv": CASES}, region("North"), region("NORTH", "n"))
    assert (told(loaded), values(loaded, "k"), values(loaded, "n")) == ([], {"2024-02": 11}, {"2024-03": 12})


@pytest.mark.parametrize("heading", ["Net\u00a0sales", "Net sales\u200b", '"Net\nsales"', "NET  SALES"])
def test_a_heading_is_found_as_it_is_seen(tmp_path: Path, heading: str) -> None:
    kpi = {"id": "k", "source": {"file": "data/a.csv", "period": "Month", "value": "Net sales"}}
    loaded = load(tmp_path, {"data/a.csv": f"Month,{heading}\n2024-01,10\n"}, kpi)
    assert (told(loaded), values(loaded, "k")) == ([], {"2024-01": 10})
