"""Permitted: what a query may say; whatever changes, reaches out or answers otherwise tomorrow is refused."""

from __future__ import annotations

from functools import lru_cache

from bsc_site.load.queries.engine import parser
from bsc_site.load.queries.query_error import QueryError
from bsc_site.load.queries.statement import Statement, place_of
from bsc_site.model.saying.said import said
from bsc_site.model.sentences.asked import query_sentences as told

READERS = frozenset(
    {"read_csv", "read_csv_auto", "read_parquet", "parquet_scan", "read_json", "read_json_auto", "read_ndjson"}
)
"""Functions that read the files which their first argument names."""
OWN_READERS = frozenset({"read_xlsx", "sqlite_scan"})
"""The same for files that DuckDB reads with extensions only, and this program by itself."""
_FREE = frozenset({"range", "generate_series", "unnest"})
_CLOCKS = frozenset(
    {"now", "today", "current_date", "current_time", "current_timestamp", "localtime", "localtimestamp"}
    | {"get_current_time", "get_current_timestamp", "current_localtime", "current_localtimestamp"}
    | {"transaction_timestamp", "current_user", "session_user", "user", "current_role", "current_setting"}
    | {"getvariable", "txid_current", "version", "current_database", "current_schema", "current_schemas"}
)
"""Names and functions whose answer is that of the day, the machine or the user."""
_SPECIAL_NAMES = _CLOCKS & {
    "current_date", "current_time", "current_timestamp", "localtime", "localtimestamp", "current_user",
    "session_user", "user", "current_role",
}  # fmt: skip


def refuse_what_is_not_permitted(query: Statement) -> None:
    """Raise QueryError for what no query of a scorecard may say, with its place."""
    for function in query.functions:
        if function.name.casefold() not in READERS | OWN_READERS | _FREE:
            allowed = ", ".join(sorted(READERS | OWN_READERS | _FREE))
            message = said(told.TABLE_FUNCTION, name=function.name, allowed=allowed)
            raise QueryError("BSC412", message, place_of(query.text, function.parsed))
    for part in query.parts:
        place = place_of(query.text, part)
        if part.get("type") == "SHOW_REF":
            raise QueryError("BSC412", said(told.NO_SHOW), place)
        if part.get("sample") is not None:
            raise QueryError("BSC412", said(told.SAMPLE), place)
        if part.get("class") == "PARAMETER":
            raise QueryError("BSC412", said(told.PARAMETER), place)
        name = _changing(part)
        if name:
            raise QueryError("BSC412", said(told.CHANGING_FUNCTION, name=name), place)


def _changing(part: dict[str, object]) -> str:
    """The name of a function that gives another answer each time; empty for anything else."""
    if part.get("class") == "COLUMN_REF":
        names = part.get("column_names")
        alone = names[0] if isinstance(names, list) and len(names) == 1 else ""
        return alone if alone.casefold() in _SPECIAL_NAMES else ""
    if part.get("class") not in {"FUNCTION", "WINDOW"}:
        return ""
    name = str(part.get("function_name", ""))
    arguments = part.get("arguments")
    of_today = name.casefold() == "age" and isinstance(arguments, list) and len(arguments) == 1
    return name if of_today or name.casefold() in _CLOCKS | _volatile() else ""


@lru_cache(maxsize=1)
def _volatile() -> frozenset[str]:
    """What DuckDB itself says of its functions."""
    asked = "select distinct function_name from duckdb_functions() where stability = 'VOLATILE'"
    return frozenset(name for (name,) in parser().execute(asked).fetchall())
