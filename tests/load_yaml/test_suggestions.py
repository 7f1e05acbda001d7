"""What is suggested for a word that is not known."""

from __future__ import annotations

import pytest

from bsc_site.load.suggestions import did_you_mean, key_text
from bsc_site.model.saying.said import one_of


@pytest.mark.parametrize(
    ("word", "suggestion"),
    [
        ("taget", "; did you mean 'targets'?"),
        ("Targets", "; did you mean 'targets'?"),
        ("owners", "; did you mean 'owner'?"),
        ("zebra", ""),
        ("", ""),
    ],
)
def test_the_nearest_word_is_suggested_and_none_when_nothing_is_near(word: str, suggestion: str) -> None:
    """Capital letters do not matter."""
    assert did_you_mean(word, ["targets", "owner", "unit"]) == suggestion


def test_words_are_listed_as_one_says_them() -> None:
    """With `or` before the last."""
    assert [one_of(["a"]), one_of(["a", "b"]), one_of(["a", "b", "c"])] == ["a", "a or b", "a, b or c"]


def test_a_path_of_keys_is_written_as_in_the_problem_lines() -> None:
    """Positions in brackets, keys with dots."""
    assert key_text(("kpis", 2, "targets", 0, "value")) == "kpis[2].targets[0].value"
