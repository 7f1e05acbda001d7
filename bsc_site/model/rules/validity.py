"""Rules about time: how far data reach, when a figure counts, from when on a target holds (38x)."""

from __future__ import annotations

from bsc_site.model.problem import Severity
from bsc_site.model.rule import Rule
from bsc_site.model.saying.said import sentence

BASELINE_NOT_IN_DATA = sentence(
    "the data hold no whole figure for the baseline of {period}; write its value:, or a period from {first} to {last}"
)

RULES: tuple[Rule, ...] = (
    Rule(
        "BSC380",
        Severity.ERROR,
        "`covers` does not say how far the file reaches",
        "A list of events says nothing about a month without any, and a file of working days may end before the month "
        "does. `covers` tells that everything is in all the same.",
        "Write `covers: business days` where rows come from Monday to Friday only, or the last period of which "
        "everything is in, such as `covers: 2025-06-30`.",
    ),
    Rule(
        "BSC381",
        Severity.ERROR,
        "The baseline's figure is not in the data",
        "A baseline without a value is taken from the data of its period; where a part of that period is missing "
        "there, nothing is made up.",
        "Write the baseline's `value`, or name a period of which the data hold the whole figure.",
    ),
    Rule(
        "BSC382",
        Severity.ERROR,
        "A total that is still growing cannot count as the latest figure",
        "`running: latest` is for stocks, such as trees or staff. The sum of a year that is still running is a part of "
        "what the year will be, and would look like a fall.",
        "Remove `running`, or correct `aggregate`.",
    ),
    Rule(
        "BSC383",
        Severity.ERROR,
        "The validity of a target ends before it begins",
        "`from` is the first period that is judged by this version of the target, `until` the last one.",
        "Exchange the two, or correct one of them.",
    ),
)
