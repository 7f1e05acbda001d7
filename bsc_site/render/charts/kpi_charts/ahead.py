"""What lies ahead: the path of the target, the forecast beside it, and how much of both is drawn."""

from __future__ import annotations

from datetime import date, timedelta

from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.concluded.outlook import FanPoint
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.targets import in_force
from bsc_site.model.period import Period
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Method, PathShape

_FUTURE_SHARE = 0.35
"""How much of the history's length a far future takes."""
_NEAR_SHARE = 0.6
"""How much of it a future may take that reaches the next target."""
_A_YEAR = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Ahead:
    """Corners of the target path after the latest period, and the next dated target if there is one."""

    corners: tuple[tuple[date, float], ...] = ()
    aim: tuple[Period, float] | None = None


def outlook_of(assessed: KpiAssessment) -> Ahead:
    """Where the target goes from the latest observed period on; cut where it would squeeze the history."""
    judged = [each for each in assessed.points if each.expected.target is not None]
    if not judged:
        return Ahead()
    latest, now = judged[-1].period, judged[-1].expected.target
    aim = _next(assessed.kpi, latest)
    if aim is None or now is None:
        return Ahead()
    history = max(latest.start - assessed.points[0].period.start, latest.shift(2).start - latest.start)
    near = aim[0].start <= latest.start + history * _NEAR_SHARE
    limit = aim[0].start if near else latest.start + history * _FUTURE_SHARE
    if assessed.kpi.scoring.method is Method.PACE:
        curve = (each for each in assessed.course if latest.start < each.period.start <= limit)
        return Ahead(((latest.start, now), *((each.period.start, each.value) for each in curve)), aim)
    return Ahead(tuple(_way(assessed.kpi, (latest.start, now), (aim[0].start, aim[1]), limit)), aim)


def drawn_fan(assessed: KpiAssessment, outlook: Ahead) -> tuple[FanPoint, ...]:
    """The forecast as far as the path of the target is drawn; without one up to a year, and a third of the history."""
    points, now = assessed.forecast.points, assessed.current
    if not points or now is None:
        return ()
    if outlook.corners:
        end = outlook.corners[-1][0]
    else:
        history = now.period.start - assessed.points[0].period.start
        end = now.period.start + min(history * _FUTURE_SHARE, _A_YEAR)
    return tuple(each for each in points if each.period.start <= end)


def _next(kpi: Kpi, latest: Period) -> tuple[Period, float] | None:
    dated = sorted(
        (
            (each.period.within(kpi.frequency), each.value)
            for each in in_force(kpi.targets, latest)
            if each.value is not None
        ),
        key=lambda each: each[0].start,
    )
    return next(((period, value) for period, value in dated if period.start > latest.start), None)


def _way(kpi: Kpi, start: tuple[date, float], end: tuple[date, float], limit: date) -> list[tuple[date, float]]:
    if kpi.path is PathShape.STEP:
        step = [start, (end[0], start[1]), end]
        return step if end[0] <= limit else [start, (limit, start[1])]
    if end[0] <= limit:
        return [start, end]
    share = (limit - start[0]) / (end[0] - start[0])
    return [start, (limit, start[1] + share * (end[1] - start[1]))]
