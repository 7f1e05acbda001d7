"""Rules about formula KPIs (4xx)."""

from __future__ import annotations

from bsc_site.model.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
