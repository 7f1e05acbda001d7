"""What the published data says of links and problems: the evidence of the assessment, and each problem once."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bsc_site.model.problem import Place
from bsc_site.model.rules import problem
from bsc_site.pipeline import Circle, Examination, Order, examine
from bsc_site.publish.data_files.api import documents
from bsc_site.publish.published_data.published_json import plain

DEMO = Path(__file__).parents[2]
STORY_TOLD_ON = date(2026, 11, 5)
PROBLEM = problem("BSC001", Place("scorecard/kpis.yml", 3, 1), "the file is not YAML")
FIGURES = ("n", "effect", "low", "high", "p", "q", "detectable")


@pytest.fixture(scope="module", params=list(Circle), ids=["public", "everything"])
def found(request: pytest.FixtureRequest) -> Examination:
    """The demo company as the public sees it, without some of its parts, and whole."""
    return examine(Order(DEMO, STORY_TOLD_ON, request.param))


@pytest.fixture(scope="module")
def published(found: Examination) -> dict[str, Any]:
    """Its scorecard.json and schema by path."""
    assert found.assessment is not None
    files = documents(found.assessment, (PROBLEM,))
    return {path: json.loads(text) for path, text in files.items() if "api/v1/scorecard." in path}


def test_every_link_carries_the_evidence_of_its_arrow(found: Examination, published: dict[str, Any]) -> None:
    """Figure for figure, in all scorecards; some of them could be tested."""
    assert found.assessment is not None
    tested = 0
    for card in found.assessment.scorecards.values():
        home = "" if card.scorecard.parent is None else f"s/{card.scorecard.id}/"
        links = published[f"{home}api/v1/scorecard.json"]["links"]
        for link, evidence in zip(links, card.evidence, strict=True):
            assert (link["from"], link["to"]) == (evidence.source, evidence.target)
            assert link["grade"] == evidence.grade.value
            assert [link[key] for key in FIGURES] == [plain(getattr(evidence, key)) for key in FIGURES]
            tested += link["effect"] is not None
    assert tested > 8


def test_the_schema_calls_an_effect_what_it_is(published: dict[str, Any]) -> None:
    """A correlation of changes: from -1 to 1, as are the ends of its interval."""
    fields = published["api/v1/scorecard.schema.json"]["properties"]["links"]["items"]["properties"]
    assert "Partial correlation of the changes" in fields["effect"]["description"]
    for key in ("effect", "low", "high", "detectable"):
        assert (fields[key]["minimum"], fields[key]["maximum"]) == (-1, 1)
    for link in published["api/v1/scorecard.json"]["links"]:
        if link["effect"] is not None:
            assert -1 <= link["low"] <= link["effect"] <= link["high"] <= 1


def test_problems_stand_with_the_root_alone(published: dict[str, Any]) -> None:
    """Two hundred scorecards do not each repeat those of all others."""
    listed = {
        path: [each["code"] for each in document["problems"]]
        for path, document in published.items()
        if path.endswith("scorecard.json")
    }
    assert listed == {
        "api/v1/scorecard.json": ["BSC001"],
        "s/marketing/api/v1/scorecard.json": [],
        "s/operations/api/v1/scorecard.json": [],
    }
