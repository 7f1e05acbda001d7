"""The gates: how fast, small and frugal a build has to be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from build_speed import Size

SHORT = 0.2
"""Steps below so many CPU seconds at the smaller size are too short for a ratio."""


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
        return f"gate: {self.words:<62}{self.measured:>9.2f} <= {self.most:g} {self.unit}".rstrip() + f"  {verdict}"


def gates(sizes: Sequence[Size]) -> Iterator[Gate]:
    """Every gate of every size that was measured, and how the cost grows from size to size."""
    for size in sizes:
        yield from _of_size(size)
    yield from _growth(sizes)


_MOST_MEMORY = {1000: 400.0, 5000: 1024.0}
_MOST_AFTER_AN_EDIT = {100: 1.0, 1000: 2.5}


def _of_size(size: Size) -> Iterator[Gate]:
    at = f"{size.kpis:,} KPIs"
    if size.bare is not None:
        yield Gate(f"{at}: first build, by the bare engine", size.cold.cpu / size.bare, 0.6, "x")
    if size.kpis in _MOST_MEMORY:
        yield Gate(f"{at}: peak of all processes", size.cold.peak_mb, _MOST_MEMORY[size.kpis], "MB")
    if size.served is not None and size.kpis in _MOST_AFTER_AN_EDIT:
        yield Gate(f"{at}: serve shows an edit, wall", size.served.edit, _MOST_AFTER_AN_EDIT[size.kpis], "s")
    if size.kpis == 1000:  # noqa: PLR2004  # the size at which these are promised
        yield from _of_a_thousand(size, at)


def _of_a_thousand(size: Size, at: str) -> Iterator[Gate]:
    yield Gate(f"{at}: assessing and looking ahead, CPU", size.concluding, 1.5, "s")
    yield Gate(f"{at}: a build when nothing changed, CPU", size.builds["nothing changed"].cpu, 0.5, "s")
    changed = size.builds["one figure"].cpu
    yield Gate(f"{at}: a build when one figure changed, CPU", changed, 3, "s")
    yield Gate(f"{at}: a build when one figure changed, by the first", changed / size.cold.cpu, 0.15, "x")
    yield Gate(f"{at}: the site", size.megabytes, 60, "MB")
    yield Gate(f"{at}: the page of a KPI", size.page["kpis/kpi-0001"] / 1000, 25, "KB")
    yield Gate(f"{at}: the status table", size.page["scorecard"] / 1000, 250, "KB")


def _growth(sizes: Sequence[Size]) -> Iterator[Gate]:
    """What a page costs at the largest size by what it costs at half a thousand, and what each step does."""
    by_kpis = {size.kpis: size for size in sizes}
    if not {500, 5000} <= by_kpis.keys():
        return
    small, large = by_kpis[500], by_kpis[5000]
    each = (large.cold.cpu / large.pages) / (small.cold.cpu / small.pages)
    yield Gate("5,000 KPIs: a page, by a page of 500 KPIs", each, 1.15, "x")
    for name, seconds in large.steps["cold"].items():
        before = small.steps["cold"].get(name, 0.0)
        if before >= SHORT and not name.startswith("start"):
            yield Gate(f"5,000 KPIs: '{name}', by 500 KPIs", seconds / before, 11.5, "x")
