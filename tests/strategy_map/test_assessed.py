"""The map of an assessed scorecard."""

from __future__ import annotations

import copy
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from bsc_site.model.concluded.assessment import (
    Coverage,
    ObjectiveAssessment,
    PerspectiveAssessment,
    ScorecardAssessment,
    Standing,
)
from bsc_site.model.concluded.evidence import LinkEvidence
from bsc_site.model.declared.scorecard import Objective, Perspective, Scorecard
from bsc_site.model.vocabularies import Grade, Status, TrendWord
from bsc_site.render.strategy_map import MapArrow, MapRow, MapWays, StrategyMap, from_assessment

_CARD: dict[str, Any] = {
    "id": "corporate",
    "title": "Corporate",
    "status_names": {"at_risk": "Watch"},
    "people": [{"id": "cmo", "name": "Ada Okafor"}],
    "themes": [{"id": "t1", "name": "One"}, {"id": "t2", "name": "Two"}],
    "perspectives": [
        {"id": "top", "name": "Top", "question": "Why?", "objectives": [{"id": "effect", "name": "Effect"}]},
        {
            "id": "base",
            "name": "Base",
            "objectives": [
                {
                    "id": "cause",
                    "name": "Cause",
                    "owner": "cmo",
                    "themes": ["t1"],
                    "drives": [{"to": "effect", "sign": "-", "lag": "3 months", "because": "so it is"}],
                }
            ],
        },
    ],
}


_EVIDENCE = LinkEvidence("cause", "effect", "k", "l", Grade.NO_EVIDENCE, 40, 3, 0.1, -0.2, 0.3, 0.5, 0.6, 0.4, None)
WAYS = MapWays(lambda id_: f"objectives/{id_}/index.html", evidence=lambda a, b: f"evidence/index.html#{a}--{b}")


def _assessment(card: Scorecard) -> ScorecardAssessment:
    standing = Standing(Status.AT_RISK, 41.0, Coverage(1, 2), ())
    return ScorecardAssessment(
        scorecard=card,
        standing=standing,
        freshness=MappingProxyType({}),
        perspectives={row.id: _row(row, standing) for row in card.perspectives},
        objectives={each.id: _objective(card, each, standing) for each in card.objectives.values()},
        initiatives={},
        kpis=(),
    )


def _row(row: Perspective, standing: Standing) -> PerspectiveAssessment:
    return PerspectiveAssessment(row, standing, tuple(each.id for each in row.objectives))


def _objective(card: Scorecard, each: Objective, standing: Standing) -> ObjectiveAssessment:
    return ObjectiveAssessment(each, card.perspective_of(each.id).id, standing, TrendWord.WORSENING, ())


def _map() -> StrategyMap:
    return from_assessment(_assessment(Scorecard.model_validate(_CARD)), WAYS)


def test_rows_and_boxes_come_in_declared_order_with_the_organisations_own_words() -> None:
    """Names instead of ids, the scorecard's words for the statuses."""
    drawn = _map()
    assert drawn.rows == (MapRow("top", "Top", "Why?"), MapRow("base", "Base", ""))
    cause = drawn.boxes[1]
    assert (cause.row, cause.owner, cause.status_name, cause.score) == ("base", "Ada Okafor", "Watch", 41.0)
    assert (cause.trend, cause.href) == (TrendWord.WORSENING, "objectives/cause/index.html")


def test_hypotheses_become_arrows_with_sign_lag_and_reason() -> None:
    """Without evidence they have no grade, and lead to the objective."""
    assert _map().arrows == (
        MapArrow("cause", "effect", "-", "3 months", None, "so it is", "evidence/index.html#cause--effect"),
    )
    plain = from_assessment(_assessment(Scorecard.model_validate(_CARD)), MapWays(str))
    assert plain.arrows[0].href == "effect"


def test_an_arrow_has_the_grade_of_its_evidence() -> None:
    """And leads to where that is told."""
    found = replace(_assessment(Scorecard.model_validate(_CARD)), evidence=(_EVIDENCE,))
    assert from_assessment(found, WAYS).arrows[0].grade == "no evidence"


def test_objectives_carry_the_letters_of_their_themes_where_there_are_several() -> None:
    """Only of themes that some objective has; one theme alone says nothing."""
    assert [each.marker for each in _map().boxes] == ["", ""]
    themed = copy.deepcopy(_CARD)
    themed["perspectives"][0]["objectives"][0]["themes"] = ["t2", "t1"]
    drawn = from_assessment(_assessment(Scorecard.model_validate(themed)), WAYS)
    assert [each.marker for each in drawn.boxes] == ["BA", "A"]
    assert [(each.name, each.marker) for each in drawn.themes] == [("One", "A"), ("Two", "B")]
