"""Patterns of filters: a star stands for any letters, and many of them are no more work than one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bsc_site.load.filters.patterns import fits
from tests.effort import effort


@pytest.mark.parametrize(
    ("pattern", "text", "meant"),
    [
        ("C*", "Customers", True),
        ("C*", "a Customer", False),
        ("*", "", True),
        ("north", "North", True),
        ("north", "Northern", False),
        ("N*th", "North and south of it", False),
        ("N*th", "North and  south", True),
        ("a*a", "a", False),
        ("ab*b", "ab", False),
        ("a*b*c", "a-c-b", False),
        ("*b*", "abc", True),
    ],
)
def test_a_star_stands_for_any_letters(pattern: str, text: str, meant: object) -> None:
    assert fits(text, [pattern]) is meant


@given(st.text("ab*", max_size=8), st.text("ab", max_size=9))
def test_stars_mean_what_they_mean_in_names_of_files(pattern: str, text: str) -> None:
    """The same as every way of the letters, tried one by one."""
    wanted = re.fullmatch(".*".join(re.escape(each) for each in pattern.split("*")), text) is not None
    assert fits(text, [pattern]) is wanted


def test_many_stars_are_no_endless_search() -> None:
    """With each star that was to fit a text nearly, a search by trial took as many times longer as it has letters."""
    assert not fits("a" * 4000, ["*a" * 40 + "*b"])
    assert effort(lambda: fits("a" * 4000, ["*a" * 80 + "*c"])) < 2000
