"""The gates: how fast, small and frugal a build has to be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from build_speed import Measured

CHARTS = ("Filling the charts", "Drawing charts")
ENGINE = "Building the site"
OUTLOOK = "Looking at noise"
START = "start and imports"
SHORT = 0.2
"""Steps below so many CPU seconds at the small size are too short for a ratio."""


@dataclass(frozen=True)
class Gate:
    """One promise: what was measured and the most that it may be."""

    words: str
    measured: float
    most: float
    unit: str = ""

    @property
    def passed(self) -> bool:
        """Whether it is kept."""
        return self.measured <= self.most

    def __str__(self) -> str:
        """One line: `gate: peak memory 440.0 <= 800 MB  ok`."""
        verdict = "ok" if self.passed else "MISSED"
        return f"gate: {self.words:<62}{self.measured:>9.2f} <= {self.most:g} {self.unit}  {verdict}".replace(
            "  ok", " ok"
        )


def gates(small: Measured, large: Measured, sizes: tuple[int, int]) -> Iterator[Gate]:
    """Every gate, measured on the builds of a small and a large project of `sizes` KPIs."""
    cold, warm, kpis = large.cold, large.warm, sizes[1]
    apart = step(cold, ENGINE) + step(cold, OUTLOOK) + sum(step(cold, each) for each in CHARTS)
    outlook = step(cold, OUTLOOK)
    yield Gate("all but engine, charts and outlook, CPU", cold["cpu"] - apart, 5, "s")
    yield Gate("noise, outlook and evidence, CPU", outlook, 5, "s")
    yield Gate("noise, outlook and evidence of one KPI, CPU", outlook / kpis * 1000, 5, "ms")
    yield Gate("whole first build, by the bare engine", cold["cpu"] / large.bare, 6, "x")
    yield Gate("whole second build, by the bare engine", warm["cpu"] / large.bare, 6, "x")
    yield Gate("drawing charts in the second build, by the first", _share(warm, cold, CHARTS[1]), 0.1, "x")
    yield Gate("peak memory", max(cold["peak_mb"], warm["peak_mb"]), 800, "MB")
    yield Gate("a KPI page without its chart", large.page["before_chart"] / 1000, 25, "KB")
    yield from _growth(small.cold["steps"], cold["steps"], sizes[1] / sizes[0])


def step(measured: dict[str, Any], label: str) -> float:
    """CPU seconds of the steps whose names start with `label`."""
    return sum(seconds for name, seconds in measured["steps"].items() if name.startswith(label))


def _share(part: dict[str, Any], whole: dict[str, Any], label: str) -> float:
    return step(part, label) / max(step(whole, label), 1e-9)


def _growth(small: dict[str, float], large: dict[str, float], factor: float) -> Iterator[Gate]:
    """Each step grows at most as the number of KPIs does, a tenth of noise allowed."""
    for name, seconds in large.items():
        before = small.get(name, 0.0)
        if name != START and before >= SHORT:
            yield Gate(f"growth of '{name}'", seconds / before, factor * 1.1, "x")
