"""Origin lines: where figures come from, in one line for a table or as questions with their answers for a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bsc_site.model.declared.sources.figure_choice import Distinct
from bsc_site.model.known_exports import EXPORT_TITLES
from bsc_site.model.provenance import Found, OriginFact, Provenance, TableOrigin
from bsc_site.wording.figures import period_text
from bsc_site.wording.language import enumeration, say, say_count, told
from bsc_site.wording.provenance.filter_text import filter_text
from bsc_site.wording.provenance.origin_sentences import SHOWN, OriginTopic, writing_text
from bsc_site.wording.provenance.written_text import column_text


class OriginLine(NamedTuple):
    """What there is to say of one thing: `Rows`, `only where shop = web`."""

    topic: str
    text: str


def provenance_text(provenance: Provenance) -> str:
    """`data/crm.csv, columns repeat / customers by month where shop = web`, for each file; empty where not known."""
    return "; ".join(map(_table_text, provenance.tables))


def origin_lines(table: TableOrigin) -> Iterator[OriginLine]:
    """Everything that is known of the reading of a table, topic by topic."""
    for topic in OriginTopic:
        texts = (SHOWN[each.kind].text(each.detail) for each in _in_order(table) if SHOWN[each.kind].topic is topic)
        if text := "; ".join(texts):
            yield OriginLine(told(topic), text)


def _in_order(table: TableOrigin) -> Iterator[OriginFact]:
    order = list(SHOWN)
    known = (each for each in table.facts if each.kind in SHOWN)
    return iter(sorted(known, key=lambda each: order.index(each.kind)))


def _table_text(table: TableOrigin) -> str:
    file = say("SQL on {files}", files=table.file) if table.has("query") else table.file
    if sheets := table.of(Found.SHEETS):
        file = say("{file}, sheets {sheets}", file=file, sheets=enumeration(sheets))
    if files := table.of(Found.FILES):
        file = say_count("{file}, {count} file", "{file}, {count} files", len(files), file=file)
    if layout := table.of("layout"):
        file = say("{export}, {file}", export=EXPORT_TITLES[layout], file=file)
    figures = _figures_text(table)
    return say("{file}, {figures}", file=file, figures=figures) if figures else file


def _figures_text(table: TableOrigin) -> str:
    text = _columns_text(table)
    if period := table.of("period"):
        text = say(
            "{figures} by {column}", figures=text, column=_joined((period,) if isinstance(period, str) else period)
        )
    if at := table.of("at"):
        text = say("{figures} at {period}", figures=text, period=period_text(at))
    if where := table.of("where"):
        text = say("{figures} where {filter}", figures=text, filter=filter_text(where))
    writing = table.of("periods")
    if writing and (keys := writing_text(writing)):
        text = say("{figures}, periods read by {keys}", figures=text, keys=keys)
    return text


def _joined(columns: tuple[str, ...]) -> str:
    *rest, last = map(column_text, columns)
    return say("{columns} and {last}", columns=enumeration(rest), last=last) if rest else last


def _counted_text(table: TableOrigin) -> str:
    if table.has("repeat_rate"):
        return say("customers by {column} who came back", column=table.of("repeat_rate").customer)
    count = table.of("count")
    if isinstance(count, Distinct):
        return say("different texts of {column} counted", column=count.distinct)
    return say("rows counted")


def _columns_text(table: TableOrigin) -> str:
    if table.has("repeat_rate") or table.has("count"):
        return _counted_text(table)
    if table.has("numerator"):
        above, below = column_text(table.of("numerator")), column_text(table.of("denominator"))
        return say("columns {above} / {below}", above=above, below=below)
    if column := table.of("value") or table.of(Found.COLUMN):
        return say("column {name}", name=column_text(column))
    if table.has(Found.OWN_COLUMN):
        return say("the column of its name")
    return say("a column per period") if table.has(Found.ACROSS) else ""
