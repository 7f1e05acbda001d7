"""The five steps of a balanced scorecard: how far one has come, from what it holds and what the rules found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bsc_site.model.concluded.health import CheckResult, Health, StepCheck, StepItem, StrategyStep
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.declared.scorecard import Drive, Objective, Scorecard
from bsc_site.model.vocabularies import FreshnessWord, Kind

_RULES = (
    (StrategyStep.PLAN, StepItem.ARROWS, "BSC203"),
    (StrategyStep.PLAN, StepItem.REASONS, "BSC206"),
    (StrategyStep.CHOOSE, StepItem.MEASURED, "BSC212"),
    (StrategyStep.CHOOSE, StepItem.LEADING, "BSC214"),
    (StrategyStep.CHOOSE, StepItem.TARGETS, "BSC231"),
    (StrategyStep.CHOOSE, StepItem.DEFINED, "BSC218"),
    (StrategyStep.CASCADE, StepItem.OWNERS, "BSC252"),
    (StrategyStep.CASCADE, StepItem.WORK, "BSC261"),
    (StrategyStep.MONITOR, StepItem.FIGURES, "BSC241"),
    (StrategyStep.MONITOR, StepItem.REVIEWED, "BSC272"),
    (StrategyStep.MONITOR, StepItem.EXPLAINED, "BSC271"),
    (StrategyStep.LEARN, StepItem.CHANGED, "BSC273"),
)
"""Items that a rule of balance looks at; what is silenced there counts as done."""
_IN_TIME = (FreshnessWord.FRESH, FreshnessWord.DUE)
_ORDER = {item: position for position, item in enumerate(StepItem)}


def steps_of(seen: Assessment, name: str, health: Health) -> tuple[StepCheck, ...]:
    """How far the scorecard `name` has come, in the order of the steps, as far as its readers see."""
    results = {each.code: each for each in health.checks}
    steps = (*_declared(seen, name), *_found(results, _has_leading(seen, name)))
    return tuple(sorted(steps, key=lambda each: _ORDER[each.item]))


def _has_leading(assessment: Assessment, name: str) -> bool:
    kpis = (assessment.kpis[each].kpi for each in assessment.scorecards[name].kpis)
    return any(each.kind is Kind.LEADING for each in kpis)


def _found(results: Mapping[str, CheckResult], leading: bool) -> Iterator[StepCheck]:  # noqa: FBT001  # a fact, no switch
    for step, item, code in _RULES:
        result = results[code]
        if item is StepItem.LEADING and not leading:  # the rule lets perspectives without any KPI pass
            yield StepCheck(step, item, 0, result.checked)
            continue
        if result.checked or item is not StepItem.CHANGED:  # nobody knows when it was changed
            yield StepCheck(step, item, result.checked - len(result.found), result.checked)


def _declared(assessment: Assessment, name: str) -> Iterator[StepCheck]:
    assessed = assessment.scorecards[name]
    card = assessed.scorecard
    yield StepCheck(StrategyStep.PLAN, StepItem.PURPOSE, bool(card.mission) + bool(card.vision), 2)
    yield StepCheck(StrategyStep.PLAN, StepItem.DESTINATION, int(card.destination is not None), 1)
    yield from _cascade(assessment, card)
    in_time = sum(assessed.freshness.get(each, 0) for each in _IN_TIME)
    yield StepCheck(StrategyStep.MONITOR, StepItem.FRESH, in_time, sum(assessed.freshness.values()))
    decisions = [each for review in card.reviews for each in review.decisions]
    yield StepCheck(
        StrategyStep.LEARN, StepItem.DECISIONS, sum(each.done is not None for each in decisions), len(decisions)
    )
    ends = [(each, card.objectives[to.to]) for each in card.objectives.values() for to in _links(each, card)]
    tested = sum(bool(source.kpis and target.kpis) for source, target in ends)
    yield StepCheck(StrategyStep.LEARN, StepItem.TESTED, tested, len(ends))


def _cascade(assessment: Assessment, card: Scorecard) -> Iterator[StepCheck]:
    """Its place among the scorecards, and how many of its objectives stand in a line of sight."""
    below = assessment.project.cascade.children[card.id]
    yield StepCheck(StrategyStep.CASCADE, StepItem.UNITS, int(bool(below or card.parent)), 1)
    if not below and not card.parent:
        return
    supported = {
        reference
        for child in below
        for each in assessment.scorecards[child].scorecard.objectives.values()
        for reference in each.supports
    }
    mine = card.objectives.values()
    seen = [each for each in mine if each.supports or not supported.isdisjoint({each.id, f"{card.id}/{each.id}"})]
    yield StepCheck(StrategyStep.CASCADE, StepItem.SIGHT, len(seen), len(mine))


def _links(objective: Objective, card: Scorecard) -> Iterator[Drive]:
    return (each for each in objective.drives if each.to in card.objectives)
