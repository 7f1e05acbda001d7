"""Letters on the map: how wide they are, and what fits into a box."""

from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont

from bsc_site.render.lettering import Style, held, shortened, width_of, wrapped
from bsc_site.render.letters import clusters, parts_of, phrases_of
from tests.builders.map_languages import LETTERS
from tests.fonts.cut import HERE

NAME = Style(14, bold=True)
UNSEEN = "\N{NO-BREAK SPACE}\N{SOFT HYPHEN}"
"""One breaks lines like any blank of a name, the other is not drawn."""
FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"


@pytest.mark.parametrize(("file", "bold"), [("plain.ttf", False), ("plain-bold.ttf", True)])
def test_letters_are_reckoned_as_wide_as_in_arial(file: str, *, bold: bool) -> None:
    """Within a thirtieth of an em, for each letter of Europe's and Vietnam's languages that the font has."""
    font = TTFont(HERE / file)
    widths, em = font["hmtx"].metrics, font["head"].unitsPerEm
    letters = {chr(code): widths[name][0] / em for code, name in font.getBestCmap().items() if chr(code) not in UNSEEN}
    assert len(letters) > 500
    wrong = {
        letter: width for letter, width in letters.items() if abs(width_of(letter, Style(1, bold)) - width) > 0.034
    }
    assert wrong == {}


def test_a_line_of_known_letters_is_as_wide_as_planned_and_no_other_is_stretched() -> None:
    """Arabic letters join, Hangul are of two widths: there the width is only the most that they should need."""
    assert held("Grow", Style(10)) == f' textLength="{width_of("Grow", Style(10)):.1f}" lengthAdjust="spacingAndGlyphs"'
    assert held("東京", Style(10)) == ' textLength="20.0" lengthAdjust="spacingAndGlyphs"'
    assert [held(each, Style(10)) for each in ("العملاء", "고객", "ลูกค้า", "")] == [""] * 4


def test_marks_and_joiners_take_no_room() -> None:
    """However a letter with its accent is encoded, it is as wide."""
    assert width_of("e\u0301", NAME) == width_of("\u00e9", NAME)
    assert width_of("ลู", NAME) == width_of("ล", NAME)


def test_chinese_and_japanese_break_between_letters_without_hyphens() -> None:
    """No line begins with what closes, none ends with what opens."""
    assert parts_of("客户满意度，并降低") == ["客", "户", "满", "意", "度，", "并", "降", "低"]
    assert parts_of("（全店）と") == ["（全", "店）", "と"]
    assert wrapped("持续提高老客户的满意度", 70, NAME, most=5) == ("持续提高老", "客户的满意", "度")


def test_japanese_ends_its_lines_between_phrases_where_all_of_it_has_room_so() -> None:
    """After particles, endings and points; no single letter is left over."""
    assert phrases_of("新しい来店客を獲得する") == ["新しい", "来店客を", "獲得する"]
    assert phrases_of("サービス・チームの満足度") == ["サービス・", "チームの", "満足度"]
    assert wrapped("新しい来店客を獲得する", 110, NAME) == ("新しい来店客を", "獲得する")
    assert wrapped("新しい来店客を獲得する", 80, NAME, most=2)[0] == "新しい来店"


def test_words_with_blanks_between_them_are_kept_whole() -> None:
    """Korean has blanks; a name with a hyphen is one word while it fits."""
    assert parts_of("만족도를") == ["만족도를"]
    assert parts_of("Schönberger-Wiese") == ["Schönberger-Wiese"]
    assert wrapped("고객의 만족도를", 60, NAME) == ("고객의", "만족도를")


def test_too_long_a_word_gets_hyphens_only_where_its_script_has_them() -> None:
    """Thai has none, Greek has."""
    thai, greek = (wrapped(each, 60, NAME, most=9) for each in ("ความพึงพอใจของลูกค้า", "Αποτελεσματικότητα"))
    assert len(thai) > 1
    assert "-" not in "".join(thai)
    assert all(line.endswith("-") for line in greek[:-1])


def test_no_letter_is_torn_apart() -> None:
    """A vowel of Thai stays with its consonant, a joined pair of Devanagari and a picture of several are whole."""
    assert clusters("เก่า") == ["เก่า"]
    assert clusters("ष्टि") == ["ष्टि"]
    assert clusters(f"a{FAMILY}b") == ["a", FAMILY, "b"]
    assert clusters("\U0001f1e9\U0001f1ea\U0001f1eb\U0001f1f7") == ["\U0001f1e9\U0001f1ea", "\U0001f1eb\U0001f1f7"]
    assert shortened(f"{FAMILY} {FAMILY} {FAMILY}", 100, NAME).rstrip("…").strip() == FAMILY


def test_a_text_of_ten_thousand_letters_is_cut_at_once() -> None:
    """One endless word, which is broken letter by letter; most of it is never measured."""
    lines = wrapped("x" * 10_000, 200, Style(14))
    assert (len(lines), lines[-1][-1]) == (3, "…")


def test_the_fonts_of_the_tests_have_every_letter_of_the_map_of_many_languages() -> None:
    """Pictures alone are left to the machine."""
    drawn = {chr(code) for file in HERE.glob("*.?tf") for code in TTFont(file).getBestCmap()}
    assert {letter for letter in LETTERS - drawn if ord(letter) < 0xFE00} == set()
