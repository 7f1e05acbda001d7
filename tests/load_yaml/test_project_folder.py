"""How files of a folder become scorecards, and what is left of a broken one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders.project_folders import HEAD, lines, loaded_from


def test_a_missing_folder_is_one_clear_line(tmp_path: Path) -> None:
    """The line says how to name the project, or to start one."""
    loaded = loaded_from(tmp_path, {})
    assert loaded.project is None
    (line,) = lines(loaded)
    assert line.startswith("scorecard:0:0: BSC020 error: there is no folder scorecard/ here; ")
    assert line.endswith("; name the project's folder with -C, or start one with bsc-site init")


def test_an_empty_folder_is_one_clear_line(tmp_path: Path) -> None:
    """A folder without YAML holds no scorecard."""
    (tmp_path / "scorecard").mkdir()
    loaded = loaded_from(tmp_path, {})
    assert [each.code for each in loaded.problems] == ["BSC020"]


def test_a_link_to_nothing_is_one_clear_line(tmp_path: Path) -> None:
    """The other files are still read."""
    (tmp_path / "scorecard").mkdir()
    (tmp_path / "scorecard" / "lost.yml").symlink_to(tmp_path / "nowhere.yml")
    loaded = loaded_from(tmp_path, {"corporate.yml": HEAD})
    (line,) = lines(loaded)
    assert line == (
        "scorecard/lost.yml:0:0: BSC018 error: "
        "the file cannot be read (No such file or directory); check its permissions"
    )


def test_parts_join_the_scorecard_of_their_folder_or_of_the_nearest_above(tmp_path: Path) -> None:
    """Lists are joined in the order of the files, the main file first."""
    loaded = loaded_from(
        tmp_path,
        {
            "a-kpis.yml": "kpis: [{id: second, name: B}]\n",
            "corporate.yml": HEAD + "kpis: [{id: first, name: A}]\n",
            "hr/hr.yml": "id: hr\ntitle: HR\nparent: corporate\n",
            "hr/kpis/k.yaml": "kpis: [{id: third, name: C}]\n",
        },
    )
    assert not lines(loaded)
    assert loaded.project is not None
    assert [[kpi.id for kpi in card.kpis] for card in loaded.project.scorecards] == [["first", "second"], ["third"]]


def test_a_part_beside_several_scorecards_belongs_to_the_one_without_a_parent(tmp_path: Path) -> None:
    """One folder may hold the corporate scorecard with its departments."""
    files: dict[str, str | bytes] = {
        "a.yml": "id: hr\ntitle: HR\nparent: corporate\n",
        "kpis.yml": "kpis: [{id: nps, name: NPS}]\n",
        "z.yml": HEAD,
    }
    loaded = loaded_from(tmp_path, files)
    assert loaded.project is not None
    assert loaded.project.home_of["nps"].id == "corporate"


def test_parents_come_before_their_children_whatever_the_files_are_called(tmp_path: Path) -> None:
    """The scorecard without a parent is the root."""
    loaded = loaded_from(
        tmp_path,
        {
            "a.yml": "id: team\ntitle: T\nparent: hr\n",
            "b.yml": "id: hr\ntitle: HR\nparent: corporate\n",
            "c.yml": HEAD,
        },
    )
    assert loaded.project is not None
    assert [card.id for card in loaded.project.scorecards] == ["corporate", "hr", "team"]


def test_settings_of_the_whole_organisation_are_taken_over_from_the_parent(tmp_path: Path) -> None:
    """The year, the currency, the words and the audiences; a child's own setting wins."""
    loaded = loaded_from(
        tmp_path,
        {
            "a.yml": HEAD
            + "fiscal_year_starts: 4\ncurrency: GBP\naudiences: [public, staff]\nstatus_names: {on_track: Green}\n",
            "hr/b.yml": "id: hr\ntitle: HR\nparent: corporate\ncurrency: EUR\nhorizon: {from: FY2025, to: FY2027}\n",
        },
    )
    assert loaded.project is not None
    child = loaded.project.scorecards[1]
    assert (child.fiscal_year_starts, child.currency, child.audiences) == (4, "EUR", ("public", "staff"))
    assert child.status_names.on_track == "Green"
    assert child.horizon is not None
    assert child.horizon.from_.start.isoformat() == "2024-04-01"


def test_hidden_files_and_other_files_are_left_alone(tmp_path: Path) -> None:
    """Editors leave lock files and backups behind."""
    loaded = loaded_from(tmp_path, {"corporate.yml": HEAD, ".corporate.yml": "[", "notes.md": "[", ".git/x.yml": "["})
    assert not lines(loaded)


def test_only_what_is_broken_is_left_out(tmp_path: Path) -> None:
    """A KPI with a wrong key is still there, one without a name is not, and nobody calls it unknown."""
    text = HEAD + (
        "perspectives:\n  - id: p\n    name: P\n    objectives: [{id: o, name: O, kpis: [a, b, c]}]\n"
        "kpis:\n  - {id: a}\n  - {id: b, name: B, ownr: x}\n  - {id: c, name: C}\n"
    )
    loaded = loaded_from(tmp_path, {"corporate.yml": text})
    assert loaded.project is None
    assert loaded.readable is not None
    assert list(loaded.readable.kpis) == ["b", "c"]
    assert [each.code for each in loaded.problems] == ["BSC005", "BSC004"]


