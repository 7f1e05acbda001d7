"""No word that a command prints or writes escapes translation: explanations, rules, digests, the pack of a board."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

import pytest

from bsc_site.compute.audience import Circle
from bsc_site.explaining import explained
from bsc_site.interchange import meeting_exports
from bsc_site.interchange.digests.digest_content import DigestSource, digest_of
from bsc_site.interchange.digests.digest_mail import digest_text
from bsc_site.interchange.meeting_exports import board_pack
from bsc_site.load.scorecards.project_folder import load_project
from bsc_site.model.rules import RULES
from bsc_site.outcomes import Examination, Order
from bsc_site.pipeline import examine
from bsc_site.render.board_pack.pack_page import pack_html
from bsc_site.wording.language import speaking
from bsc_site.wording.problems.problem_lines import rule_page
from tests.house.repository import ROOT
from tests.languages.pseudo import CLOSE, OPEN, PSEUDO
from tests.languages.test_no_word_escapes import IN_BRACKETS, WORD, words_of_the_demo

DAY = date(2025, 7, 10)
SAID_AS_IT_STANDS = re.compile(r"`[^`]*`|\bBSC\d{3} (error|warning|note)\b|ignore: \[[^\]]*\]")
TAG = re.compile(r"<(style|script|svg)\b.*?</\1>|<[^>]*>", re.DOTALL)


def _escaped(text: str, known: set[str]) -> list[str]:
    left = SAID_AS_IT_STANDS.sub(" ", IN_BRACKETS.sub(" ", text))
    return [each for each in WORD.findall(left) if each not in known]


@pytest.fixture(scope="module")
def known() -> set[str]:
    return words_of_the_demo()


@pytest.fixture(scope="module")
def demo() -> Examination:
    """The demo, judged for those who see everything, in the language of tests."""
    with speaking(PSEUDO):
        return examine(Order(ROOT, DAY, Circle.EVERYTHING))


def test_no_word_of_an_explanation_escapes(known: set[str]) -> None:
    """Of every KPI of the demo, whatever its method."""
    project = load_project(ROOT).project
    assert project is not None
    escaped = {}
    with speaking(PSEUDO):
        for kpi in project.kpis:
            text = "\n".join(explained(Order(ROOT, DAY), kpi).lines)
            assert OPEN in text
            if words := _escaped(text, known):
                escaped[kpi] = words
    assert escaped == {}


def test_no_word_of_a_rule_escapes() -> None:
    """What it means and how to mend it, but for what is to be typed as it stands."""
    with speaking(PSEUDO):
        pages = {code: "\n".join(rule_page(code)) for code in RULES}
    assert {code: words for code, text in pages.items() if (words := _escaped(text, {"NAME"}))} == {}


def test_no_word_of_a_digest_escapes(demo: Examination, known: set[str]) -> None:
    """That of everybody and that of each person."""
    assert demo.assessment is not None
    source = DigestSource(demo.assessment, date(2025, 6, 1), "https://example.org/", "Quillmoor")
    with speaking(PSEUDO):
        for person in (None, *demo.assessment.project.people):
            text = re.sub(r"https?://\S+", " ", digest_text(digest_of(source, person)))
            assert CLOSE in text
            assert _escaped(text, known) == [], person


def test_no_word_of_the_pack_of_a_board_escapes(
    demo: Examination, known: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it is printed, with its charts' words beside them."""
    assert demo.assessment is not None
    monkeypatch.setattr(meeting_exports, "site_language", lambda _: PSEUDO)
    with speaking(PSEUDO):
        page = pack_html(board_pack(ROOT, demo.assessment, demo.assessment.project.root.id))
    text = unescape(TAG.sub(" ", page))
    assert CLOSE in text
    assert _escaped(text, known) == []


def test_a_word_that_escapes_would_be_found() -> None:
    assert _escaped(f"{OPEN}aa{CLOSE} slips `sum(a)`", set()) == ["slips"]
