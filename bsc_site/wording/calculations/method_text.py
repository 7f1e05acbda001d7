"""Ways of scoring in words: the rule by which each of them comes to a score."""

from __future__ import annotations

from collections.abc import Mapping

from bsc_site.model.declared.scorecard import StatusNames
from bsc_site.model.vocabularies import Method
from bsc_site.wording.calculations.threshold_text import paces_text
from bsc_site.wording.language import noted, say, told

_RULES: Mapping[Method, str] = {
    Method.GOAL_RED_FLAG: noted(
        "The target counts 66.7 and the red flag 33.3; everything else lies on the straight line through both."
    ),
    Method.BAND: noted(
        "Inside the band is on track, best in the middle; outside it the tolerance leads to the red flag."
    ),
    Method.PERCENT_OF_TARGET: noted(
        "The share of the target that is reached; 100 % is on track, less than the tolerance below it at risk."
    ),
    Method.PROGRESS: noted(
        "The share of the way from the baseline to the target; two thirds are on track, one third at risk."
    ),
    Method.PACE: noted("Growth so far by the growth that the target takes; from 0.95 on track, from 0.60 at risk."),
    Method.BANDS: noted("Ranges of values, each with its status."),
    Method.STATES: noted("Named states, each with its score; here certified is 100, applied for 50, none 0."),
    Method.YES_NO: noted("Yes is on track, no is off track; the other way round where lower is better."),
    Method.RULES: noted("Conditions in order; the first that holds decides."),
}


_IN_SCORES: Mapping[Method, str] = {
    Method.BAND: noted("Inside the band 66.7 and more, best in the middle; outside it the tolerance leads to 33.3."),
    Method.PERCENT_OF_TARGET: noted(
        "The share of the target that is reached; 100 % counts 66.7, less by the tolerance 33.3."
    ),
    Method.PROGRESS: noted(
        "The share of the way from the baseline to the target; two thirds count 66.7, one third 33.3."
    ),
    Method.PACE: noted("Growth so far by the growth that the target takes; 0.95 counts 66.7, 0.60 counts 33.3."),
    Method.YES_NO: noted("Yes counts 100, no counts 0; the other way round where lower is better."),
}
"""The rules without a word for a status, for an organisation that has statuses of its own."""


def method_rule(method: Method, names: StatusNames) -> str:
    """The rule of a method: `Conditions in order; the first that holds decides.`."""
    if method is Method.PACE and (paces := paces_text(names)):
        return say("Growth so far by the growth that the target takes: {thresholds}.", thresholds=paces)
    if names.scale.statuses and method in _IN_SCORES:
        return told(_IN_SCORES[method])
    return told(_RULES[method])
