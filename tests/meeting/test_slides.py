"""`export pptx` writes slides whose tables, charts and map are PowerPoint's own, with the figures of the site."""

from __future__ import annotations

import io
import re
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pptx
import pytest
from pptx.util import Pt

from tests.builders.program import Ran, called
from tests.meeting.board import AWKWARD, BOARD_DAY, PARTS, board_facts, board_project

DAY = BOARD_DAY.isoformat()
SITE = "site_url: https://example.org/bsc/\n"


def exported(root: Path, *options: str) -> Ran:
    return called("export", "pptx", "-C", root, "--as-of", DAY, "--out", root / "pack.pptx", *options)


def deck_of(root: Path, *options: str) -> Any:
    ran = exported(root, *options)
    assert (ran.code, ran.err) == (0, "")
    return pptx.Presentation(str(root / "pack.pptx"))


def titles(deck: Any) -> list[str]:
    return [slide.shapes.title.text_frame.text for slide in deck.slides]


def tables(slide: Any) -> list[list[list[str]]]:
    """The cells of every table of a slide."""
    found = [shape.table for shape in slide.shapes if shape.has_table]
    return [[[cell.text_frame.text for cell in row.cells] for row in each.rows] for each in found]


def titled(deck: Any, title: str) -> Any:
    return next(slide for slide in deck.slides if slide.shapes.title.text_frame.text == title)


def words_of(path: Path) -> bytes:
    """Everything that stands in the file, in the workbooks within too."""
    found = b""
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            content = package.read(name)
            found += content if not name.endswith(".xlsx") else b""
            if name.endswith(".xlsx"):
                with zipfile.ZipFile(io.BytesIO(content)) as book:
                    found += b"".join(map(book.read, book.namelist()))
    return found


def test_the_pack_has_cover_contents_map_changes_kpis_and_decisions(tmp_path: Path) -> None:
    """The title of each slide is what it concludes."""
    deck = deck_of(board_project(tmp_path))
    assert titles(deck) == PARTS
    assert deck.slides[0].placeholders[1].text_frame.text.splitlines() == [
        "Board pack · Shop Ltd",
        "Review of Q3 2025",
        "Figures up to 10 Sep 2025",
        "For: public",
    ]


def test_tables_are_tables_with_names_figures_and_statuses_as_sign_and_word(tmp_path: Path) -> None:
    deck = deck_of(board_project(tmp_path))
    assert tables(titled(deck, "2 of 2 KPIs are off track; without an analysis or an action: 2."))[0] == [
        ["KPI", "Status", "Value", "Expected", "Gap", "Owner"],
        ["Margin", "◆ Off track", "17 % in Aug 2025", "26 %", "−9 points", "Ann Lee"],
        [AWKWARD, "◆ Off track", "3 in Aug 2025", "5 to 9", "−2", "Ann Lee"],
    ]
    assert tables(titled(deck, "1 of 2 decisions is overdue; still open: 1."))[0][1:] == [
        ["Ask the landlord", "▲ Overdue", "31 Jul 2025", "Ann Lee", "Margin"],
        ["Count the stock", "○ Open", "31 Dec 2025", "Ann Lee", "Margin"],
    ]


def test_a_chart_is_a_chart_and_its_workbook_holds_the_figures_of_the_site(tmp_path: Path) -> None:
    root = board_project(tmp_path)
    deck = deck_of(root)
    points = board_facts(root).kpis["margin"].points
    chart = next(shape.chart for shape in titled(deck, "Margin").shapes if shape.has_chart)
    assert list(chart.plots[0].categories)[0::7] == ["Jan 2025", "Aug 2025"]
    series = {each.name: list(each.values) for each in chart.plots[0].series}
    assert series == {
        "Value": [each.value for each in points],
        "Target": [each.expected.target for each in points],
    }
    book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    assert [row[1] for row in book.active.iter_rows(min_row=2, values_only=True)] == series["Value"]
    band = next(shape.chart for shape in titled(deck, AWKWARD).shapes if shape.has_chart)
    assert [each.name for each in band.plots[0].series] == ["Value", "At least", "At most"]


def test_the_map_is_boxes_and_arrows_that_can_be_moved(tmp_path: Path) -> None:
    """Each says in words what it shows; boxes and names lead to the site where its address is known."""
    slide = titled(deck_of(board_project(tmp_path, more=SITE)), "Where the strategy stands")
    told = [shape._element.xpath(".//p:cNvPr")[0].get("descr") for shape in slide.shapes]  # noqa: SLF001  # no other way
    assert [each for each in told if each and each.startswith("Earn")] == [
        "Earn repeat customers drives Earn more, after 3 months, evidence: not testable yet",
        "Earn more: Off track 0",
        "Earn repeat customers: Off track 0",
    ]
    assert [each for each in told if each in {"Money", "Customer"}] == ["Money", "Customer"]
    boxes = [shape for shape in slide.shapes if shape.has_text_frame and "Earn more" in shape.text_frame.text]
    assert boxes[0].click_action.hyperlink.address == "https://example.org/bsc/objectives/earn/"


