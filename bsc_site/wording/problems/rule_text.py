"""Rules in words: what each looks for, why it matters and how to mend it, in the language that is spoken."""

from __future__ import annotations

from dataclasses import replace

from bsc_site.model.rules import Rule
from bsc_site.wording.language import say_in


def told_rule(rule: Rule) -> Rule:
    """The rule with its texts in the language that is spoken; the catalogue has them with its code as context."""
    return replace(
        rule,
        title=say_in(rule.code, rule.title),
        meaning=say_in(rule.code, rule.meaning),
        mend=say_in(rule.code, rule.mend),
        source=say_in(rule.code, rule.source) if rule.source else "",
    )
