"""Agreement: the figures of one KPI once all are known, and where they are not written alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from operator import attrgetter

from bsc_site.load.figures.affixes import unit_in_words
from bsc_site.load.figures.declared_figures import are_sized_as_declared
from bsc_site.load.figures.problem_book import ProblemBook
from bsc_site.load.figures.shares import OTHER_UNITS, ask_about_shares
from bsc_site.load.figures.spelling import OTHER, WrittenFigure
from bsc_site.load.tables.cells import shown
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.problem import Place
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import figure_sentences as told
from bsc_site.model.series import Reading
from bsc_site.model.value_class import dataclass

_FIGURES = ("value", "numerator", "denominator", "target")
_figures = attrgetter(*_FIGURES)
_FIRST, _END = Reading._fields.index(_FIGURES[0]), Reading._fields.index(_FIGURES[-1]) + 1


def agreed(kpi: Kpi, rows: Sequence[Reading], book: ProblemBook) -> Sequence[Reading]:
    """The rows with every figure as its whole column means it; figures that can mean two go to the book."""
    ask_about_shares(kpi, [row.value for row in rows] if kpi.unit == "%" else (), book)
    if WrittenFigure not in set(map(type, chain.from_iterable(map(_figures, rows)))):
        return rows
    figures = list(_as_written(rows))
    _Agreement(kpi, book).prove(figures)
    mark = _mark_by_size(kpi, [each for _, each in figures if isinstance(each, WrittenFigure) and each.settled is None])
    return [_settled(row, mark, kpi, book) for row in rows]


def _mark_by_size(kpi: Kpi, figures: Sequence[WrittenFigure]) -> str | None:
    """The mark with which alone the figures have the size of the KPI's own target or baseline."""
    fitting = [
        mark
        for mark in OTHER
        if figures and are_sized_as_declared(kpi, [each.with_mark(mark) or 0.0 for each in figures])
    ]
    return fitting[0] if len(fitting) == 1 else None


@dataclass(frozen=True, slots=True)
class _Agreement:
    """Looks for figures of one KPI that are written in another way than the rest."""

    kpi: Kpi
    book: ProblemBook

    def prove(self, figures: Sequence[tuple[Place, float]]) -> None:
        """Compare all values and targets, each with its place."""
        written = [(place, each) for place, each in figures if isinstance(each, WrittenFigure)]
        if per_cent := [(place, each) for place, each in written if each.affixes.per_cent]:
            self._shares(figures)
            self._other_unit(*per_cent[0])
        if factors := [each.affixes.factor for _, each in written if each.affixes.magnitude]:
            self._small(figures, min(factors))
        self._currencies([(place, each) for place, each in written if each.affixes.currencies])

    def _shares(self, figures: Sequence[tuple[Place, float]]) -> None:
        for place, each in figures:
            bare = not (isinstance(each, WrittenFigure) and each.affixes.per_cent)
            if bare and 0 < abs(each) <= 1:
                both = {"figure": _text(each), "hundredfold": _text(each * 100)}
                self.book.add("BSC352", place, said(told.NO_PER_CENT_SIGN, kpi=self.kpi.id, **both))

    def _other_unit(self, place: Place, figure: WrittenFigure) -> None:
        """Told once: a column is of one unit."""
        scaled = self.kpi.source is not None and "scale" in self.kpi.source.model_fields_set
        if self.kpi.unit in OTHER_UNITS and not scaled:
            message = said(told.PER_CENT_OF_ANOTHER_UNIT, cell=shown(figure.text), unit=self.kpi.unit, kpi=self.kpi.id)
            self.book.add("BSC357", place, message)

    def _small(self, figures: Sequence[tuple[Place, float]], factor: float) -> None:
        for place, each in figures:
            bare = not (isinstance(each, WrittenFigure) and each.affixes.magnitude)
            if bare and 0 < abs(each) < factor:
                self.book.add("BSC352", place, said(told.STANDS_ALONE, figure=_text(each), kpi=self.kpi.id))

    def _currencies(self, figures: Sequence[tuple[Place, WrittenFigure]]) -> None:
        unit = unit_in_words(self.kpi.unit).currencies
        left = unit or frozenset()
        for place, each in figures:
            named = each.affixes.currencies or frozenset()
            if left and not left & named:
                if unit:
                    wrong = said(told.NOT_IN_THE_UNIT, cell=shown(each.text), unit=self.kpi.unit, kpi=self.kpi.id)
                    self.book.add("BSC353", place, wrong)
                else:
                    wrong = said(told.OTHER_CURRENCY, cell=shown(each.text), kpi=self.kpi.id)
                    self.book.add("BSC354", place, wrong)
                continue
            left = left & named if left else named


def _as_written(rows: Sequence[Reading]) -> Iterator[tuple[Place, float]]:
    for row in rows:
        for each in (row.value, row.target):
            if each is not None:
                yield row.place, each


def _settled(row: Reading, mark: str | None, kpi: Kpi, book: ProblemBook) -> Reading:
    if WrittenFigure not in map(type, row[_FIRST:_END]):
        return row
    settled: dict[str, float | str] = {}
    for name in _FIGURES:
        figure = getattr(row, name)
        if isinstance(figure, WrittenFigure):
            value = figure.settled
            value = figure.with_mark(mark) if value is None and name in {"value", "target"} else value
            if value is None:
                _ask(figure, row.place, kpi, book)
            settled[name] = float(figure) if value is None else value
    note = next((each.affixes.footnote for each in (row.value, row.numerator) if isinstance(each, WrittenFigure)), "")
    return row._replace(note=row.note or note, **settled)  # type: ignore[arg-type]  # names of figures only


def _ask(figure: WrittenFigure, place: Place, kpi: Kpi, book: ProblemBook) -> None:
    """The question which mark it is, once for a column."""
    if figure.column.asked:
        return
    figure.column.asked = True
    mark = next(each for each in reversed(figure.text) if each in OTHER)
    if kpi.source is not None:
        message = said(told.TWO_MEANINGS_OF_A_SOURCE, cell=shown(figure.text), mark=mark)
    else:
        message = said(told.TWO_MEANINGS, cell=shown(figure.text), plain=figure.text.replace(mark, ""))
    book.add("BSC310", place, message)


def _text(value: float) -> str:
    return f"{value:.10g}"
