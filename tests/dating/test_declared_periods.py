"""Periods that a text alone does not tell: counted ones, spans of years, moments of another time zone."""

from __future__ import annotations

from pathlib import Path

import pytest

from bsc_site.load.readings.project_readings import LoadedReadings, load_readings
from bsc_site.load.scorecards.project_folder import load_project
from tests.builders.project_folders import write


def read(folder: Path, data: str, source: str, frequency: str, kpi: str = "") -> LoadedReadings:
    scorecard = f"id: c\ntitle: C\nkpis:\n  - {{id: k, name: K, frequency: {frequency}, source: {{{source}}}{kpi}}}\n"
    write(folder, {"scorecard/c.yml": scorecard, "data/rows.csv": data})
    loaded = load_project(folder)
    assert loaded.project is not None, [str(each) for each in loaded.problems]
    return load_readings(folder, loaded.project)


def column(folder: Path, texts: str, declared: str, frequency: str, kpi: str = "") -> dict[str, str]:
    """The period of each of some texts that stand in one column, with its note; nothing may be wrong."""
    data = "when,value\n" + "".join(f"{text},{row}\n" for row, text in enumerate(texts.split("|"), 1))
    found = read(folder, data, f"file: data/rows.csv, period: when, {declared}", frequency, kpi)
    assert [str(each) for each in found.problems] == []
    return {str(each.period): each.note for each in found.readings["k"].rows}


@pytest.mark.parametrize(
    ("texts", "counts", "frequency", "periods"),
    [
        ("0|1|2", "weeks, from: 2024-01-01", "weekly", ["2024-W01", "2024-W02", "2024-W03"]),
        ("0000|0031", "days, from: 2024-01-01", "daily", ["2024-01-01", "2024-02-01"]),
        ("0|1|2", "months, from: 2024-11-15", "monthly", ["2024-11", "2024-12", "2025-01"]),
        ("0|5", "quarters, from: 2024-01-01", "quarterly", ["2024-Q1", "2025-Q2"]),
        ("0|2", "years, from: 2024-01-01", "yearly", ["2024", "2026"]),
        ("1|2", "months, first: 1, from: 2024-11-15", "monthly", ["2024-11", "2024-12"]),
        ("0|1", "weeks, from: 2023-12-31", "weekly", ["2024-W01", "2024-W02"]),
    ],
)
def test_numbers_count_periods_from_a_day_on(
    texts: str, counts: str, frequency: str, periods: list[str], tmp_path: Path
) -> None:
    assert list(column(tmp_path, texts, f"periods: {{counts: {counts}}}", frequency)) == periods


@pytest.mark.parametrize(
    ("above", "pattern"),
    [
        ("# Report\n# Start date: 20251203\n# End date: 20260302\n", "# Start date: {yyyymmdd}"),
        ("#  Start  date:20251203\n", "# start date: {yyyymmdd}"),
        ("Report from 03.12.2025 to 02.03.2026\n", "from {dd}.{mm}.{yyyy}"),
        ("From,2025-12-03\n,\n", "From {yyyy}-{mm}-{dd}"),
    ],
)
def test_the_first_day_stands_in_a_line_of_the_file(above: str, pattern: str, tmp_path: Path) -> None:
    source = f"file: data/rows.csv, period: Nth week, value: v, periods: {{counts: weeks, from: '{pattern}'}}"
    header = above.count("\n") + 1
    found = read(tmp_path, f"{above}Nth week,v\n0000,5\n0001,7\n", f"{source}, header: {header}", "weekly")
    assert [str(each.period) for each in found.readings["k"].rows] == ["2025-W49", "2025-W50"]


def test_the_line_nearest_above_the_table_counts(tmp_path: Path) -> None:
    data = "# Start: 20240101\na,b\n1,2\n\n# Start: 20250101\nNth month,v\n0,5\n\n# Start: 20260101\nc,d\n1,2\n"
    source = "file: data/rows.csv, table: {headings: [Nth month]}, period: Nth month, value: v"
    found = read(tmp_path, data, f"{source}, periods: {{counts: months, from: '# Start: {{yyyymmdd}}'}}", "monthly")
    assert [str(each.period) for each in found.readings["k"].rows] == ["2025-01"]


@pytest.mark.parametrize(
    ("texts", "belongs", "years"),
    [
        ("2016-2018|2017-2019", "last", {"2018": "2016-2018", "2019": "2017-2019"}),
        ("2016/18|2017/19", "first", {"2016": "2016/18", "2017": "2017/19"}),
        ("2016–18|2017 – 19", "middle", {"2017": "2016–18", "2018": "2017 – 19"}),
        ("2001-03|2002-04|2005", "last", {"2003": "2001-03", "2004": "2002-04", "2005": ""}),
        ("1998-00|1999-01", "last", {"2000": "1998-00", "2001": "1999-01"}),
    ],
)
def test_a_figure_of_several_years_belongs_to_one_of_them_with_the_years_as_its_note(
    texts: str, belongs: str, years: dict[str, str], tmp_path: Path
) -> None:
    assert column(tmp_path, texts, f"periods: {{spans: {belongs}}}", "yearly") == years


