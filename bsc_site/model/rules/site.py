"""Rules about templates and the settings of the site (5xx)."""

from __future__ import annotations

from bsc_site.model.problem import Severity
from bsc_site.model.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    Rule(
        "BSC501",
        Severity.ERROR,
        "A template cannot be used",
        "A template in docs_templates has a syntax error, or asks for something that its page does not offer; "
        "a page without its content would be worse than none.",
        "Mend the line shown; the fields that a page offers are listed in its view, the macros in _macros.jinja.",
    ),
)
