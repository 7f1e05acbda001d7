"""The XmR chart agrees with the R package NHSRplotthedots on 153 series, point by point."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bsc_site.compute.signal.icons import assurance_of, variation_of
from bsc_site.model.vocabularies import Assurance, Direction
from tests.analytics.gates import LABELS, nhs_cases, nhs_segments

DIRECTIONS = {"increase": Direction.HIGHER, "decrease": Direction.LOWER, "neutral": Direction.NONE}
ASSURANCES = {
    None: Assurance.NONE,
    "inconsistent": Assurance.HIT_OR_MISS,
    "consistent_fail": Assurance.FAIL,
    "consistent_pass": Assurance.PASS,
}


@pytest.fixture(scope="module")
def cases(oracles: Path) -> list[dict[str, Any]]:
    """The 153 series with what the R package says of them."""
    cases = nhs_cases(oracles)
    assert len(cases) == 153
    return cases


@pytest.mark.parametrize("name", ["mean", "lower", "upper"])
def test_limits_agree_to_a_billionth(cases: list[dict[str, Any]], name: str) -> None:
    """Mean and process limits of every segment of every series."""
    column = {"mean": "mean_per_segment", "lower": "lpl_per_segment", "upper": "upl_per_segment"}[name]
    for case in cases:
        ours = [getattr(limits, name) for limits, _ in nhs_segments(case)]
        assert ours == pytest.approx(case["expected"][column], abs=1e-9), case["id"]


def test_the_label_of_each_point_agrees(cases: list[dict[str, Any]]) -> None:
    """All nine labels, at every point."""
    for case in cases:
        ours = [label for _, labels in nhs_segments(case) for label in labels]
        assert ours == [LABELS[label] for label in case["expected"]["special_cause_type"]], case["id"]


def test_the_variation_icon_agrees(cases: list[dict[str, Any]]) -> None:
    """The R package does not name the side of an improvement or concern, we do; the word is the same."""
    for case in cases:
        label = nhs_segments(case)[-1][1][-1]
        ours = variation_of(label, DIRECTIONS[case["input"]["improvement_direction"]])
        theirs = case["expected"]["variation_icon"].removeprefix("special_cause_")
        assert ours.startswith(theirs), case["id"]


def test_the_assurance_icon_agrees(cases: list[dict[str, Any]]) -> None:
    """Against the limits of the last segment."""
    for case in cases:
        given = case["input"]
        limits = nhs_segments(case)[-1][0]
        ours = assurance_of(limits, given["target"], DIRECTIONS[given["improvement_direction"]])
        assert ours is ASSURANCES[case["expected"]["assurance_icon"]], case["id"]
