"""Which series of an indicator of Open SDG become KPIs, and which stand beside one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bsc_site.interchange.importing import imported
from bsc_site.model.failure import InputError
from bsc_site.outcomes import Order
from bsc_site.pipeline import examine
from tests.builders.program import DAY, run
from tests.exchange.sdg_repositories import CONFIG, DATA, META, codes, put, read, repository, said, table, written

TODAY = date.fromisoformat(DAY)
OPTIONS = "progress_calculation_options:\n"


def test_codes_of_sdmx_are_read_as_totals() -> None:
    columns = ("SERIES", "UNIT_MEASURE", "AGE", "SEX")
    data = table(
        *("2015,DEATHS,NUMBER,<1Y,_T,20", "2016,DEATHS,NUMBER,<1Y,_T,19", "2015,DEATHS,NUMBER,<1Y,F,9"),
        *("2015,RATE,PERCENT,Y0T4,_T,2", "2015,RATE,PERCENT,Y0T4,F,1", "2015,RATE,PERCENT,Y0T4,F,1.5"),
        columns=columns,
    )
    draft = read(repository(**{"data/indicator_6-1-1.csv": data}))
    deaths, rate = written(draft).split("  - id: ")[1:]
    assert 'where: {SERIES: DEATHS, UNIT_MEASURE: NUMBER, AGE: "<1Y", SEX: "_T"}' in deaths
    assert ("unit: count" in deaths, 'unit: "%"' in rate) == (True, True)
    every = read(repository(**{"data/indicator_6-1-1.csv": data}), disaggregations=True)
    assert [each.split("\n")[0].rpartition("-")[2] for each in written(every).split("  - id: ")[3:]] == ["f"]
    assert "a second figure of 2015 where line 6 has one already" in said(every, "BSC615")[0]


def test_groups_of_one_disaggregation_stand_beside_the_whole(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    imported(Order(home, TODAY), put(tmp_path, repository()))
    found = examine(Order(home, TODAY)).assessment
    assert found is not None
    groups = found.kpis["indicator-6-1-1"].breakdowns
    assert [(each.by, [group.name for group in each.groups]) for each in groups] == [("Region", ["North"])]


@pytest.mark.parametrize(
    "rows",
    [
        ("2015,All regions,4", "2015,North,3"),
        ("2015,North,3", "2015,north,4"),
        ("2015,North,3", "2015,North,4"),
        ("2015,North,NA", "2015,South,"),
    ],
)
def test_groups_that_are_not_clear_stand_nowhere(rows: tuple[str, ...]) -> None:
    draft = read(repository(**{"data/indicator_6-1-1.csv": table("2015,,10", "2016,,11", *rows)}))
    assert 'source: {where: {Region: ""}}' in written(draft)


def test_disaggregations_are_counted_or_become_kpis_that_are_not_scored() -> None:
    counted = read(repository())
    assert "BSC619 note: 1 series by Region, Sex is left out" in said(counted, "BSC619")[0]
    draft = read(repository(), disaggregations=True)
    assert "BSC619" not in codes(draft)
    others = written(draft).split("  - id: ")[2:]
    assert [each.split("\n")[0] for each in others] == ["indicator-6-1-1-north-female"]
    assert "where: {Region: North, Sex: Female}" in others[0]
    assert all("direction: none\n" in each for each in others)


def test_years_of_several_years_are_the_first_as_for_open_sdg(tmp_path: Path) -> None:
    data = table("2013-15,,12", "2014-16,,11", "2015 - 17,,10", "later,,9")
    draft = read(repository(**{"data/indicator_6-1-1.csv": data}))
    assert 'map: {"2013-15": 2013, "2014-16": 2014, "2015 - 17": 2015, later: none}' in written(draft)
    assert "'2013-15' are the first one" in said(draft, "BSC617")[0]
    assert "'later' begins with no year" in said(draft, "BSC618")[0]
    home = tmp_path / "home"
    home.mkdir()
    imported(Order(home, TODAY), put(tmp_path, repository(**{"data/indicator_6-1-1.csv": data})))
    found = examine(Order(home, TODAY))
    assert found.assessment is not None
    points = found.assessment.kpis["indicator-6-1-1"].points
    assert [(str(each.period), each.value) for each in points] == [("2013", 12), ("2014", 11), ("2015", 10)]


@pytest.mark.parametrize(
    ("rows", "code", "words"),
    [
        (("2015,,1", "2015,,2"), "BSC615", "data/indicator_6-1-1.csv:3:3: BSC615 warning: a second figure of 2015"),
        (("2015,North,1", "2015,South,2"), "BSC615", "data/indicator_6-1-1.csv:1:0: BSC615 warning: no row has Region"),
    ],
)
def test_what_is_no_one_series_is_left_out_with_its_line(rows: tuple[str, ...], code: str, words: str) -> None:
    beside = {"meta/6-2-1.md": META, "data/indicator_6-2-1.csv": DATA}
    draft = read(repository(**{"data/indicator_6-1-1.csv": table(*rows)}, **beside))
    assert said(draft, code)[0].startswith(words)
    assert "indicator-6-1-1" not in written(draft)


def test_a_text_that_is_no_number_is_no_value_and_told_by_its_cell() -> None:
    draft = read(repository(**{"data/indicator_6-1-1.csv": table("2015,,10", "2016,,<1", "2017,,NA")}))
    assert 'missing: [NA, "<1"]' in written(draft)
    assert said(draft, "BSC618") == [
        (
            "data/indicator_6-1-1.csv:3:3: BSC618 warning: '<1' is no number; "
            "it is read as no value, by missing: of the source"
        )
    ]


def test_several_series_are_several_kpis_that_share_the_weight() -> None:
    data = table("2015,Rural,10", "2015,Urban,20", "2020,Rural,12", "2020,Urban,21", columns=("Series",))
    options = f"auto_progress_calculation: true\n{OPTIONS}- series: Rural\n  direction: positive\n  target: 0\n"
    options += "- series: Urban\n  direction: positive\n  base_year: 2016\n  limit: 100\n"
    draft = read(repository(**{"data/indicator_6-1-1.csv": data, "indicator-config/6-1-1.yml": options}))
    rural, urban = written(draft).split("  - id: ")[1:]
    assert rural.startswith("indicator-6-1-1-rural\n")
    assert "source: {file: data/sustainable-development-goals/indicator-6-1-1.csv, where: {Series: Rural}}" in rural
    assert "{period: 2030, value: 0.001}" in rural
    assert "weight: 0.5" in rural
    assert "baseline: {period: 2020, value: 21}" in urban
    assert "limit: 100" in urban
    told = " ".join(said(draft, "BSC617"))
    assert "a target of 0" in told
    assert "no figure of the base year 2016; that of 2020" in told
    assert "the mean of 2 series; each is a KPI that weighs 0.5" in told


def test_an_option_may_name_a_disaggregation_where_there_is_no_headline() -> None:
    option = f"{OPTIONS}- direction: positive\n  disaggregation:\n  - field: Region\n    value: South\n"
    data = table("2015,North,1", "2015,South,2")
    draft = read(repository(**{"data/indicator_6-1-1.csv": data, "indicator-config/6-1-1.yml": option}))
    assert "where: {Region: South}" in written(draft)
    wrong = option.replace("South", "East").replace("positive", "sideways")
    with pytest.raises(InputError) as refused:
        read(repository(**{"data/indicator_6-1-1.csv": data, "indicator-config/6-1-1.yml": wrong}))
    lines = [str(each) for each in refused.value.problems]
    assert any("'sideways' is no direction; write positive or negative" in each for each in lines)
    assert any("no row has Region = East" in each for each in lines)


def test_what_is_shown_first_stands_for_a_headline_that_is_missing() -> None:
    start = CONFIG + "data_start_values:\n- field: Region\n  value: Whole country\n"
    data = table("2015,Whole country,10", "2015,North,4")
    draft = read(repository(**{"data/indicator_6-1-1.csv": data, "indicator-config/6-1-1.yml": start}))
    assert "where: {Region: Whole country}" in written(draft)
    assert any("those that Open SDG shows first are read: Region = Whole country" in e for e in said(draft, "BSC617"))


@pytest.mark.slow
def test_the_page_of_an_indicator_shows_its_groups(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    imported(Order(home, TODAY), put(tmp_path, repository()))
    told = run("build", "-C", "home", "--as-of", DAY, cwd=tmp_path)
    assert told.code == 0
    page = (home / "build/site/kpis/indicator-6-1-1/index.html").read_text(encoding="utf-8")
    assert '<h2 id="by-1">By Region' in page
