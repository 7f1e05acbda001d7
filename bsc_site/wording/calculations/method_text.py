"""Ways of scoring in words: the rule by which each of them comes to a score."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bsc_site.model.vocabularies import Method
from bsc_site.wording.language import say

_RULES: Mapping[Method, Callable[[], str]] = {
    Method.GOAL_RED_FLAG: lambda: say(
        "The target counts 66.7 and the red flag 33.3; everything else lies on the straight line through both."
    ),
    Method.BAND: lambda: say(
        "Inside the band is on track, best in the middle; outside it the tolerance leads to the red flag."
    ),
    Method.PERCENT_OF_TARGET: lambda: say(
        "The share of the target that is reached; 100 % is on track, less than the tolerance below it at risk."
    ),
    Method.PROGRESS: lambda: say(
        "The share of the way from the baseline to the target; two thirds are on track, one third at risk."
    ),
    Method.PACE: lambda: say(
        "Growth so far by the growth that the target takes; from 0.95 on track, from 0.60 at risk."
    ),
    Method.BANDS: lambda: say("Ranges of values, each with its status."),
    Method.STATES: lambda: say("Named states, each with its score; here certified is 100, applied for 50, none 0."),
    Method.YES_NO: lambda: say("Yes is on track, no is off track; the other way round where lower is better."),
    Method.RULES: lambda: say("Conditions in order; the first that holds decides."),
}


def method_rule(method: Method) -> str:
    """The rule of a method: `Conditions in order; the first that holds decides.`."""
    return _RULES[method]()