def test_a_file_that_is_no_yaml_causes_no_unknown_ids(tmp_path: Path) -> None:
    """The people stand in the broken file, so the owner may well exist."""
    files: dict[str, str | bytes] = {
        "corporate.yml": HEAD + "kpis: [{id: a, name: A, owner: cmo}]\n",
        "people.yml": "people:\n  - id: cmo\n\tname: Kim\n",
    }
    assert [each.code for each in loaded_from(tmp_path, files).problems] == ["BSC001"]


def test_a_warning_alone_keeps_the_project(tmp_path: Path) -> None:
    """It is published all the same."""
    loaded = loaded_from(tmp_path, {"corporate.yml": HEAD, "empty.yml": ""})
    assert [each.code for each in loaded.problems] == ["BSC015"]
    assert loaded.project is not None


@pytest.mark.parametrize(
    ("value", "line"),
    [
        ('kind: "a\\nb"', "BSC012 error kpis[0].kind: 'a b' is not a kind; use leading or lagging"),
        ('"we\\night": 1', "BSC004 error kpis[0].we ight: unknown key 'we ight'; did you mean 'weight'?"),
        (
            'description: "a\\0b"',
            "BSC013 error kpis[0].description: the text holds the control character U+0000; remove it",
        ),
        (
            "baseline: {period: 3025-12, value: 1}",
            "BSC010 error kpis[0].baseline.period: '3025-12' is no time of a strategy; write a year from 1900 to 2200",
        ),
        (
            "due: 99999999999 days",
            "BSC011 error kpis[0].due: '99999999999 days' is too long; write at most 1000 days, weeks, months or years",
        ),
        (
            "weight: 1e300",
            "BSC011 error kpis[0].weight: 1e+300 is too large; write it in a larger unit, such as millions",
        ),
        (
            f"owner: {'x' * 90}",
            "BSC008 error kpis[0].owner: the id has 90 letters; it becomes a file name, so keep it to 80",
        ),
    ],
)
def test_extreme_values_get_one_line_each(value: str, line: str, tmp_path: Path) -> None:
    """Values that would break a page, a file name or the calendar further on are refused here."""
    loaded = loaded_from(tmp_path, {"a.yml": HEAD + f"kpis:\n  - id: nps\n    name: NPS\n    {value}\n"})
    assert [str(each).partition(": ")[2] for each in loaded.problems] == [line]


@pytest.mark.parametrize("unit", ["count", "EUR", "days"])
def test_per_cent_of_something_else_is_a_question(tmp_path: Path, unit: str) -> None:
    """The sign says one thing and the unit another; a note may say what it wants."""
    target = '{period: 2026, value: 5%, note: "5%"}'
    kpi = f"kpis: [{{id: k, name: K, unit: {unit}, frequency: yearly, direction: higher, targets: [{target}]}}]\n"
    (line,) = lines(loaded_from(tmp_path, {"corporate.yml": HEAD + kpi}))
    assert "BSC006 error kpis[0].targets[0].value: '5%' is per cent" in line
    assert line.endswith(f"write the figure in {unit}, or declare unit: '%'")


@pytest.mark.parametrize("unit", ['""', '"%"', '"% of orders"'])
def test_per_cent_of_per_cent_or_of_nothing_named_is_read(tmp_path: Path, unit: str) -> None:
    kpi = f"kpis: [{{id: k, name: K, unit: {unit}, frequency: yearly, targets: [{{period: 2026, value: 5%}}]}}]\n"
    loaded = loaded_from(tmp_path, {"corporate.yml": HEAD + kpi})
    assert lines(loaded) == []
    assert loaded.project is not None
    assert loaded.project.kpis["k"].targets[0].value == 5


def test_a_name_where_an_id_is_needed_gets_its_id(tmp_path: Path) -> None:
    text = HEAD + "people: [{id: maria-silva, name: Maria Silva}]\nkpis: [{id: a, name: A, owner: maria  SILVA}]\n"
    (line,) = lines(loaded_from(tmp_path, {"corporate.yml": text}))
    assert line.endswith("kpis[0].owner: 'maria  SILVA' is a name; write its id: 'maria-silva'".replace("  ", " "))


@pytest.mark.parametrize(
    ("key", "named", "wrong"),
    [
        ("depends_on", "[apps]", "there is no initiative 'apps' in the scorecard 'c'; correct the id, or add it"),
        ("progres", "1", "unknown key 'progres'; did you mean 'progress'?"),
        (
            "ends",
            "2025-08",
            "unknown key 'ends'; remove it if it means 'end', which stands here already; else correct it",
        ),
    ],
)
def test_what_is_suggested_neither_stands_there_already_nor_is_the_element_itself(
    tmp_path: Path, key: str, named: str, wrong: str
) -> None:
    text = f"id: c\ntitle: C\ninitiatives:\n  - {{id: app, name: App, start: 2025-01, end: 2025-06, {key}: {named}}}\n"
    assert [each.message for each in loaded_from(tmp_path, {"scorecard/c.yml": text}).problems] == [wrong]
