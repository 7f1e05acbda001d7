"""Rules about figures and columns that stand beside those of a KPI, in other rows or in another file (344-346)."""

from __future__ import annotations

from bsc_site.model.problem import Severity
from bsc_site.model.rule import Rule

RULES: tuple[Rule, ...] = (
    Rule(
        "BSC346",
        Severity.ERROR,
        "The targets or the benchmark of a source are in no row",
        "It is declared where they stand, and no row there has a figure: without them the KPI would be judged by "
        "nothing.",
        "Correct the filter or the column, or remove the key.",
    ),
)
