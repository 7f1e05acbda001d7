"""`export docx` writes the pack of a board as a text with headings, tables and ways that Word knows."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest

from tests.builders.program import Ran, called
from tests.meeting.board import AWKWARD, BOARD_DAY, board_project

SITE = "site_url: https://example.org/bsc/\n"


def exported(root: Path, *options: str) -> Ran:
    place = root / "pack.docx"
    return called("export", "docx", "-C", root, "--as-of", BOARD_DAY.isoformat(), "--out", place, *options)


def text_of(root: Path, *options: str) -> Any:
    ran = exported(root, *options)
    assert (ran.code, ran.err) == (0, "")
    return docx.Document(str(root / "pack.docx"))


def headings(text: Any) -> list[tuple[str, str]]:
    return [(each.style.name, each.text) for each in text.paragraphs if each.style.name.startswith(("Title", "Head"))]


def test_the_text_tells_the_same_parts_below_its_headings(tmp_path: Path) -> None:
    assert headings(text_of(board_project(tmp_path))) == [
        ("Title", "Shop & friends"),
        ("Heading 1", "Contents"),
        ("Heading 1", "Where the strategy stands"),
        ("Heading 1", "2 KPIs have another status since the review of Q2 2025."),
        ("Heading 1", "2 of 2 KPIs are off track; without an analysis or an action: 2."),
        ("Heading 2", "Margin"),
        ("Heading 2", AWKWARD),
        ("Heading 1", "1 of 2 decisions is overdue; still open: 1."),
        ("Heading 2", "Still to be decided"),
    ]


def test_tables_hold_the_figures_of_the_site(tmp_path: Path) -> None:
    found = [
        [[cell.text for cell in row.cells] for row in each.rows] for each in text_of(board_project(tmp_path)).tables
    ]
    assert found[2][1] == ["Margin", "◆ Off track", "17 % in Aug 2025", "26 %", "−9 points", "Ann Lee"]
    assert found[3][:2] == [["Value", "17 % in Aug 2025"], ["Expected", "26 %"]]
    assert found[5][1] == ["Ask the landlord", "▲ Overdue", "31 Jul 2025", "Ann Lee", "Margin"]


def test_names_lead_to_their_part_and_to_the_site(tmp_path: Path) -> None:
    text = text_of(board_project(tmp_path, more=SITE))
    body = text.element
    marks = set(body.xpath("//w:bookmarkStart/@w:name"))
    assert set(body.xpath("//w:hyperlink/@w:anchor")) == {"map", "changes", "off-track", "decisions"} <= marks
    numbers = body.xpath("//w:bookmarkStart/@w:id")
    assert numbers == body.xpath("//w:bookmarkEnd/@w:id")
    assert len(set(numbers)) == len(numbers)
    away = {text.part.rels[each].target_ref for each in body.xpath("//w:hyperlink/@r:id")}
    assert "https://example.org/bsc/kpis/margin/" in away


def test_the_same_input_gives_the_same_bytes_without_a_clock(tmp_path: Path) -> None:
    root = board_project(tmp_path)
    exported(root)
    first = (root / "pack.docx").read_bytes()
    exported(root)
    assert (root / "pack.docx").read_bytes() == first
    with zipfile.ZipFile(root / "pack.docx") as package:
        assert {each.date_time for each in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert package.read("docProps/core.xml").count(b"2025-09-10T00:00:00Z") == 2


def test_what_is_for_few_stands_in_their_file_alone(tmp_path: Path) -> None:
    root = board_project(tmp_path)
    assert "Hidden talks" not in [name for _, name in headings(text_of(root))]
    assert "Hidden talks" in [name for _, name in headings(text_of(root, "--audience", "board"))]


def test_without_the_package_the_line_says_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    ran = exported(board_project(tmp_path))
    assert (ran.code, "BSC640 error: python-docx is not installed; run: " in ran.err) == (3, True)


def test_in_arabic_every_line_and_table_runs_from_right_to_left(tmp_path: Path) -> None:
    """By the style of paragraphs, by each table, and by each run of Arabic letters."""
    root = board_project(tmp_path)
    (root / "mkdocs.yml").write_text("theme: {name: material, language: ar}\n", encoding="utf-8")
    text = text_of(root)
    assert len(text.styles["Normal"].element.xpath("./w:pPr/w:bidi")) == 1
    assert len(text.element.xpath("//w:tbl/w:tblPr/w:bidiVisual")) == len(text.element.xpath("//w:tbl")) > 2
    assert ("Heading 1", "المحتويات") in headings(text)
    contents = next(each for each in text.paragraphs if each.text == "المحتويات")
    assert [run.font.rtl for run in contents.runs] == [True]
