"""Targets and what stands beside them: red flags, the baseline, and what others say of a KPI."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import Field

from bsc_site.model.fields import Figure, Part, When
from bsc_site.model.period import Period
from bsc_site.model.translated.prose import ProperName, Prose


class Thresholds(Part):
    """Explicit ends of the amber zone, in the KPI's unit; for a band one on each side."""

    red_flag: Figure | None = None
    """The last value that is at risk and not yet off track, on the bad side of every target; else the tolerance
    tells."""
    red_flag_low: Figure | None = None
    """The last value below the band that is at risk and not yet off track, for direction band only."""
    red_flag_high: Figure | None = None
    """The last value above the band that is at risk and not yet off track, for direction band only."""


class OfficialRating(Part):
    """What somebody official, such as a regulator, says of a KPI in one period; it stands beside the value."""

    period: When
    """The time of which it speaks; it stands at the figure that this time ends with."""
    rating: ProperName
    """The rating in the words of who gave it, such as `Good`, `A+` or `4 stars`."""


class Target(Part):
    """What the KPI should reach by a period: one value, or a band from `low` to `high`.

    A target that was changed on the way stands there in versions: the old one with `until`, the new one with `from`.
    """

    period: When
    """The period by whose end the target is to be reached; of figures that are added up, the one that it is the sum
    of."""
    value: Figure | None = None
    """What is to be reached, in the KPI's unit; a KPI with direction band has low and high instead."""
    low: Figure | None = None
    """The lower end of the band, in the KPI's unit, for direction band only."""
    high: Figure | None = None
    """The upper end of the band, in the KPI's unit, for direction band only."""
    from_: When | None = Field(default=None, alias="from", examples=[2022])
    """The first period that is judged by this version of the target; without it, all from the beginning."""
    until: When | None = Field(default=None, examples=[2021])
    """The last period that is judged by this version of the target; without it, all that come."""
    note: Prose = ""
    """What there is to say about the target, such as who agreed to it, shown beside it."""

    def judges(self, period: Period) -> bool:
        """Whether this version is the one of a period: of the day with which it ends, the Thursday of a week."""
        day = period.deciding_day
        return (self.from_ is None or self.from_.start <= day) and (self.until is None or day <= self.until.end)


def in_force(targets: Iterable[Target], period: Period | None) -> tuple[Target, ...]:
    """The versions of targets by which `period` is judged; without one, those that do not end."""
    if period is None:
        return tuple(each for each in targets if each.until is None)
    return tuple(each for each in targets if each.judges(period))


class Baseline(Part):
    """Where the KPI stood when the strategy began."""

    period: When
    """The period in which the KPI stood there, before the first target; the path of the targets begins with it."""
    value: Figure | None = None
    """Where the KPI stood then, in its unit; taken from the data of that period where it is left out."""


class FoundBaseline(Baseline):
    """A baseline that is declared by its period alone, with the figure that stands in the data."""
