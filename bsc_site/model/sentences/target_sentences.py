"""What is said of targets, baselines and red flags that contradict each other."""

from __future__ import annotations

from bsc_site.model.saying.said import sentence

FINER_PERIOD = sentence("{period} is a {found}, but the KPI is {frequency}; write a {noun} or a longer period")
FINER_THAN_THE_LONGEST = sentence("{period} is a {found}, but the KPI is {frequency}; write a {noun}")
LOW_ABOVE_HIGH = sentence("low {low} lies above high {high}; exchange the two")
BAND_NEEDED = sentence(
    "a band KPI needs its band; write low: and high: in each target, or scoring: {method: band, low: .., high: ..}"
)
NO_SINGLE_VALUE = sentence("a band KPI has no single target value; write low: and high: instead")
NO_BAND_OF_TARGET = sentence("the target of a band KPI needs low: and high:")
NEEDS_DIRECTION_BAND = sentence("{key} belongs to direction: band; write value: instead, or set the direction")
BAND_BESIDE_VALUE = sentence("{key} belongs to direction: band, and the target has a value; remove {key}:")
NO_VALUE = sentence("the target has no value; write value:")
NEITHER_YES_NOR_NO = sentence("{value} is no target of a yes/no KPI; write 1 for yes or 0 for no")
NO_WHOLE = sentence("{value} cannot be the whole of percent_of_target; write a target above zero, or use goal_red_flag")
TARGET_TWICE = sentence(
    "a target for {period} stands here already; "
    "keep one of the two, or say with until: and from: which periods each of them judges"
)
TARGET_FOR_THE_SAME_END = sentence(
    "a target for {period} stands here already, which ends with {other} too; "
    "keep one of the two, or say with until: and from: which periods each of them judges"
)
UNTIL_BEFORE_FROM = sentence("until {until} lies before from {start}; exchange the two, or correct one of them")
BASELINE_NOT_BEFORE = sentence(
    "the baseline of {baseline} does not lie before the first target ({first}); correct one of the two"
)
NO_WAY_TO_MEASURE = sentence(
    "every target equals the baseline of {value}, so there is no way to measure; write scoring: goal_red_flag"
)
RED_FLAG_NOT_BELOW = sentence(
    "the red flag {flag} does not lie below {end}; it belongs on the bad side of every target"
)
RED_FLAG_NOT_ABOVE = sentence(
    "the red flag {flag} does not lie above {end}; it belongs on the bad side of every target"
)
NO_AMBER_ZONE = sentence(
    "{tolerance} of a target of 0 leaves no amber zone; write thresholds: {{red_flag: ..}}, a tolerance in the KPI's "
    "unit such as tolerance: 2, or baseline: {{period: .., value: ..}}, so that it is a share of the way"
)
NO_BETTER_SIDE = sentence("a limit lies on the better side, and direction {direction} has none; remove limit:")
BEYOND_THE_LIMIT = sentence("the {key} {value} lies beyond the limit {limit}; correct one of the two")
NO_PACE = sentence(
    "growth by the same share each year leads neither to nor from {value}, so this {key} leaves no pace and no status; "
    "write scoring: progress"
)
