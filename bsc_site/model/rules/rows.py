"""Rules about the rows of data files: which of them make a figure (34x)."""

from __future__ import annotations

from bsc_site.model.problem import Severity
from bsc_site.model.rules.rule import Rule, sentence

SEVERAL_FIGURES = sentence(
    "{figures} figures of {origin} fall into {period}, and nothing says how they become one {frequency} figure; "
    "declare `aggregate: sum` for what adds up (sales, hours), `aggregate: last` for what stands on a day (stock, "
    "staff), or `aggregate: mean`; a rate names its `numerator` and `denominator` instead"
)
NEEDED_COARSER = sentence(
    "a {frequency} KPI is made from it, and nothing says how its {figures} figures of {period} become one; "
    "declare `aggregate: sum` for what adds up (sales, hours), `aggregate: last` for what stands on a day (stock, "
    "staff), or `aggregate: mean`; a rate names its `numerator` and `denominator` instead"
)
TARGET_FOR_LONGER = sentence(
    "the target for {period} is {target}, the {frequency} figures are about {typical}, and nothing says whether they "
    "add up to it; declare `aggregate: sum` if it is their total, `aggregate: last` if each figure is to reach it"
)

RULES: tuple[Rule, ...] = (
    Rule(
        "BSC340",
        Severity.ERROR,
        "Nothing says how several figures become one",
        "Sales are added up, a stock is taken on its last day, a rate is divided anew: a guess would publish a part of "
        "the figure, or compare a month with the target of a year.",
        "Declare `aggregate` at the KPI: sum, last, mean, min or max; for a rate, `numerator` and `denominator` at its "
        "source.",
    ),
)
