"""The map of an assessed scorecard."""

from __future__ import annotations

import copy
from types import MappingProxyType
from typing import Any

from bsc_site.model.concluded.assessment import (
    Coverage,
    ObjectiveAssessment,
    PerspectiveAssessment,
    ScorecardAssessment,
    Standing,
)
from bsc_site.model.declared.scorecard import Objective, Perspective, Scorecard
from bsc_site.model.vocabularies import Status, TrendWord
from bsc_site.render.strategy_map import MapArrow, MapRow, StrategyMap, from_assessment

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
    return from_assessment(_assessment(Scorecard.model_validate(_CARD)), lambda id_: f"objectives/{id_}/index.html")


def test_rows_and_boxes_come_in_declared_order_with_the_organisations_own_words() -> None:
    """Names instead of ids, the scorecard's words for the statuses."""
    drawn = _map()
    assert drawn.rows == (MapRow("top", "Top", "Why?"), MapRow("base", "Base", ""))
    cause = drawn.boxes[1]
    assert (cause.row, cause.owner, cause.status_name, cause.score) == ("base", "Ada Okafor", "Watch", 41.0)
    assert (cause.trend, cause.href) == (TrendWord.WORSENING, "objectives/cause/index.html")


def test_hypotheses_become_arrows_with_sign_lag_reason_and_grade() -> None:
    """The grade is there only where it was computed."""
    assert _map().arrows == (MapArrow("cause", "effect", "-", "3 months", None, "so it is"),)
    card = Scorecard.model_validate(_CARD)
    graded = from_assessment(_assessment(card), str, grades={("cause", "effect"): "supported"})
    assert graded.arrows[0].grade == "supported"


def test_themes_are_columns_only_where_each_objective_has_one() -> None:
    """One objective without a theme, and the themes only filter."""
    assert _map().columns == ()
    themed = copy.deepcopy(_CARD)
    themed["perspectives"][0]["objectives"][0]["themes"] = ["t2"]
    drawn = from_assessment(_assessment(Scorecard.model_validate(themed)), str)
    assert [column.name for column in drawn.columns] == ["One", "Two"]
