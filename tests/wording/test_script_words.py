"""The scripts say what the site says: through the catalogue, in its language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path

import pytest
from babel import Locale
from babel.messages.jslexer import Token, tokenize

from bsc_site.publish.publication.lost_page import Signpost, lost_page
from bsc_site.publish.publication.script_words import TRANSLATIONS, with_translations
from bsc_site.wording.language import Language, speaking
from tests.house.repository import ROOT

SCRIPTS = sorted((ROOT / "docs_templates" / "assets").glob("*.js"))
KEYS = frozenset({"ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "Escape", "Enter"})
NAMES = KEYS | {"DOMContentLoaded", "Control+K", "Meta+K", "NFC", "NFKD"}
"""Texts with a capital that the browser gives their meaning."""
SELECTING = ("querySelector", "querySelectorAll", "closest", "matches")
TEXTS = frozenset({"string", "template_string"})


class _German(NullTranslations):
    def gettext(self, message: str) -> str:
        return {"{count} found": "{count} gefunden", "Page not found - {site}": "Nicht da - {site}"}.get(
            message, message
        )


GERMAN = Language("de", Locale("de"), _German())


def _unsaid(script: str) -> Iterator[str]:
    """Texts with a capital or a blank that neither stand in `say(..)` nor are words of a style sheet."""
    tokens = [each for each in tokenize(script) if each.type not in {"linecomment", "multilinecomment"}]
    for before, token in zip([["", ""], *_pairs(tokens)], tokens, strict=False):
        text = _without_markup(re.sub(r"\$\{[^}]*\}", "", token.value[1:-1])) if token.type in TEXTS else ""
        if _is_wordy(text) and before != ["say", "("] and not before[0].endswith(SELECTING):
            yield text


READ_ALOUD = ("aria-label", "title", "placeholder", "alt")


def _without_markup(text: str) -> str:
    """What readers see or hear of a piece of HTML: no tag, and no attribute but those that are read aloud."""
    if not re.search(r"<|=\"", text):
        return text
    told = re.sub(rf"(?!{'|'.join(READ_ALOUD)})\b[\w-]+=\"[^\"]*\"", "", text)
    told = re.sub(r"</?[a-z]\w*|>|\b[\w-]+=\"\"|\b(hidden|required|checked)\b", "", told)
    return told.strip()


def _is_wordy(text: str) -> bool:
    """`Show all`, `nothing was drawn`; no class (`md-search bsc-quiet`), no number."""
    named = text in NAMES or re.fullmatch(r"([a-z]+-[\w-]+ ?)+", text)
    return not named and (text[:1].isupper() or re.search(r"[a-z] +[a-z]", text) is not None)


def _pairs(tokens: list[Token]) -> list[list[str]]:
    """For each token but the first the two before it."""
    return [[each.value for each in tokens[max(at - 2, 0) : at]] for at in range(1, len(tokens))]


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_no_script_has_words_of_its_own(path: Path) -> None:
    assert list(_unsaid(path.read_text(encoding="utf-8"))) == []


def test_words_of_its_own_would_be_seen() -> None:
    script = 'say("All"); a.title = "Show all"; b(`Row ${n}`); if (key === "Escape") d("of it", "md-a bsc-b", "0 0 1");'
    assert list(_unsaid('page.querySelector("main, [role=main]"); e.closest("thead th");')) == []
    assert list(_unsaid(script)) == ["Show all", "Row ", "of it"]
    markup = 'a.innerHTML = `<b class="md-a md-b" title="${t}" hidden>` + "<i title=\\"Show all\\">All of it</i>";'
    assert len(list(_unsaid(markup))) == 1


def test_what_a_script_says_is_translated() -> None:
    """Also what a script of the project's own says; in English the sources stay as they are."""
    sources = {
        TRANSLATIONS: "export const TRANSLATIONS = {};\n",
        "own.js": 'say("{count} found", { count });\nsay("Other")',
    }
    assert with_translations(sources) == sources
    with speaking(GERMAN):
        spoken = with_translations(sources)
    assert spoken["own.js"] == sources["own.js"]
    assert spoken[TRANSLATIONS] == 'export const TRANSLATIONS = {\n  "{count} found": "{count} gefunden"\n};\n'


def test_a_page_that_is_not_there_says_so_in_the_language_of_the_site() -> None:
    with speaking(GERMAN):
        page = lost_page(Signpost("Werk {1}", ["kpis"]))
    assert '<html lang="de">' in page
    assert "<title>Nicht da - Werk &#123;1}</title>" in page
