"""Statuses are told apart by everyone: who sees no red, no green or no blue, and on a grey copy."""
# the names of tests are sentences

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest

from bsc_site.render.eyes import GREY, MACHADO
from bsc_site.render.palette import BADGE_LETTERS, BADGE_TONES, CHART_INKS, PAGE_INKS, STRONG_BADGE_TONES
from tests.frame.colour_difference import difference, lab_of
from tests.frame.colour_vision import contrast, seen_through

PAGE = {ink.name: ink for ink in PAGE_INKS}
CHART = {ink.name: ink for ink in CHART_INKS}
JUDGED = ("on-track", "at-risk", "off-track")
STRONG = tuple(f"{each}-strong" for each in JUDGED)
GROUNDS = {"light": "#ffffff", "dark": "#1e2129", "paper": "#ffffff"}
EYES: dict[str, Callable[[str], str]] = {
    "everybody": str,
    **{name: seen_through(matrix) for name, matrix in MACHADO.items()},
}
PLAIN_APART, STRONG_APART, LIGHTER = 11.5, 8.0, 7.0
"""Differences of CIEDE2000; 2 is seen side by side, 10 at a glance."""
GREY_STEP, STRONG_STEP = 6.0, 4.0
"""Steps of CIELAB's lightness, which is all that a grey copy leaves."""


def _ink(name: str, ground: str) -> str:
    return str(getattr(PAGE[name], ground))


def _lightness(name: str, ground: str) -> float:
    return lab_of(seen_through(GREY)(_ink(name, ground))).lightness


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("eyes", EYES)
def test_every_eye_tells_the_statuses_apart(eyes: str, ground: str) -> None:
    for row, apart in ((JUDGED, PLAIN_APART), (STRONG, STRONG_APART)):
        seen = {each: lab_of(EYES[eyes](_ink(each, ground))) for each in (*row, "no-data")}
        found = {pair: difference(seen[pair[0]], seen[pair[1]]) for pair in combinations(seen, 2)}
        assert {pair: far for pair, far in found.items() if far < apart} == {}


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("eyes", EYES)
def test_every_eye_tells_a_strong_status_from_the_plain_one(eyes: str, ground: str) -> None:
    for plain, strong in zip(JUDGED, STRONG, strict=True):
        one, other = (lab_of(EYES[eyes](_ink(each, ground))) for each in (plain, strong))
        assert difference(one, other) >= LIGHTER, plain


@pytest.mark.parametrize("ground", GROUNDS)
def test_a_grey_copy_tells_the_statuses_apart(ground: str) -> None:
    """What has no data is a ring there, as everywhere."""
    for row, step in ((JUDGED, GREY_STEP), (STRONG, STRONG_STEP)):
        steps = {pair: abs(_lightness(pair[0], ground) - _lightness(pair[1], ground)) for pair in combinations(row, 2)}
        assert {pair: found for pair, found in steps.items() if found < step} == {}
    for plain, strong in zip(JUDGED, STRONG, strict=True):
        assert abs(_lightness(plain, ground) - _lightness(strong, ground)) >= STRONG_STEP, plain


@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("name", [*JUDGED, *STRONG, "no-data", "not-scored"])
def test_the_word_of_a_status_can_be_read_on_the_page_and_on_its_tint(name: str, ground: str) -> None:
    """And its shape is seen, which takes less."""
    grounds = {GROUNDS[ground], _ink(f"{name}-tint", ground)}
    assert [each for each in grounds if contrast(_ink(name, ground), each) < 4.5] == []


@pytest.mark.parametrize("name", JUDGED)
def test_charts_and_badges_have_the_colours_of_pages(name: str) -> None:
    """On screens; print draws charts in black."""
    assert (CHART[name].light, CHART[name].dark) == (PAGE[name].light, PAGE[name].dark)
    status = next(each for each in BADGE_TONES if each.value.replace("_", "-") == name)
    assert (BADGE_TONES[status], STRONG_BADGE_TONES[status]) == (PAGE[name].light, PAGE[f"{name}-strong"].light)
    assert BADGE_LETTERS == "#fff"  # whose contrast on the page's white ground is measured above


def test_the_matrices_are_those_of_the_paper_and_leave_white_white() -> None:
    """Each row adds up to one."""
    for matrix in (*MACHADO.values(), GREY):
        assert [sum(row) for row in matrix] == pytest.approx([1, 1, 1], abs=2e-6)
        assert seen_through(matrix)("#ffffff") == "#ffffff"


def test_red_and_green_of_the_same_lightness_were_hard_to_tell() -> None:
    """The measure sees what it is for: the ochre and the red of before were one colour without green."""
    eyes = seen_through(MACHADO["deuteranopia"])
    assert difference(lab_of(eyes("#8a5300")), lab_of(eyes("#b3261e"))) < 2.5
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
