"""A new project begins as it was wished for: by options, or by answers at a terminal."""

from __future__ import annotations

import os
import subprocess
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
import yaml

from bsc_site.load.library.library_measure import Sector
from bsc_site.load.library.shelves import all_measures, library_sector, measures_by_id
from bsc_site.load.settings.own_settings import read_own_settings
from bsc_site.load.yaml.marked_yaml import read_marked
from bsc_site.model.vocabularies import Preset
from bsc_site.publish.starting.new_project import FROM_INDEX, project_texts, start_project
from bsc_site.publish.starting.wish import NO_WISH, Wish
from tests.builders.program import PROGRAM, run

AS_OF = date(2026, 11, 22)
SECTORS = [each for each in Sector if each is not Sector.ANY]
CARD, FIGURES = "scorecard/scorecard.yml", "data/figures.csv"


def _card(preset: Preset, wish: Wish) -> dict[str, object]:
    card: dict[str, object] = read_marked(project_texts(preset, AS_OF, FROM_INDEX, wish)[CARD].encode(), CARD).value
    return card


def _problems(folder: Path, preset: Preset, wish: Wish, as_of: date = AS_OF) -> list[str]:
    """What the strictest check refuses; a note is none of it."""
    start_project(folder, preset, as_of, FROM_INDEX, wish)
    told = run("check", "-C", folder, "--strict", "--as-of", as_of.isoformat())
    assert told.code == 0, told.err
    return [line for line in told.lines if " note " not in line]


@pytest.mark.parametrize("sector", SECTORS)
def test_the_objectives_of_a_sector_name_measures_and_objectives_that_exist(sector: Sector) -> None:
    told = library_sector(sector)
    own = {each.id for each in (*told.measures, *library_sector(Sector.ANY).measures)}
    ids = [each.id for each in told.objectives]
    assert 5 <= len(set(ids)) == len(ids)
    assert {name for each in told.objectives for name in each.measures} <= own
    later = [(each.drives.to, ids.index(each.id)) for each in told.objectives if each.drives]
    assert [to for to, position in later if ids.index(to) >= position] == []
    assert told.mission
    assert told.vision


@pytest.mark.slow
@pytest.mark.parametrize("sector", SECTORS)
def test_a_project_of_a_sector_passes_the_strictest_check(sector: Sector, tmp_path: Path) -> None:
    told = library_sector(sector)
    assert _problems(tmp_path, told.preset, Wish(sector=told)) == []


@pytest.mark.slow
@pytest.mark.parametrize("preset", list(Preset))
@pytest.mark.parametrize("children", [0, 3])
def test_every_preset_takes_measures_a_cascade_and_a_fiscal_year(preset: Preset, children: int, tmp_path: Path) -> None:
    ids = ("net-promoter-score", "operating-margin", "air-quality-pm25", "training-hours", "hand-hygiene")
    wish = Wish(measures=tuple(measures_by_id()[each] for each in ids), children=children, year_starts=4)
    assert _problems(tmp_path, preset, wish, date(2026, 1, 31)) == []
    names = sorted(path.name for path in (tmp_path / "scorecard").glob("unit-*.yml"))
    assert names == [f"unit-{each}.yml" for each in range(1, children + 1)]


@pytest.mark.slow
def test_every_measure_can_stand_in_a_project_from_the_first_day(tmp_path: Path) -> None:
    """All of them at once, which is far too many: a note, no warning."""
    wish = Wish(measures=tuple(each.measure for each in all_measures()), children=1)
    assert _problems(tmp_path, Preset.PRIVATE, wish) == []


@pytest.mark.slow
def test_a_project_with_everything_that_can_be_wished_for_is_built(tmp_path: Path) -> None:
    wishes = ("--sector", "city", "--measures", "women-in-management", "--scorecards", "2", "--fiscal-year-starts", "7")
    assert run("init", tmp_path / "new", *wishes).code == 0
    told = run("build", "-C", tmp_path / "new", "--strict")
    assert told.code == 0, told.err
    assert (tmp_path / "new" / "build" / "site" / "s" / "unit-2" / "index.html").is_file()


def test_without_a_wish_a_preset_is_as_it_was() -> None:
    assert project_texts(Preset.PUBLIC, AS_OF, FROM_INDEX, NO_WISH) == project_texts(Preset.PUBLIC, AS_OF)


def test_a_measure_that_the_preset_has_by_another_id_does_not_join_again() -> None:
    card = _card(Preset.PRIVATE, Wish(measures=(measures_by_id()["training-hours"],)))
    assert [each["id"] for each in card["kpis"]] == ["sales", "repeat-orders", "on-time", "training"]  # type: ignore[attr-defined]


def test_every_objective_of_a_part_stands_in_the_line_of_sight() -> None:
    texts = project_texts(Preset.PUBLIC, AS_OF, FROM_INDEX, Wish(children=1))
    part = yaml.safe_load(texts["scorecard/unit-1.yml"])
    supports = {each["id"]: each["supports"] for row in part["perspectives"] for each in row["objectives"]}
    assert (part["parent"], len(supports)) == ("town", 5)
    assert supports == {name: [f"town/{name}"] for name in supports}


