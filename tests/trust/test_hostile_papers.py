"""Hostile text on paper, slides and in documents: nothing runs, nothing leads elsewhere, all of it shows as typed."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pptx
import pypdf
import pytest
from lxml import etree
from playwright.sync_api import Browser

from bsc_site.compute.audience import Circle
from bsc_site.load.settings.own_settings import read_own_settings
from bsc_site.outcomes import Order
from bsc_site.pipeline import examine
from bsc_site.render.board_pack.pack_content import PackAsked, pack_of
from bsc_site.render.board_pack.pack_page import pack_html
from tests.browser.chromium import chromium_path
from tests.builders.program import DAY, called
from tests.commands.every_text import draw_project
from tests.trust.hostile_text import forging, hostile

ADDRESS = "https://site.example/"
ON_PAPER = ("name", "objective", "perspective", "title", "decision")
"""Kinds of text that the pack of a board has."""
ACTIVE = {"/JavaScript", "/JS", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/EmbeddedFile", "/XFA", "/AA"}


@pytest.fixture(scope="module", params=[hostile, forging], ids=lambda each: each.__name__)
def text_of(request: pytest.FixtureRequest) -> Callable[[str], str]:
    """What makes the texts hostile."""
    made: Callable[[str], str] = request.param
    return made


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, text_of: Callable[[str], str]) -> Path:
    """A project whose every text is hostile, the name of its site too."""
    root = draw_project(tmp_path_factory.mktemp("papers") / "project", text_of)
    name = "<script>document.title=1</script> ' \\\" } content: url(https://evil.example) /* */"
    (root / "mkdocs.yml").write_text(f'site_name: "{name}"\nsite_url: {ADDRESS}\n', encoding="utf-8")
    return root


def _exported(project: Path, form: str, *more: str) -> Path:
    out = project / "build" / f"pack{len(more)}.{form}"
    told = called("export", form, "-C", project, "--as-of", DAY, "--audience", "all", "--out", out, *more)
    assert told.code == 0, told.err
    return out


def _flat(text: str) -> str:
    """Without blanks and marks of direction, which lines and programs set as they like."""
    return re.sub(r"[\s\u2066-\u2069\u202a-\u202e\u200b-\u200f\x00-\x1f\x7f-\x9f]+", "", text)


def _actions(found: Any, seen: set[int]) -> Iterator[tuple[str, str]]:
    """The keys of everything that a document does, and where its links lead."""
    if isinstance(found, pypdf.generic.IndirectObject):
        if found.idnum in seen:
            return
        seen.add(found.idnum)
        found = found.get_object()
    if isinstance(found, dict):
        for name, each in found.items():
            yield str(name), str(each) if name in {"/URI", "/S"} else ""
            yield from _actions(each, seen)
    elif isinstance(found, list):
        for each in found:
            yield from _actions(each, seen)


@pytest.mark.browser
@pytest.mark.parametrize("more", [(), ("--page", "kpis/a/")], ids=["pack", "page"])
def test_a_pdf_does_nothing_and_leads_to_the_site_alone(
    project: Path, monkeypatch: pytest.MonkeyPatch, text_of: Callable[[str], str], more: tuple[str, ...]
) -> None:
    monkeypatch.setenv("CHROME", chromium_path())
    document = pypdf.PdfReader(_exported(project, "pdf", *more))
    found = list(_actions(document.trailer["/Root"], set()))
    assert {name for name, _ in found} & ACTIVE == set()
    assert {value for name, value in found if name == "/S"} & ACTIVE == set()
    led = {value for name, value in found if name == "/URI"}
    assert led
    assert {each for each in led if not each.startswith((ADDRESS, "mailto:"))} == set()
    shown = _flat("".join(page.extract_text() for page in document.pages))
    assert _flat(text_of("name"))[:60] in shown


@pytest.mark.browser
def test_nothing_of_a_text_runs_while_a_pack_is_printed(project: Path, browser: Browser, tmp_path: Path) -> None:
    """What is printed is a page without a policy: it has no element, handler, link or style of a text."""
    facts = examine(Order(project, date.fromisoformat(DAY), Circle.EVERYTHING)).assessment
    assert facts is not None
    name = read_own_settings(project).text("site_name") or ""
    html = pack_html(pack_of(facts, "shop", PackAsked(name, ADDRESS, name)))
    paper = tmp_path / "paper.html"
    paper.write_text(html, encoding="utf-8")
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(paper.as_uri())
    assert (page.evaluate("window.hostile"), page.title(), asked) == (None, page.title(), [paper.as_uri()])
    assert page.title() != "1"
    assert page.locator("script, img, iframe, textarea, object, svg[onload]").count() == 0
    assert page.locator("style").count() == 1
    led = page.evaluate("[...document.querySelectorAll('a')].map((each) => each.getAttribute('href'))")
    assert [each for each in led if not each.startswith((ADDRESS, "#"))] == []
    page.close()


def test_slides_and_documents_show_texts_as_they_were_typed(project: Path, text_of: Callable[[str], str]) -> None:
    slides = pptx.Presentation(str(_exported(project, "pptx")))
    cells = [
        cell.text
        for slide in slides.slides
        for shape in slide.shapes
        if shape.has_table
        for row in shape.table.rows
        for cell in row.cells
    ]
    frames = [shape.text_frame.text for slide in slides.slides for shape in slide.shapes if shape.has_text_frame]
    text = docx.Document(str(_exported(project, "docx")))
    told = [each.text for each in text.paragraphs]
    told += [cell.text for table in text.tables for row in table.rows for cell in row.cells]
    for shown in (_flat(" ".join([*cells, *frames])), _flat(" ".join(told))):
        assert [each for each in ON_PAPER if _flat(text_of(each)) not in shown] == []


@pytest.mark.parametrize("form", ["pptx", "docx"])
def test_slides_and_documents_hold_no_macro_and_no_address_of_a_text(project: Path, form: str) -> None:
    with zipfile.ZipFile(_exported(project, form)) as parts:
        assert [each for each in parts.namelist() if re.search(r"vba|activeX|oleObject", each)] == []
        for name in parts.namelist():
            if name.endswith((".xml", ".rels")):
                tree = etree.fromstring(parts.read(name))
                led = [each.get("Target", "") for each in tree.iter("{*}Relationship") if each.get("TargetMode")]
                assert [each for each in led if not each.startswith((ADDRESS, "mailto:"))] == [], name
                assert [each.text for each in tree.iter("{*}instrText") if "evil" in str(each.text)] == [], name
