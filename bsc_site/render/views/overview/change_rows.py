"""Change rows: one piece of news about a KPI, and which way it goes."""

from __future__ import annotations

from enum import Enum

from bsc_site.model.concluded.changes import Change, ChangeKind, Crossing, Moved, Unnoted
from bsc_site.model.value_class import dataclass
from bsc_site.render.views.parts.page_parts import Link, StatusMark
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.wording.calculations.change_text import change_reason, change_statement


class Turned(Enum):
    """Which way a change goes."""

    BETTER = "better"
    WORSE = "worse"


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One piece of news about a KPI: the statuses before and after (none where it is not about them), what and why.

    `turn` says which way its status or its side of the target changed; None for other news. `note` is the reason where
    a person wrote one.
    """

    link: Link
    flip: tuple[StatusMark, ...]
    sentence: str
    reason: str
    turn: Turned | None = None
    note: str = ""


def change_row(here: Standpoint, change: Change) -> ChangeRow:
    """One piece of news as it stands in a list."""
    flip: tuple[StatusMark, ...] = ()
    if change.before is not None and change.after is not None and change.kind is ChangeKind.STATUS:
        flip = (here.status(change.before, change.scores[0]), here.status(change.after, change.scores[1]))
    what = change_statement(change, here.assessment.kpis[change.kpi].kpi)
    why = change_reason(change)
    note = "" if isinstance(change.why, Unnoted) else why
    return ChangeRow(here.kpi(change.kpi), flip, what, why, turn_of(change), note)


def turn_of(change: Change) -> Turned | None:
    """Which way a change goes: by its side of the target, else by its status; None for other news."""
    if isinstance(change.what, Moved) and change.what.crossing is not None:
        return Turned.BETTER if change.what.crossing is Crossing.REACHED else Turned.WORSE
    if change.before is None or change.after is None or change.before is change.after:
        return None
    return Turned.BETTER if change.after.rank < change.before.rank else Turned.WORSE
