"""Rules about the arrows of the strategy map and the figures behind them (39x)."""

from __future__ import annotations

from bsc_site.model.problem import Severity
from bsc_site.model.rule import Rule
from bsc_site.model.saying.said import sentence

LAG_TOO_SHORT = sentence(
    "{lag} is less than half a period of '{cause}' and '{outcome}', which are {frequency}, so the figures cannot show "
    "it; write lag: {one} or longer, or lag: 0 days for an effect in the same period"
)

RULES: tuple[Rule, ...] = (
    Rule(
        "BSC395",
        Severity.ERROR,
        "The lag is shorter than half a period of the KPIs",
        "Whether one KPI moves before the other shows in their figures only from one period to a later one; a shorter "
        "lag would be tested as none at all, under the name of the one that was meant.",
        "Round the lag to whole periods of the KPIs, write lag: 0 days, measure both more often, or name others with "
        "via:.",
    ),
)
