"""The models of the published data are what is published: read back, they give the same bytes."""
# the names of tests are sentences

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from bsc_site.model.vocabularies import Status
from bsc_site.pipeline import Circle, Order, examine
from bsc_site.publish.data_files.api import documents
from bsc_site.publish.published_data.published_columns import Columns, digits_beside
from bsc_site.publish.published_data.published_json import json_bytes
from bsc_site.publish.published_data.published_kpi import BaselineEntry, PublishedKpi, SeriesColumns, TargetEntry
from bsc_site.publish.published_data.published_outlook import (
    ChartColumns,
    ChartSegment,
    EffectEntry,
    ForecastColumns,
    LinkEntry,
    TargetChance,
)
from bsc_site.publish.published_data.published_part import PublishedPart
from bsc_site.publish.published_data.published_quality import PublishedQuality
from bsc_site.publish.published_data.published_schema import schema_of
from bsc_site.publish.published_data.published_scorecard import InitiativeEntry, ProblemEntry, PublishedScorecard
from bsc_site.publish.published_data.published_text import line, members

DEMO = Path(__file__).parents[2]
STORY_TOLD_ON = date(2026, 11, 5)


@pytest.fixture(scope="module")
def documents_of_the_demo() -> dict[str, bytes]:
    """Scorecards and KPIs of the demo company, by their path."""
    found = examine(Order(DEMO, STORY_TOLD_ON, Circle.EVERYTHING))
    assert found.assessment is not None
    files = documents(found.assessment, found.problems)
    return {path: body for path, body in files.items() if path.endswith(".json") and ".schema." not in path}


def _read(files: Mapping[str, bytes]) -> tuple[list[PublishedScorecard], list[PublishedKpi]]:
    cards = [PublishedScorecard.model_validate_json(body) for path, body in files.items() if "scorecard.json" in path]
    return cards, [PublishedKpi.model_validate_json(body) for path, body in files.items() if "kpis" in path]


def test_a_document_is_read_into_its_model_and_written_again_with_the_same_bytes(
    documents_of_the_demo: dict[str, bytes],
) -> None:
    cards, kpis = _read(documents_of_the_demo)
    data = [body for path, body in documents_of_the_demo.items() if "data-quality" in path]
    qualities = [PublishedQuality.model_validate_json(body) for body in data]
    written = [json_bytes(members(each)) for each in (*cards, *kpis, *qualities)]
    assert sorted(written) == sorted(documents_of_the_demo.values())


def test_those_documents_hold_every_kind_of_object(documents_of_the_demo: dict[str, bytes]) -> None:
    cards, kpis = _read(documents_of_the_demo)
    held = {
        *(type(each) for card in cards for each in (*card.links, *card.initiatives, *card.problems)),
        *(type(effect) for card in cards for initiative in card.initiatives for effect in initiative.effect),
        *(type(each) for kpi in kpis for each in (*kpi.spc.segments, *kpi.chance, *kpi.definition.targets)),
        *(held.kind for kpi in kpis for held in (kpi.series, kpi.spc.points, kpi.forecast) if len(held)),
    }
    entries = {LinkEntry, InitiativeEntry, EffectEntry, ProblemEntry}
    rows = {SeriesColumns, ChartColumns, ForecastColumns}
    assert held == {*entries, ChartSegment, TargetChance, TargetEntry, *rows}


def _undescribed(schema: Mapping[str, Any], place: str = "") -> Iterator[str]:
    for key, value in schema.get("properties", {}).items():
        if not value.get("description"):
            yield f"{place}{key}"
        yield from _undescribed(value, f"{place}{key}.")
        yield from _undescribed(value.get("items", {}), f"{place}{key}[].")


@pytest.mark.parametrize("document", [PublishedScorecard, PublishedKpi, PublishedQuality])
def test_every_key_is_described_at_every_depth(document: type[PublishedPart]) -> None:
    assert list(_undescribed({"properties": {"left": {"properties": {"out": {}}}}})) == ["left", "left.out"]
    assert list(_undescribed(schema_of(document))) == []


def test_a_published_object_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        BaselineEntry(period="2025", value=1.0).value = 2.0  # type: ignore[misc]  # what the test is about


def test_a_document_without_one_of_its_keys_is_refused() -> None:
    with pytest.raises(ValidationError, match="value"):
        BaselineEntry.model_validate({"period": "2025"})


def test_limits_have_more_digits_than_other_figures() -> None:
    third = 1 / 3
    baseline = BaselineEntry(period="2025", value=third)
    segment = ChartSegment(from_="2025", mean=third, lower=0.1 + 0.2, upper=float("inf"), run=8, because="")
    assert line(baseline) == '{"period":"2025","value":0.333333333333}'
    assert line(segment) == (
        '{"from":"2025","mean":0.333333333333333,"lower":0.3,"upper":null,"run":8,"because":"","slope":0}'
    )


def _columns(*values: float | None) -> SeriesColumns:
    return {
        "note": ("100 %s",) * len(values),
        "period": ("2025",) * len(values),
        "value": values,
        "target": tuple(1 / 3 for _ in values),
        "status": (Status.ON_TRACK,) * len(values),
        "score": (50.0,) * len(values),
    }


def test_columns_are_written_in_the_order_of_their_kind() -> None:
    held = Columns(SeriesColumns, _columns(1.5, None), digits=8)
    first = ['"period":["2025","2025"]', '"value":[1.5,null]', '"target":[0.33333333,0.33333333]']
    last = ['"status":["on_track","on_track"]', '"score":[50,50]', '"note":["100 %s","100 %s"]']
    assert list(held.lists) == [*first, *last]


def test_no_points_are_empty_columns() -> None:
    keys = ("period", "value", "target", "status", "score", "note")
    assert list(Columns(SeriesColumns, _columns()).lists) == [f'"{key}":[]' for key in keys]


def test_columns_of_one_series_have_the_same_length() -> None:
    with pytest.raises(ValueError, match="same length"):
        Columns(SeriesColumns, {**_columns(1.5), "value": (1.5, 2.5)})


@pytest.mark.parametrize(
    ("figures", "digits"),
    [
        ((), 8),
        ((1.0, 0.0), 8),
        ((83.34, None, 100.35), 10),
        ((1234567.0,), 12),
        ((0.123456,), 12),
        ((-120.5,), 9),
        ((1e-7,), 12),
        ((1e300, float("nan"), float("inf")), 12),
    ],
)
def test_what_is_computed_has_five_digits_more_than_its_figures(figures: tuple[float | None, ...], digits: int) -> None:
    assert digits_beside(figures) == digits


def test_a_figure_is_written_as_it_was_read_and_what_is_computed_beside_it_is_rounded() -> None:
    held = Columns(SeriesColumns, {**_columns(1.23456789012), "target": (1234567890.5,)}, digits=8)
    assert (held.texts["value"], held.texts["target"]) == (["1.23456789012"], ["1234567900"])
