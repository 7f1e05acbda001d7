"""What is said of a KPI's source, aggregate, scoring and benchmark that contradict each other."""

from __future__ import annotations

from bsc_site.model.saying.said import sentence

NOTHING_TO_READ = sentence(
    "the source names no table; name the data file with file:, ask with query:, or name a connection:"
)
FILE_AND_QUERY = sentence("file and query are both given; remove one of the two, a query names its files itself")
FILE_AND_CONNECTION = sentence("connection and {key} are both given; remove one of the two")
OF_A_FILE = sentence("{key} says how a file is written, and a query says that itself; remove {key}:")
FORMULA_AND_SOURCE = sentence("formula and source are both given; remove one of the two")
FORMULA_AS_RATIO = sentence("a formula has no numerator and denominator to aggregate; use sum, mean, last, min or max")
HALF_A_RATIO = sentence("a ratio needs the {other} too; name its column with {other}:")
VALUE_BESIDE_A_RATIO = sentence("value stands beside numerator and denominator; remove it, or the two others")
RATIO_OF_NOTHING = sentence(
    "the aggregate ratio needs a source with numerator: and denominator:; add them, or use sum, mean or last"
)
RATIO_AGGREGATED = sentence(
    "a source with numerator and denominator is aggregated as ratio, not as {aggregate}; remove aggregate:"
)
PERCENTAGES_SUMMED = sentence(
    "percentages cannot be added up, 90 % and 10 % are not 100 %; name numerator: and denominator: in the source, "
    "use mean or last, or write unit: percentage points for parts of one whole"
)
PERCENTAGES_SUMMED_UP = sentence(
    "percentages cannot be added up, 90 % and 10 % are not 100 %; use ratio if the KPIs below have numerator and "
    "denominator, use mean, or write unit: percentage points for parts of one whole"
)
RUNNING_SUM = sentence("a sum grows until its period ends, so its latest figure cannot count; remove running:")
COMPUTED_COUNTED_UP = sentence(
    "its figures are computed, so nothing is counted up; write cumulative: at the KPIs that it is made from"
)
COUNTED_UP_NO_SUM = sentence(
    "differences of figures that are counted up are not put together by {aggregate}; write sum"
)
NO_LANGUAGE = sentence("no names of months are known in '{language}'; write a language's code, such as de, fr or pl")
SAME_MARKS = sentence("decimal and thousands are both '{mark}'; remove the one that figures do not have")
NEEDS_LIST = sentence("the method {method} needs its list; add {key}: beside method:")
NEEDS_BAND = sentence("the method band needs direction: band, not {direction}")
NEEDS_SIDE = sentence("the method {method} needs a better side; use method band, or direction higher or lower")
NEEDS_BASELINE = sentence(
    "the method {method} measures the way from the baseline, and there is none; add baseline: {{period: .., value: ..}}"
)
OF_ANOTHER_METHOD = sentence(
    "{key} is used by the method {method} only, not by {other}; remove it, or set method: {method}"
)
NOT_OF_THE_METHOD = sentence("{key} is not used by the method {method}; remove it, or use {others}")
AT_RISK_ABOVE = sentence("at_risk lies above on_track; exchange the two")
RED_FLAG_OF_A_SIDE = sentence("{key} is not used with direction {direction}; write red_flag")
RED_FLAGS_OF_A_BAND = sentence("{key} is not used with direction {direction}; write red_flag_low and red_flag_high")
OF_A_BAND_ONLY = sentence("{key} is used with direction: band only, not with {direction}")
BANDS_BEGIN_ALIKE = sentence("an earlier band begins at {value} too; only one band can")
BANDS_WITHOUT_FROM = sentence("an earlier band has no from: either; only one band can")
LEAST_ABOVE_MOST = sentence("min {low} lies above max {high}; exchange the two")
NO_FIGURE_OF_OTHERS = sentence("the benchmark has no figure; add value:, or low: and high:")

FIGURES_BESIDE_A_REPEAT_RATE = sentence(
    "`{key}` stands beside `repeat_rate`, which counts customers; remove one of the two"
)
REPEAT_RATE_AGGREGATED = sentence("a repeat rate is counted anew for each period; remove `aggregate`")
DISTINCT_AGGREGATED = sentence(
    "different texts are counted anew for each period, whatever its length, so nothing is made by {aggregate}; "
    "remove `aggregate`"
)
WEIGHT_WITHOUT_MEAN = sentence("a weight is for a mean; declare `aggregate: mean` at the KPI, or remove `weight`")

NO_STATUS = sentence("no status; list {fewest} to {most}, the best first")
SINGLE_STATUS = sentence("a single status; list {fewest} to {most}, the best first")
MANY_STATUSES = sentence("{found} statuses; list {fewest} to {most}, the best first")
STATUS_WITHOUT_WORDS = sentence("the name is empty; write the status in words")
NAME_TAKEN = sentence("'{name}' is {taken} too; write another one")
WORD_OF = sentence("the word for {key} in status_names")
NAME_OF = sentence("the name of statuses[{index}]")
STATUS_WITHOUT_FROM = sentence(
    "'{name}' has no from:, which the last status alone goes without; add the score, such as from: {word}"
)
LAST_HAS_FROM = sentence("'{name}' is the last status and holds below all others; remove from:")
NOT_BELOW_THE_BETTER = sentence(
    "'{name}' begins at {score}, not below the {above} of '{other}'; list the best status first"
)
BOTH_SIDES_OF_THE_TARGET = sentence(
    "'{name}' holds on both sides of {score}, the score of a target just reached; {mended}, or add a status with that"
)
BOTH_SIDES_OF_THE_RED_FLAG = sentence(
    "'{name}' holds on both sides of {score}, the score of the red flag; {mended}, or add a status with that"
)
FROM_HERE = sentence("write from: {word}")
FROM_OF_THE_BETTER = sentence("write from: {word} for '{better}'")
STATUS_ADDED = sentence("add a status with from: {word}")
LAST_HAS_PACE = sentence("'{name}' is the last status and holds below all paces; remove pace:")
STATUS_WITHOUT_PACE = sentence("'{name}' has no pace:, and others have one; add it, or remove pace: from all of them")
ACHIEVED_IS_FIRST = sentence(
    "achieved stands at the first status only, above the one with from: target; write a pace such as {pace}"
)
PACE_NOT_BELOW = sentence("a pace of {pace} is not below the {above} of '{other}'; write a lower one")
