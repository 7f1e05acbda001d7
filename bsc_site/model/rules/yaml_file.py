"""Rules about the YAML file: its syntax, keys and types (0xx)."""

from __future__ import annotations

from bsc_site.model.problem import Severity
from bsc_site.model.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    Rule(
        "BSC001",
        Severity.ERROR,
        "The file is not YAML",
        "The text cannot be read as YAML, so nothing in this file could be checked.",
        "Mend the syntax at the place shown; often it is a missing space after a colon, or wrong indentation.",
    ),
)
