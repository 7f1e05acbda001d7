"""Digests: what is due and what flipped, in files that mailers and chats send, and nothing that readers may not see."""

from __future__ import annotations

import json
import subprocess
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from bsc_site.cli import COMMANDS
from bsc_site.interchange.digests.digest_content import DigestContent, DigestSource, digest_of
from bsc_site.interchange.digests.digest_mail import digest_html, digest_text
from bsc_site.interchange.digests.digest_messages import slack_message, teams_message
from bsc_site.interchange.digests.digesting import DigestError, WantedDigest, digested
from bsc_site.outcomes import Order
from tests.builders.meetings import reviewed

NASTY = '<b>"A" & B</b> *c* [d](http://e.example) 🛍️'
SINCE = date(2025, 6, 30)
FILES = ["digest.html", "digest.txt", "k.png", "slack.json", "teams.json"]


class _Shown(HTMLParser):
    """Tags, images and texts of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.images: list[dict[str, str | None]] = []
        self.texts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag == "img":
            self.images.append(dict(attrs))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def _content(person: str | None = None, site_url: str = "", **keys: Any) -> DigestContent:
    return digest_of(DigestSource(reviewed(**keys), SINCE, site_url, "Shop"), person)


def test_it_says_what_is_due_and_what_flipped_since_that_day() -> None:
    """From good to bad, with both figures; before that day nothing counts."""
    assert digest_text(_content("ann")).splitlines() == [
        "Shop: what is due and what changed",
        "For Ann Lee, from 30 Jun 2025 to 5 Oct 2025",
        "",
        "What is due",
        "- 10 Nov 2025 · Figure of Visits for Oct 2025",
        "",
        "What flipped",
        "- Visits: At risk to Off track: 9 in Jun 2025, 5 in Sep 2025",
    ]
    assert "Nothing is due." in digest_text(_content("bob"))
    assert "No status flipped." in digest_text(_content("bob"))


def test_the_mail_has_a_picture_with_the_same_in_words_and_nothing_that_mail_programs_refuse() -> None:
    page = _Shown(digest_html(_content("ann", "https://example.org/"), lambda kpi: f"{kpi}.png"))
    (image,) = page.images
    assert (image["src"], image["alt"]) == (
        "k.png",
        "Visits: At risk to Off track: 9 in Jun 2025, 5 in Sep 2025",
    )
    assert not page.tags & {"script", "style", "link", "svg", "form", "iframe", "object"}


def test_what_people_wrote_stays_text_in_every_form() -> None:
    """No markup of HTML, of Markdown, or of Slack."""
    content = _content(title=NASTY, people=[{"id": each, "name": NASTY} for each in ("ann", "bob")], person="ann")
    shown = _Shown(digest_html(content, str))
    assert any(NASTY in each for each in shown.texts)
    card = json.loads(teams_message(content))["attachments"][0]["content"]
    assert {each["type"] for each in card["body"]} == {"RichTextBlock"}
    assert any(NASTY in run["text"] for each in card["body"] for run in each["inlines"])
    message = json.loads(slack_message(content))
    texts = [each["text"] for each in message["blocks"] if "text" in each]
    texts += [text for each in message["blocks"] if each["type"] == "context" for text in each["elements"]]
    assert {each["type"] for each in texts} == {"plain_text"}
    assert any(NASTY in each["text"] for each in texts)


def test_messages_stay_below_the_limits_of_chats() -> None:
    milestones = [{"name": f"Step {n} {'long ' * 60}", "due": "2025-12"} for n in range(60)]
    work = {"id": "w", "name": "W", "owner": "bob", "serves": ["o"], "start": "2025-01", "end": "2025-12"}
    content = _content(initiatives=[work | {"milestones": milestones}])
    blocks = json.loads(slack_message(content))["blocks"]
    assert len(blocks) <= 50
    assert all(len(each["text"]["text"]) <= 3000 for each in blocks if each["type"] == "section")
    assert "and 46 more" in blocks[2]["text"]["text"]
    assert len(teams_message(content).encode()) < 28_000


PROJECT = {
    "id": "shop",
    "title": "Shop",
    "people": [{"id": "ann", "name": "Ann Lee"}],
    "kpis": [
        {
            "id": "k",
            "name": "Visits",
            "owner": "ann",
            "targets": [{"period": "2026-12", "value": 10}],
            "path": "step",
            "thresholds": {"red_flag": 8},
        },
        {"id": "secret", "name": "Takeover", "owner": "ann", "audience": "board"},
    ],
}
FIGURES = "kpi,period,value\nk,2025-06,12\nk,2025-07,5\nsecret,2025-06,1\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with one KPI for everybody that flipped, and one for the board."""
    for name, text in {"scorecard/shop.yml": json.dumps(PROJECT), "data/a.csv": FIGURES}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def _order(root: Path, audience: str = "public") -> Order:
    return Order(root, date(2025, 8, 5), audience)


def _written(root: Path) -> dict[str, bytes]:
    folder = root / "build" / "digest"
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def test_everybody_and_each_person_has_a_folder_the_same_to_the_byte_each_time(root: Path) -> None:
    """And nothing of an earlier one is left."""
    told = digested(_order(root), WantedDigest("2025-06-30"))
    first = _written(root)
    assert sorted(first) == [f"{folder}/{name}" for folder in ("everybody", "people/ann") for name in FILES]
    assert told.lines[0].startswith("wrote 2 digests below ")
    assert first["everybody/k.png"].startswith(b"\x89PNG")
    digested(_order(root), WantedDigest("2025-06-30", "ann"))
    assert sorted(_written(root)) == [f"people/ann/{name}" for name in FILES]
    digested(_order(root), WantedDigest("2025-06-30"))
    assert _written(root) == first


def test_what_is_for_the_board_is_in_no_byte_of_anybody_elses_digest(root: Path) -> None:
    digested(_order(root), WantedDigest("2025-06-30"))
    public = b"".join(_written(root).values())
    digested(_order(root, "board"), WantedDigest("2025-06-30"))
    board = b"".join(_written(root).values())
    assert (b"Takeover" in public, b"secret" in public, b"Takeover" in board) == (False, False, True)


def test_a_revision_stands_for_its_day(root: Path) -> None:
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "a"]):
        who = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        days = {"GIT_AUTHOR_DATE": "2025-06-30T12:00:00Z", "GIT_COMMITTER_DATE": "2025-06-30T12:00:00Z"}
        subprocess.run(["/usr/bin/git", *who, *words], cwd=root, check=True, env=days)
    digested(_order(root), WantedDigest("HEAD"))
    assert b"from 30 Jun 2025 to 5 Aug 2025" in _written(root)["everybody/digest.txt"]


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (WantedDigest("2025-06-30", "anne"), "'anne' is no person of this project; did you mean 'ann'?"),
        (WantedDigest("2025-09-01"), "'2025-09-01' is 2025-09-01, after 2025-08-05, to which the digest reaches"),
    ],
)
def test_a_day_to_come_and_an_unknown_person_are_told(wanted: WantedDigest, words: str, root: Path) -> None:
    with pytest.raises(DigestError) as told:
        digested(_order(root), wanted)
    assert (str(told.value), (root / "build").exists()) == (words, False)


def test_the_command_is_one_of_the_program() -> None:
    assert "digest" in {each.name for each in COMMANDS}