def test_headings_may_be_spans_of_years(tmp_path: Path) -> None:
    source = "file: data/rows.csv, where: {geo: BE}, periods: {spans: last}"
    found = read(tmp_path, "geo,2016-2018,2017-2019\nBE,1,2\n", source, "yearly")
    assert [(str(each.period), each.note) for each in found.readings["k"].rows] == [
        ("2018", "2016-2018"),
        ("2019", "2017-2019"),
    ]


def test_headings_that_are_spans_of_years_are_asked_for(tmp_path: Path) -> None:
    found = read(tmp_path, "geo,2016-2018,2017-2019\nBE,1,2\n", "file: data/rows.csv, where: {geo: BE}", "yearly")
    assert "declare in the source `periods: {spans: last}`" in str(found.problems[0])


@pytest.mark.parametrize(
    ("texts", "frequency", "periods"),
    [
        ("2024-03-31T23:30:00Z|2024-04-01T23:59:59Z", "daily", ["2024-04-01", "2024-04-02"]),
        ("2024-03-31 23:30:00 +0000|2024-06-30T21:59:59.999-00:00", "daily", ["2024-04-01", "2024-06-30"]),
        ("2024-03-31 10:00 -1200|2024-05-01T00:30+03:00", "daily", ["2024-04-01", "2024-04-30"]),
        ("2024-03-31T23:30:00|2024-04-02", "daily", ["2024-03-31", "2024-04-02"]),
        ("2023-12-31T23:30:00Z", "yearly", ["2024-01-01"]),
    ],
)
def test_moments_with_an_offset_belong_to_the_day_of_a_time_zone(
    texts: str, frequency: str, periods: list[str], tmp_path: Path
) -> None:
    assert list(column(tmp_path, texts, "time_zone: Europe/Brussels", frequency)) == periods


def test_the_latest_moment_is_told_by_that_clock(tmp_path: Path) -> None:
    data = "when,value\n2024-03-31T22:30:00Z,1\n2024-03-31T22:10:00Z,2\n2024-04-01T00:20:00+02:00,3\n"
    source = "file: data/rows.csv, period: when, value: value, periods: {time_zone: Europe/Brussels}"
    rows = read(tmp_path, data, source, "daily", ", aggregate: last").readings["k"].rows
    assert [each.seconds for each in rows] == [1800, 600, 1200]
    assert {str(each.period) for each in rows} == {"2024-04-01"}


@pytest.mark.parametrize(
    ("texts", "frequency", "periods"),
    [
        ("2024-A1|2025A", "yearly", ["2024", "2025"]),
        ("2024S1|2024-S2", "half-yearly", ["2024-H1", "2024-H2"]),
        ("2024Q1|2024-Q2", "quarterly", ["2024-Q1", "2024-Q2"]),
        ("2024M03|2024-M04", "monthly", ["2024-03", "2024-04"]),
        ("2024-W05|2024W06", "weekly", ["2024-W05", "2024-W06"]),
        ("2024-D001|2024D060", "daily", ["2024-01-01", "2024-02-29"]),
    ],
)
def test_the_spellings_of_eurostat_and_sdmx_are_read(
    texts: str, frequency: str, periods: list[str], tmp_path: Path
) -> None:
    assert list(column(tmp_path, texts, "value: value", frequency)) == periods


def test_a_table_of_eurostat_has_a_column_for_each_key_and_flags_as_notes(tmp_path: Path) -> None:
    data = "freq,unit,geo\\TIME_PERIOD\t2019 \t2020 \t2021 \nA,PC,BE\t12.3 p\t: \t13.1 bd\nA,PC,FR\t1\t2\t: c\n"
    source = "file: data/rows.csv, delimiter: '\t', where: {unit: PC, geo: BE}".replace("'\t'", '"\\t"')
    found = read(tmp_path, data, source, "yearly")
    assert [str(each) for each in found.problems] == []
    rows = [(str(each.period), each.value, each.note) for each in found.readings["k"].rows]
    assert rows == [("2019", 12.3, "(p)"), ("2021", 13.1, "(b)")]


def test_a_heading_of_keys_and_time_is_found_by_the_key(tmp_path: Path) -> None:
    source = "file: data/rows.csv, where: {geo: BE}"
    found = read(tmp_path, "geo\\time,2019,2020\nBE,12.3 e,:\nFR,1,2\n", source, "yearly")
    assert [(str(each.period), each.value) for each in found.readings["k"].rows] == [("2019", 12.3)]
