"""Rules about templates and the settings of the site (5xx)."""

from __future__ import annotations

from bsc_site.model.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
