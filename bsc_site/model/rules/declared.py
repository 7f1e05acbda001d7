"""Rules about references between elements and declared values (1xx)."""

from __future__ import annotations

from bsc_site.model.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
