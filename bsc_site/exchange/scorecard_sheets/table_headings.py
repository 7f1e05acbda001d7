"""Table headings: where a table of measures begins, and what its columns hold, below one to three rows of headings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from bsc_site.exchange.workbooks.grid import GridCell, SheetGrid
from bsc_site.model.period import Frequency, Period, period_of
from bsc_site.model.value_class import dataclass

PeriodOf = Callable[[str], Period | None]
"""The period that a heading spells, None for any other text."""
_WITHIN = 30
"""Rows of a sheet from the top among which the headings are looked for."""
_DEEPEST = 3
"""Rows of headings: a year over its months over plan and actual."""
_HEADINGS = {
    "perspective": ("perspective", "bsc perspective", "perspektive", "perspectiva"),
    "objective": (
        *("objective", "objectives", "strategic objective", "strategic objectives", "goal", "strategic goal"),
        *("ziel", "strategisches ziel", "objectif", "objetivo"),
    ),
    "kpi": (
        *("kpi", "kpis", "measure", "measures", "metric", "metrics", "indicator", "indicators", "performance measure"),
        *("performance indicator", "key performance indicator", "kennzahl", "messgröße", "indicateur", "indicador"),
    ),
    "unit": ("unit", "units", "unit of measure", "unit of measurement", "uom", "einheit", "unité", "unidad"),
    "direction": ("direction", "polarity", "desired direction", "better", "good is", "richtung"),
    "target": ("target", "targets", "target value", "zielwert", "soll", "plan", "cible", "meta"),
    "owner": (
        *("owner", "responsible", "kpi owner", "measure owner", "accountable"),
        *("verantwortlich", "verantwortliche", "responsable"),
    ),
    "description": ("description", "definition", "beschreibung", "descripción"),
    "note": ("note", "notes", "comment", "comments", "bemerkung"),
}
_WORDS = {word: key for key, words in _HEADINGS.items() for word in words}


class FigureKind(StrEnum):
    """What the figures of a column or a row are."""

    ACTUAL = "actual"
    PLAN = "plan"
    PREVIOUS = "previous year"


_KINDS = (
    (
        FigureKind.PREVIOUS,
        (
            r"(?:actuals? )?(?:previous|prior|last) (?:year|yr)|ist vorjahr|vorjahr(?:eswert)?"
            r"|ann[ée]e pr[ée]c[ée]dente|a[ñn]o anterior|vj|py|ly"
        ),
    ),
    (FigureKind.PLAN, r"target|goal|plan(?:ned|wert)?|budget|ziel(?:wert)?|soll(?:wert)?|cible|objetivo|pl"),
    (FigureKind.ACTUAL, r"actuals?|ist(?:wert)?|results?|values?|wert|r[ée]alis[ée]|real|ac"),
)
_KIND_WORDS = tuple((kind, re.compile(rf"\b(?:{words})\b[:\s/–-]*", re.IGNORECASE)) for kind, words in _KINDS)


@dataclass(frozen=True, slots=True)
class TableColumns:
    """Where things stand in a table: rows of headings, columns by what they say, periods of figures by column."""

    first: int
    """The position of the first row of headings; `head` is that of the last."""
    head: int
    named: Mapping[str, int]
    figures: Mapping[FigureKind, Mapping[int, Period]]
    kinds: int | None = None
    """The column that says of each row whether it is plan, actual or previous year."""
    titles: Mapping[int, str] = field(default_factory=dict)
    """The whole heading of each column that has any."""
    by_sheet: bool = False
    """Whether the sheet is named by the one period of all its figures."""

    @property
    def in_blocks(self) -> bool:
        """Whether each period has several columns or rows, of which one is the plan."""
        several = self.kinds is not None or self.head > self.first or self.by_sheet
        return several or bool(self.figures[FigureKind.PREVIOUS])

    @property
    def dated(self) -> int:
        """How many columns hold figures of a period."""
        return sum(len(each) for each in self.figures.values())


class _PeriodHeading(NamedTuple):
    kind: FigureKind | None
    period: Period | None


def columns_of(grid: SheetGrid, period_of_heading: PeriodOf) -> TableColumns | None:
    """The columns of the table that a sheet holds; None for a sheet without one.

    Its headings are those of the rows among which most columns have a period; between equals the first and fewest.
    """
    best: TableColumns | None = None
    for head in range(min(_WITHIN, len(grid.rows))):
        for depth in range(1, min(_DEEPEST, head + 1) + 1):
            found = _columns(grid, head - depth + 1, head, period_of_heading)
            if found is not None and (best is None or found.dated > best.dated):
                best = found
    return best


def kind_of(text: str) -> FigureKind | None:
    """What a text such as `Ist` or `Plan` says of its row, and nothing else; None for any other text."""
    words = " ".join(text.split())
    return next((kind for kind, form in _KIND_WORDS if words and form.fullmatch(words)), None)


def _columns(grid: SheetGrid, first: int, head: int, period_of_heading: PeriodOf) -> TableColumns | None:
    rows = grid.rows[first : head + 1]
    width = max((len(row) for row in rows), default=0)
    filled = [*(_filled(row, width) for row in rows[:-1]), list(rows[-1])]
    named: dict[str, int] = {}
    figures: dict[FigureKind, dict[int, Period]] = {kind: {} for kind in FigureKind}
    titles: dict[int, str] = {}
    for at in range(width):
        own = [row[at] for row in rows if at < len(row) and row[at].text]
        key = next((key for each in own if (key := _word(each))), None) if own else None
        parts = [row[at] for row in filled if at < len(row) and row[at].text]
        titles[at] = " ".join(each.text for each in parts)
        heading = _heading(parts, period_of_heading) if _ends_here(rows, at) else _PeriodHeading(None, None)
        if heading.period is not None:
            figures[heading.kind or FigureKind.ACTUAL][at] = heading.period
        elif key is not None and (key != "target" or len(parts) == 1):
            named.setdefault(key, at)
    by_sheet = not any(figures.values()) and _date_by_sheet(period_of_heading(grid.sheet), named, figures, titles)
    found = TableColumns(first, head, named, figures, None, titles, by_sheet)
    if "kpi" not in named or not (found.dated or "target" in named):
        return None
    return _with_kinds(grid, found)


def _date_by_sheet(
    period: Period | None,
    named: dict[str, int],
    figures: Mapping[FigureKind, dict[int, Period]],
    titles: Mapping[int, str],
) -> bool:
    """Give the columns that say plan or actual alone the period by which the sheet is named; whether there is one."""
    kinds = {at: kind for at, title in titles.items() if (kind := kind_of(title)) is not None}
    if period is None or FigureKind.ACTUAL not in kinds.values():
        return False
    for at, kind in kinds.items():
        figures[kind][at] = period
        if named.get("target") == at:
            del named["target"]
    return True


def _with_kinds(grid: SheetGrid, found: TableColumns) -> TableColumns:
    """With the column that holds nothing but words for plan, actual and previous year, two of them at least."""
    taken = {*found.named.values(), *(at for each in found.figures.values() for at in each)}
    below = grid.rows[found.head + 1 :]
    for at in range(max((len(row) for row in below), default=0)):
        texts = [row[at].text for row in below if at < len(row) and row[at].text]
        kinds = {kind_of(each) for each in texts}
        if at not in taken and None not in kinds and len(kinds) > 1:
            return replace(found, kinds=at)
    return found


def _ends_here(rows: Sequence[Sequence[GridCell]], at: int) -> bool:
    """Whether the last of several rows of headings says something of the column that is no figure."""
    last = rows[-1]
    if at >= len(last) or not last[at].text:
        return False
    return len(rows) == 1 or (isinstance(last[at].value, str | date) and not last[at].text.isdigit())


def _filled(row: Sequence[GridCell], width: int) -> list[GridCell]:
    """A row of headings above another: a cell that is merged over several columns stands in all of them."""
    found: list[GridCell] = []
    for at in range(width if row else 0):
        cell = row[at] if at < len(row) else GridCell(None, "", row[0].row, at + 1)
        found.append(found[-1] if not cell.text and found and not _word(found[-1], alone=True) else cell)
    return found


def _word(cell: GridCell, *, alone: bool = False) -> str | None:
    """What a heading means that is none of a period; `alone`: and no word for plan or actual either."""
    text = " ".join(cell.text.split()).casefold().strip(":*")
    key = _WORDS.get(text)
    return None if alone and kind_of(text) is not None else key


def _heading(parts: Sequence[GridCell], period_of_heading: PeriodOf) -> _PeriodHeading:
    """What the headings of a column say together: one period, and at most one kind."""
    kind: FigureKind | None = None
    texts: list[str] = []
    for cell in parts:
        if isinstance(cell.value, date):
            day = date(cell.value.year, cell.value.month, cell.value.day)
            return _PeriodHeading(
                kind or _kind_in(parts), period_of(day, Frequency.MONTHLY if day.day == 1 else Frequency.DAILY)
            )
        text = " ".join(cell.text.split())
        for each, form in _KIND_WORDS:
            if kind is None and form.search(text):
                kind, text = each, form.sub("", text, count=1).strip(" ,()[]:-–/")
                break
        if text:
            texts.append(text)
    return _PeriodHeading(kind, next((found for each in _spellings(texts) if (found := period_of_heading(each))), None))


def _kind_in(parts: Sequence[GridCell]) -> FigureKind | None:
    return next((kind for each in parts if (kind := kind_of(each.text))), None)


def _spellings(texts: Sequence[str]) -> Iterator[str]:
    """The parts in both orders: `2025` over `Jan` is `Jan 2025`."""
    if texts:
        yield " ".join(texts)
        yield " ".join(reversed(texts))
