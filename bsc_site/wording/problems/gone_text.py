"""Gone figures as YAML: the line that says which figures are gone on purpose."""

from __future__ import annotations

import json

from bsc_site.model.problem import GoneEntries, GoneEntry
from bsc_site.wording.language import say


def gone_text(what: GoneEntries) -> str:
    """`gone: [{period: 2024-03, because: "say why"}]`, as it is written at the KPI."""
    return f"gone: [{', '.join(f'{{{_entry(each)}}}' for each in what.entries)}]"


def _entry(entry: GoneEntry) -> str:
    because = json.dumps(entry.because or say("say why"), ensure_ascii=False)
    return ", ".join((*_keys(entry), f"because: {because}"))


def _keys(entry: GoneEntry) -> list[str]:
    if entry.first is not None and entry.first == entry.last:
        return [f"period: {entry.first}"]
    keys = (("period", entry.period), ("from", entry.first), ("to", entry.last))
    return [f"{key}: {period}" for key, period in keys if period is not None]
