"""Named files: which files of the project a query names, each of them looked at before the database may open it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from pathlib import Path, PurePosixPath

from bsc_site.load.queries.edited_text import Edit, call_length, literal_length
from bsc_site.load.queries.engine import identifier, quoted
from bsc_site.load.queries.files_meant import WILD, data_files, matches
from bsc_site.load.queries.permitted import OWN_READERS, READERS
from bsc_site.load.queries.query_error import QueryError
from bsc_site.load.queries.statement import Parsed, Selected, Statement, place_of
from bsc_site.load.suggestions import nearest
from bsc_site.model.saying.said import said
from bsc_site.model.sentences.asked import query_sentences as told
from bsc_site.model.value_class import dataclass

_READERS = {
    ".csv": "read_csv",
    ".tsv": "read_csv",
    ".json": "read_json",
    ".jsonl": "read_json",
    ".ndjson": "read_json",
    ".parquet": "read_parquet",
}
_COMPRESSED = {".gz", ".zst"}


@dataclass(frozen=True, slots=True)
class OwnTable:
    """A table that this program reads itself: its name in the query, the file, and the sheet or table of it."""

    name: str
    file: str
    part: str | None
    named: Selected


@dataclass(slots=True)
class NamedFiles:
    """What a query reads: files of the project, what to write for their names, and tables of our own."""

    root: Path
    query: Statement
    files: dict[str, None] = field(default_factory=dict)
    edits: list[Edit] = field(default_factory=list)
    own: list[OwnTable] = field(default_factory=list)

    def add_table(self, table: Selected) -> None:
        """The file that stands where a table could: `from 'data/orders.csv'`."""
        name, place, raw = self._name(table), place_of(self.query.text, table.parsed), self.query.text.encode()
        reader = _READERS.get(_kind(name))
        if reader is None:
            self._add_own(OwnTable(name, name, None, table), place)
            return
        length = literal_length(raw, table.at)
        written = self._paths(name, place)
        self.edits.append(Edit(table.at, length, f"{reader}([{written}])" if WILD & set(name) else written))

    def add_function(self, function: Selected) -> None:
        """The files in the first argument of a function; other functions read none."""
        place, kind = place_of(self.query.text, function.parsed), function.name.casefold()
        if kind not in READERS | OWN_READERS:
            return
        arguments = function.parsed["function"]["arguments"]
        first: Parsed = arguments[0]["expression"] if arguments else {}
        names = list(_texts(first))
        rest = [_text(each["expression"].get("right", each["expression"])) for each in arguments[1:]]
        if not names or None in names or (kind in OWN_READERS and None in rest):
            raise QueryError("BSC412", said(told.COMPUTED_NAME, name=function.name), place)
        if kind in READERS:
            written = ", ".join(self._paths(name, place) for name in names if name)
            self.edits.append(Edit(first["query_location"], first["query_location_length"], f"[{written}]"))
            return
        file, part = str(names[0]), rest[0] if rest else None
        name = f"{file}#{part}"
        length = call_length(self.query.text.encode(), function.at)
        self.edits.append(Edit(function.at, length, identifier(name)))
        self._add_own(OwnTable(name, file, part, function), place)

    def _paths(self, pattern: str, place: int | None) -> str:
        """The full paths of the files that a name means, as SQL writes them."""
        found = matches(self.root, pattern, place)
        self.files |= dict.fromkeys(found)
        return ", ".join(quoted(str(self.root.resolve() / each)) for each in found)

    def _add_own(self, table: OwnTable, place: int | None) -> None:
        if WILD & set(table.file):
            raise QueryError("BSC412", said(told.SEVERAL_TABLES, file=table.file), place)
        self.files |= dict.fromkeys(matches(self.root, table.file, place))
        self.own.append(table)

    def _name(self, table: Selected) -> str:
        """The name of the file that a table is; one that is none has a problem."""
        place = place_of(self.query.text, table.parsed)
        if len(table.parsed["qualified_name"]["path"]) > 1:
            raise QueryError("BSC412", said(told.UNQUOTED_FILE, name=table.name), place)
        if "/" in table.name or "." in table.name:
            return table.name
        stems = {PurePosixPath(file).stem: file for file in data_files(self.root)}
        meant = nearest(table.name, self.query.own) or stems.get(nearest(table.name, stems), "")
        form = told.NO_TABLE_BUT_NEAR if meant else told.NO_TABLE
        raise QueryError("BSC413", said(form, name=table.name, meant=meant), place)


def named_files(root: Path, query: Statement) -> NamedFiles:
    """Every file that the query names. Raises QueryError for one that is not there or lies elsewhere."""
    found = NamedFiles(root, query)
    for table in query.tables:
        found.add_table(table)
    for function in query.functions:
        found.add_function(function)
    return found


def _kind(name: str) -> str:
    suffixes = [each.lower() for each in PurePosixPath(name).suffixes]
    return suffixes[-2] if len(suffixes) > 1 and suffixes[-1] in _COMPRESSED else (suffixes or [""])[-1]


def _texts(expression: Parsed) -> Iterator[str | None]:
    """The texts that an argument is: one, or a list of them; None for what is computed."""
    if expression.get("function_name") == "list_value":
        yield from (_text(each["expression"]) for each in expression["arguments"])
    elif expression:
        yield _text(expression)


def _text(expression: Parsed) -> str | None:
    literal = expression.get("literal", {})
    return str(literal["text"]) if literal.get("kind") == "STRING" else None
