"""Rules about how figures are written (35x)."""

from __future__ import annotations

from bsc_site.model.problem import Severity
from bsc_site.model.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    Rule(
        "BSC350",
        Severity.ERROR,
        "Figures of a KPI in per cent may be shares of one",
        "All of them lie between 0 and 1: 0.41 may be 0.41 % or 41 %.",
        "Declare `scale: 100` in the source if they are shares, `scale: 1` if they are per cent already.",
    ),
    Rule(
        "BSC351",
        Severity.WARNING,
        "Figures of a KPI in per cent are all below 1",
        "They may be shares that nobody multiplied by 100.",
        "Declare `scale: 100` in the source, or `scale: 1` if they are per cent; without a source write per cent, or "
        "silence the rule with `ignore`.",
    ),
    Rule(
        "BSC352",
        Severity.ERROR,
        "A figure is not written like the others of its KPI",
        "Beside 41 % and 3.4 million, a bare 0.42 or 3.5 may be a hundredth or a millionth of what is meant.",
        "Write all figures of the column alike, in a workbook by giving all cells the same number format.",
    ),
    Rule(
        "BSC353",
        Severity.ERROR,
        "A figure is in another currency than the KPI",
        "Dollars would be shown as euros.",
        "Convert the figure, or leave its row out with `where`.",
    ),
    Rule(
        "BSC354",
        Severity.WARNING,
        "Figures of one KPI are in several currencies",
        "They are compared as if they were one.",
        "Convert them to one currency, and name it as the KPI's `unit`.",
    ),
    Rule(
        "BSC355",
        Severity.ERROR,
        "Thousands and decimals have the same mark",
        "1.234 cannot be grouped and have decimals by the same point.",
        "Remove `thousands` or `decimal`, whichever the figures do not have.",
    ),
)
