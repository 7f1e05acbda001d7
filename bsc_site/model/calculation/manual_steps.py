"""Manual steps: a status that people set by hand, and one that has run out."""

from __future__ import annotations

from typing import TypeAlias

from bsc_site.model.period import Period
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Status


@dataclass(frozen=True, slots=True)
class SetByHand:
    """The status that holds until the end of a period, the declared reason, and the status that was computed."""

    status: Status
    until: Period
    because: str
    computed: Status
    score: float | None = None
    """The score that follows from the status that was set."""
    computed_score: float | None = None


@dataclass(frozen=True, slots=True)
class RanOut:
    """A status set by hand held no longer than `until`."""

    until: Period


ManualStep: TypeAlias = SetByHand | RanOut
"""What people set by hand."""
