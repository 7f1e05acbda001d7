"""Official ratings: what a regulator or the like says of a KPI, as the data has it and as it is declared."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from bsc_site.compute.known.kpi_home import KpiHome
from bsc_site.model.concluded.assessment import Rated
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.period import last_part
from bsc_site.model.series import Observation


def declared_ratings(kpi: Kpi, home: KpiHome) -> dict[int, str]:
    """The declared ratings by the ordinal of the KPI's period at which each stands: the last of those rated."""
    starts = home.year_starts_of(kpi)
    return {last_part(each.period, kpi.frequency, starts).ordinal: each.rating for each in kpi.ratings}


def both(in_data: str, declared: str) -> str:
    """What stands in the data and what is declared; where the two differ, readers see both."""
    return "; ".join(dict.fromkeys(each for each in (in_data, declared) if each))


def all_ratings(kpi: Kpi, observations: Iterable[Observation], as_of: date) -> tuple[Rated, ...]:
    """Every rating of a period that has begun, by the end of its period."""
    found = {each.period: each.rating for each in observations if each.rating}
    for each in kpi.ratings:
        if each.period.start <= as_of:
            found[each.period] = both(found.get(each.period, ""), each.rating)
    rated = (Rated(period, rating) for period, rating in found.items())
    return tuple(sorted(rated, key=lambda each: (each.period.end, each.period.start)))