def test_the_year_begins_when_it_was_said_to() -> None:
    assert _card(Preset.PRIVATE, Wish(year_starts=4))["fiscal_year_starts"] == 4
    figures = project_texts(Preset.PUBLIC, AS_OF, FROM_INDEX, Wish(library_sector(Sector.CITY), year_starts=4))[FIGURES]
    assert "road-deaths-and-injuries,FY2027-Q2," in figures


def test_the_language_of_the_site_is_that_which_was_chosen(tmp_path: Path) -> None:
    assert run("init", tmp_path / "a", "--language", "de-AT").code == 0
    assert "\n  language: de\n" in (tmp_path / "a" / "mkdocs.yml").read_text(encoding="utf-8")
    told = run("init", tmp_path / "b", "--language", "tlh")
    assert told.lines == []
    assert told.out.endswith("The site stays English: there is no catalogue of the language 'tlh' yet.\n")
    assert "\n  language: en\n" in (tmp_path / "b" / "mkdocs.yml").read_text(encoding="utf-8")


def test_each_new_project_has_an_id_of_its_own_unless_it_is_given_one(tmp_path: Path) -> None:
    """The files are the same otherwise."""
    given = ["--site-id", "0f1e7c52-8a3c"]
    options: dict[str, list[str]] = {"a": [], "b": [], "c": given, "d": given}
    for name, each in options.items():
        assert run("init", tmp_path / name, *each).code == 0
    ids = {name: read_own_settings(tmp_path / name).site_id for name in options}
    assert UUID(ids["a"]).version == UUID(ids["b"]).version == 4
    assert len(set(ids.values())) == 3
    assert ids["c"] == "0f1e7c52-8a3c"
    look = {name: (tmp_path / name / "mkdocs.yml").read_text(encoding="utf-8") for name in options}
    assert look["c"] == look["d"]
    assert look["a"].replace(ids["a"], ids["b"]) == look["b"]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--site-id", "a b"], "'a b' is no id of a site; use 8 to 64 letters, digits and hyphens"),
        (["--sector", "zoo"], "'zoo' is not one of 'online-shop', 'saas'"),
        (["--sector", "any"], "'any' is not one of"),
        (["--sector", "hospital", "--preset", "private"], "the sector hospital is of the kind public"),
        (["--measures", "net-promotor-score"], "did you mean 'net-promoter-score'?; `bsc-site library list` names all"),
        (["--scorecards", "10"], "10 is not in the range 0<=x<=9."),
        (["--fiscal-year-starts", "13"], "13 is not in the range 1<=x<=12."),
    ],
)
def test_a_wish_that_cannot_be_met_is_wrong_usage(options: list[str], words: str, tmp_path: Path) -> None:
    told = run("init", tmp_path / "new", *options)
    assert (told.code, words in told.err, (tmp_path / "new").exists()) == (2, True, False)


def _at_a_terminal(folder: Path, answers: str, *options: str, **environment: str) -> str:
    """What a terminal shows while the answers are typed."""
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    around = {name: value for name, value in os.environ.items() if name != "CI"} | environment
    command = [*PROGRAM, "init", str(folder), *options]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=around) as program:
        os.close(theirs)
        os.write(ours, answers.encode())
        shown = b""
        while chunk := _read(ours):
            shown += chunk
    os.close(ours)
    assert program.returncode == 0, shown.decode()
    return shown.decode()


def _read(terminal: int) -> bytes:
    """What is shown next; nothing when the program has ended."""
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""


@pytest.mark.slow
def test_at_a_terminal_it_asks_and_enter_takes_what_holds_without_options(tmp_path: Path) -> None:
    shown = _at_a_terminal(tmp_path / "asked", "\n\n\n\n\n")
    assert "Kind or sector [private]: " in shown
    assert run("init", tmp_path / "said", "--preset", "private").code == 0
    written = [(tmp_path / name / CARD).read_bytes() for name in ("asked", "said")]
    assert written[0] == written[1]


@pytest.mark.slow
def test_answers_are_what_options_are(tmp_path: Path) -> None:
    shown = _at_a_terminal(tmp_path / "new", "circus\nnonprofit\ntraining-hours\n4\n1\nde\n")
    assert "'circus' is not one of" in shown
    card = yaml.safe_load((tmp_path / "new" / CARD).read_text(encoding="utf-8"))
    assert (card["fiscal_year_starts"], "training-hours" in {each["id"] for each in card["kpis"]}) == (4, True)
    assert (tmp_path / "new" / "scorecard" / "unit-1.yml").is_file()


@pytest.mark.slow
@pytest.mark.parametrize(("options", "environment"), [(("--preset", "public"), {}), ((), {"CI": "true"})])
def test_it_asks_nobody_who_said_something_and_never_in_a_workflow(
    options: tuple[str, ...], environment: dict[str, str], tmp_path: Path
) -> None:
    assert "Kind or sector" not in _at_a_terminal(tmp_path / "new", "", *options, **environment)
