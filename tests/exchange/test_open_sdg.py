"""A data repository of Open SDG becomes a scorecard that passes the check, with a line for all that it loses."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import pytest

from bsc_site.interchange.importing import imported
from bsc_site.model.declared.own_statuses import StatusScale
from bsc_site.model.failure import InputError, WrongUse
from bsc_site.outcomes import Order
from bsc_site.pipeline import examine
from tests.builders.program import DAY, run
from tests.exchange.sdg_repositories import CONFIG, DATA, META, codes, put, read, repository, said, table, written

TODAY = date.fromisoformat(DAY)
OPTIONS = "progress_calculation_options:\n"


def test_goals_targets_and_indicators_become_perspectives_objectives_and_kpis() -> None:
    draft = read(repository())
    card = written(draft, "scorecard")
    assert '  - id: goal-6\n    name: "6 Clean water and sanitation"' in card
    assert '      - id: target-6-1\n        name: "6.1 By 2030, safe water for all"' in card
    assert "        kpis: [indicator-6-1-1]" in card
    assert "{name: On track, from: target, pace: 0.95}" in card
    assert '  source: {file: "data/sustainable-development-goals/{id}.csv", period: Year, value: Value' in card
    assert written(draft, "people").endswith("  - id: water-board\n    name: Water Board\n")


def test_a_kpi_has_the_headline_rows_the_pace_and_the_target() -> None:
    assert written(read(repository())).split("kpis:\n")[1] == (
        "  - id: indicator-6-1-1\n"
        '    name: "6.1.1 Share of people with safe water"\n'
        "    description: People with safe water at home, as a share of all.\n"
        '    unit: "%"\n'
        "    updater: water-board\n"
        "    direction: higher\n"
        '    source: {where: {Region: "", Sex: ""}}\n'
        "    targets:\n"
        "      - {period: 2030, value: 90}\n"
        "    baseline: {period: 2015, value: 60}\n"
        "    scoring: pace\n"
    )


def test_the_import_is_judged_as_open_sdg_judges_it(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    told = imported(Order(home, TODAY), put(tmp_path, repository()))
    assert told.lines[0] == "wrote data/sustainable-development-goals/indicator-6-1-1.csv"
    found = examine(Order(home, TODAY))
    assert not found.refused
    assert found.assessment is not None
    kpi = found.assessment.kpis["indicator-6-1-1"]
    assert [(str(each.period), each.value) for each in kpi.points] == [("2015", 60), ("2016", 63.5), ("2021", 78)]
    growth, needed = (78 / 60) ** (1 / 6) - 1, (90 / 60) ** (1 / 15) - 1
    assert growth / needed > 0.95
    assert kpi.status.value == "on_track"


@pytest.mark.parametrize(
    ("values", "options", "status"),
    [
        # the ratio of the growth so far to that needed for 90 in 2030 from 60 in 2015, which is 2.74 % a year
        ("60 70 79", "target: 90", "On track"),
        ("60 64 69", "target: 90", "Progress made but acceleration needed"),
        ("60 61 62", "target: 90", "Limited progress"),
        ("60 59 58", "target: 90", "Deterioration"),
        ("60 95 90", "target: 90", "Target achieved"),
        # the growth a year: 1.5 %, 0.5 % and 0
        ("60 63 67", "base_year: 2015", "On track"),
        ("60 62 63", "base_year: 2015", "Progress made but acceleration needed"),
        ("60 60 60.5", "base_year: 2015", "Limited progress"),
        ("60 60 59.9", "base_year: 2015", "Deterioration"),
        # near the limit of 61 less is asked for: 1 - (60 / 61)^4.44 of it, which is 7 %
        ("60 60 60.5", "limit: 61", "On track"),
    ],
)
def test_every_progress_status_of_open_sdg_is_the_same(tmp_path: Path, values: str, options: str, status: str) -> None:
    rows = [f"{year},,{value}" for year, value in zip((2015, 2018, 2021), values.split(), strict=True)]
    config = f"{OPTIONS}- direction: positive\n  {options}\n"
    files = repository(**{"data/indicator_6-1-1.csv": table(*rows), "indicator-config/6-1-1.yml": config})
    home = tmp_path / "home"
    home.mkdir()
    imported(Order(home, TODAY), put(tmp_path, files))
    found = examine(Order(home, TODAY)).assessment
    assert found is not None
    kpi = found.kpis["indicator-6-1-1"]
    scale = StatusScale(found.project.scorecards[0].statuses)
    own = scale.own(kpi.status, kpi.score)
    assert own is not None
    assert own.name == status


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


def test_disaggregations_are_counted_or_become_kpis_that_are_not_scored() -> None:
    counted = read(repository())
    assert "BSC619 note: 2 series by Region, Sex are left out" in said(counted, "BSC619")[0]
    draft = read(repository(), disaggregations=True)
    assert "BSC619" not in codes(draft)
    others = written(draft).split("  - id: ")[2:]
    assert [each.split("\n")[0] for each in others] == ["indicator-6-1-1-north", "indicator-6-1-1-north-female"]
    assert 'where: {Region: North, Sex: ""}' in others[0]
    assert all("direction: none\n" in each for each in others)


def test_each_key_without_a_place_is_told_once_with_file_and_line() -> None:
    second = META.replace("6.1", "6.2").replace("reporting_status", "data_footnote: Estimates\nreporting_status")
    first = META.replace("reporting_status", "data_footnote: Rounded\nreporting_status")
    files = repository(**{"meta/6-1-1.md": first, "meta/6-2-1.md": second, "data/indicator_6-2-1.csv": DATA})
    lines = said(read(files), "BSC613")
    assert (
        "meta/6-1-1.md:7:1: BSC613 note data_footnote: is left out: a scorecard has no place for it; it stands at"
        in (lines[-3])
    )
    assert lines[-3].endswith("6-1-1, 6-2-1")
    assert any("graph_type" in each and "how Open SDG shows" in each for each in lines)
    assert any("source_url_1" in each for each in lines)


def test_a_direction_that_is_not_told_is_asked_for() -> None:
    draft = read(repository(**{"indicator-config/6-1-1.yml": "reporting_status: complete\n"}))
    assert "direction: none  # TODO: higher, lower or band is better?" in written(draft)
    assert "scoring" not in written(draft)
    computed = read(repository(**{"indicator-config/6-1-1.yml": "auto_progress_calculation: true\n"}))
    assert "direction: lower\n" in written(computed)
    assert "which Open SDG reads as negative" in said(computed, "BSC617")[0]


def test_names_may_stand_in_the_translations() -> None:
    meta = "indicator_name: global_indicators.6-1-1-title\ntarget_name: global_targets.6-1-title\n"
    files = repository(**{"meta/6-1-1.md": f"---\n{meta}---\n"})
    missing = read(files)
    assert "name: 'TODO: the name of indicator 6.1.1'" in written(missing)
    assert [each.split(": ")[0] for each in said(missing, "BSC616")] == ["meta/6-1-1.md:2:1", "meta/6-1-1.md:3:1"]
    phrases = {
        "translations/en/global_indicators.yml": "6-1-1-title: Safe water\n",
        "translations/en/global_targets.yml": "6-1-title: Water for all\n",
        "translations/fr/global_indicators.yml": "6-1-1-title: Eau salubre\n",
    }
    draft = read({**files, **phrases})
    assert 'name: "6.1.1 Safe water"' in written(draft)
    assert 'name: "6.1 Water for all"' in written(draft, "scorecard")
    assert "BSC616" not in codes(draft)
    assert any("other languages are left out: translations/fr" in each for each in said(draft, "BSC613"))


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


def test_a_target_that_is_the_figure_of_the_base_year_leaves_no_baseline(tmp_path: Path) -> None:
    config = CONFIG.replace("90", "60")
    files = repository(**{"indicator-config/6-1-1.yml": config})
    assert "baseline" not in written(read(files))
    home = tmp_path / "home"
    home.mkdir()
    imported(Order(home, TODAY), put(tmp_path, files))
    assert not examine(Order(home, TODAY)).refused


def test_indicators_without_data_are_counted(tmp_path: Path) -> None:
    others = {
        "meta/6-2-1.md": META,
        "meta/6-a-1.yml": "reporting_status: notapplicable\n",
        "meta/6-10-1.yml": "title: Rivers\n",
    }
    lines = said(read(repository(**others)), "BSC613")
    assert any("2 indicators have no data file and are left out: 6.2.1, 6.10.1" in each for each in lines)
    assert any("1 indicator is not applicable and is left out: 6.a.1" in each for each in lines)
    put(tmp_path, {"meta/6-2-1.md": META})
    with pytest.raises(InputError, match="BSC603"):
        imported(Order(tmp_path, TODAY), tmp_path / "sdg-data")


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        ("meta/6-2-1.yml", "a: [1\nb: 2\n", "meta/6-2-1.yml:2:2: BSC614 warning"),
        ("meta/6-2-1.md", "no head\n", "meta/6-2-1.md:1:0: BSC614 warning: it has no head"),
        ("meta/6-2-1.yml", "&a [*a]\n", "meta/6-2-1.yml:1:0: BSC614 warning: it holds no keys"),
        ("data/indicator_6-2-1.csv", "Jahr,Wert\n2015,1\n", "data/indicator_6-2-1.csv:1:0: BSC614 warning: it has no"),
        (
            "data/indicator_6-2-1.csv",
            f'Year,Value\n"{"2015,1 " * 50}',
            "data/indicator_6-2-1.csv:2:0: BSC614 warning: a y",
        ),
        ("data/indicator_6-2-1.csv", "", "data/indicator_6-2-1.csv:0:0: BSC614 warning: it is empty"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_and_the_others_are_read(path: str, text: str, line: str) -> None:
    draft = read(repository(**{path: text}))
    assert said(draft, "BSC614")[0].startswith(line)
    assert "indicator-6-1-1" in written(draft)


def test_the_configuration_says_where_files_lie_and_what_is_no_disaggregation() -> None:
    config = (
        "inputs:\n- class: InputCsvData\n  path_pattern: tables/*-*.csv\n- class: InputSdmxMl_Multiple\n"
        "indicator_options:\n  non_disaggregation_columns: [Year, Value, Comment]\n"
    )
    data = table("2015,estimate,10", "2016,,11", columns=("Comment",))
    files = {"config_data.yml": config, "meta/6-1-1.md": META, "tables/indicator_6-1-1.csv": data}
    draft = read(files)
    assert "where" not in written(draft)
    assert any("what InputSdmxMl_Multiple reads is left out" in each for each in said(draft, "BSC613"))


def test_a_folder_that_is_no_repository_is_refused(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    with pytest.raises(InputError, match="is no data repository of Open SDG"):
        imported(Order(tmp_path, TODAY), tmp_path / "other")


def test_a_repository_may_come_packed(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "sdg-data-main.zip", "w") as packed:
        for path, text in repository().items():
            packed.writestr(f"sdg-data-main/{path}", text)
        packed.writestr("sdg-data-main/../../out.yml", "a: 1")
    (tmp_path / "here").mkdir()
    told = imported(Order(tmp_path / "here", TODAY), tmp_path / "sdg-data-main.zip")
    assert told.lines[0] == "wrote data/sustainable-development-goals/indicator-6-1-1.csv"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["here", "sdg-data-main.zip"]


def test_the_scorecard_is_not_written_twice(tmp_path: Path) -> None:
    folder = put(tmp_path, repository())
    imported(Order(tmp_path, TODAY), folder)
    with pytest.raises(WrongUse, match="has a scorecard 'sustainable-development-goals' already"):
        imported(Order(tmp_path, TODAY), folder)


@pytest.mark.slow
def test_a_folder_is_imported_by_one_command(tmp_path: Path) -> None:
    put(tmp_path, repository())
    (tmp_path / "here").mkdir()
    told = run("import", "sdg-data", "-C", "here", "--disaggregations", cwd=tmp_path)
    assert told.code == 0
    assert run("check", "-C", "here", "--as-of", DAY, cwd=tmp_path).code == 0
