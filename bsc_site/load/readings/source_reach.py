"""How far a source reaches beside the rows that are taken from it: as declared, and by its whole table."""

from __future__ import annotations

from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.fields import BUSINESS_DAYS
from bsc_site.model.period import Period
from bsc_site.model.series import Reach


def declared_reach(kpi: Kpi, held: frozenset[Period]) -> Reach:
    """What the source says of itself; `held` are the periods of the whole table where rows are filtered out of it."""
    covers = kpi.source.covers if kpi.source else None
    if isinstance(covers, Period):
        return Reach(held, until=covers.end)
    return Reach(held, business_days=covers == BUSINESS_DAYS)
