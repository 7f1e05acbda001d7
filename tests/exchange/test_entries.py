"""A template asks for the figures that are due; what is filled in joins the data, or every wrong cell is named."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from bsc_site.compute.audience import Circle
from bsc_site.exchange.entry.entries import HEADINGS
from bsc_site.interchange.exporting import Wanted, exported
from bsc_site.interchange.importing import imported
from bsc_site.load.readings.project_readings import load_readings
from bsc_site.load.scorecards.project_folder import load_project
from bsc_site.model.failure import InputError
from bsc_site.outcomes import Order
from bsc_site.pipeline import examine
from tests.builders.program import FIGURES, SCORECARD, called, shop

TODAY = date(2025, 9, 10)
KPIS = """\
  - id: audit
    name: "=Audit"
    frequency: quarterly
    owner: ann
    scoring: {method: states, states: {Good: 100, fair: 50, poor: 0}}
  - {id: open, name: Open, unit: yes/no, frequency: quarterly, updater: bob}
  - {id: visits, name: Visits, frequency: yearly, direction: none}
  - {id: read, name: Read, direction: none, source: {file: data/read.csv, period: month, value: v}}
  - {id: twice, name: Twice, direction: none, formula: visits * 2, frequency: yearly}
people:
  - {id: bob, name: "Bob [B]: */?"}
  - {id: ann, """
CARD = SCORECARD.replace("people: [{id: ann, ", KPIS).replace("sales}]", "sales}")


def home(root: Path, figures: str = FIGURES) -> Path:
    shop(root, scorecard=CARD, figures=figures)
    (root / "data/read.csv").write_text("month,v\n2025-01,1\n")
    return root


def template(root: Path, form: str = "template") -> Path:
    ending = "csv" if form == "template-csv" else "xlsx"
    exported(Order(root, TODAY), Wanted(form, out=root / f"figures.{ending}"))
    return root / f"figures.{ending}"


def filled(path: Path, values: dict[str, Any], notes: dict[str, str] | None = None) -> Path:
    """The workbook with these values at `kpi:period`."""
    book = openpyxl.load_workbook(path)
    for sheet in book.worksheets:
        for row in sheet.iter_rows(min_row=4):
            key = row[0].value
            if key in values:
                row[HEADINGS.index("value")].value = values[key]
            if notes and key in notes:
                row[HEADINGS.index("note")].value = notes[key]
                row[HEADINGS.index("note")].data_type = "s"
    book.save(path)
    return path


def taken(root: Path, path: Path) -> list[str]:
    """The lines of the file of entered figures after the import."""
    imported(Order(root, TODAY), path)
    return (root / "data/entered.csv").read_text(encoding="utf-8").splitlines()


def refused(root: Path, path: Path) -> list[str]:
    with pytest.raises(InputError) as wrong:
        imported(Order(root, TODAY), path)
    assert not (root / "data/entered.csv").exists()
    return [f"{each.place.file} {each.code} {each.message}" for each in wrong.value.problems]


def test_a_sheet_for_each_person_asks_for_what_is_due(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(template(home(tmp_path)))
    asked = {
        sheet.title: [row[0].value for row in sheet.iter_rows(min_row=4) if row[0].value]
        for sheet in book.worksheets
        if sheet.sheet_state == "visible"
    }
    assert asked == {
        "Ann": ["repeat-rate:2025-07", "repeat-rate:2025-08", "audit:2025-Q2"],
        "Bob B": ["open:2025-Q2"],
        "Nobody": ["visits:2024"],
    }


def test_only_what_is_to_be_filled_can_be_changed_and_words_drop_down(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(template(home(tmp_path)))
    sheet = book["Ann"]
    assert sheet.protection.sheet
    free = {cell.column for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
    assert free == {HEADINGS.index("value") + 1, HEADINGS.index("note") + 1}
    rules = {cell: rule for rule in sheet.data_validations.dataValidation for cell in str(rule.sqref).split()}
    assert rules["H6"].formula1 == "=Lists!$A$1:$A$3"
    assert [cell.value for cell in book["Lists"]["A"]] == ["Good", "fair", "poor"]
    assert (rules["H4"].type, rules["H5"].type) == ("decimal", "decimal")
    assert (sheet["C6"].value, sheet["C6"].data_type) == ("=Audit", "s")
    assert sheet["E4"].value == "2025-04: 22 · 2025-05: 25 · 2025-06: 26"


def test_the_same_project_and_day_give_the_same_bytes(tmp_path: Path) -> None:
    root = home(tmp_path)
    assert template(root).read_bytes() == template(root).read_bytes()


def test_what_is_filled_in_joins_the_data_and_a_second_import_adds_nothing(tmp_path: Path) -> None:
    root = home(tmp_path)
    values = {"repeat-rate:2025-07": 27.125, "audit:2025-Q2": "GOOD", "open:2025-Q2": "no", "visits:2024": -3}
    path = filled(template(root), values, {"visits:2024": "=1+1"})
    rows = [
        "kpi,period,value,note",
        "repeat-rate,2025-07,27.1250,",
        "audit,2025-Q2,Good,",
        "open,2025-Q2,no,",
        "visits,2024,-3,=1+1",
    ]
    assert taken(root, path) == rows
    assert taken(root, path) == rows
    assert examine(Order(root, TODAY)).series["repeat-rate"].observations[-1].value == 27.125
    later = filled(template(root), {"repeat-rate:2025-08": 28})
    assert taken(root, later) == [*rows, "repeat-rate,2025-08,28,"]


def test_a_share_is_read_as_it_is_shown(tmp_path: Path) -> None:
    root = home(tmp_path)
    path = template(root)
    book = openpyxl.load_workbook(path)
    book["Ann"]["H4"].value, book["Ann"]["H4"].number_format = 0.271, "0.0%"
    book["Nobody"]["H4"].value, book["Nobody"]["H4"].number_format = 0.5, "0%"
    book.save(path)
    assert refused(root, path) == [
        "figures.xlsx:Nobody!H4 BSC620 '50' is no number; write it with digits, such as 1234 or 12.5"
    ]
    book["Nobody"]["H4"].value = None
    book.save(path)
    assert taken(root, path)[1:] == ["repeat-rate,2025-07,27.1,"]


def test_every_wrong_cell_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    root = home(tmp_path)
    values = {"repeat-rate:2025-07": "many", "repeat-rate:2025-08": "=1/0", "audit:2025-Q2": "okay", "open:2025-Q2": 7}
    path = filled(template(root), values, {"visits:2024": "why"})
    assert refused(root, path) == [
        "figures.xlsx:Ann!H4 BSC620 'many' is no number; write it with digits, such as 1234 or 12.5",
        "figures.xlsx:Ann!H5 BSC620 the formula has no result; open the file in a spreadsheet and save it, or type it",
        "figures.xlsx:Ann!H6 BSC620 'okay' is not allowed here; choose Good, fair, poor",
        "figures.xlsx:Bob B!H4 BSC620 '7' is not allowed here; choose yes, no",
        "figures.xlsx:Nobody!H4 BSC620 a note stands without a figure; write the figure, or delete the note",
    ]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("nps,2025-07,5,", "BSC621 there is no KPI 'nps'"),
        ("read,2025-07,5,", "BSC621 figures of 'read' are not entered: its source reads data/read.csv"),
        ("twice,2024,5,", "BSC621 figures of 'twice' are not entered: its figures are computed"),
        ("visits,2025-07,5,", "BSC621 2025-07 is a month, and 'visits' is yearly"),
        ("visits,soon,5,", "BSC621 'soon' is not a period"),
        ("visits,2027,5,", "BSC621 2027 has not begun on 2025-09-10"),
        ("repeat-rate,2025-06,5,", "BSC622 repeat-rate has the figure 26 for 2025-06 already"),
        ("repeat-rate,2025-07,5,\nrepeat-rate,2025-07,6,", "BSC623 repeat-rate has another figure for 2025-07 in C2"),
        ('visits,2024,"1,234",', "BSC620 '1,234' is no number"),
        ("visits,2024,1e30,", "BSC620 '1e30' is no number"),
    ],
)
def test_rows_of_a_text_file_are_held_to_the_same(row: str, message: str, tmp_path: Path) -> None:
    root = home(tmp_path)
    path = root / "mine.csv"
    path.write_text(f"kpi,period,value,note\n{row}\n")
    assert message in refused(root, path)[-1]


def test_a_text_template_comes_back_as_spreadsheets_save_it(tmp_path: Path) -> None:
    root = home(tmp_path)
    rows = list(csv.reader(io.StringIO(template(root, "template-csv").read_text(encoding="utf-8-sig"))))
    value, period = HEADINGS.index("value"), HEADINGS.index("period")
    rows[1][value], rows[1][period] = "27,1", "Jul 25"
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(rows)
    path = root / "figures.csv"
    path.write_text(text.getvalue(), encoding="utf-8-sig")
    assert taken(root, path) == ["kpi,period,value,note", "repeat-rate,2025-07,27.1,"]


def test_a_file_of_other_columns_is_left_alone(tmp_path: Path) -> None:
    root = home(tmp_path)
    path = filled(template(root), {"visits:2024": 5})
    (root / "data/entered.csv").write_text("kpi,period,value\nvisits,2023,4\n")
    with pytest.raises(InputError, match="BSC625"):
        imported(Order(root, TODAY), path)
    assert (root / "data/entered.csv").read_text() == "kpi,period,value\nvisits,2023,4\n"


def test_a_workbook_with_a_document_type_is_refused(tmp_path: Path) -> None:
    root, bomb = home(tmp_path), io.BytesIO()
    with zipfile.ZipFile(bomb, "w") as parts:
        parts.writestr("xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")
    (root / "a.xlsx").write_bytes(bomb.getvalue())
    assert refused(root, root / "a.xlsx") == [
        "a.xlsx BSC624 a part of the workbook has a document type, which no spreadsheet writes"
    ]


def test_what_is_counted_up_within_the_year_is_asked_for_as_such(tmp_path: Path) -> None:
    card = SCORECARD.replace("    kind: leading\n", "    kind: leading\n    cumulative: year\n")
    root = shop(tmp_path, scorecard=card, figures="kpi,period,value\nrepeat-rate,2025-07,20\n")
    rows = list(csv.reader(io.StringIO(template(root, "template-csv").read_text(encoding="utf-8-sig"))))
    assert rows[1][HEADINGS.index("unit")] == "% (counted up within the year)"
    path = root / "mine.csv"
    path.write_text("kpi,period,value\nrepeat-rate,2025-07,21\n")
    assert "BSC622 repeat-rate has the figure 20 for 2025-07 already" in refused(root, path)[0]


@pytest.mark.parametrize("content", [b"PK\x03\x04broken", b"PK\x03\x04" + b"\0" * 100])
def test_a_broken_workbook_is_one_line(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    assert refused(home(tmp_path), path)[0].startswith("a.xlsx BSC624 the workbook cannot be read")


def test_a_workbook_without_the_headings_is_no_template(tmp_path: Path) -> None:
    openpyxl.Workbook().save(tmp_path / "a.xlsx")
    assert "BSC603" in refused(home(tmp_path), tmp_path / "a.xlsx")[0]


def test_what_is_not_for_everybody_is_not_asked_of_everybody(tmp_path: Path) -> None:
    root = shop(
        tmp_path, scorecard=SCORECARD.replace("    kind: leading\n", "    kind: leading\n    audience: board\n")
    )
    exported(Order(root, TODAY, Circle.WIDEST), Wanted("template-csv", out=root / "a.csv"))
    assert (root / "a.csv").read_text(encoding="utf-8-sig").splitlines() == [",".join(HEADINGS)]


def test_a_named_scorecard_asks_for_its_own_figures(tmp_path: Path) -> None:
    root = home(tmp_path)
    below = (
        "id: below\ntitle: Below\nparent: shop\nkpis:\n  - {id: own, name: Own, frequency: yearly, direction: none}\n"
    )
    (root / "scorecard/below.yml").write_text(below)
    exported(Order(root, TODAY), Wanted("template-csv", "below", root / "a.csv"))
    assert [line.partition(",")[0] for line in (root / "a.csv").read_text("utf-8-sig").splitlines()] == [
        "entry",
        "own:2024",
    ]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["stratml", "--format", "csv"], "--format is for a template; stratml has one form"),
        (["xlsx", "--audience", "nobody"], "'nobody' is not an audience of this project"),
        (["odp"], "'odp' is not one of 'pptx',"),
    ],
)
def test_what_cannot_be_asked_for_is_wrong_usage(arguments: list[str], words: str, tmp_path: Path) -> None:
    told = called("export", *arguments, "-C", shop(tmp_path))
    assert (told.code, words in told.err) == (2, True)
    assert not (tmp_path / "build").exists()


def test_the_commands_say_what_they_did(tmp_path: Path) -> None:
    root = home(tmp_path)
    told = called("export", "template", "-C", root, "--as-of", TODAY, "--out", root / "a.xlsx")
    assert told.out.splitlines()[1:] == [
        "5 figures to fill in",
        "2 KPIs are not in it: their figures come from files or are computed",
    ]
    filled(root / "a.xlsx", {"visits:2024": 12})
    told = called("import", root / "a.xlsx", "-C", root, "--as-of", TODAY)
    assert (told.code, told.out.splitlines()[0]) == (0, "added 1 figure to data/entered.csv")


# a workbook holds 15 digits of a number
NUMBERS = some.floats(-1e8, 1e8, allow_nan=False).map(lambda value: round(value, 6)) | some.integers(-(10**9), 10**9)
NOTES = some.text(some.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=30)


@settings(max_examples=15, deadline=None)
@given(number=NUMBERS, state=some.sampled_from(["Good", "fair", "poor"]), note=NOTES)
def test_whatever_is_filled_in_is_what_the_data_holds(number: float, state: str, note: str) -> None:
    with TemporaryDirectory() as folder:
        root = home(Path(folder))
        path = filled(template(root), {"visits:2024": number, "audit:2025-Q2": state}, {"visits:2024": note})
        imported(Order(root, TODAY), path)
        loaded = load_project(root)
        assert loaded.project is not None
        read = load_readings(root, loaded.project)
        assert [str(each) for each in read.problems] == []
        visits = read.readings["visits"].rows[0]
        assert (visits.value, visits.note) == (float(number), " ".join(note.split()))
        assert read.readings["audit"].rows[0].value == {"Good": 100, "fair": 50, "poor": 0}[state]
