"""The five steps of a balanced scorecard in words: what each is about, what belongs to it, and why."""

from __future__ import annotations

from bsc_site.model.concluded.health import StepCheck, StepItem, StrategyStep
from bsc_site.wording.language import noted, say, told

_STEPS = {
    StrategyStep.PLAN: noted("1. Plan the strategy"),
    StrategyStep.CHOOSE: noted("2. Choose KPIs"),
    StrategyStep.CASCADE: noted("3. Cascade it"),
    StrategyStep.MONITOR: noted("4. Monitor and review"),
    StrategyStep.LEARN: noted("5. Learn"),
}
_ITEMS = {
    StepItem.PURPOSE: noted("Mission and vision are written down"),
    StepItem.DESTINATION: noted("The destination of the next years is described"),
    StepItem.ARROWS: noted("Objectives are linked by cause and effect"),
    StepItem.REASONS: noted("Each arrow says why"),
    StepItem.MEASURED: noted("Each objective has a KPI"),
    StepItem.LEADING: noted("Each perspective has a leading KPI"),
    StepItem.TARGETS: noted("Each KPI has a target"),
    StepItem.DEFINED: noted("Each KPI says what is counted"),
    StepItem.UNITS: noted("Parts of the organisation have scorecards of their own"),
    StepItem.SIGHT: noted("Each objective stands in a line of sight"),
    StepItem.OWNERS: noted("Each objective has an owner"),
    StepItem.WORK: noted("Initiatives serve objectives"),
    StepItem.FIGURES: noted("Each KPI has a source of figures"),
    StepItem.FRESH: noted("Figures come in time"),
    StepItem.REVIEWED: noted("Reviews say what was made of the figures"),
    StepItem.EXPLAINED: noted("They speak of each KPI that is off track"),
    StepItem.DECISIONS: noted("Decisions are carried out"),
    StepItem.TESTED: noted("Each arrow can be tested by figures at both ends"),
    StepItem.CHANGED: noted("The scorecard was changed within a year"),
}
_REASONS = {
    StepItem.PURPOSE: noted("Without them nobody can say what the objectives are good for."),
    StepItem.DESTINATION: noted("Targets of a year need a place to lead to."),
    StepItem.ARROWS: noted("A list of goals is no strategy: say which one moves which."),
    StepItem.REASONS: noted("A reason is what can turn out to be wrong."),
    StepItem.MEASURED: noted("Otherwise nobody will know whether it is reached."),
    StepItem.LEADING: noted("What only records results tells too late."),
    StepItem.TARGETS: noted("A figure without a target has no status."),
    StepItem.DEFINED: noted("Two people must come to the same figure."),
    StepItem.UNITS: noted(
        "People find themselves in the scorecard of their own unit; a small organisation does without."
    ),
    StepItem.SIGHT: noted("Everybody is to see which objective above theirs helps to reach."),
    StepItem.OWNERS: noted("What belongs to all is done by nobody."),
    StepItem.WORK: noted("An objective without work stays a wish."),
    StepItem.FIGURES: noted("Figures that are not read from anywhere end with who sends them."),
    StepItem.FRESH: noted("A meeting about old figures decides for the past."),
    StepItem.REVIEWED: noted("Figures alone change nothing."),
    StepItem.EXPLAINED: noted("What is off track and not spoken of stays so."),
    StepItem.DECISIONS: noted("A review is worth what is done afterwards."),
    StepItem.TESTED: noted("Only then will data tell whether the strategy is right."),
    StepItem.CHANGED: noted("A strategy that never changes has learnt nothing."),
}
KEYS = {
    StepItem.PURPOSE: "mission: .., vision: ..",
    StepItem.DESTINATION: "destination: {period: .., text: ..}",
    StepItem.ARROWS: "drives: [{to: .., because: ..}]",
    StepItem.REASONS: "because: ..",
    StepItem.MEASURED: "kpis: [..]",
    StepItem.LEADING: "kind: leading",
    StepItem.TARGETS: "targets: [{period: .., value: ..}]",
    StepItem.DEFINED: "description: ..",
    StepItem.UNITS: "parent: ..",
    StepItem.SIGHT: "supports: [..]",
    StepItem.OWNERS: "owner: ..",
    StepItem.WORK: "initiatives: [{id: .., serves: [..]}]",
    StepItem.FIGURES: "source: {file: ..}",
    StepItem.FRESH: "due: 10 days",
    StepItem.REVIEWED: "reviews: [{period: .., on: kpi/..}]",
    StepItem.EXPLAINED: "reviews: [{period: .., on: kpi/..}]",
    StepItem.DECISIONS: "decisions: [{text: .., owner: .., due: .., done: ..}]",
    StepItem.TESTED: "via: [.., ..]",
    StepItem.CHANGED: "targets: [{period: .., value: ..}]",
}
"""What is to be added to the YAML for an item that is open."""


def step_name(step: StrategyStep) -> str:
    """`2. Choose KPIs`."""
    return told(_STEPS[step])


def item_name(item: StepItem) -> str:
    """`Each KPI has a target`."""
    return told(_ITEMS[item])


def open_reason(check: StepCheck) -> str:
    """Why it matters, and how many have it where it is asked of several: `3 of 7. A figure without a target ..`."""
    why = told(_REASONS[check.item])
    return why if check.of <= 1 else say("{have} of {of}. {why}", have=check.have, of=check.of, why=why)
