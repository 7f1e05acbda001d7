"""Changes: what happened to a KPI that is worth a reader's attention, each with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from enum import Enum, StrEnum
from typing import NamedTuple, TypeAlias

from bsc_site.model.differences.difference import ToldDifference
from bsc_site.model.period import Period
from bsc_site.model.series import Note
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import PointLabel, Status, Variation


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


class Crossing(Enum):
    """The side of its target to which a KPI moved."""

    REACHED = "reached"
    NO_LONGER_MET = "no_longer_met"


@dataclass(frozen=True, slots=True)
class Moved:
    """Two values in the KPI's unit, of the period `since` and of the one that changed, and what was expected of it.

    `target` is None without any, `crossing` where the KPI stayed on its side.
    """

    since: Period
    before: float
    after: float
    target: float | None
    crossing: Crossing | None


@dataclass(frozen=True, slots=True)
class StoodOut:
    """What the latest value on the control chart, that of `period`, says about the process, and what it is itself.

    `sloped` says that the limits of the chart follow a trend.
    """

    period: Period
    variation: Variation
    label: PointLabel
    sloped: bool = False


@dataclass(frozen=True, slots=True)
class Revised:
    """The figure as it stood before, and as it stands now, in the KPI's unit."""

    before: float
    after: float


Happening: TypeAlias = Moved | StoodOut | Revised
"""What a change consists of."""


class Unnoted(Enum):
    """What there is to say where no note tells the reason."""

    WITHIN_VARIATION = "within_variation"
    """The move itself lies within natural variation."""
    NO_NOTE = "no_note"
    """A figure was revised, and no note says why."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one KPI: `what` with its figures, `why` where the reason is known, else an empty note.

    `before` and `after` are statuses, None for signals and revised figures. `period` is the one that changed.
    """

    kpi: str
    kind: ChangeKind
    period: Period
    what: Happening
    why: Note | Unnoted = ""
    before: Status | None = None
    after: Status | None = None
    scores: tuple[float | None, float | None] = (None, None)
    """Those of before and after."""


class LastStanding(NamedTuple):
    """Where a KPI stood at its latest period with a figure."""

    period: Period
    status: Status
    score: float | None


@dataclass(frozen=True, slots=True)
class Departed:
    """A KPI that an earlier version declared under the id `kpi` and that is there no longer.

    `scorecard` is the one whose page tells of it; `now` is the id under which a KPI of the same name is declared there
    instead, empty without any.
    """

    kpi: str
    name: str
    scorecard: str
    now: str = ""
    owners: tuple[str, ...] = ()
    """Ids of the people who owned and updated it."""
    last: LastStanding | None = None
    """Where it stood last; None without a figure."""


@dataclass(frozen=True, slots=True)
class Renamed:
    """A KPI that an earlier version declared under another id or another name."""

    kpi: str
    was: str
    """The id that it had."""
    name: str
    """The name that it had."""


class UnreadVersion(NamedTuple):
    """A version of the project that cannot be read, and the one before it that is taken in its place."""

    day: date
    """The day on which it was committed."""
    instead: date | None
    """The day of the other one; None where none of those that were tried can be read."""


class PeriodNews(NamedTuple):
    """What flipped in a period before the newest news, by the figures and definitions of today, and what was edited.

    `unread` is the version at its end, where that cannot be read.
    """

    period: Period
    flips: tuple[Change, ...] = ()
    edits: tuple[ToldDifference, ...] = ()
    unread: UnreadVersion | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """All changes of the project that are news, and the KPIs that moved without being news.

    `quiet` moved within natural variation; `lasting` go on to stand out as they did the period before; `untold` have
    no control chart that could tell. A KPI whose latest value stands out is never among the quiet ones.
    `since` is the day of the version of the data with which figures were compared, None where there is no history.
    """

    by_kpi: Mapping[str, tuple[Change, ...]] = field(default_factory=dict)
    quiet: frozenset[str] = frozenset()
    lasting: frozenset[str] = frozenset()
    untold: frozenset[str] = frozenset()
    since: date | None = None
    gone: tuple[Departed, ...] = ()
    """KPIs of that version that are declared no longer."""
    renamed: tuple[Renamed, ...] = ()
    """KPIs that had another id or another name in that version."""
    declared: tuple[ToldDifference, ...] = ()
    """What the YAML declares otherwise than that version, and what flipped by it, as far as readers may know."""
    periods: tuple[PeriodNews, ...] = ()
    """Earlier periods, the newest first, those without any news left out; none until they were looked at."""
    unread: UnreadVersion | None = None
    """The version of a month ago, where that cannot be read."""
