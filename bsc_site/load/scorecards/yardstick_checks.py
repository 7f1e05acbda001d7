"""The yardstick as declared: a natural limit that contradicts other values, a pace that leads to or from zero."""

from __future__ import annotations

from collections.abc import Iterator

from bsc_site.load.scorecards.target_checks import Complaint
from bsc_site.load.yaml.marked_yaml import KeyPath
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.vocabularies import Direction, Method


def yardstick_complaints(kpi: Kpi) -> Iterator[Complaint]:
    """What is wrong with the limit of a KPI, and with what its pace is measured from and to."""
    values = list(_declared(kpi))
    if kpi.limit is not None:
        yield from _beyond(kpi, kpi.limit, values)
    if kpi.scoring.method is Method.PACE and kpi.direction is not Direction.BAND:
        yield from _no_pace(values)


def _declared(kpi: Kpi) -> Iterator[tuple[KeyPath, str, float]]:
    if kpi.baseline is not None and kpi.baseline.value is not None:
        yield ("baseline", "value"), "baseline", kpi.baseline.value
    for index, target in enumerate(kpi.targets):
        if target.value is not None:
            yield ("targets", index, "value"), "target", target.value


def _beyond(kpi: Kpi, limit: float, values: list[tuple[KeyPath, str, float]]) -> Iterator[Complaint]:
    if kpi.direction not in (Direction.HIGHER, Direction.LOWER):
        message = f"a limit lies on the better side, and direction {kpi.direction} has none; remove limit:"
        yield Complaint(("limit",), "BSC176", message)
        return
    for path, word, value in values:
        if value > limit if kpi.direction is Direction.HIGHER else value < limit:
            yield Complaint(
                path, "BSC175", f"the {word} {value:g} lies beyond the limit {limit:g}; correct one of the two"
            )


def _no_pace(values: list[tuple[KeyPath, str, float]]) -> Iterator[Complaint]:
    for path, word, value in values:
        if value <= 0:
            message = (
                f"growth by the same share each year leads neither to nor from {value:g}, so this {word} leaves no "
                "pace and no status; write scoring: progress"
            )
            yield Complaint(path, "BSC174", message)
