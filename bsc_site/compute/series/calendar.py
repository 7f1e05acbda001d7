"""Calendar: the periods on which the figures of a KPI are put together."""

from __future__ import annotations

from datetime import date

from bsc_site.model.period import Frequency, Period, last_part, period_of
from bsc_site.model.value_class import dataclass

_OWN_CALENDAR = Frequency.QUARTERLY.rank
"""From quarters on, the organisation's year decides where a period starts."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The frequency to aggregate to, the month in which the organisation's year starts, and the build's date."""

    frequency: Frequency
    year_starts: int
    as_of: date

    @property
    def common(self) -> bool:
        """Whether its periods are those of everybody, so that each that is as long is one of them."""
        return self.year_starts == 1 or self.frequency.rank < _OWN_CALENDAR

    def period_with(self, period: Period) -> Period:
        """The period of this calendar to which `period` belongs: where it ends, for a week where its Thursday lies."""
        if period.frequency is self.frequency and self.common:
            return period
        return last_part(period, self.frequency, self.year_starts)

    @property
    def running(self) -> Period:
        """The period in which the build's date lies."""
        return period_of(self.as_of, self.frequency, self.year_starts)