@pytest.mark.parametrize("form", ["pptx", "docx"])
def test_a_long_name_of_a_site_and_signs_that_no_file_can_hold_stop_no_export(tmp_path: Path, form: str) -> None:
    """What the file says of itself is cut to the 255 signs that fit."""
    root = board_project(tmp_path)
    (root / "mkdocs.yml").write_text(f'site_name: "S\\x01 {"long " * 80}"\n', "utf-8")
    out = root / f"pack.{form}"
    ran = called("export", form, "-C", root, "--as-of", DAY, "--out", out)
    assert (ran.code, ran.err) == (0, "")
    with zipfile.ZipFile(out) as package:
        author = re.findall("<dc:creator>(.*?)</dc:creator>", package.read("docProps/core.xml").decode())
    assert [(each[:3], each[-1], len(each)) for each in author] == [("S  ", "…", 255)]


REASON = """
        drives: [{to: earn, sign: "-", lag: 3 months, because: returns cost freight}]"""


def test_an_arrow_is_listed_by_its_ends_and_says_its_reason_its_lag_and_how_it_is_read(tmp_path: Path) -> None:
    """Those who see the slide read lag and key; those who hear it, or list its shapes, the whole hypothesis."""
    root = board_project(tmp_path)
    card = root / "scorecard" / "shop.yml"
    declared = '\n        drives: [{to: earn, sign: "+", lag: 3 months}]'
    assert declared in card.read_text("utf-8")
    card.write_text(card.read_text("utf-8").replace(declared, REASON), "utf-8")
    shapes = {shape.name: shape for shape in titled(deck_of(root), "Where the strategy stands").shapes}
    wire = shapes["Earn repeat customers → Earn more"]._element  # noqa: SLF001  # no other way
    assert wire.xpath(".//p:cNvPr")[0].get("descr") == (
        "Earn repeat customers works against Earn more, after 3 months, evidence: not testable yet, "
        "because returns cost freight"
    )
    assert wire.xpath(".//a:prstDash/@val") == ["dash"]
    texts = [shape.text_frame.text for shape in shapes.values() if shape.has_text_frame]
    assert "− 3 months" in texts
    assert sum("A broken arrow works against what it leads to." in each for each in texts) == 1


def test_a_map_without_arrows_has_no_key_to_them(tmp_path: Path) -> None:
    root = board_project(tmp_path)
    card = root / "scorecard" / "shop.yml"
    card.write_text(card.read_text("utf-8").replace('drives: [{to: earn, sign: "+", lag: 3 months}]', ""), "utf-8")
    slide = titled(deck_of(root), "Where the strategy stands")
    assert not [each for each in slide.shapes if each.has_text_frame and "arrow" in each.text_frame.text]


def test_the_contents_lead_to_the_slides_they_name(tmp_path: Path) -> None:
    deck = deck_of(board_project(tmp_path))
    slide = deck.slides[1]
    rows = tables(slide)[0]
    names = titles(deck)
    assert [(row[0], names[int(row[2]) - 1]) for row in rows] == [
        ("Strategy map", "Where the strategy stands"),
        ("What changed", names[3]),
        ("KPIs off track", names[4]),
        ("Decisions", names[7]),
    ]
    jumps = [way for shape in slide.shapes for way in shape._element.xpath(".//a:hlinkClick/@r:id")]  # noqa: SLF001  # likewise
    targets = [slide.part.related_part(each).slide for each in jumps]
    assert [each.shapes.title.text_frame.text for each in targets] == [names[int(row[2]) - 1] for row in rows]


def test_the_same_input_gives_the_same_bytes_without_a_clock(tmp_path: Path) -> None:
    root = board_project(tmp_path)
    exported(root)
    first = (root / "pack.pptx").read_bytes()
    exported(root)
    assert (root / "pack.pptx").read_bytes() == first
    with zipfile.ZipFile(root / "pack.pptx") as package:
        inner = [io.BytesIO(package.read(each)) for each in package.namelist() if each.endswith(".xlsx")]
        times = {each.date_time for book in inner for each in zipfile.ZipFile(book).infolist()}
        assert {each.date_time for each in package.infolist()} | times == {(1980, 1, 1, 0, 0, 0)}
        assert len(inner) == 2
    dated = b"2025-09-10T00:00:00Z"
    assert words_of(root / "pack.pptx").count(dated) == 2 * (1 + len(inner))


def test_what_is_for_few_stands_in_their_file_alone(tmp_path: Path) -> None:
    root = board_project(tmp_path)
    ran = exported(root)
    assert "--audience all writes them too" in ran.out
    assert (b"Hidden talks" in words_of(root / "pack.pptx"), b"Nobody may know" in words_of(root / "pack.pptx")) == (
        False,
        False,
    )
    assert "Hidden talks" in titles(deck_of(root, "--audience", "board"))


