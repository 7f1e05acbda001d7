"""Every colour of the site stands in the palette, and nowhere else."""
# the names of tests are sentences

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import tinycss2
from tinycss2.color3 import parse_color

from bsc_site.render.palette import (
    ALARM_GROUND,
    BADGE_GROUND,
    BADGE_TONES,
    CHART_INKS,
    MARK_COLOURS,
    PAGE_INKS,
    chart_ink,
    palette_css,
    reader_palette_css,
)
from tests.frame.colour_difference import Lab, difference, lab_of
from tests.house.palette import READER, SHEET

ROOT = Path(__file__).parents[2]
ASSETS = SHEET.parent
SHEETS = sorted(ASSETS.rglob("*.css"))
HEX = re.compile(r"(?<![&\w])#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})\b(?!-)")
NAMED = re.compile(r"(?:fill|stroke|color|colour|background)\s*[=:]\s*[\"']?([a-z]{3,})\b")
NOT_A_COLOUR = {"currentcolor", "transparent"}
JUST_SEEN = 2.0


def _colours(values: Iterable[Any]) -> Iterator[str]:
    """The colours of a style sheet, by whatever spelling."""
    for each in values:
        told = each.serialize() if each.type in {"ident", "hash", "function"} else ""
        if told and told.lower() not in NOT_A_COLOUR and parse_color(each) is not None:
            yield told
        for inside in ("arguments", "content"):
            yield from _colours(getattr(each, inside, None) or ())


def _colours_of(text: str) -> list[str]:
    """The colours of a program or a template: as numbers anywhere, by name where something is painted."""
    names = [name for name in NAMED.findall(text) if name not in NOT_A_COLOUR and parse_color(name)]
    return HEX.findall(text) + names


def test_the_style_sheets_of_colours_are_the_palette() -> None:
    assert SHEET.read_text("utf-8") == palette_css()
    assert READER.read_text("utf-8") == reader_palette_css()


@pytest.mark.parametrize("sheet", [each for each in SHEETS if each not in {SHEET, READER}], ids=lambda each: each.name)
def test_no_other_style_sheet_names_a_colour(sheet: Path) -> None:
    """But for those of the system, which take the place of ours where a reader wants them."""
    assert list(_colours(tinycss2.parse_component_value_list(sheet.read_text("utf-8")))) == []


OTHERS = {"palette.py", "chart_engine.js"}
"""Where colours may stand: all of ours, and the defaults of Vega, which no chart of ours uses."""


def test_no_program_script_or_template_names_a_colour() -> None:
    files = [each for ending in ("py", "js", "jinja") for each in (ROOT / "bsc_site").rglob(f"*.{ending}")]
    files += [each for ending in ("js", "jinja") for each in ASSETS.parent.rglob(f"*.{ending}")]
    assert len(files) > 300
    found = {each.name: _colours_of(each.read_text("utf-8")) for each in files if each.name not in OTHERS}
    assert {name: colours for name, colours in found.items() if colours} == {}


@pytest.mark.parametrize(
    ("text", "colours"),
    [
        ('fill="#fff" stroke="#1a2B3c44"', ["#fff", "#1a2B3c44"]),
        ("color: red; background:white", ["red", "white"]),
        ('href="#signal" id="#bsc012" &#123; { #owner } fill="none" stroke="currentColor"', []),
    ],
)
def test_the_search_finds_colours_and_nothing_else(text: str, colours: list[str]) -> None:
    assert _colours_of(text) == colours


def test_the_search_of_style_sheets_sees_every_spelling() -> None:
    text = "a { color: red; background: color-mix(in srgb, rgb(1 2 3) 5%, var(--x, #fff)); fill: currentColor }"
    assert "red" in _colours(tinycss2.parse_component_value_list(text))
    assert "#fff" in _colours(tinycss2.parse_component_value_list(text))


def test_every_variable_in_use_is_declared() -> None:
    texts = "".join(each.read_text("utf-8") for each in [*SHEETS, *ASSETS.rglob("*.js")])
    assert set(re.findall(r"var\((--bsc-[\w-]+)", texts)) <= set(re.findall(r"(--bsc-[\w-]+):", texts))


def test_no_ink_stands_twice_and_an_unknown_one_is_refused() -> None:
    for inks in (PAGE_INKS, CHART_INKS):
        assert len({each.name for each in inks}) == len(inks)
    assert chart_ink("actual") == "var(--bsc-actual)"
    with pytest.raises(KeyError):
        chart_ink("purple")


def _solid(colour: str) -> str | None:
    """The six digits of a colour that lets nothing shine through; of the engine's ground those without a theme."""
    digits = re.search(r"#([0-9a-f]+)\b", colour)
    assert digits is not None
    text = "".join(2 * each for each in digits[1]) if len(digits[1]) in (3, 4) else digits[1]
    return f"#{text}" if len(text) == 6 else None


def _colours_on(ground: str) -> set[str]:
    told = [getattr(ink, ground) for ink in (*PAGE_INKS, *CHART_INKS)]
    if ground == "light":
        told += [*BADGE_TONES.values(), BADGE_GROUND, ALARM_GROUND, *MARK_COLOURS]
    return {solid for each in told if (solid := _solid(each)) is not None}


@pytest.mark.parametrize("ground", ["light", "dark", "paper"])
def test_no_two_colours_differ_by_less_than_is_seen(ground: str) -> None:
    """What nobody can tell apart is one colour."""
    colours = sorted(_colours_on(ground))
    assert len(colours) > 8
    pairs = {(one, other): difference(lab_of(one), lab_of(other)) for one, other in combinations(colours, 2)}
    assert {pair: apart for pair, apart in pairs.items() if apart < JUST_SEEN} == {}


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (Lab(50, 2.6772, -79.7751), Lab(50, 0, -82.7485), 2.0425),
        (Lab(50, 2.5, 0), Lab(50, 0, -2.5), 4.3065),
        (Lab(50, 2.5, 0), Lab(61, -5, 29), 22.8977),
        (Lab(60.2574, -34.0099, 36.2677), Lab(60.4626, -34.1751, 39.4387), 1.2644),
        (Lab(90.8027, -2.0831, 1.4410), Lab(91.1528, -1.6435, 0.0447), 1.4441),
        (Lab(2.0776, 0.0795, -1.1350), Lab(0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_difference_is_that_of_the_published_examples(one: Lab, other: Lab, apart: float) -> None:
    assert difference(one, other) == pytest.approx(apart, abs=1e-4)
    assert difference(other, one) == pytest.approx(apart, abs=1e-4)


def test_white_is_the_lightest_colour() -> None:
    assert lab_of("#ffffff") == pytest.approx((100, 0, 0), abs=0.02)


def test_the_mark_is_painted_with_the_palette() -> None:
    assert set(HEX.findall((ASSETS / "mark.svg").read_text("utf-8"))) == MARK_COLOURS
