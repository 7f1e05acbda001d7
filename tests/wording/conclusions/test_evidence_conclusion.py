"""What is said of all arrows together, at its edges."""

from __future__ import annotations

import pytest

from bsc_site.model.vocabularies import Grade
from bsc_site.wording.conclusions.evidence_conclusion import evidence_conclusion


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ({}, "The map has no arrows yet, so there is nothing to test."),
        ({Grade.NOT_TESTABLE_YET: 1}, "The only arrow of the map cannot be tested yet."),
        (
            {Grade.NOT_TESTABLE_YET: 2, Grade.COMPUTED_FROM_EACH_OTHER: 1},
            "None of the 3 arrows of the map can be tested yet.",
        ),
        ({Grade.SUPPORTED: 1}, "The only arrow of the map is supported by the figures. None is contradicted."),
        (
            {Grade.INCONCLUSIVE: 1},
            "The only arrow of the map is not supported by the figures yet. None is contradicted.",
        ),
        (
            {Grade.SUPPORTED: 2, Grade.CONTRADICTED: 1, Grade.INCONCLUSIVE: 8, Grade.NOT_TESTABLE_YET: 10},
            "2 of 21 arrows on the map are supported by the figures. 1 is contradicted. 10 cannot be tested yet.",
        ),
        (
            {Grade.TENTATIVE: 3, Grade.CONTRADICTED: 2},
            "None of the 5 arrows of the map is supported by the figures yet. 2 are contradicted.",
        ),
    ],
)
def test_all_arrows_in_short_sentences(counts: dict[Grade, int], told: str) -> None:
    assert evidence_conclusion(counts) == told