def test_long_tables_go_on_on_further_slides_and_none_leaves_its_slide(tmp_path: Path) -> None:
    decisions = "".join(
        f"      - {{text: Decision {number} {'with many words ' * (number % 9)}, owner: ann, due: 2025-12-31}}\n"
        for number in range(60)
    )
    root = board_project(tmp_path, card=f"  - period: 2025-Q2\n    on: kpi/visits\n    decisions:\n{decisions}")
    deck = deck_of(root)
    rows = [row[0] for slide in deck.slides for found in tables(slide) for row in found]
    assert len([each for each in rows if each.startswith("Decision ")]) == 60
    frames = [shape for slide in deck.slides for shape in slide.shapes if shape.has_table]
    ends = [each.top + sum(row.height for row in each.table.rows) for each in frames]
    assert max(ends) <= deck.slide_height


def own_slides(root: Path, change: Callable[[Any], object] = id) -> None:
    """The slides of an organisation: its own layouts, and a page that shows them."""
    deck = pptx.Presentation()
    deck.slide_layouts[0].name = "Our cover"
    deck.slide_layouts[1].name = "Our page"
    deck.slides.add_slide(deck.slide_layouts[1]).shapes.title.text = "How our slides look"
    change(deck)
    (root / "docs_templates").mkdir()
    deck.save(str(root / "docs_templates" / "slides.pptx"))


def test_the_slides_of_an_organisation_are_filled(tmp_path: Path) -> None:
    """Cover and pages have its layouts, contents stand where they have room; its example is left out."""
    root = board_project(tmp_path)
    own_slides(root)
    deck = deck_of(root)
    assert [slide.slide_layout.name for slide in deck.slides] == ["Our cover"] + ["Our page"] * 8
    assert "How our slides look" not in titles(deck)
    room = next(each for each in deck.slide_layouts[1].placeholders if each.placeholder_format.idx == 1)
    frame = next(shape for shape in deck.slides[3].shapes if shape.has_table)
    assert (frame.left, frame.top, frame.width) == (room.left, room.top, pytest.approx(room.width, abs=Pt(1)))


@pytest.mark.parametrize(
    ("dropped", "words"),
    [
        ("SUBTITLE", "no layout has a title and a subtitle, for the cover; there are: Our cover (center title,"),
        ("OBJECT", "no layout has a title and a content, text, table or chart placeholder on a quarter of the slide"),
    ],
)
def test_slides_without_the_placeholders_needed_are_told_of(tmp_path: Path, dropped: str, words: str) -> None:
    def without(deck: Any) -> None:
        for layout in list(deck.slide_layouts)[2:]:
            deck.slide_layouts.remove(layout)
        for layout in deck.slide_layouts:
            for each in list(layout.placeholders):
                if each.placeholder_format.type.name == dropped:
                    each._element.getparent().remove(each._element)  # noqa: SLF001  # no other way

    root = board_project(tmp_path)
    own_slides(root, without)
    ran = exported(root)
    assert (ran.code, (root / "pack.pptx").exists()) == (1, False)
    assert ran.err.startswith(f"docs_templates/slides.pptx:0:0: BSC642 error: {words}")


@pytest.mark.parametrize("content", [b"", b"no slides", b"PK\x03\x04 broken"])
def test_slides_that_cannot_be_read_are_told_of(tmp_path: Path, content: bytes) -> None:
    root = board_project(tmp_path)
    (root / "docs_templates").mkdir()
    (root / "docs_templates" / "slides.pptx").write_bytes(content)
    ran = exported(root)
    assert (ran.code, "docs_templates/slides.pptx:0:0: BSC641 error: this is no file of slides" in ran.err) == (1, True)


def test_without_the_package_the_line_says_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pptx", None)
    ran = exported(board_project(tmp_path))
    assert (
        ran.code,
        "BSC640 error: python-pptx is not installed; run: " in ran.err,
        "bsc-site[office]" in ran.err,
    ) == (
        3,
        True,
        True,
    )


def test_in_arabic_every_line_and_table_runs_from_right_to_left(tmp_path: Path) -> None:
    """The map lies mirrored: its lanes begin on the right."""
    root = board_project(tmp_path)
    (root / "mkdocs.yml").write_text("theme: {name: material, language: ar}\n", encoding="utf-8")
    deck = deck_of(root)
    lines = [each for slide in deck.slides for each in slide.element.xpath(".//p:sp//a:p | .//a:tbl//a:p")]
    assert len(lines) > 50
    assert {each.pPr.get("rtl") for each in lines} == {"1"}
    tables = [each for slide in deck.slides for each in slide.element.xpath(".//a:tblPr")]
    assert {each.get("rtl") for each in tables} == {"1"}
    cover = [shape.text_frame.text for shape in deck.slides[0].shapes if shape.has_text_frame]
    assert "ملف مجلس الإدارة" in " ".join(cover)
