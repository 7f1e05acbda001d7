"""Shares: figures of a KPI in per cent that may be shares of one."""

from __future__ import annotations

from collections.abc import Sequence

from babel.numbers import list_currencies

from bsc_site.load.figures.declared_figures import are_sized_as_declared
from bsc_site.load.figures.problem_book import ProblemBook
from bsc_site.load.figures.spelling import WrittenFigure
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import figure_sentences as told

OTHER_UNITS = frozenset({"count", "days", "yes/no", *list_currencies()})
"""Units of which a figure with a per cent sign is plainly none."""

_WITHOUT_SIGNS = (".xls", ".xlsb")
_LARGEST_SHARE = 5


def ask_about_shares(kpi: Kpi, values: Sequence[float | None], book: ProblemBook) -> None:
    """A finding where all `values` of a KPI in per cent lie between 0 and 1 and nothing says that they are per cent.

    An error where a source could say so; a warning where the KPI's own target or baseline is of that size, and for
    rows without a source, whose figures are in the KPI's unit by agreement.
    """
    if kpi.unit != "%" or (kpi.source is not None and "scale" in kpi.source.model_fields_set):
        return
    if kpi.source is not None and kpi.source.file.lower().endswith(_WITHOUT_SIGNS):
        _ask_about_old_workbook(kpi, [each for each in values if each], book)
        return
    largest = max((abs(each) for each in values if each is not None), default=0.0)
    if None in values or largest > 1 or any(map(_marked, values)) or not any(map(_inside, values)):
        return
    shown = max((each for each in values if each is not None and _inside(each)), key=abs)
    figures = {"kpi": kpi.id, "figure": f"{shown:.10g}", "hundredfold": f"{shown * 100:.10g}"}
    if kpi.source is None:
        book.find(kpi.id, "unit", "BSC351", said(told.SHARES_OF_ONE, **figures))
        return
    settled = are_sized_as_declared(kpi, [each for each in values if each])
    book.find(kpi.id, "source", "BSC351" if settled else "BSC350", said(told.SHARES_OF_ONE_IN_A_SOURCE, **figures))


def _ask_about_old_workbook(kpi: Kpi, values: Sequence[float], book: ProblemBook) -> None:
    """These workbooks do not tell which numbers are shown as per cent, so that 1.2 may be 120 %."""
    parts = [each for each in values if not float(each).is_integer()]
    if parts and max(map(abs, values)) <= _LARGEST_SHARE:
        figures = {"kpi": kpi.id, "figure": f"{parts[0]:.10g}", "hundredfold": f"{parts[0] * 100:.10g}"}
        book.find(kpi.id, "source", "BSC350", said(told.SHARES_IN_AN_OLD_WORKBOOK, **figures))


def _inside(value: float | None) -> bool:
    return value is not None and 0 < abs(value) < 1


def _marked(value: float | None) -> bool:
    return isinstance(value, WrittenFigure) and value.affixes.per_cent
