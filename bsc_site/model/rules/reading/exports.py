"""Rules about exports of other tools whose layout a source names (39x)."""

from __future__ import annotations

from bsc_site.model.problem import Severity
from bsc_site.model.rule import Rule

RULES: tuple[Rule, ...] = (
    Rule(
        "BSC392",
        Severity.ERROR,
        "The file has another layout than its source says",
        "A layout says which column means what; read by the layout of another tool, a file gives figures of something "
        "else.",
        "Declare the `layout` that the message names, or take it away and describe the file by the other keys.",
    ),
    Rule(
        "BSC393",
        Severity.ERROR,
        "Orders are in several currencies",
        "Dollars and euros cannot be added up, and nothing in the export says what one is worth in the other.",
        "Take the orders of one currency with `where`, in a KPI for each.",
    ),
)
