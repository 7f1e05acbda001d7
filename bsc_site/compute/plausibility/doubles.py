"""Doubles: KPIs of one name, and KPIs of the same figures; figures that are counted up within the year."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from bsc_site.compute.health.subject import Subject, Verdict, breach
from bsc_site.compute.known.memory import NO_MEMORY, Memory
from bsc_site.compute.plausibility.counted_up import counted_up
from bsc_site.compute.plausibility.likely_copies import likely_copies
from bsc_site.compute.plausibility.same_figures import Fingerprint, copied, fingerprint
from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.period import Frequency
from bsc_site.model.problem import Figure, MonthOfYear, Quantity, Span
from bsc_site.model.rules.plausibility import (
    COUNTED_UP,
    COUNTED_UP_AND_AGGREGATED,
    SAME_FIGURES,
    SAME_FIGURES_LATER,
    SAME_NAME,
)
from bsc_site.model.vocabularies import Aggregate

_ADDED = {None, Aggregate.SUM, Aggregate.RATIO}


def same_name(subject: Subject) -> Iterator[Verdict]:
    """No two KPIs of a scorecard have the same name."""
    first: dict[str, Kpi] = {}
    for kpi in (each.kpi for each in subject.own_kpis):
        earlier = first.setdefault(" ".join(kpi.name.casefold().split()), kpi)
        told = breach(SAME_NAME, name=kpi.name, first=earlier.id, second=kpi.id)
        yield Verdict(f"kpi/{kpi.id}", None if earlier is kpi else told, "name")


class FiguresOfAll:
    """The figures of every KPI of a project, prepared once for the comparison of each of them with all others."""

    def __init__(self, assessment: Assessment, memory: Memory = NO_MEMORY) -> None:
        """Computed KPIs are left out: they may well have the figures of others."""
        every = [each for each in assessment.kpis.values() if not each.kpi.computed]
        words = assessment.words
        self.prints = {
            each.kpi.id: memory.recalled("print", words.get(each.kpi.id, ""), partial(_print, each)) for each in every
        }
        by_frequency: dict[Frequency | None, list[KpiAssessment]] = {}
        self._rows: dict[str, int] = {}
        for each in every:
            alike = by_frequency.setdefault(self.prints[each.kpi.id].frequency, [])
            self._rows[each.kpi.id] = len(alike)
            alike.append(each)
        self._alike = by_frequency
        self._tables = {
            frequency: likely_copies([self.prints[each.kpi.id] for each in alike])
            for frequency, alike in by_frequency.items()
        }
        self._before = {frequency: table.before_each() for frequency, table in self._tables.items()}

    def before(self, kpi: str) -> list[KpiAssessment]:
        """The earlier KPIs of the project that may have the figures of this one."""
        frequency, row = self.prints[kpi].frequency, self._rows[kpi]
        each = self._before[frequency]
        found = self._tables[frequency].before(row) if each is None else each.get(row, ())
        return [self._alike[frequency][other] for other in found]


def _print(found: KpiAssessment) -> Fingerprint:
    return fingerprint(point for point in found.points if point.complete)


def figures_twice(subject: Subject, figures: FiguresOfAll) -> Iterator[Verdict]:
    """No KPI has the figures of another one of the project, now or some periods later, unless it is computed."""
    for found in subject.own_kpis:
        if found.kpi.computed:
            continue
        told = None
        for other in figures.before(found.kpi.id):
            same = copied(figures.prints[other.kpi.id], figures.prints[found.kpi.id])
            if same is None or _one_source(found, other):
                continue
            names: dict[str, Figure] = {
                "name": found.kpi.name,
                "other": other.kpi.name,
                "equal": same.equal,
                "common": same.common,
            }
            later: dict[str, Figure] = {"later": Span(abs(same.later), found.kpi.frequency)}
            told = breach(SAME_FIGURES_LATER, **names, **later) if same.later else breach(SAME_FIGURES, **names)
            break
        yield Verdict(f"kpi/{found.kpi.id}", told)


def _one_source(found: KpiAssessment, other: KpiAssessment) -> bool:
    """Whether both read the very same figures, of which another rule speaks."""
    return found.kpi.source is not None and found.kpi.source == other.kpi.source


def counted_without_saying(subject: Subject) -> Iterator[Verdict]:
    """Figures that are counted up within the year are declared as such."""
    for found in subject.own_kpis:
        kpi = found.kpi
        if kpi.computed or kpi.counted_up is not None:
            continue
        count = counted_up([each for each in found.points if each.complete])
        told = count and breach(
            COUNTED_UP if kpi.aggregate in _ADDED else COUNTED_UP_AND_AGGREGATED,
            month=MonthOfYear(count.month),
            high=Quantity(count.before.value, kpi.unit),
            before=count.before.period,
            low=Quantity(count.after.value, kpi.unit),
            after=count.after.period,
            since="year" if count.month == subject.card.fiscal_year_starts else count.month,
        )
        yield Verdict(f"kpi/{kpi.id}", told)
