"""Vanished figures: those that an earlier version of the data, or the site that stands, has and the data has not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.project import Project
from bsc_site.model.declared.sources.gone_figures import Gone
from bsc_site.model.period import Period, PeriodSpellingError, first_part, last_part, parse_period
from bsc_site.model.problem import Finding, GoneEntries, GoneEntry
from bsc_site.model.rules.reading.promises import GONE_IS_THERE, VANISHED, VANISHED_FROM_SITE
from bsc_site.model.series import Series
from bsc_site.model.value_class import dataclass

_RUNS = 3
"""So many runs of periods have an entry of their own in the line to be written; of more it is one for all."""


@dataclass(frozen=True, slots=True)
class Stood:
    """Which periods of each KPI had a figure before: in the version of a day, or in the site where `day` is None."""

    periods: Mapping[str, Sequence[Period]]
    day: date | None = None


def in_version(before: Mapping[str, Series], day: date) -> Stood:
    """What had a figure in the version of the data that was committed on a day: the complete periods."""
    return Stood({name: [each.period for each in series.complete] for name, series in before.items()}, day)


def in_site(published: Mapping[str, Sequence[str]], project: Project, now: Mapping[str, Series], as_of: date) -> Stood:
    """What has a figure in the site that stands, and not in `now`; none that began after `as_of`.

    Periods are given as the site writes them: only those that are missing are read.
    """
    found = {}
    for name, texts in published.items():
        kpi = project.kpis.get(name)
        if kpi is not None and (lost := set(texts).difference(str(each.period) for each in now[name].observations)):
            read = _read(sorted(lost), project.year_starts_of(kpi))
            found[name] = [each for each in read if each.start <= as_of]
    return Stood(found)


def vanished_figures(project: Project, before: Sequence[Stood], now: Mapping[str, Series]) -> Iterator[Finding]:
    """A finding for each KPI of which one of `before` has periods that `now` has not, the first that has any.

    What is computed from others follows from them, figures of another frequency cannot be compared, and what is said
    to be gone is no loss.
    """
    for kpi in project.kpis.values():
        for each in () if kpi.computed else before:
            stood = each.periods.get(kpi.id, ())
            if stood and (gone := _gone(kpi, stood, now[kpi.id])):
                yield _told(kpi, gone, each.day)
                break


def _read(texts: Iterable[str], year_starts: int) -> Iterator[Period]:
    for text in texts:
        try:
            yield parse_period(text, year_starts)
        except PeriodSpellingError:
            continue


def _gone(kpi: Kpi, before: Iterable[Period], now: Series) -> list[Period]:
    known = {each.period for each in now.observations}
    lost = (each for each in before if each.frequency is now.frequency and each not in known)
    return sorted(each for each in lost if not any(entry.means(each) for _, entry in said_gone(kpi)))


def _told(kpi: Kpi, gone: Sequence[Period], day: date | None) -> Finding:
    told = (("count", len(gone)), ("first", gone[0]), ("last", gone[-1]), ("entries", _entries(kpi, gone)))
    if day is None:
        return Finding(f"kpi/{kpi.id}", "", "BSC371", VANISHED_FROM_SITE.one, told, VANISHED_FROM_SITE.many)
    return Finding(f"kpi/{kpi.id}", "", "BSC371", VANISHED.one, (*told, ("day", day)), VANISHED.many)


def _entries(kpi: Kpi, gone: Sequence[Period]) -> GoneEntries:
    """What the KPI is to declare: what it says already, and an entry for each run of periods."""
    runs = _runs(gone)
    runs = runs if len(runs) <= _RUNS else [(gone[0], gone[-1])]
    known = [GoneEntry(each.from_, each.to, each.period, each.because) for each in kpi.gone]
    return GoneEntries((*known, *(GoneEntry(*run) for run in runs)))


def _runs(periods: Sequence[Period]) -> list[tuple[Period, Period]]:
    """The first and the last of those that follow on one another without a gap."""
    runs: list[tuple[Period, Period]] = []
    for each in periods:
        if runs and each.ordinal == runs[-1][1].ordinal + 1:
            runs[-1] = (runs[-1][0], each)
        else:
            runs.append((each, each))
    return runs


def said_gone(kpi: Kpi) -> tuple[tuple[str, Gone], ...]:
    """What is said to be gone of a KPI, by itself and by its source, each with its key below the KPI."""
    by_source = kpi.source.gone if kpi.source else ()
    own = tuple((f"gone[{index}]", each) for index, each in enumerate(kpi.gone))
    return own + tuple((f"source.gone[{index}]", each) for index, each in enumerate(by_source))


def needlessly_gone(project: Project, now: Mapping[str, Series]) -> Iterator[Finding]:
    """A finding for each entry about periods that have a figure, every one of them."""
    for kpi in project.kpis.values():
        for key, entry in said_gone(kpi):
            first, last = entry.period or entry.from_, entry.period or entry.to
            if first and last and _all_there(now[kpi.id], first, last):
                yield Finding(f"kpi/{kpi.id}", key, "BSC369", GONE_IS_THERE, (("first", first), ("last", last)))


def _all_there(now: Series, first: Period, last: Period) -> bool:
    begin = first_part(first, now.frequency, first.year_starts)
    end = last_part(last, now.frequency, last.year_starts)
    known = {each.period.ordinal for each in now.observations}
    return begin.ordinal <= end.ordinal and known.issuperset(range(begin.ordinal, end.ordinal + 1))
