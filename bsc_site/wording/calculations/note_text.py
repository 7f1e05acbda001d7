"""Notes in words: what there is to say about a figure."""

from __future__ import annotations

from bsc_site.model.series import NoRows, Note
from bsc_site.wording.language import enumeration, say, say_count

_NAMED = 3
"""How many missing KPIs a note names before it only counts them."""


def note_text(note: Note) -> str:
    """The note as it stands in the data, empty without any; or `missing from below: Sales (North)`."""
    if isinstance(note, str):
        return note
    if isinstance(note, NoRows):
        return say("no row of this period")
    named, more = enumeration(note.kpis[:_NAMED]), len(note.kpis) - _NAMED
    if more <= 0:
        return say("missing from below: {named}", named=named)
    return say_count(
        "missing from below: {named} and {count} more KPI",
        "missing from below: {named} and {count} more KPIs",
        more,
        named=named,
    )
