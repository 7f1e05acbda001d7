"""The natural limit in a forecast: nothing is expected beyond the best value that can be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bsc_site.model.concluded.outlook import FanPoint, Forecast
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.vocabularies import Direction


def within_limit(forecast: Forecast, kpi: Kpi) -> Forecast:
    """The forecast cut off at the declared limit of the KPI, on its better side; unchanged where there is none."""
    limit = kpi.limit
    if limit is None or kpi.direction not in (Direction.HIGHER, Direction.LOWER):
        return forecast
    nearer: Callable[[float, float], float] = min if kpi.direction is Direction.HIGHER else max
    return replace(forecast, points=tuple(_cut(each, limit, nearer) for each in forecast.points))


def _cut(point: FanPoint, limit: float, nearer: Callable[[float, float], float]) -> FanPoint:
    return point._replace(
        value=nearer(point.value, limit),
        lower80=nearer(point.lower80, limit),
        upper80=nearer(point.upper80, limit),
        lower95=nearer(point.lower95, limit),
        upper95=nearer(point.upper95, limit),
    )
