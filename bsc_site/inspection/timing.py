"""Timing: how long each step of a command takes."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

from bsc_site.model.value_class import dataclass

Clock = Callable[[], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class TimeTaken:
    """How long one step took: seconds by the clock on the wall, and of them how many a processor was busy."""

    wall: float
    cpu: float


def process_clock() -> tuple[float, float]:
    """Seconds since some moment, and those that this process has used a processor."""
    return time.monotonic(), time.process_time()


class Stopwatch:
    """Listens to the progress of a command and notes when each of its steps begins."""

    def __init__(self, clock: Clock = process_clock) -> None:
        """Read times from `clock`."""
        self._clock = clock
        self._begun: list[tuple[str, tuple[float, float]]] = []

    def step(self, text: str) -> None:
        """A step begins, by this name."""
        self._begun.append((text, self._clock()))

    def goes_on(self) -> None:
        """Steps are enough."""

    def done(self) -> None:
        """The last step is over."""
        self.step("")

    @property
    def spans(self) -> Mapping[str, TimeTaken]:
        """Each step that is over with its time."""
        ends = (moment for _, moment in self._begun[1:])
        pairs = zip(self._begun, ends, strict=False)
        return {name: TimeTaken(end[0] - begun[0], end[1] - begun[1]) for (name, begun), end in pairs}
