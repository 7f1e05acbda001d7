"""Rules: every code that a problem can carry, with what it means and how to mend it.

Families: 0xx the YAML file, 1xx references and declared values, 2xx balance of the scorecard, 3xx data, 4xx formulas
and queries, 5xx templates and the site's own settings, 6xx other formats, 9xx the machine.
"""

from __future__ import annotations

from bsc_site.model.problem import Place, Problem
from bsc_site.model.rule import Rule
from bsc_site.model.rules import (
    arrows,
    balance,
    data,
    declarations,
    exchanges,
    formulas,
    machine,
    plausibility,
    reviews,
    rollups,
    site_settings,
    validity,
    yaml_file,
)
from bsc_site.model.rules.reading import asked, beside_rules, exports, promises, row_words, rows, tables
from bsc_site.model.rules.renames import former_ids
from bsc_site.model.rules.translating import text_languages

RULES: dict[str, Rule] = {
    rule.code: rule
    for family in (
        yaml_file,
        declarations,
        former_ids,
        reviews,
        rollups,
        balance,
        data,
        rows,
        exports,
        row_words,
        beside_rules,
        promises,
        tables,
        plausibility,
        validity,
        arrows,
        formulas,
        asked,
        text_languages,
        site_settings,
        exchanges,
        machine,
    )
    for rule in family.RULES
}

OF_JUDGEMENT = (*balance.RULES, *plausibility.RULES)
"""Rules that can be wrong about a scorecard: each is silenced where it does not apply, with a reason."""


def problem(code: str, place: Place, message: str, key: str = "") -> Problem:
    """A problem under the rule `code`, with the severity that the rule has. KeyError for a code that is no rule."""
    return Problem(place, code, RULES[code].severity, key, message)


__all__ = ["OF_JUDGEMENT", "RULES", "Rule", "problem"]
