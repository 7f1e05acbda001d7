"""Changes: what happened to a KPI that is worth a reader's attention, each with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bsc_site.model.period import Period
from bsc_site.model.vocabularies import Status


class ChangeKind(StrEnum):
    """What kind of change it is."""

    STATUS = "status"
    """Another status than in the period before."""
    TARGET = "target"
    """The target was reached, or is no longer met, under the same status."""
    SIGNAL = "signal"
    """The latest value is more than noise, and the one before was not."""
    REVISED = "revised"
    """A figure of an earlier period was changed afterwards."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one KPI: `what` with its figures, `why` where the reason is known.

    `before` and `after` are statuses, None for signals and revised figures. `period` is the one that changed.
    """

    kpi: str
    kind: ChangeKind
    period: Period
    what: str
    why: str = ""
    before: Status | None = None
    after: Status | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """All changes of the project that are news; `quiet` names the KPIs that moved without being news.

    `since` is the day of the version of the data with which figures were compared, None where there is no history.
    """

    by_kpi: Mapping[str, tuple[Change, ...]] = field(default_factory=dict)
    quiet: frozenset[str] = frozenset()
    since: date | None = None
