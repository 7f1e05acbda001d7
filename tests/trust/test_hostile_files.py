"""Hostile text in what other programs open: sheets, calendars, feeds, badges, mails, chats, comments, terminals."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from lxml import etree, html
from markdown_it import MarkdownIt

from bsc_site.wording.problems.one_line import one_line
from tests.builders.program import DAY, called, run
from tests.commands.every_text import draw_project
from tests.subscriptions.calendar_reading import events
from tests.trust.hostile_text import forging

GIT = ("git", "-c", "user.name=a", "-c", "user.email=a@example.org")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built project with a version before it."""
    root = draw_project(tmp_path_factory.mktemp("forging") / "project", forging)
    (root / "mkdocs.yml").write_text("site_name: S\nsite_url: https://site.example/\n", encoding="utf-8")
    for words in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "before")):
        subprocess.run([*GIT, *words], cwd=root, check=True)
    card = root / "scorecard" / "shop.yml"
    card.write_text(card.read_text("utf-8").replace("value: 30", "value: 35"), encoding="utf-8")
    told = run("build", "-C", root, "--as-of", DAY, "--audience", "all")
    assert told.code == 0, told.err
    return root


@pytest.fixture(scope="module")
def site(project: Path) -> Path:
    """Its site."""
    return project / "build" / "site"


def test_no_line_of_a_calendar_comes_from_a_text(site: Path) -> None:
    calendars = list(site.rglob("*.ics"))
    assert len(calendars) > 1
    for each in calendars:
        found = events(each.read_bytes())
        assert not [event for event in found if event["SUMMARY"] == "forged"]


def test_no_element_of_a_feed_or_a_badge_comes_from_a_text(site: Path) -> None:
    trees = [etree.parse(each) for each in site.rglob("*") if each.suffix in {".xml", ".svg"}]
    assert len(trees) > 5
    for tree in trees:
        for each in tree.iter("{*}script", "{*}foreignObject", "{*}iframe"):
            raise AssertionError(each)
        for each in tree.iter():
            addresses = [value for name, value in each.attrib.items() if str(name).endswith("href")]
            assert all(str(address).startswith(("https://site.example/", "#")) for address in addresses), addresses


def test_a_spreadsheet_computes_nothing_of_a_text(site: Path, project: Path) -> None:
    for each in site.rglob("*.csv"):
        with each.open(encoding="utf-8-sig", newline="") as rows:
            typed = [cell for row in csv.reader(rows) for cell in row]
        assert not [cell for cell in typed if re.match(r"[=@+\t\r]|-(?![\d.])", cell)], each
    for form in ("xlsx", "template"):
        out = project / "build" / f"{form}.xlsx"
        assert called("export", form, "-C", str(project), "--as-of", DAY, "--out", str(out)).code == 0
        cells = [cell for sheet in openpyxl.load_workbook(out) for row in sheet.iter_rows() for cell in row]
        hostile = [cell for cell in cells if str(cell.value).startswith("=")]
        assert hostile
        assert {(cell.data_type, bool(cell.quotePrefix), cell.hyperlink) for cell in hostile} <= {("s", True, None)}


@pytest.mark.parametrize("form", ["docx", "pptx", "stratml"])
def test_a_document_leads_nowhere_but_to_the_site(form: str, project: Path) -> None:
    out = project / "build" / f"pack.{form}"
    told = called("export", form, "-C", str(project), "--as-of", DAY, "--out", str(out))
    assert told.code == 0, told.err
    if form == "stratml":
        etree.parse(out)
        return
    with zipfile.ZipFile(out) as parts:
        for name in parts.namelist():
            if name.endswith((".xml", ".rels")):
                tree = etree.fromstring(parts.read(name))
                led = [each.get("Target", "") for each in tree.iter("{*}Relationship") if each.get("TargetMode")]
                assert all(each.startswith("https://site.example/") for each in led), led
                fields = [str(each.text) for each in tree.iter("{*}instrText")]
                assert not [each for each in fields if "evil" in each]


def test_a_mail_and_a_chat_show_a_text_and_do_nothing_with_it(project: Path) -> None:
    told = called("digest", "--since", "2025-01-01", "-C", str(project), "--as-of", DAY)
    assert told.code == 0, told.err
    folder = project / "build" / "digest"
    for each in folder.rglob("*.html"):
        root = html.fromstring(each.read_bytes())
        assert not list(root.iter("script"))
        assert all(a.get("href", "").startswith(("https://site.example/", "mailto:")) for a in root.iter("a"))
    chats = list(folder.rglob("*.json"))
    assert chats
    for chat in chats:
        text = chat.read_text("utf-8")
        kinds = {each["type"] for each in _parts(json.loads(text)) if "text" in each and "type" in each}
        if chat.name == "slack.json":
            assert kinds <= {"header", "section", "button", "plain_text"}
            assert "<" not in json.loads(text)["text"]
        else:
            assert kinds == {"TextRun"}  # a TextBlock knows Markdown


def _parts(value: object) -> Iterator[dict[str, Any]]:
    """Each object of a message, whatever it stands in."""
    if isinstance(value, dict):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _parts(each)


def test_a_comment_on_a_pull_request_mentions_nobody_and_keeps_its_form(project: Path) -> None:
    told = called("diff", "HEAD", "-C", str(project), "--as-of", DAY, "--format", "markdown")
    assert told.code == 0, told.err
    first, *rest = told.out.splitlines()
    assert first == "<!-- bsc-site diff -->"
    text = "\n".join(rest)
    assert "forged" in text
    assert not re.search(r"@|<!--|<script|\]\(javascript|(?<!\\)\|", re.sub(r"^\|.*\|$|^[|: -]+$", "", text))
    shown = html.fromstring(MarkdownIt("gfm-like", {"linkify": False}).render(text))
    assert not [each.get("href") for each in shown.iter("a") if not str(each.get("href")).startswith("https://site.")]


@pytest.mark.parametrize("command", ["check", "diff", "check github", "diff github", "explain", "doctor"])
def test_no_line_of_a_terminal_comes_from_a_text(command: str, project: Path) -> None:
    name, _, form = command.partition(" ")
    asked = [name, *{"diff": ["HEAD"], "explain": ["a"]}.get(name, []), "-C", str(project)]
    asked += ["--as-of", DAY] if name != "doctor" else []
    told = called(*asked, *(["--format", form] if form else []))
    assert told.code == 0, told.err
    lines = (told.out + told.err).split("\n")
    assert not [line for line in lines if re.match(r"\s*(::error::|SUMMARY:|BEGIN:VEVENT)", line)]
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", told.out + told.err)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b]0;owned\x07", "\\u001b]0;owned\\u0007"),
        ("a\r\nb\u2028c\x85d", "a b c d"),
        ("\x9b31mred\x7f", "\\u009b31mred\\u007f"),
        ("\u202egnp.exe", "\\u202egnp.exe"),
        ("Größe نص 😀", "Größe نص 😀"),
    ],
)
def test_signs_that_a_terminal_obeys_are_shown_by_their_codes(text: str, shown: str) -> None:
    assert one_line(text) == shown
