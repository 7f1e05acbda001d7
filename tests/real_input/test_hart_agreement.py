"""Our statuses agree with 35 of 41 labels that council officers set by hand; the other six are explained."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bsc_site.model.vocabularies import Status
from bsc_site.pipeline import Order, examine
from tests.real_input.projects import HERE, officers_labels, real_project

DISAGREEMENTS = {
    "ETS01": ("off_track", Status.ON_TRACK),
    "FI06": ("at_risk", Status.ON_TRACK),
    "HR11": ("off_track", Status.ON_TRACK),
    "HS16": ("on_track", Status.OFF_TRACK),
    "IT06": ("on_track", Status.OFF_TRACK),
    "PS05": ("on_track", Status.OFF_TRACK),
}


@pytest.fixture(scope="module")
def statuses(real_data: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Status]:
    """KPI id to our status at the end of October 2014."""
    root = real_project("hart", real_data, tmp_path_factory.mktemp("hart") / "project")
    assessment = examine(Order(root, date(2014, 10, 31))).assessment
    assert assessment is not None
    return {name: found.status for name, found in assessment.kpis.items()}


def test_six_of_41_labels_differ(statuses: dict[str, Status], real_data: Path) -> None:
    """Exactly those that are explained."""
    labels = officers_labels(real_data)
    differing = {name: (label, statuses[name]) for name, label in labels.items() if statuses[name] != label}
    assert (len(labels), differing) == (41, DISAGREEMENTS)


def test_a_kpi_without_a_label_has_no_status(statuses: dict[str, Status], real_data: Path) -> None:
    """The four whose target of 0 is none."""
    without = statuses.keys() - officers_labels(real_data).keys()
    assert {statuses[name] for name in without} == {Status.NOT_SCORED}


@pytest.mark.parametrize("name", sorted(DISAGREEMENTS))
def test_each_disagreement_is_explained(name: str) -> None:
    """In the table beside the project."""
    assert f"| {name} " in (HERE / "hart" / "AGREEMENT.md").read_text(encoding="utf-8")
