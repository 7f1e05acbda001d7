"""Series when asked: those of all KPIs, each made when somebody wants to see it whose findings are known already."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from bsc_site.compute.known.memory import Memory
from bsc_site.compute.known.value_code import ValueCode
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.problem import Finding
from bsc_site.model.series import Series

Make: TypeAlias = Callable[[Kpi], tuple[Series, tuple[Finding, ...]]]
_CODE = ValueCode()


class SeriesWhenAsked(Mapping[str, Series]):
    """KPI id to its series; `make` makes it, and says what is wrong with its figures.

    `words` are those of series that follow from nothing but their words; all others are made at once.
    """

    def __init__(self, kpis: Mapping[str, Kpi], make: Make, words: Mapping[str, str], memory: Memory) -> None:
        """No series is made yet."""
        self._kpis, self._make, self._words, self._memory = kpis, make, words, memory
        self._made: dict[str, Series] = {}

    def findings(self, kpi: Kpi) -> tuple[Finding, ...]:
        """What is wrong with the figures of a KPI."""
        word = self._words.get(kpi.id, "")
        known: tuple[Finding, ...] | None = self._memory.found("findings", word, _CODE)
        if known is not None:
            return known
        made, findings = self._make(kpi)
        self._made[kpi.id] = made
        self._memory.keep("series", word, made)
        self._memory.keep("findings", word, findings, _CODE)
        return findings

    def __getitem__(self, kpi: str) -> Series:
        """The series of a KPI."""
        made = self._made.get(kpi)
        if made is None:
            declared = self._kpis[kpi]
            made = self._memory.recalled("series", self._words.get(kpi, ""), lambda: self._make(declared)[0])
            self._made[kpi] = made
        return made

    def __iter__(self) -> Iterator[str]:
        """All KPIs, in the order of the project."""
        return iter(self._kpis)

    def __len__(self) -> int:
        """How many KPIs there are."""
        return len(self._kpis)
