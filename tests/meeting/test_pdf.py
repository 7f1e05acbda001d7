"""`export pdf` prints the pack of a board: bookmarks, tags, links that lead somewhere, the same bytes twice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pypdf
import pytest

from bsc_site.interchange import page_export
from bsc_site.outcomes import Order, Outcome
from bsc_site.publish.delivery import Delivery
from bsc_site.publish.printing import printed_page
from bsc_site.render.board_pack.pack_content import PackAsked, pack_of
from bsc_site.render.board_pack.pack_page import pack_html
from tests.browser.chromium import chromium_path
from tests.builders.program import Ran, called
from tests.meeting.board import BOARD_DAY, PARTS, board_facts, board_project

SITE = "site_url: https://example.org/bsc/\n"


def exported(root: Path, *options: str) -> Ran:
    place = root / "pack.pdf"
    return called("export", "pdf", "-C", root, "--as-of", BOARD_DAY.isoformat(), "--out", place, *options)


@pytest.fixture
def document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The pack of the board's project, opened."""
    monkeypatch.setenv("CHROME", chromium_path())
    ran = exported(board_project(tmp_path, more=SITE))
    assert (ran.code, ran.err) == (0, "")
    return pypdf.PdfReader(tmp_path / "pack.pdf")


def _flat(outline: Any) -> list[Any]:
    return [mark for each in outline for mark in (_flat(each) if isinstance(each, list) else [each])]


def _titles(outline: Any) -> list[str]:
    return [str(each.title) for each in _flat(outline)]


@pytest.mark.browser
def test_every_part_is_bookmarked_tagged_and_on_a_sheet_of_its_own(document: Any) -> None:
    marks = _flat(document.outline)
    sheets = [document.get_destination_page_number(each) for each in marks]
    assert [str(each.title) for each in marks] == PARTS
    assert sheets[:-1] == sorted({*sheets[:-1]})
    assert sheets[-1] >= sheets[-2]  # what is still to be decided follows on the sheet of the decisions
    root = document.trailer["/Root"]
    assert (root["/MarkInfo"]["/Marked"], "/StructTreeRoot" in root, root["/Lang"]) == (True, True, "en")
    assert document.metadata.title == "Board pack: Shop & friends"
    assert "17 % in Aug 2025" in document.pages[sheets[4]].extract_text()


@pytest.mark.browser
def test_links_lead_within_the_document_and_to_the_site(document: Any) -> None:
    """None leads to a file of the machine that printed it."""
    marks = [each.get_object() for page in document.pages for each in page.get("/Annots", [])]
    away = {str(each["/A"]["/URI"]) for each in marks if "/URI" in each.get("/A", {})}
    within = [each for each in marks if "/Dest" in each or each.get("/A", {}).get("/S") == "/GoTo"]
    assert len(within) == 6
    assert "https://example.org/bsc/kpis/margin/" in away
    assert {each.partition("bsc/")[0] for each in away} == {"https://example.org/"}


@pytest.mark.browser
def test_the_same_input_gives_the_same_bytes_dated_by_its_day(document: Any, tmp_path: Path) -> None:
    first = (tmp_path / "pack.pdf").read_bytes()
    exported(tmp_path)
    assert (tmp_path / "pack.pdf").read_bytes() == first
    assert {document.metadata["/CreationDate"], document.metadata["/ModDate"]} == {"D:20250910000000+00'00'"}


def test_whatever_people_wrote_is_text_of_the_page(tmp_path: Path) -> None:
    """And what is for few is not in it."""
    facts = board_facts(board_project(tmp_path))
    page = pack_html(pack_of(facts, "shop", PackAsked('Shop "</style><script>" Ltd', readers="<b>")))
    assert "&lt;b&gt;" in page
    assert ("<script" in page, "<b>" in page, "Hidden talks" in page, page.count("</style>")) == (
        False,
        False,
        False,
        1,
    )
    assert "Visits &lt;b&gt;&quot;&amp;&quot; per day&lt;/b&gt;" in page


@pytest.mark.browser
def test_a_page_of_the_site_is_printed_by_its_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its links lead to the site; the site that stands is left alone."""
    monkeypatch.setenv("CHROME", chromium_path())
    root = board_project(tmp_path, more=SITE)
    ran = exported(root, "--page", "kpis/margin/")
    assert ran.code == 0
    first, found = (root / "pack.pdf").read_bytes(), pypdf.PdfReader(root / "pack.pdf")
    marks = [each.get_object() for page in found.pages for each in page.get("/Annots", [])]
    away = {str(each["/A"]["/URI"]) for each in marks if "/URI" in each.get("/A", {})}
    assert ("17 %" in found.pages[0].extract_text(), _titles(found.outline)[0], (root / "build" / "site").exists()) == (
        True,
        "Margin",
        False,
    )
    assert {each.partition("bsc/")[0] for each in away} == {"https://example.org/"}
    exported(root, "--page", "kpis/margin/")
    assert (root / "pack.pdf").read_bytes() == first
    none = exported(root, "--page", "kpis/secret/")
    assert (none.code, "BSC645 error: the site has no page 'kpis/secret/'" in none.err) == (2, True)


@pytest.mark.browser
def test_a_site_that_stands_and_is_that_of_this_input_is_printed_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is left as it was; another day, or another audience, is another site."""
    monkeypatch.setenv("CHROME", chromium_path())
    root = board_project(tmp_path, more=SITE)
    anew = exported(root, "--page", "kpis/margin/")
    first = (root / "pack.pdf").read_bytes()
    (root / "pack.pdf").unlink()
    assert called("build", "-C", root, "--as-of", BOARD_DAY.isoformat()).code == 0
    with monkeypatch.context() as alone:
        alone.setattr(page_export, "build_site", lambda *_: pytest.fail("the site was built"))
        reused = exported(root, "--page", "kpis/margin/")
        assert (reused.code, anew.code) == (0, 0)
        assert (root / "pack.pdf").read_bytes() == first
    (root / "pack.pdf").unlink()
    told = called("build", "-C", root, "--as-of", BOARD_DAY.isoformat())
    assert told.out.splitlines()[-1] == "Nothing has changed since that build."
    asked: list[Order] = []

    def building(order: Order, _: Delivery) -> Outcome:
        asked.append(order)
        return Outcome((), None)

    monkeypatch.setattr(page_export, "build_site", building)
    exported(root, "--page", "kpis/margin/", "--audience", "all")
    called("export", "pdf", "-C", root, "--as-of", "2025-09-11", "--page", "kpis/margin/")
    assert len(asked) == 2


def test_without_a_browser_the_line_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = board_project(tmp_path)
    monkeypatch.setattr(printed_page, "_PLACES", ())
    monkeypatch.delenv("CHROME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    none = exported(root)
    monkeypatch.setenv("CHROME", "/no/browser")
    wrong = exported(root)
    assert (none.code, wrong.code, (root / "pack.pdf").exists()) == (3, 3, False)
    assert (
        "BSC643 error: no Chromium was found (chromium, chromium-browser, google-chrome); install one, or" in none.err
    )
    assert "BSC643 error: CHROME names '/no/browser', which is no program" in wrong.err


def test_a_browser_that_fails_is_quoted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = board_project(tmp_path)
    for name, script in (("bad", "echo no display >&2; exit 4"), ("idle", "exit 0")):
        (tmp_path / name).write_text(f"#!/bin/sh\n{script}\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("CHROME", str(tmp_path / "bad"))
    assert exported(root).err.endswith("bad failed: no display\n")
    monkeypatch.setenv("CHROME", str(tmp_path / "idle"))
    assert exported(root).err.endswith("idle wrote no PDF\n")
