"""Which language is spoken: on the site that of mkdocs.yml, on the terminal that of BSC_LANGUAGE."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel import Locale

from bsc_site.load.settings.offered_languages import OFFERED, SOURCE, offered_language
from bsc_site.speech import language_of, site_language, terminal_language
from bsc_site.wording.language import ENGLISH, say, speaking
from tests.builders.program import DAY, called, shop
from tests.house.catalogue import translations


def test_every_language_offered_has_a_catalogue() -> None:
    """And no catalogue lies about unoffered."""
    assert {page.stem for page in translations()} == {*OFFERED} - {SOURCE}


@pytest.mark.parametrize(
    ("code", "language"),
    [("de", "de"), ("DE", "de"), ("de-AT", "de"), ("de_CH", "de"), ("en-GB", "en"), ("tlh", None), ("", None)],
)
def test_a_code_asks_for_the_language_of_its_region(code: str, language: str | None) -> None:
    """As browsers do it: a region that has no catalogue of its own reads that of its language."""
    assert offered_language(code) == language


def test_the_site_speaks_the_language_of_its_theme(tmp_path: Path) -> None:
    """English without one, with one that is not offered, and where the file is broken."""
    told = {}
    for text in ("theme: {name: material, language: de}", "theme: {language: tlh}", "site_name: X", "theme: ["):
        (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
        told[text] = site_language(tmp_path).code
    assert list(told.values()) == ["de", "en", "en", "en"]


def test_a_region_writes_its_numbers_its_own_way() -> None:
    """Switzerland parts thousands by an apostrophe, Germany by a point; the words are the same."""
    assert (language_of("de-CH").locale, language_of("de-CH").code) == (Locale("de", "CH"), "de")
    assert language_of("de").locale == Locale("de")


def test_german_is_spoken_from_its_catalogue() -> None:
    """A sentence, one with places, and a count."""
    with speaking(language_of("de")):
        assert say("No data") == "Keine Daten"
    assert say("No data") == "No data"


def test_the_terminal_says_what_it_cannot_speak() -> None:
    """And stays English; nothing is said where nothing was asked for."""
    assert terminal_language({}) == (ENGLISH, "")
    language, remark = terminal_language({"BSC_LANGUAGE": "tlh"})
    assert language is ENGLISH
    assert remark == f"BSC_LANGUAGE=tlh: there is no catalogue for it, English stays; write one of {', '.join(OFFERED)}"


def test_a_site_without_a_catalogue_stays_english_and_says_so(tmp_path: Path) -> None:
    """To whoever builds it by a line, to browsers by the page's language."""
    root = shop(tmp_path)
    (root / "mkdocs.yml").write_text("theme:\n  name: material\n  language: pl\n", encoding="utf-8")
    told = called("check", "-C", root, "--as-of", DAY)
    assert (
        "mkdocs.yml:3:13: BSC520 warning theme.language: there is no catalogue for 'pl', the pages stay English; write"
        f" one of {', '.join(OFFERED)}"
    ) in told.lines


@pytest.mark.slow
@pytest.mark.parametrize(("asked", "spoken"), [("pl", "en"), ("de", "de"), ("de-AT", "de")])
def test_the_pages_name_the_language_that_they_are_in(tmp_path: Path, asked: str, spoken: str) -> None:
    """As `lang`, by which a screen reader chooses its voice."""
    root = shop(tmp_path)
    (root / "mkdocs.yml").write_text(f"theme: {{name: material, language: {asked}}}\n", encoding="utf-8")
    assert called("build", "-C", root, "--as-of", DAY).code == 0
    page = (root / "build" / "site" / "index.html").read_text(encoding="utf-8")
    assert f'lang="{spoken}"' in page or f"lang={spoken}" in page


@pytest.mark.slow
def test_the_terminal_and_the_site_may_speak_differently(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The site German, the lines of the build English unless the variable says otherwise."""
    root = shop(tmp_path)
    (root / "mkdocs.yml").write_text("theme: {name: material, language: de}\n", encoding="utf-8")
    english = called("build", "-C", root, "--as-of", DAY)
    monkeypatch.setenv("BSC_LANGUAGE", "de")
    german = called("build", "-C", root, "--as-of", DAY)
    assert "BSC" in english.err
    assert (len(german.lines), english.code, german.code) == (len(english.lines), 0, 0)
    assert all(
        line.split(" ")[:2] == other.split(" ")[:2] for line, other in zip(english.lines, german.lines, strict=True)
    )
