"""Words for a status: those of the organisation, and what a status follows from where that surprises."""

from __future__ import annotations

from typing import Any

import pytest

from bsc_site.model.concluded.against import Against, against
from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.declared.scorecard import StatusNames
from bsc_site.render.views.parts.value_sentences import gap_sentence, judgement_sentence
from bsc_site.wording.outlooks.kpi_conclusion import kpi_conclusion
from tests.builders.small_projects import judged, kpi

NAMES = StatusNames(on_track="In Ordnung", at_risk="KRITISCH", off_track="iO? nein")
BY_HAND = {"status": "off_track", "because": "the till failed", "until": "2026-01"}
BANDS = {"method": "bands", "bands": [{"from": 80, "status": "on_track"}, {"from": 60, "status": "at_risk"}]}


def found_at(value: float, **keys: Any) -> KpiAssessment:
    """A monthly KPI with the target 90 and one figure, of May 2025."""
    return judged(kpi(**({"targets": [{"period": "2025-05", "value": 90}]} | keys)), {"2025-05": value})


def test_the_words_of_an_organisation_stand_as_they_are_declared() -> None:
    assert kpi_conclusion(found_at(95), NAMES) == "95 in May 2025, above the 90 expected: In Ordnung."
    assert kpi_conclusion(found_at(88), NAMES) == "88 in May 2025, below the 90 expected: KRITISCH."


def test_a_status_set_by_hand_is_the_one_that_every_sentence_tells() -> None:
    found = found_at(95, manual_status=BY_HAND)
    assert kpi_conclusion(found, NAMES) == "95 in May 2025, above the 90 expected: iO? nein (set by hand)."
    assert judgement_sentence(found, NAMES) == "95 in May 2025 against 90 expected: iO? nein (set by hand)"
    assert found.current is not None
    assert (found.current.status, found.points[-1].status) == (found.status, found.status)
    assert gap_sentence(found.kpi, found.current) == "5 above the target"


@pytest.mark.parametrize(
    ("value", "sentence", "gap"),
    [
        (95, "95 in May 2025 against 90 expected: In Ordnung", "5 above the target"),
        (85, "85 in May 2025 against 90 expected: In Ordnung (by its bands)", "5 below the target, which is enough"),
        (70, "70 in May 2025 against 90 expected: KRITISCH", "20 below the target"),
    ],
)
def test_a_status_that_follows_from_something_else_than_the_target_says_so(
    value: float, sentence: str, gap: str
) -> None:
    found = found_at(value, scoring=BANDS)
    assert found.current is not None
    assert judgement_sentence(found, NAMES) == sentence
    assert gap_sentence(found.kpi, found.current) == gap


def test_a_value_beyond_the_target_is_not_praised_where_its_status_is_bad() -> None:
    wide = {"method": "bands", "bands": [{"from": 100, "status": "on_track"}, {"from": 60, "status": "at_risk"}]}
    found = found_at(95, scoring=wide)
    assert found.current is not None
    assert against(found.current, found.kpi) is Against.ABOVE
    assert judgement_sentence(found, NAMES) == "95 in May 2025 against 90 expected: KRITISCH (by its bands)"


def test_a_pace_that_is_enough_is_told_as_such() -> None:
    keys = {"scoring": "pace", "baseline": {"period": "2024-05", "value": 100}, "direction": "lower"}
    found = judged(kpi(**keys, targets=[{"period": "2026-05", "value": 25}]), {"2025-05": 51})
    assert kpi_conclusion(found, NAMES) == "51 in May 2025, above the 50 expected: In Ordnung (by its pace)."
