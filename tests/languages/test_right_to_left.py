"""Languages that run from right to left: what is set apart in their sentences, what pages and sheets say of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markupsafe import Markup

from bsc_site.speech import language_of
from bsc_site.wording.figures import ends_text, number_text, quantity_text
from bsc_site.wording.language import enumeration, filled, html_language, runs_left, say, say_count, speaking
from bsc_site.wording.problems.one_line import one_line
from tests.builders.program import DAY, called, shop
from tests.house.repository import ROOT

ONE_SIDE = re.compile(r"^\s*((?:margin|padding|border)-)?(?:left|right)(?:-width|-color|-style)?:", re.MULTILINE)
_SIDE = r"([\w-]+\((?:[^()]|\([^()]*\))*\)|[^\s;()]+)"
FOUR_SIDES = re.compile(rf"^\s*(?:margin|padding|inset|border-width): {' '.join(4 * [_SIDE])};", re.MULTILINE)


@pytest.mark.parametrize(
    ("figure", "told"),
    [
        ("Repeat rate", "\u2068Repeat rate\u2069"),
        ("−3.1 %", "\u2068−3.1 %\u2069"),
        ("رضا العملاء", "رضا العملاء"),
        ("7", "7"),
        ("2025-12-31", "\u20682025-12-31\u2069"),
        ("العائد ROI", "\u2067العائد ROI\u2069"),
        ("\u2068Q3 2025\u2069: \u2068A\u2069", "\u2068\u2068Q3 2025\u2069: \u2068A\u2069\u2069"),
        ("\u2067\u2068A\u2069 في\u2069: \u2068B\u2069", "\u2067\u2067\u2068A\u2069 في\u2069: \u2068B\u2069\u2069"),
        (Markup("<b>A</b>"), "<b>A</b>"),
        (7, "7"),
    ],
)
def test_what_has_another_order_is_set_apart_in_a_sentence(figure: object, told: str) -> None:
    """Names in another script, signs and units; not what is of the script, no markup and no plain number."""
    with speaking(language_of("ar")):
        assert say("{kpi}: {what}", kpi=figure, what="و") == f"{told}: و"


def test_nothing_is_set_apart_in_a_language_that_runs_to_the_right() -> None:
    for code in ("en", "de", "ja"):
        with speaking(language_of(code)):
            assert say("{value} in {name}", value="−3 %", name="x").isprintable()
            assert (runs_left(), html_language()) == (False, f'lang="{code}"')
    with speaking(language_of("ar")):
        assert not say("{value} in {name}", value="−3 %", name="x").isprintable()
        assert (runs_left(), html_language()) == (True, 'lang="ar" dir="rtl"')


def test_a_sign_stays_on_the_left_of_its_number() -> None:
    """By a mark before it; that of a currency too, unless it is written in letters that run left."""
    with speaking(language_of("ar")):
        told = [number_text(-3.1), number_text(3.1), quantity_text(-2, "%"), quantity_text(5, "يوم")]
        euros, riyals = quantity_text(-5, "EUR"), quantity_text(5, "SAR")
        assert ends_text(1, 2, "%") == ("\u200e1", "\u200e2 %\u200e")
    assert told == ["\u200e−3.1", "3.1", "\u200e\u200e−2 %\u200e", "5 يوم"]
    assert euros == "\u200e\u200e−5 €\u200e"
    assert "\u200e" not in riyals


def test_what_is_to_be_typed_is_set_apart_as_a_whole() -> None:
    """A figure in it has no signs of its own, which whoever copies it would copy too; one outside has."""
    form, figures = "\u2066`was: [{old}]`\u2069 {old}", {"old": "nps"}
    with speaking(language_of("ar")):
        assert filled(form, figures) == "\u2066`was: [nps]`\u2069 \u2068nps\u2069"
    assert filled("`was: [{old}]`, {{x}}", figures) == "`was: [nps]`, {x}"


def test_each_of_several_is_set_apart() -> None:
    """So that they stand in the order of the line."""
    with speaking(language_of("ar")):
        assert enumeration(["mean", "رضا", "last"]) == "\u2068mean\u2069 ورضا و\u2068last\u2069"
    assert enumeration(["mean", "last"]) == "mean, last"


@pytest.mark.parametrize(
    ("text", "arabic", "english"),
    [
        (
            "\u2067أ \u2068a\u2069\u2069 \u200eب",
            "\u2067أ \u2068a\u2069\u2069 \u200eب",
            "\\u2067أ \\u2068a\\u2069\\u2069 \\u200eب",
        ),
        ("a\u2069b\u2066", "a\\u2069b\\u2066", "a\\u2069b\\u2066"),
        ("\u2066a\u202eb\u2069\x1b", "\u2066a\\u202eb\u2069\\u001b", "\\u2066a\\u202eb\\u2069\\u001b"),
    ],
)
def test_a_line_keeps_what_sets_apart_and_ends_again(text: str, arabic: str, english: str) -> None:
    """In a language that runs left. What reaches further, or turns the signs themselves, is told by its number."""
    with speaking(language_of("ar")):
        assert one_line(text) == arabic
    assert one_line(text) == english


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (0, "0 مؤشر"),
        (1, "مؤشر واحد"),
        (2, "مؤشران"),
        (3, "3 مؤشرات"),
        (10, "10 مؤشرات"),
        (11, "11 مؤشرًا"),
        (99, "99 مؤشرًا"),
        (100, "100 مؤشر"),
        (102, "102 مؤشر"),
        (103, "103 مؤشرات"),
        (1211, "1,211 مؤشرًا"),
    ],
)
def test_arabic_counts_in_six_forms(count: int, told: str) -> None:
    """None, one, two, a few, many, and hundreds."""
    with speaking(language_of("ar")):
        assert say_count("{count} KPI", "{count} KPIs", count) == told


def test_sheets_know_where_a_line_starts_not_left_and_right() -> None:
    """So that a page that runs the other way needs no sheet of its own."""
    sheets = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "docs_templates/assets").glob("*.css")}
    assert len(sheets) > 20
    assert {name: found for name, text in sheets.items() if (found := ONE_SIDE.findall(text))} == {}
    uneven = {name: [each for each in FOUR_SIDES.findall(text) if each[1] != each[3]] for name, text in sheets.items()}
    assert {name: found for name, found in uneven.items() if found} == {}


def test_a_side_would_be_seen() -> None:
    assert ONE_SIDE.search("a {\n  margin-left: 1em;\n}")
    assert ONE_SIDE.search("a {\n  right: 0;\n}")
    assert not ONE_SIDE.search("a {\n  text-align: right;\n}")
    assert FOUR_SIDES.findall("  margin: 0 1em 0 2em;") == [("0", "1em", "0", "2em")]


@pytest.mark.slow
def test_the_root_of_every_page_says_in_which_direction_it_runs(tmp_path: Path) -> None:
    """Also that of a page that is not there."""
    root = shop(tmp_path)
    (root / "mkdocs.yml").write_text("theme: {name: material, language: ar}\n", encoding="utf-8")
    assert called("build", "-C", root, "--as-of", DAY).code == 0
    pages = list((root / "build" / "site").rglob("*.html"))
    assert {"index.html", "404.html"} <= {page.name for page in pages}
    for page in pages:
        opening = re.search("<html[^>]*>", page.read_text(encoding="utf-8"))
        assert opening is not None
        assert 'lang="ar"' in opening[0] or "lang=ar" in opening[0], page
        assert 'dir="rtl"' in opening[0] or "dir=rtl" in opening[0], page
