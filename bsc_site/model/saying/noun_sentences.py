"""What an element, a mapping or a word of the YAML is called in a sentence."""

from __future__ import annotations

from bsc_site.model.saying.said import sentence

NOUNS = {
    "scorecard": sentence("scorecard"),
    "perspective": sentence("perspective"),
    "objective": sentence("objective"),
    "kpi": sentence("KPI"),
    "person": sentence("person"),
    "theme": sentence("theme"),
    "initiative": sentence("initiative"),
    "milestone": sentence("milestone"),
    "risk": sentence("risk"),
    "review": sentence("review"),
    "decision": sentence("decision"),
    "target": sentence("target"),
    "baseline": sentence("baseline"),
    "benchmark": sentence("benchmark"),
    "band": sentence("band"),
    "link": sentence("link"),
    "status": sentence("status"),
    "horizon": sentence("horizon"),
    "destination": sentence("destination"),
    "table": sentence("table"),
}
"""By their words in the program; any other mapping is called by its key."""

WORDS = {
    "aggregate": sentence("an aggregate"),
    "count": sentence("a thing to count"),
    "dates": sentence("an order of day, month and year"),
    "decimal": sentence("a decimal sign"),
    "direction": sentence("a direction"),
    "every": sentence("a cadence"),
    "format": sentence("a format"),
    "frequency": sentence("a frequency"),
    "kind": sentence("a kind"),
    "layout": sentence("a layout"),
    "method": sentence("a method"),
    "path": sentence("a path"),
    "rollup": sentence("a roll-up"),
    "sign": sentence("a sign"),
    "status": sentence("a status"),
    "value_proposition": sentence("a value proposition"),
}
"""What a word at a key should be."""

UNITS_OF_TIME = {
    "day": sentence("day"),
    "week": sentence("week"),
    "month": sentence("month"),
    "quarter": sentence("quarter"),
    "half-year": sentence("half-year"),
    "year": sentence("year"),
}

RHYTHMS = {
    "daily": sentence("daily"),
    "weekly": sentence("weekly"),
    "monthly": sentence("monthly"),
    "quarterly": sentence("quarterly"),
    "half-yearly": sentence("half-yearly"),
    "yearly": sentence("yearly"),
}
"""How often a KPI is measured."""
