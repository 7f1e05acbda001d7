"""Expected figures: what a KPI's own figures must be, and which of them are not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.project import Project
from bsc_site.model.declared.sources.expectations import FigureExpectation
from bsc_site.model.period import Period
from bsc_site.model.problem import Figure as Told
from bsc_site.model.problem import Finding
from bsc_site.model.rules.reading.promises import FIGURE_ABOVE, FIGURE_BELOW, FIGURE_MISSING
from bsc_site.model.saying.said import Counted
from bsc_site.model.series import Observation, Series


def unexpected_figures(project: Project, series: Mapping[str, Series]) -> Iterator[Finding]:
    """A finding for each expectation of a KPI that does not hold of the figures of its complete periods."""
    for kpi in project.kpis.values():
        if kpi.expect is not None:
            yield from _findings(kpi, kpi.expect, series[kpi.id].complete)


def _findings(kpi: Kpi, expect: FigureExpectation, known: Sequence[Observation]) -> Iterator[Finding]:
    least, most = expect.min, expect.max
    below = [each for each in known if least is not None and each.value < least]
    above = [each for each in known if most is not None and each.value > most]
    for key, bound, beyond, sentence in (("min", least, below, FIGURE_BELOW), ("max", most, above, FIGURE_ABOVE)):
        if beyond:
            value = (("value", f"{beyond[0].value:.10g}"), ("bound", f"{bound:.10g}"))
            yield _finding(kpi, key, sentence, (("count", len(beyond)), ("period", beyond[0].period), *value))
    gaps = _gaps([each.period for each in known]) if expect.not_null else []
    if gaps:
        yield _finding(kpi, "not_null", FIGURE_MISSING, (("count", len(gaps)), ("period", gaps[0])))


def _finding(kpi: Kpi, key: str, sentence: Counted, told: tuple[tuple[str, Told], ...]) -> Finding:
    code = "BSC358" if kpi.expect is None or kpi.expect.severity == "error" else "BSC359"
    return Finding(f"kpi/{kpi.id}", f"expect.{key}", code, sentence.one, told, sentence.many)


def _gaps(periods: Sequence[Period]) -> list[Period]:
    known = {each.ordinal for each in periods}
    first = periods[0] if periods else None
    if first is None:
        return []
    return [first.shift(each - first.ordinal) for each in range(first.ordinal, max(known)) if each not in known]
