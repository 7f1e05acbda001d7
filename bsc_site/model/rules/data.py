"""Rules about KPI data (3xx)."""

from __future__ import annotations

from bsc_site.model.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
