"""Rules about plausibility (360 to 367): figures, targets and baselines that can hardly be meant as they stand."""

from __future__ import annotations

from bsc_site.model.problem import Severity
from bsc_site.model.rule import Rule
from bsc_site.model.saying.said import sentence


def _warning(code: str, title: str, meaning: str, mend: str) -> Rule:
    return Rule(code, Severity.WARNING, title, meaning, mend)


RULES: tuple[Rule, ...] = (
    _warning(
        "BSC360",
        "A target is worse than the baseline",
        "The way from the baseline leads to the bad side, so that whoever does nothing is ahead of the target. "
        "A target that equals the baseline is fine: it says that a level is held.",
        "Correct the target, the baseline or the direction; where the way back is meant, silence the rule and say why.",
    ),
    _warning(
        "BSC361",
        "A target is far off the figures",
        "Target and figures are ten times apart or more: mostly one of the two is in another unit, or one is a total "
        "and the other a part of it.",
        "Write both in the same unit; of figures that are added up, declare `aggregate: sum`. Where the leap is meant, "
        "silence the rule and say why.",
    ),
    _warning(
        "BSC362",
        "The baseline is not what the data says",
        "The data has its own figure for the period of the baseline, and it is another one. Progress and pace are "
        "measured from the declared one, while the chart shows the other.",
        "Correct one of the two, or leave `value` out: a baseline with a period alone is taken from the data.",
    ),
    _warning(
        "BSC363",
        "A figure is 10, 100 or 1,000 times its neighbours",
        "A decimal mark in the wrong place looks like this. It moves averages, limits and forecasts.",
        "Correct the figure; where it is right, silence the rule and say why.",
    ),
    _warning(
        "BSC364",
        "Two KPIs have the same figures",
        "A column was copied under a second id, perhaps some periods later. The two agree whatever happens, count "
        "twice, and every link between them looks proved.",
        "Correct the figures of one of the two, or keep one and list its id in both objectives.",
    ),
    _warning(
        "BSC365",
        "Figures are counted up within the year",
        "Each figure holds all before it of its year, and each new year begins again from nothing. Compared with one "
        "another such figures rise in every year and collapse in every new one.",
        "Declare `cumulative: year` at the KPI: its figures are then the differences from one period to the next.",
    ),
    _warning(
        "BSC366",
        "A figure that is counted up cannot be told apart",
        "The figure of a period is the difference to the count of the period before, and that one is missing.",
        "Add the missing count; what lies before the first one of a year stays unknown.",
    ),
    _warning(
        "BSC367",
        "Two KPIs have the same name",
        "In tables, charts and search nobody can tell which of the two is meant.",
        "Add to the names what tells them apart, such as the place or the product.",
    ),
)

TARGET_BELOW_BASELINE = sentence(
    "the target {target} for {period} lies below the baseline {baseline} of {start}, and higher is better; correct one "
    "of the two, or write direction: lower"
)
TARGET_ABOVE_BASELINE = sentence(
    "the target {target} for {period} lies above the baseline {baseline} of {start}, and lower is better; correct one "
    "of the two, or write direction: higher"
)
TARGET_FAR_ABOVE = sentence(
    "the target {target} for {period} is {times} times the figure {value} of {at}; write both in the same unit"
)
TARGET_FAR_BELOW = sentence(
    "the figure {value} of {at} is {times} times the target {target} for {period}; write both in the same unit"
)
TARGET_IS_A_TOTAL = sentence(
    "the target {target} for {period} is {times} times the figure {value} of {at}, as if it were the total of its "
    "{frequency} figures; declare `aggregate: sum`"
)
BASELINE_DIFFERS = sentence(
    "the baseline of {period} is declared as {declared}, and the data has {value} for it; the declared one is used. "
    "Correct one of the two, or write `baseline: {{period: {written}}}` to take the data's"
)
FIGURE_TIMES_NEIGHBOURS = sentence(
    "{value} in {period} is about {times} times the figures before and after it, {low} to {high}"
)
NEIGHBOURS_TIMES_FIGURE = sentence(
    "{value} in {period}: the figures before and after it, {low} to {high}, are about {times} times as large"
)
FIGURES_TIMES_EARLIER = sentence(
    "from {period} on the figures are about {times} times those before: {value} after {before}"
)
EARLIER_TIMES_FIGURES = sentence(
    "up to the one before {period} the figures are about {times} times those after: {before}, then {value}"
)
SAME_FIGURES = sentence("'{name}' has the same figures as '{other}' in {equal} of {common} periods")
SAME_FIGURES_LATER = sentence(
    "'{name}' has the same figures as '{other}' {later} before, in {equal} of {common} periods"
)
COUNTED_UP = sentence(
    "these look like figures counted up from {month}: they rise all year, and fall from {high} in {before} to {low} in "
    "{after}; declare `cumulative: {since}`"
)
COUNTED_UP_AND_AGGREGATED = sentence(
    "these look like figures counted up from {month}: they rise all year, and fall from {high} in {before} to {low} in "
    "{after}; declare `cumulative: {since}` and `aggregate: sum`"
)
COUNT_IS_MISSING = sentence("no figure for {periods}: the count of the period before is missing")
SAME_NAME = sentence(
    "two KPIs have the same name '{name}': {first} and {second}; say in the names what tells them apart"
)
