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
        '    source: {where: {Sex: ""}, by: [Region], missing: [NA]}\n'
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


@pytest.mark.parametrize(
    ("written_name", "name"),
    [
        ("6.1.1 Safe water", "Safe water"),
        ("Indicator 6.1.1: Safe water", "Safe water"),
        ("Indicator: 6-1-1 – Safe water", "Safe water"),
        ("2 litres a day", "2 litres a day"),
        ("6.1.10 litres", "6.1.10 litres"),
        ("6.1.1-day water", "6.1.1-day water"),
        ("Indicator of water", "Indicator of water"),
    ],
)
def test_a_name_loses_its_own_number_alone(written_name: str, name: str) -> None:
    meta = META.replace("6.1.1 Share of people with safe water", f"'{written_name}'")
    assert f'name: "6.1.1 {name}"' in written(read(repository(**{"meta/6-1-1.md": meta})))


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
