"""How periods are written: what YAML declares of them, and what is never guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from bsc_site.wording.provenance.origin_lines import provenance_text
from tests.builders.data_files import told, values
from tests.builders.period_columns import MONTHLY, ONE, QUARTERLY, WEEKLY, YEARLY, Declared, column, read


def test_a_file_in_the_right_place_says_which_year_is_which(tmp_path: Path) -> None:
    content = column("2022", "2023")
    settled = read(tmp_path, content, Declared({**YEARLY, "fiscal_year_starts": 1}, ONE, 4))
    assert (told(settled), values(settled, "k")) == ([], {"2022": 1, "2023": 2})
    settled = read(tmp_path, content, Declared(YEARLY, {**ONE, "periods": {"years": "calendar"}}, 4))
    assert (told(settled), values(settled, "k")) == ([], {"2022": 1, "2023": 2})
    settled = read(tmp_path, column("FY22", "FY23"), Declared(YEARLY, {**ONE, "fiscal_year_starts": 7}, 4))
    assert [str(row.period.start) for row in settled.readings["k"].rows] == ["2021-07-01", "2022-07-01"]


def test_a_year_that_is_not_the_kpis_own_is_never_shifted(tmp_path: Path) -> None:
    kpi = {"frequency": "yearly", "aggregate": "sum"}
    content = column("2022", "2023")
    refused = read(tmp_path, content, Declared(kpi, {**ONE, "periods": {"years": "calendar"}}, 4))
    assert "BSC331 error: 2022 goes from 2022-01-01 to 2022-12-31" in told(refused)[0]
    assert "declare `fiscal_year_starts: 1`" in told(refused)[0]


def test_a_week_counted_from_sunday_is_the_one_that_holds_most_of_its_days(tmp_path: Path) -> None:
    sunday = {**ONE, "periods": {"weeks": "sunday"}}
    loaded = read(tmp_path, column("2023-W01", "2023-W02", "2023-W53"), Declared(WEEKLY, sunday))
    assert values(loaded, "k") == {"2023-W01": 1, "2023-W02": 2, "2024-W01": 3}
    loaded = read(tmp_path, column("2023-01-08", "2023-01-15"), Declared(WEEKLY, sunday))
    assert values(loaded, "k") == {"2023-W02": 1, "2023-W03": 2}


def test_a_text_mapped_to_none_leaves_its_row_out(tmp_path: Path) -> None:
    source = {**ONE, "periods": {"map": {"Total": "none", "Start": "2023-01"}}}
    loaded = read(tmp_path, column("Start", "Feb 2023", "Total"), Declared(MONTHLY, source))
    assert (told(loaded), values(loaded, "k")) == ([], {"2023-01": 1, "2023-02": 2})
    origin = "data/a.csv, column v by p, periods read by Total: none, Start: 2023-01"
    assert provenance_text(loaded.readings["k"].origin) == origin


def test_a_number_that_lost_its_last_zero_is_no_month(tmp_path: Path) -> None:
    refused = told(read(tmp_path, column("2023.09", "2023.1", "2023.11"), Declared()))
    assert "'2023.1' can be January or October" in refused[0]
    loaded = read(tmp_path, column("2023.1", "2023.2"), Declared())
    assert values(loaded, "k") == {"2023-01": 1, "2023-02": 2}


def test_a_row_whose_year_is_empty_has_no_period(tmp_path: Path) -> None:
    declared = Declared(QUARTERLY, {"period": ["Year", "Q"], "value": "v", "year": 2023})
    refused = told(read(tmp_path, "Year,Q,v\n2023,1,1\n,2,2\n", declared))
    assert refused == ["data/a.csv:3:1: BSC320 error: the row has a figure but no period"]


def test_a_language_that_nobody_speaks_is_told(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match=r"BSC333 error kpis\[0\].source.periods.month_names: no names of months"):
        read(tmp_path, column("Jan 2023"), Declared(source={**ONE, "periods": {"month_names": "klingon"}}))


def test_dates_that_begin_the_months_in_one_order_only_are_in_that_order(tmp_path: Path) -> None:
    content = column("1/1/2023", "2/1/2023", "3/1/2023")
    assert values(read(tmp_path, content, Declared()), "k") == {"2023-01": 1, "2023-02": 2, "2023-03": 3}
    summed = read(tmp_path, content, Declared({"aggregate": "sum"}))
    assert "'2/1/2023' is 2023-01-02 or 2023-02-01" in told(summed)[0]


def test_a_slip_among_months_does_not_make_them_weeks(tmp_path: Path) -> None:
    for texts in (("2023-11", "2023-12", "2023-13"), ("202311", "202312", "202313")):
        refused = told(read(tmp_path, column(*texts), Declared()))
        assert len(refused) == 1
        assert texts[2] in refused[0]


def test_one_column_may_be_read_in_two_ways_by_kpis_of_two_frequencies(tmp_path: Path) -> None:
    content = "kpi,period,value\nk,2008-09,1\nk,2009-10,2\nk,2010-11,3\nother,2008-09,4\nother,2008-10,5\n"
    loaded = read(tmp_path, content, Declared(YEARLY, None, 4))
    assert values(loaded, "k") == {"FY2009": 1, "FY2010": 2, "FY2011": 3}
