"""Inspecting a project: it is read and judged as by `check`, and looked at as by a build, with a stopwatch."""

from __future__ import annotations

from bsc_site.inspection.oddities import Oddity, oddities_of
from bsc_site.inspection.project_size import ProjectSize, size_of
from bsc_site.inspection.surroundings import Machine, machine_of
from bsc_site.inspection.timing import Stopwatch, TimeTaken
from bsc_site.model.value_class import dataclass
from bsc_site.outcomes import Order
from bsc_site.pipeline import examine


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a report about a fault needs. Nothing that the organisation wrote is in it: no name, id, text or figure."""

    machine: Machine
    size: ProjectSize
    spans: dict[str, TimeTaken]
    oddities: tuple[Oddity, ...]


def inspected(order: Order) -> Inspection:
    """The machine and the project as they are; nothing is written, and no connection is asked."""
    watch = Stopwatch()
    examination = examine(order, watch)
    watch.done()
    machine, size = machine_of(order.root), size_of(order.root, examination)
    return Inspection(machine, size, dict(watch.spans), oddities_of(machine, size, watch.spans))
