"""Shares: figures of a KPI in per cent that may be shares of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from bsc_site.load.figures.problem_book import ProblemBook
from bsc_site.load.figures.spelling import WrittenFigure
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.series import Reading

_ALIKE = 10.0
"""Figures that differ by less than this factor are of one kind: a target of 0.5 tells that 0.2 is in per cent too."""


def ask_about_shares(kpi: Kpi, rows: Sequence[Reading], book: ProblemBook) -> None:
    """A finding where all values of a KPI in per cent lie between 0 and 1 and nothing says that they are per cent.

    An error where a source could say so; a warning where the KPI's own target or baseline is of that size, and for
    rows without a source, whose figures are in the KPI's unit by agreement.
    """
    if kpi.unit != "%" or (kpi.source is not None and "scale" in kpi.source.model_fields_set):
        return
    values = [row.value for row in rows]
    largest = max((abs(each) for each in values if each is not None), default=0.0)
    if None in values or largest > 1 or any(map(_marked, values)) or not any(map(_inside, values)):
        return
    shown = max((each for each in values if each is not None and _inside(each)), key=abs)
    told = f"all figures of '{kpi.id}' lie between 0 and 1, such as {shown:.10g}, which is shown as {shown:.10g} %"
    if kpi.source is None:
        book.find(kpi.id, "unit", "BSC351", f"{told}; if it means {shown * 100:.10g} %, write {shown * 100:.10g}")
        return
    mend = f"declare `scale: 100` in its source if it means {shown * 100:.10g} %, or `scale: 1` if not"
    settled = any(_alike(each, values) for each in _declared(kpi))
    book.find(kpi.id, "source", "BSC351" if settled else "BSC350", f"{told}; {mend}")


def _inside(value: float | None) -> bool:
    return value is not None and 0 < abs(value) < 1


def _marked(value: float | None) -> bool:
    return isinstance(value, WrittenFigure) and value.affixes.per_cent


def _declared(kpi: Kpi) -> Iterator[float]:
    """Every figure in the KPI's unit that its definition gives, but zero."""
    limits = kpi.thresholds
    found = [limits.red_flag, limits.red_flag_low, limits.red_flag_high]
    found += [figure for target in kpi.targets for figure in (target.value, target.low, target.high)]
    found += [kpi.baseline.value] if kpi.baseline is not None else []
    found += [kpi.benchmark.value] if kpi.benchmark is not None else []
    return (abs(each) for each in found if each)


def _alike(figure: float, values: Sequence[float | None]) -> bool:
    usual = median(abs(each) for each in values if each)
    return usual / _ALIKE < figure < usual * _ALIKE
