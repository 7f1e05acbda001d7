"""A new project is complete, fresh and harmless."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
from datetime import date
from pathlib import Path

import jsonschema
import pytest
import yaml

from bsc_site import __version__
from bsc_site.compute.assess import assess
from bsc_site.compute.series.project_series import build_series
from bsc_site.load.readings.project_readings import load_readings
from bsc_site.load.scorecards.project_folder import load_project
from bsc_site.load.yaml.marked_yaml import read_marked
from bsc_site.model.failure import MachineError, WrongUse
from bsc_site.model.vocabularies import Preset
from bsc_site.publish.starting.new_project import filled, project_texts, start_project
from bsc_site.publish.starting.origin import origin

AS_OF = date(2026, 11, 22)
EVERY_PRESET = pytest.mark.parametrize("preset", list(Preset))


@EVERY_PRESET
def test_a_new_project_holds_all_that_is_needed_to_push_it(preset: Preset, tmp_path: Path) -> None:
    written = start_project(tmp_path / "new", preset, AS_OF)
    assert sorted(path.relative_to(tmp_path / "new").as_posix() for path in written) == [
        ".github/workflows/comment.yml",
        ".github/workflows/site.yml",
        ".gitignore",
        "README.md",
        "data/figures.csv",
        "docs/about.md",
        "mkdocs.yml",
        "requirements.txt",
        "scorecard/schema.json",
        "scorecard/scorecard.yml",
    ]


@EVERY_PRESET
def test_a_new_project_has_no_problem(preset: Preset, tmp_path: Path) -> None:
    start_project(tmp_path, preset, AS_OF)
    loaded = load_project(tmp_path)
    assert [str(problem) for problem in loaded.problems] == []
    assert loaded.project is not None
    readings = load_readings(tmp_path, loaded.project)
    assert [str(problem) for problem in readings.problems] == []
    assert readings.findings == ()


@pytest.mark.parametrize(
    ("preset", "rows"),
    [
        (Preset.PRIVATE, ["financial", "customer", "internal", "learning"]),
        (Preset.NONPROFIT, ["mission", "beneficiaries", "stewardship", "internal", "learning"]),
        (Preset.PUBLIC, ["community", "services", "people", "resources"]),
        (Preset.OUTCOMES, ["outcomes", "outputs", "activities", "inputs"]),
    ],
)
def test_each_preset_orders_its_perspectives_by_what_it_is_there_for(preset: Preset, rows: list[str]) -> None:
    scorecard = yaml.safe_load(project_texts(preset, AS_OF)["scorecard/scorecard.yml"])
    assert [row["id"] for row in scorecard["perspectives"]] == rows


@EVERY_PRESET
def test_the_figures_of_a_new_project_are_those_of_the_last_twelve_complete_months(preset: Preset) -> None:
    rows = csv.DictReader(io.StringIO(project_texts(preset, AS_OF)["data/figures.csv"]))
    periods = sorted({row["period"] for row in rows})
    assert periods == ["2025-11", "2025-12", *(f"2026-{month:02d}" for month in range(1, 11))]


def test_the_last_day_of_a_month_does_not_complete_it() -> None:
    assert filled("%month-1% %month+0% %month+2%", date(2026, 1, 31)) == "2025-12 2026-01 2026-03"


def test_years_are_calendar_years() -> None:
    assert filled("%year% %year+3%", AS_OF) == "2026 2029"


@EVERY_PRESET
def test_no_token_is_left_in_a_new_project(preset: Preset) -> None:
    assert [name for name, text in project_texts(preset, AS_OF).items() if "%month" in text or "%year" in text] == []


def test_a_program_from_the_index_is_pinned() -> None:
    assert f"\nbsc-site[all]=={__version__}\n" in project_texts(Preset.PRIVATE, AS_OF)["requirements.txt"]


def test_a_program_from_a_local_file_goes_into_the_project(tmp_path: Path) -> None:
    wheel = tmp_path / "bsc_site-9.9-py3-none-any.whl"
    wheel.write_bytes(b"the wheel")
    record = json.dumps({"url": wheel.as_uri(), "archive_info": {}})
    written = start_project(tmp_path / "new", Preset.PRIVATE, AS_OF, origin(record, "9.9"))
    parcel = tmp_path / "new" / "vendor" / wheel.name
    assert (parcel in written, parcel.read_bytes()) == (True, b"the wheel")
    assert (tmp_path / "new" / "requirements.txt").read_text().endswith(f"\n./vendor/{wheel.name}[all]\n")


def test_a_program_from_a_folder_brings_no_file(tmp_path: Path) -> None:
    record = json.dumps({"url": tmp_path.as_uri(), "dir_info": {"editable": True}})
    start_project(tmp_path / "new", Preset.PRIVATE, AS_OF, origin(record, "9.9"))
    assert not (tmp_path / "new" / "vendor").exists()


def test_files_that_stand_there_are_named_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("mine")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "figures.csv").write_text("mine too")
    with pytest.raises(WrongUse) as refused:
        start_project(tmp_path, Preset.PUBLIC, AS_OF)
    assert str(refused.value).splitlines() == [
        "data/figures.csv:0:0: BSC913 error: stands there already; nothing was written",
        "mkdocs.yml:0:0: BSC913 error: stands there already; nothing was written",
    ]
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == ["figures.csv", "mkdocs.yml"]


def test_a_folder_with_other_files_is_welcome(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    start_project(tmp_path, Preset.PRIVATE, AS_OF)
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_a_folder_that_is_a_file_is_a_failure_of_the_machine(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(MachineError):
        start_project(tmp_path / "taken", Preset.PRIVATE, AS_OF)


@pytest.mark.parametrize("refused", [errno.EROFS, errno.EACCES])
def test_a_folder_that_cannot_be_written_to_is_one_clear_line(
    refused: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, *_: object, **__: object) -> None:
        raise OSError(refused, os.strerror(refused), str(path))

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(MachineError) as failed:
        start_project(tmp_path / "new", Preset.PRIVATE, AS_OF)
    (line,) = str(failed.value).splitlines()
    assert (failed.value.exit_code, f": BSC902 error: {os.strerror(refused).lower()}" in line) == (3, True)


def test_the_same_day_gives_the_same_bytes() -> None:
    assert project_texts(Preset.OUTCOMES, AS_OF) == project_texts(Preset.OUTCOMES, AS_OF)


@EVERY_PRESET
def test_editors_find_the_schema_and_it_accepts_the_file(preset: Preset) -> None:
    texts = project_texts(preset, AS_OF)
    scorecard = texts["scorecard/scorecard.yml"]
    assert scorecard.startswith("# yaml-language-server: $schema=schema.json\n")
    jsonschema.validate(
        read_marked(scorecard.encode(), "scorecard.yml").value, json.loads(texts["scorecard/schema.json"])
    )


@EVERY_PRESET
def test_a_new_project_shows_more_than_one_colour(preset: Preset, tmp_path: Path) -> None:
    start_project(tmp_path, preset, AS_OF)
    project = load_project(tmp_path).project
    assert project is not None
    built = build_series(project, load_readings(tmp_path, project).readings, AS_OF)
    statuses = {each.status for each in assess(project, built.series, AS_OF, None).kpis.values()}
    assert len(statuses) > 1
    assert all(status.judged for status in statuses)
