"""Indicator results: target and actual results of one performance indicator as targets and rows of data."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import field
from decimal import Decimal
from typing import Any

from bsc_site.exchange.draft.plain_text import plain_text
from bsc_site.exchange.draft.project_files import FigureRow, figure_text
from bsc_site.exchange.stratml.plan_remarks import PlanRemarks, own_text, quoted
from bsc_site.exchange.stratml.result_periods import DaySpan, Rhythm, day_of, rhythm_of
from bsc_site.exchange.stratml.xml_tree import XmlElement
from bsc_site.model.fields import LARGEST_FIGURE
from bsc_site.model.period import Frequency, Period
from bsc_site.model.value_class import dataclass

_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)")
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|[+-]?\d{1,3},\d{3}\.\d+")
"""Commas between thousands where they can be nothing else."""


@dataclass(frozen=True, slots=True)
class Result:
    """One target or actual result with a number: how much, from when to when, and what is said about it."""

    element: XmlElement
    value: float
    span: DaySpan
    note: str


@dataclass(slots=True)
class Results:
    """What became of the results of one indicator: keys of the KPI, and rows of its data."""

    keys: dict[str, Any] = field(default_factory=dict)
    rows: list[FigureRow] = field(default_factory=list)


def results_of(indicator: XmlElement, kpi: str, remarks: PlanRemarks, year_starts: int | None = None) -> Results:
    """Frequency, targets and rows of data of an indicator. What is left out, or could be two, goes to the remarks.

    `year_starts` is the month with which the plan begins.
    """
    instances = list(indicator.all("measurementinstance"))
    targets = _read((each for one in instances for each in one.all("targetresult")), remarks)
    actuals = _read((each for one in instances for each in one.all("actualresult")), remarks)
    found = Results()
    if not targets and not actuals:
        return found
    rhythm = rhythm_of([each.span for each in actuals or targets], year_starts)
    if rhythm is None:
        for each in (*targets, *actuals):
            remarks.lost(each.element, f"{_told(each)} is left out: from the dates no one rhythm of periods follows")
        return found
    found.keys["frequency"] = rhythm.frequency.value
    if rhythm.year_starts != 1:
        found.keys["fiscal_year_starts"] = rhythm.year_starts
    due = _by_period(targets, rhythm, remarks, is_target=True)
    figures = _by_period(actuals, rhythm, remarks, is_target=False)
    found.keys["targets"] = [
        {"period": str(period), "value": _number(each.value), "note": each.note}
        for period, each in sorted(due.items())
        if period not in figures or each.note
    ]
    for period, actual in sorted(figures.items()):
        beside = due.get(period)
        target = figure_text(beside.value) if beside and not beside.note else ""
        found.rows.append(FigureRow(kpi, str(period), figure_text(actual.value), target, actual.note))
    return found


def _read(elements: Iterable[XmlElement], remarks: PlanRemarks) -> list[Result]:
    return [result for each in elements if (result := _result(each, remarks)) is not None]


def _result(element: XmlElement, remarks: PlanRemarks) -> Result | None:
    texts: dict[str, str] = {}
    for name in ("numberofunits", "startdate", "enddate", "description"):
        held = [each for each in element.all(name) if plain_text(each.text())]
        if held:
            texts[name] = plain_text(held[0].text())
            held[0].used = name != "description"
            for each in held[0].below():
                each.used = True
    if "numberofunits" not in texts:
        return None
    value = _value(texts["numberofunits"])
    span = _span(texts)
    words = f"{element.written.rpartition(':')[2]} {quoted(texts['numberofunits'])}"
    if value is None:
        remarks.lost(element, f"{words} is left out: it is not one number; write it like 1234 or 12.5")
    elif span is None:
        dates = " to ".join(texts[name] for name in ("startdate", "enddate") if name in texts) or "no date"
        remarks.lost(element, f"{words} is left out: it has {dates}, and a figure needs an EndDate like 2025-12-31")
    else:
        for each in element.all("description"):
            each.used = True
        return Result(element, value, span, " ".join(texts.get("description", "").split()))
    return None


def _value(text: str) -> float | None:
    written = text.removesuffix("%").strip()
    if _GROUPED.fullmatch(written):
        written = written.replace(",", "")
    number = float(Decimal(written)) if _NUMBER.fullmatch(written) else None
    return number if number is not None and abs(number) <= LARGEST_FIGURE else None


def _span(texts: dict[str, str]) -> DaySpan | None:
    end = day_of(texts.get("enddate", ""), last=True)
    start = day_of(texts["startdate"], last=False) if "startdate" in texts else None
    if end is None or (start is None and "startdate" in texts) or (start is not None and start > end):
        return None
    return DaySpan(start, end)


def _by_period(
    results: Iterable[Result], rhythm: Rhythm, remarks: PlanRemarks, *, is_target: bool
) -> dict[Period, Result]:
    """The results by their periods; one that fits none is left out, and so are two that contradict each other."""
    found: dict[Period, list[Result]] = defaultdict(list)
    for each in results:
        period = _period(each, rhythm, is_target=is_target)
        if period is None:
            words = f"is left out: {_days(each.span)} is no period beside figures that are {rhythm.frequency.value}"
            remarks.lost(each.element, f"{_told(each)} {words}")
        else:
            if is_target and each.span.start and each.span.start < period.start:
                remarks.lost(
                    each.element, f"the target is kept for {period}; that it begins on {each.span.start} is not"
                )
            found[period].append(each)
    kept: dict[Period, Result] = {}
    for period, same in found.items():
        if len({each.value for each in same}) == 1:
            kept[period] = same[0]
            continue
        for each in same:
            remarks.lost(each.element, f"{_told(each)} is left out: {period} has several that differ; keep one of them")
    return kept


def _period(result: Result, rhythm: Rhythm, *, is_target: bool) -> Period | None:
    """The period of a result; a target that is to be reached over longer than a year is one of its last year."""
    period = rhythm.period(result.span)
    if period is not None or not is_target or rhythm.frequency is not Frequency.YEARLY:
        return period
    last = rhythm.period(DaySpan(None, result.span.end))
    return last if last and result.span.start and result.span.start < last.start else None


def _told(result: Result) -> str:
    return f"{result.element.written.rpartition(':')[2]} {figure_text(result.value)}"


def _days(span: DaySpan) -> str:
    return f"{span.start} to {span.end}" if span.start else f"{span.end}"


def _number(value: float) -> float | int:
    return int(value) if value.is_integer() else value


def says_anything(indicator: XmlElement) -> bool:
    """Whether an indicator holds any text but its own identifiers."""
    labels = {"identifier", "sequenceindicator", "referentidentifier"}
    return any(own_text(each) for each in indicator.below() if each.name not in labels)
