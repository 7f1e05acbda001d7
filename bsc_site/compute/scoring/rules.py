"""Rules: the first condition that holds decides."""

from __future__ import annotations

from functools import lru_cache

from bsc_site.compute.formulas.condition_names import CONDITION_NAMES
from bsc_site.compute.formulas.evaluate import NoResultError, truth_of
from bsc_site.compute.scoring.bands import declared_rating
from bsc_site.compute.scoring.case import Case
from bsc_site.compute.scoring.scale import Rating, not_scored
from bsc_site.model.calculation.scoring_steps import NoScore, ScoredByRule
from bsc_site.model.declared.scoring import ScoringRule
from bsc_site.model.formula_grammar.parse import FormulaNode, parse
from bsc_site.model.formula_grammar.tokens import FormulaError


@lru_cache(maxsize=1024)
def _condition(text: str) -> FormulaNode:
    return parse(text, CONDITION_NAMES)


def rate(case: Case) -> Rating:
    """Status and score of the first rule whose condition holds; a condition over a figure that is missing does not."""
    rule = _first(case)
    return not_scored(NoScore.NO_RULE_HOLDS) if rule is None else declared_rating(rule.status, rule.score)


def _first(case: Case) -> ScoringRule | None:
    figures = _figures(case)
    return next((rule for rule in case.kpi.scoring.rules if _holds(rule, figures)), None)


def _holds(rule: ScoringRule, figures: dict[str, float]) -> bool:
    try:
        return truth_of(_condition(rule.when), figures)
    except (FormulaError, NoResultError):
        return False


def _figures(case: Case) -> dict[str, float]:
    baseline = case.yardstick.baseline
    known = {
        "value": case.value,
        "target": case.expected.target,
        "red_flag": case.expected.red_flag,
        "baseline": None if baseline is None else baseline.value,
        "previous": case.previous,
    }
    return {name: figure for name, figure in known.items() if figure is not None}


def step(case: Case, outcome: Rating) -> ScoredByRule | None:
    """The rule that decided, with the figures that it names."""
    rule = _first(case)
    if outcome.score is None or rule is None:
        return None
    figures = _figures(case)
    named = tuple((name, figures[name]) for name in sorted(_condition(rule.when).names) if name in figures)
    return ScoredByRule(outcome.status, outcome.score, rule.when, named)
