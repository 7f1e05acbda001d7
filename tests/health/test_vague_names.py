"""Names of objectives that could stand on anybody's map."""

from __future__ import annotations

import pytest

from bsc_site.compute.health.vague_names import vague_words


@pytest.mark.parametrize(
    "name",
    [
        "Improve satisfaction",
        "Enhance our service quality",
        "Operational excellence",
        "Drive innovation and growth",
        "Strengthen communication",
        "EFFICIENCY",
    ],
)
def test_a_general_verb_with_an_abstract_noun_is_vague(name: str) -> None:
    """Fillers do not help."""
    assert vague_words(name) != ()


@pytest.mark.parametrize(
    "name",
    [
        "Improve customer satisfaction",
        "Grow revenue without discounts",
        "Answer every call in a minute",
        "Build skills every week",
        "Reach 90 % satisfaction",
        "Zufriedenheit verbessern",
        "Improve",
        "Keep the people we have",
        "",
    ],
)
def test_a_name_that_says_whose_or_what_is_not(name: str) -> None:
    """Neither is one with a figure, nor one in another language."""
    assert vague_words(name) == ()
