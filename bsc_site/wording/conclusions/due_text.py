"""Due dates in words: what is to be done, in one line."""

from __future__ import annotations

from collections.abc import Mapping

from bsc_site.model.concluded.overview import DueDate, DueKind
from bsc_site.wording.figures import period_text
from bsc_site.wording.language import noted, told

_WORDS: Mapping[DueKind, str] = {
    DueKind.FIGURE: noted("Figure of {name} for {period}"),
    DueKind.DECISION: noted("Decided: {name}"),
    DueKind.MILESTONE: noted("Milestone: {name}"),
    DueKind.REVIEW: noted("Review of {name} for {period}"),
}


def due_text(due: DueDate) -> str:
    """`Figure of Repeat rate for Jun 2026`, `Milestone: Beta`."""
    period = "" if due.period is None else period_text(due.period)
    return told(_WORDS[due.kind], name=due.name, period=period)
