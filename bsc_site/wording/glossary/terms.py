"""Terms: every word that pages explain where it stands, with its meaning in one line, as the table of all of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from bsc_site.wording.language import noted, told


class Term(NamedTuple):
    """A word as it is headed in a list, and what it means, in one or two short sentences."""

    word: str
    meaning: str


_TERMS: Mapping[str, tuple[str, str]] = {
    "alignment": (
        noted("Alignment"),
        noted("Which objectives of the scorecards below serve which objectives above, and which nobody serves."),
    ),
    "likely-range": (
        noted("Likely range"),
        noted("Where the figure will be in 80, and in 95, of 100 cases if nothing changes."),
    ),
    "baseline": (noted("Baseline"), noted("The value from which the way to the target is measured.")),
    "benchmark": (
        noted("Benchmark"),
        noted("What others reach, with its source. It shows where one stands and never decides a status."),
    ),
    "chance": (
        noted("Chance"),
        noted(
            "How likely the target is to be reached if things go on as they did: the share of the forecast beyond it."
        ),
    ),
    "computed-from-each-other": (
        noted("Computed from each other"),
        noted("The same figures stand behind both KPIs, so there is nothing to test."),
    ),
    "consistent": (
        noted("Consistent so far"),
        noted("The figures moved as the map says, but fewer than 36 periods are too early to count on."),
    ),
    "contradicted": (noted("Contradicted"), noted("The figures moved the other way than the map says.")),
    "control-limits": (
        noted("Control limits"),
        noted("The edges of natural variation, computed from the figures themselves. They are no targets."),
    ),
    "course": (noted("Course"), noted("The latest periods as a small line; the dot is the newest figure.")),
    "coverage": (
        noted("Scored from"),
        noted("How many of the KPIs could be scored. One without a figure or a target is left out of the score."),
    ),
    "due": (noted("Due"), noted("A period has ended, and the days allowed for its figure are not over.")),
    "effect": (
        noted("Effect"),
        noted("How far the figures after an initiative lie from where their earlier course would have led."),
    ),
    "evidence": (
        noted("Evidence"),
        noted("What the figures say of an arrow of the map: whether what it claims has happened. No proof of cause."),
    ),
    "firm": (
        noted("Firm, or on the edge"),
        noted("Firm: no weight or threshold moved by a tenth would change the status. On the edge: one of them would."),
    ),
    "forecast": (
        noted("Forecast"),
        noted("Where the figure goes if nothing changes, from its own past alone: level, slope and yearly pattern."),
    ),
    "fresh": (
        noted("Fresh"),
        noted("Nothing is to be delivered yet: the period after the latest figure has not ended."),
    ),
    "freshness": (noted("Freshness"), noted("Whether the latest figure is as recent as it should be.")),
    "gap": (
        noted("Gap to target"),
        noted(
            "The middle line is the target: a bar to the right is better, one to the left is worse. The tick on the "
            "left is the red flag of each KPI, so that one scale fits every unit; bars end at twice that distance."
        ),
    ),
    "hit-or-miss": (
        noted("Hit or miss"),
        noted("Natural variation alone decides whether the target is met in a period or missed."),
    ),
    "inconclusive": (
        noted("Inconclusive"),
        noted("Nothing was found, and even an effect worth knowing could have been missed."),
    ),
    "initiative": (
        noted("Initiative"),
        noted("Work with a beginning and an end that is to move a KPI or an objective."),
    ),
    "interval": (noted("95 % interval"), noted("It holds the true value in 95 of 100 cases.")),
    "kpi": (
        noted("KPI"),
        noted("Key performance indicator: a figure by which an objective is judged, with a target and an owner."),
    ),
    "lag": (noted("Lag"), noted("How long it takes, says the map, until a change of the first shows in the second.")),
    "lagging": (noted("Lagging"), noted("A KPI that shows the result, after the work that made it.")),
    "leading": (noted("Leading"), noted("A KPI that moves early and announces what others will show later.")),
    "natural-variation": (
        noted("Natural variation"),
        noted("How far a figure moves from period to period without any reason. A move within it is no news."),
    ),
    "no-evidence": (
        noted("No evidence"),
        noted("Nothing was found, although an effect worth knowing would have been seen."),
    ),
    "not-consistent": (
        noted("Not consistent so far"),
        noted("The figures did not move as the map says, and fewer than 36 periods are too early to give up."),
    ),
    "not-testable": (
        noted("Not testable yet"),
        noted("Too few figures in common, periods that differ, or figures that tell too little."),
    ),
    "objective": (noted("Objective"), noted("What is to be achieved, in words; its KPIs tell how far it is.")),
    "overdue": (noted("Overdue"), noted("The days allowed are over and one figure is missing.")),
    "pace": (
        noted("Pace"),
        noted("Speed so far divided by the speed needed: 1 is just fast enough to arrive on time, less is too slow."),
    ),
    "perspective": (
        noted("Perspective"),
        noted("One of the sides from which an organisation looks at itself, such as finances, customers or people."),
    ),
    "progress": (noted("Progress"), noted("How much of the way from the baseline to the target has been covered.")),
    "red-flag": (
        noted("Red flag"),
        noted("The value on the bad side of the target beyond which a KPI has the worst status."),
    ),
    "score": (
        noted("Score"),
        noted("0 to 100, so that KPIs can be compared: the red flag is 33.3, the target 66.7, a step beyond it 100."),
    ),
    "signal": (
        noted("Signal"),
        noted("Whether a move is too large or too long for natural variation, so that something has changed."),
    ),
    "stale": (noted("Stale"), noted("Two or more figures are missing, or there never was one.")),
    "status": (
        noted("Status"),
        noted("Whether the latest value is good enough: what it is, against what it should be."),
    ),
    "supported": (
        noted("Supported"),
        noted("The figures moved as the map says, more often than chance explains."),
    ),
    "target": (
        noted("Target"),
        noted("The value to be reached at a date. Between two dates the target lies on the way from one to the next."),
    ),
    "tentative": (
        noted("Tentative"),
        noted("The figures moved as the map says, but chance or the reverse order of time could explain it."),
    ),
    "tolerance": (
        noted("Tolerance"),
        noted("How far from the target the red flag lies, unless a KPI names its own."),
    ),
    "trend": (
        noted("Trend"),
        noted(
            "Whether the figures get better or worse by more than chance would explain. The arrow follows the value."
        ),
    ),
    "variance": (noted("Variance"), noted("The latest value less the target that holds for its period.")),
    "weight": (noted("Weight"), noted("How much a part counts in the score above it, beside the others.")),
}
TERMS = tuple(_TERMS)
"""The keys of all terms, in the order of the alphabet."""


def term_named(key: str) -> Term:
    """The term with this key in the language that is spoken; KeyError for none."""
    word, meaning = _TERMS[key]
    return Term(told(word), told(meaning))
