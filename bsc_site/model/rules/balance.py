"""Rules about the balance of the scorecard (2xx)."""

from __future__ import annotations

from bsc_site.model.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
