"""Prepared tables: a table corrected, cleaned and with its computed columns, as the source of a KPI declares them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

from bsc_site.load.arithmetic.column_tokens import is_arithmetic
from bsc_site.load.arithmetic.computed_columns import arithmetic_of, with_arithmetic
from bsc_site.load.arithmetic.operands import Operands
from bsc_site.load.cleaning.cell_cleaning import Cleaned, cleaned
from bsc_site.load.cleaning.corrections import corrected
from bsc_site.load.counting.answer_figures import Answers
from bsc_site.load.figures.affixes import unit_in_words
from bsc_site.load.figures.figures_of_row import numbers_of
from bsc_site.load.figures.numbers import NumberReader
from bsc_site.load.figures.problem_book import ProblemBook
from bsc_site.load.gathering.fill_down import filled_down
from bsc_site.load.source_error import SourceError
from bsc_site.load.tables.headings import HeadingError, column_of, find_column
from bsc_site.load.tables.table import Table
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.sources.figure_choice import Cleaning
from bsc_site.model.declared.sources.row_choice import RowTest
from bsc_site.model.declared.sources.source import Source
from bsc_site.model.formula_grammar.parse import FormulaNode
from bsc_site.model.formula_grammar.tokens import FormulaError
from bsc_site.model.saying.said import Said, of_file
from bsc_site.model.value_class import dataclass

_FIGURES = ("value", "numerator", "denominator", "target", "weight")


@dataclass(slots=True)
class PreparedTables:
    """The tables that become of one, each prepared once for all KPIs that declare the same of it."""

    table: Table
    book: ProblemBook
    _known: dict[str, Cleaned] = field(default_factory=dict)
    _marks: dict[tuple[str, str], str] = field(default_factory=dict)
    """By table and arithmetic, how its operands are read."""
    _keys: dict[str, str] = field(default_factory=dict)
    """By KPI which of the tables is its own."""
    _answered: dict[str, Table] = field(default_factory=dict)

    def prepare(self, kpis: Sequence[Kpi]) -> dict[str, SourceError]:
        """Mend the table and add the columns that KPIs compute; what it lacks for those of which that cannot be.

        Done for all KPIs before the first of them takes its table, so that as many as can share one.
        """
        errors = {}
        for kpi in kpis:
            try:
                self._prepare(kpi)
            except SourceError as error:
                errors[kpi.id] = error
        return errors

    def _prepare(self, kpi: Kpi) -> None:
        source = kpi.source
        if source is None:
            return
        key = self._keys[kpi.id] = self._key(source, kpi.unit)
        if key not in self._known:
            self._known[key] = self._mended(kpi, source)
        known = self._known[key]
        self._known[key] = known._replace(table=self._computed(known.table, kpi, source))

    def of(self, kpi: Kpi) -> Cleaned:
        """The table of which a KPI's rows are taken, with what was mended in it."""
        source = kpi.source
        if source is None:
            return Cleaned(self.table)
        known = self._known[self._keys[kpi.id]]
        place = find_column(known.table.headings, source.value or "value") if source.map else None
        if place is None:
            return known
        key = repr((self._keys[kpi.id], source.map, place))
        if key not in self._answered:
            self._answered[key] = Answers(source.map).mapped(known.table, place, frozenset(source.missing))
        return known._replace(table=self._answered[key])

    def _key(self, source: Source, unit: str) -> str:
        """What sources have in common that share a table: all but those that read operands in different ways."""
        key = _mending(source)
        marks = repr((source.decimal, source.thousands, source.missing, unit_in_words(unit).currencies))
        texts = [text for text in _named(source).values() if is_arithmetic(text)]
        if any(self._marks.setdefault((key, text), marks) != marks for text in texts):
            return f"{key} {marks}"
        return key

    def _mended(self, kpi: Kpi, source: Source) -> Cleaned:
        def refuse(index: int, key: str, message: Said) -> None:
            self.book.find(kpi.id, f"source.correct[{index}].{key}", "BSC388", message)

        first = corrected(self.table, source.correct, refuse)
        first = first._replace(table=_filled(first.table, source))
        if source.clean == Cleaning():
            return first
        second = cleaned(first.table, _figure_places(first.table, source), source.clean)
        return Cleaned(second.table, first.mended + second.mended)

    def _computed(self, table: Table, kpi: Kpi, source: Source) -> Table:
        trees = {key: _tree(table, source, key) for key in _FIGURES}
        numbers = _bare(numbers_of(kpi, source))
        for key, tree in trees.items():
            text = getattr(source, key)
            if tree is not None and text not in table.headings:
                table = with_arithmetic(table, text, tree, Operands(table, numbers, self.book.spellings, kpi.unit))
        return table


def _filled(table: Table, source: Source) -> Table:
    """The table with the empty cells of some columns meaning what the last one above says, as it is declared."""
    if not isinstance(source.filled, tuple):
        return table
    try:
        return filled_down(table, [column_of(table.headings, name) for name in source.filled])
    except HeadingError as error:
        raise SourceError("source.fill", error.code, of_file(table.file, error.message)) from None


def _bare(numbers: NumberReader) -> NumberReader:
    """How operands are read: as figures, in no unit and without words for states."""
    return NumberReader(numbers.decimal, numbers.thousands, numbers.missing)


def _mending(source: Source) -> str:
    """What sources have in common whose tables are mended alike."""
    cleaning = () if source.clean == Cleaning() else (source.clean, source.where, *_named(source).values())
    return repr((source.filled, source.correct, cleaning))


def _named(source: Source) -> dict[str, str]:
    return {key: name for key in _FIGURES if isinstance(name := getattr(source, key), str)}


def _tree(table: Table, source: Source, key: str) -> FormulaNode | None:
    """The arithmetic below a key, None for none. Raises SourceError where it cannot be read."""
    text = getattr(source, key)
    if not isinstance(text, str):
        return None
    try:
        return arithmetic_of(table, text)
    except FormulaError as error:
        message = of_file(table.file, Said(error.sentence, dict(error.figures)))  # type: ignore[arg-type]  # texts, numbers
        raise SourceError(f"source.{key}", "BSC386", message) from None
    except HeadingError as error:
        raise SourceError(f"source.{key}", error.code, of_file(table.file, error.message)) from None


def _figure_places(table: Table, source: Source) -> tuple[int, ...]:
    """The columns in which figures stand, or numbers that a filter compares; all others too where none is named."""
    compared = {name for name, wanted in source.where.items() if isinstance(wanted, RowTest) and wanted.compares}
    found = {place for name in compared if (place := find_column(table.headings, name)) is not None}
    for key, text in _named(source).items():
        tree = _tree(table, source, key)
        names = [text] if tree is None else tree.names
        found |= {place for name in names if (place := find_column(table.headings, name)) is not None}
    if source.value is None and source.numerator is None and source.count is None:
        value = find_column(table.headings, "value")
        found |= set(_beside_labels(table, source)) if value is None else {value}
    return tuple(sorted(found))


def _beside_labels(table: Table, source: Source) -> list[int]:
    periods = (source.period,) if isinstance(source.period, str) else source.period or ()
    labels = {column_of(table.headings, name) for name in (*source.where, *periods) if _there(table, name)}
    labels |= {column_of(table.headings, name) for name in (source.note, source.rating) if name and _there(table, name)}
    return [place for place in range(len(table.headings)) if place not in labels]


def _there(table: Table, name: str) -> bool:
    return find_column(table.headings, name) is not None
