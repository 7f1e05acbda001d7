"""Origin sentences: what each fact about the reading of a table says, under which heading, and which say nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any

from bsc_site.model.declared.sources.figure_choice import Cleaning, Correction, Distinct, RepeatRate
from bsc_site.model.declared.sources.join_choice import Join
from bsc_site.model.declared.sources.period_writing import PeriodWriting
from bsc_site.model.declared.sources.table_choice import NO_HEADINGS, TableByHeadings
from bsc_site.model.known_exports import EXPORT_TITLES
from bsc_site.model.period import Period
from bsc_site.model.provenance import Found, TableOrigin
from bsc_site.model.value_class import dataclass
from bsc_site.wording.figures import date_text, month_in_full, number_text, period_text
from bsc_site.wording.language import enumeration, noted, say, told
from bsc_site.wording.provenance.filter_text import filter_text
from bsc_site.wording.provenance.written_text import shortened, written


class OriginTopic(StrEnum):
    """What a fact is about, in the order in which readers ask; the value is the heading."""

    TABLE = noted("Table")
    ROWS = noted("Rows")
    FIGURES = noted("Figures")
    PERIODS = noted("Periods")
    CLEANING = noted("Cleaning")
    BESIDE = noted("Other columns")


@dataclass(frozen=True, slots=True)
class Shown:
    """How a fact is said: the heading below which it stands, the sentence, and how its detail reads at `{it}`."""

    topic: OriginTopic
    sentence: str
    words: Callable[[Any], str] = written

    def text(self, detail: Any) -> str:
        """The sentence with the detail in it."""
        return told(self.sentence, it=self.words(detail))


def _cell(value: Any) -> str:
    return str(value)


def _in_one_line(value: Any) -> str:
    return " ".join(str(value).split())


def _table(value: str | TableByHeadings) -> str:
    if isinstance(value, str):
        return value
    if value.number is None:
        return say("with {headings}", headings=enumeration(value.headings))
    return say("number {number} with {headings}", number=value.number, headings=enumeration(value.headings))


def _header(value: Any) -> str:
    if value == NO_HEADINGS:
        return say("without headings")
    return say("headings in row {rows}", rows=written(value))


def _day(value: date | None) -> str:
    return say("an earlier day") if value is None else date_text(value)


def _month_of_year(value: Any) -> str:
    return say("from January") if value == 1 else say("from {month}", month=month_in_full(value))


def _counted_up(value: Any) -> str:
    return say("within the organisation's year") if value == "year" else _month_of_year(value)


def _covered(value: Any) -> str:
    return period_text(value) if isinstance(value, Period) else say("the last business day of a period")


def _columns_at(value: Mapping[str, Period]) -> str:
    return shortened(say("{column} is {period}", column=name, period=period_text(at)) for name, at in value.items())


def _joined(joins: Sequence[Join]) -> str:
    return enumeration(say("{file} by {keys}", file=each.file, keys=enumeration(each.on)) for each in joins)


def _beside(table: TableOrigin) -> str:
    """Where figures stand that go with others: `data/plan.csv, column Goal where Scenario = Plan`."""
    column, where = table.of("value") or table.of(Found.COLUMN), table.of("where")
    text = say("{file}, column {name}", file=table.file, name=column) if column else table.file
    return say("{figures} where {filter}", figures=text, filter=filter_text(where)) if where else text


def writing_text(writing: PeriodWriting) -> str:
    """How periods are written: `years: calendar, Start: 2023-01`; nothing where nothing is declared."""
    keys = [
        f"{key.rstrip('_')}: {each}"
        for key, each in writing
        if each is not None and key not in {"map", "dates", "year"}
    ]
    return enumeration([*keys, *(f"{text}: {at}" for text, at in writing.map.items())])


def _counted(value: Any) -> str:
    if isinstance(value, Distinct):
        return say("each different text of {column} counts once in a period", column=value.distinct)
    return say("each row counts as one")


def _coming_back(value: RepeatRate) -> str:
    return say(
        "customers, by {column}, whose order follows another one within {window}, of all who ordered",
        column=value.customer,
        window=str(value.window),
    )


def _numbers_by_text(value: Mapping[str, float]) -> str:
    return shortened(say("{text}: {number}", text=text, number=number_text(each)) for text, each in value.items())


def _cleaning(value: Cleaning) -> str:
    said = [say("{marks} are taken away around figures", marks=enumeration(value.strip))] if value.strip else []
    said += [say("words for numbers: {pairs}", pairs=_numbers_by_text(value.words))] if value.words else []
    said += [say("endings multiply: {pairs}", pairs=_numbers_by_text(value.suffixes))] if value.suffixes else []
    return "; ".join(said)


def _corrections(value: tuple[Correction, ...]) -> str:
    return shortened(
        say(
            "{column} in row {row} is {value} instead of {was} ({because})",
            column=each.column,
            row=each.row,
            value=written(each.value),
            was=written(each.was),
            because=each.because,
        )
        for each in value
    )


SHOWN: Mapping[str, Shown] = {
    "connection": Shown(OriginTopic.TABLE, noted("asked of the connection {it}"), _cell),
    Found.LAST_GOOD: Shown(OriginTopic.TABLE, noted("it did not answer, and the figures are those of {it}"), _day),
    "query": Shown(OriginTopic.TABLE, noted("the answer to {it}"), _in_one_line),
    "layout": Shown(OriginTopic.TABLE, noted("{it}"), lambda name: EXPORT_TITLES[name]),
    "format": Shown(OriginTopic.TABLE, noted("read as {it}")),
    Found.FILES: Shown(OriginTopic.TABLE, noted("{it} together")),
    "member": Shown(OriginTopic.TABLE, noted("the file {it} in it"), _cell),
    "sheet": Shown(OriginTopic.TABLE, noted("sheet {it}"), _cell),
    Found.SHEETS: Shown(OriginTopic.TABLE, noted("sheets {it}")),
    "records": Shown(OriginTopic.TABLE, noted("records below {it}")),
    "table": Shown(OriginTopic.TABLE, noted("the table {it}"), _table),
    "rows": Shown(OriginTopic.TABLE, noted("lines {it}"), _cell),
    "header": Shown(OriginTopic.TABLE, noted("{it}"), _header),
    "comment": Shown(OriginTopic.TABLE, noted("lines that begin with {it} are left out")),
    "covers": Shown(OriginTopic.TABLE, noted("complete up to {it}"), _covered),
    "where": Shown(OriginTopic.ROWS, noted("only where {it}"), filter_text),
    "by": Shown(OriginTopic.ROWS, noted("in groups by {it}")),
    "case_sensitive": Shown(OriginTopic.ROWS, noted("capitals and small letters are told apart")),
    "skip": Shown(OriginTopic.ROWS, noted("left out where {it}"), filter_text),
    Found.SKIPPED: Shown(OriginTopic.ROWS, noted("rows left out: {it}")),
    "repeated_files": Shown(OriginTopic.ROWS, noted("periods of several files: {it}")),
    "fill": Shown(OriginTopic.ROWS, noted("empty cells mean the one above in {it}")),
    "fill_down": Shown(OriginTopic.ROWS, noted("empty cells mean the one above in {it}")),
    "totals": Shown(OriginTopic.ROWS, noted("rows called total: {it}")),
    "repeated_rows": Shown(OriginTopic.ROWS, noted("repeated rows: {it}")),
    "count": Shown(OriginTopic.FIGURES, noted("{it}"), _counted),
    "repeat_rate": Shown(OriginTopic.FIGURES, noted("{it}"), _coming_back),
    "value": Shown(OriginTopic.FIGURES, noted("column {it}")),
    Found.COLUMN: Shown(OriginTopic.FIGURES, noted("column {it}")),
    Found.OWN_COLUMN: Shown(OriginTopic.FIGURES, noted("the column of its name")),
    Found.ACROSS: Shown(OriginTopic.FIGURES, noted("a column for each period")),
    "numerator": Shown(OriginTopic.FIGURES, noted("column {it}")),
    "denominator": Shown(OriginTopic.FIGURES, noted("divided by column {it}")),
    "weight": Shown(OriginTopic.FIGURES, noted("weighted by {it}")),
    "map": Shown(OriginTopic.FIGURES, noted("answers stand for figures: {it}"), _numbers_by_text),
    "scale": Shown(OriginTopic.FIGURES, noted("multiplied by {it}"), number_text),
    "cumulative": Shown(OriginTopic.FIGURES, noted("counted up {it}; the differences count"), _counted_up),
    "missing": Shown(OriginTopic.FIGURES, noted("no value where it says {it}")),
    "decimal": Shown(OriginTopic.FIGURES, noted("decimals after {it}")),
    "thousands": Shown(OriginTopic.FIGURES, noted("thousands parted by {it}")),
    "period": Shown(OriginTopic.PERIODS, noted("column {it}")),
    "columns": Shown(OriginTopic.PERIODS, noted("{it}"), _columns_at),
    "at": Shown(OriginTopic.PERIODS, noted("all rows are of {it}")),
    "dates": Shown(OriginTopic.PERIODS, noted("dates with the {it}")),
    "year": Shown(OriginTopic.PERIODS, noted("months without a year are of {it}"), _cell),
    "periods": Shown(OriginTopic.PERIODS, noted("read by {it}"), writing_text),
    "time_zone": Shown(OriginTopic.PERIODS, noted("days by the clock of {it}"), _cell),
    "fiscal_year_starts": Shown(OriginTopic.PERIODS, noted("years {it} on"), _month_of_year),
    "clean": Shown(OriginTopic.CLEANING, noted("{it}"), _cleaning),
    "correct": Shown(OriginTopic.CLEANING, noted("corrected: {it}"), _corrections),
    "unreadable": Shown(OriginTopic.CLEANING, noted("figures that cannot be read are left out")),
    "target": Shown(OriginTopic.BESIDE, noted("targets in {it}")),
    "join": Shown(OriginTopic.BESIDE, noted("columns of {it}"), _joined),
    Found.TARGETS: Shown(OriginTopic.BESIDE, noted("targets in {it}"), _beside),
    Found.OTHERS: Shown(OriginTopic.BESIDE, noted("what others reach in {it}"), _beside),
    "note": Shown(OriginTopic.BESIDE, noted("notes in {it}")),
    "rating": Shown(OriginTopic.BESIDE, noted("official ratings in {it}")),
}
"""By the kind of a fact, in the order in which they are said below one heading."""

NOT_SHOWN: Mapping[str, str] = {
    "fetched": "whether a connection is asked again says nothing about a figure",
    "benchmark": "it is read by itself, and has facts of its own",
    "file": "it stands above all that is said of it",
    "gone": "it stands beside it, with the quality of the data",
    "expect": "whether it holds stands beside it, with the quality of the data",
    "delimiter": "how cells are parted says nothing about a figure",
    "widths": "how cells are parted says nothing about a figure",
    "columns_at": "how cells are parted says nothing about a figure",
    "encoding": "how letters are stored says nothing about a figure",
}
"""Kinds of facts that readers need not see, and why."""
