"""The code of an assessed KPI: its points and its outlook column by column, whatever else by the code of values."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import repeat
from typing import Any, NamedTuple, TypeVar

from bsc_site.compute.known.value_code import ValueCode, periods_in, told_periods
from bsc_site.model.concluded.assessment import Expectation, KpiAssessment, Point
from bsc_site.model.concluded.outlook import FanPoint, SignalPoint
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.provenance import Provenance
from bsc_site.model.vocabularies import PointLabel, Status

_Row = TypeVar("_Row", Expectation, FanPoint, Point, SignalPoint)
_OTHERS = (
    "status", "score", "progress", "pace", "trend", "freshness", "calculation", "course", "ratings", "other_baseline",
    "breakdowns",
)  # fmt: skip
_USUAL: dict[str, Any] = {"note": "", "count": 1, "running": False, "rating": ""}
"""What most points say."""
_STATUSES, _LABELS = tuple(Status), tuple(PointLabel)


class AssessedCode(NamedTuple):
    """That of one KPI as its readers see it declared, whose figures have one origin; `home` is its scorecard's id.

    Where an assessment holds one and the same text at many places, one made of what was kept does as well: by that
    pages know that they need not be written again.
    """

    seen: Kpi
    home: str
    origin: Provenance

    def told(self, found: KpiAssessment) -> Any:
        """The KPI as plain lists. TypeError where its data says more of its declaration than the decimals."""
        if found.origin != self.origin or found.kpi != self.seen.model_copy(update={"decimals": found.kpi.decimals}):
            raise TypeError(found.kpi.id)
        places = [next((at for at, one in enumerate(found.points) if one is each), None) for each in _latest(found)]
        code = ValueCode(self.origin)
        others = [code.told(getattr(found, name)) for name in _OTHERS]
        return [found.kpi.decimals, _told_points(found.points), places, others]

    def value(self, told: Any) -> KpiAssessment:
        """The KPI that was told so."""
        decimals, columns, places, others = told
        points = _points_in(columns)
        current, previous = (None if at is None else points[at] for at in places)
        kpi = self.seen if decimals == self.seen.decimals else self.seen.model_copy(update={"decimals": decimals})
        fields = dict(zip(_OTHERS, map(ValueCode(self.origin).value, others), strict=True))
        return KpiAssessment(
            kpi=kpi,
            scorecard=self.home,
            points=points,
            current=current,
            previous=previous,
            origin=self.origin,
            **fields,
        )


class OutlookCode(NamedTuple):
    """That of the outlook of an assessed KPI."""

    found: KpiAssessment

    def told(self, found: KpiAssessment) -> Any:
        """Signal and forecast as plain lists."""
        code, signal, forecast = ValueCode(), found.signal, found.forecast
        labels = [_LABELS.index(each.label) for each in signal.points]
        around = [code.told(replace(signal, points=())), code.told(replace(forecast, points=()))]
        return [*around, _told_rows(signal.points, 2), labels, _told_rows(forecast.points, 1)]

    def value(self, told: Any) -> KpiAssessment:
        """The KPI with the outlook that was told so."""
        code = ValueCode()
        signal, forecast = code.value(told[0]), code.value(told[1])
        (periods, *figures), labels, (ahead, *fan) = told[2:]
        chart = zip(periods_in(periods), map(_LABELS.__getitem__, labels), *figures, strict=True)
        points = _rows_of(SignalPoint, chart)
        to_come = _rows_of(FanPoint, zip(periods_in(ahead), *fan, strict=True))
        return replace(self.found, signal=replace(signal, points=points), forecast=replace(forecast, points=to_come))


def _rows_of(kind: type[_Row], rows: Iterable[tuple[Any, ...]]) -> tuple[_Row, ...]:
    """Rows of that kind, a hundred thousand in a build. ValueError where they have too few fields or too many."""
    made = tuple(map(tuple.__new__, repeat(kind), rows))
    if made and len(made[0]) != len(kind._fields):
        raise ValueError(kind)
    return made


def _latest(found: KpiAssessment) -> tuple[Point | None, Point | None]:
    return found.current, found.previous


def _told_rows(rows: Sequence[tuple[Any, ...]], first: int) -> list[Any]:
    """Rows as the column of their periods and those of their figures, the `first` one and all after it."""
    columns = list(zip(*rows, strict=True))
    if not columns:
        return [[]]
    return [told_periods(columns[0]), *columns[first:]]


def _told_points(points: Sequence[Point]) -> Any:
    if not points:
        return None
    columns = dict(zip(Point._fields, zip(*points, strict=True), strict=True))
    code, expected = ValueCode(), list(zip(*columns["expected"], strict=True))
    return [
        told_periods(columns["period"]),
        columns["value"],
        columns["complete"],
        [None if column.count(None) == len(points) else column for column in expected],
        [_STATUSES.index(each) for each in columns["status"]],
        columns["score"],
        *(
            None if columns[name].count(usual) == len(points) else list(map(code.told, columns[name]))
            for name, usual in _USUAL.items()
        ),
    ]


def _points_in(told: Any) -> tuple[Point, ...]:
    if told is None:
        return ()
    periods, values, complete, expected, statuses, scores, *others = told
    when, code = periods_in(periods), ValueCode()
    rows = zip(*(repeat(None, len(when)) if column is None else column for column in expected), strict=True)
    rest: list[Iterable[Any]] = [
        repeat(usual, len(when)) if column is None else map(code.value, column)
        for column, usual in zip(others, _USUAL.values(), strict=True)
    ]
    known = (_rows_of(Expectation, rows), map(_STATUSES.__getitem__, statuses))
    return _rows_of(Point, zip(when, values, complete, *known, scores, *rest, strict=True))
