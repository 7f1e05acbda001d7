"""Statement: what a query is made of, as DuckDB's own parser reads it, and that it is one select."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

from bsc_site.load.queries.edited_text import EditedText, character_at
from bsc_site.load.queries.engine import parser
from bsc_site.load.queries.query_error import QueryError
from bsc_site.load.queries.sql_mistakes import syntax_mistake
from bsc_site.model.saying.said import said
from bsc_site.model.sentences.asked import query_sentences as told
from bsc_site.model.value_class import dataclass

Parsed = dict[str, Any]
_NO_PLACE = 2**63
"""Positions beyond are the parser's way to say that something stands nowhere."""


class Selected(NamedTuple):
    """Where the query selects from: a name, or a function with its arguments, and the bytes where it stands."""

    name: str
    at: int
    length: int
    parsed: Parsed


@dataclass(frozen=True, slots=True)
class Statement:
    """One select: its text, the names and the functions that it selects from, and everything that it says."""

    text: str
    own: frozenset[str]
    """The names that the query gives to selects of its own."""
    tables: tuple[Selected, ...]
    functions: tuple[Selected, ...]
    parts: tuple[Parsed, ...]
    ordered: bool
    """Whether the query itself says in which order its rows come."""


@lru_cache(maxsize=256)
def statement_of(text: str) -> Statement:
    """The select that `text` is. Raises QueryError for anything else, with its place."""
    parsed = json.loads(parser().execute("select json_serialize_sql(?)", [text]).fetchall()[0][0])
    if parsed["error"] and parsed["error_type"] == "parser":
        raise syntax_mistake(EditedText(text), parsed)
    if parsed["error"]:
        raise QueryError("BSC412", said(told.NO_SELECT), 0)
    if len(parsed["statements"]) != 1:
        count = len(parsed["statements"])
        raise QueryError("BSC412", said(told.SEVERAL, count=count) if count else said(told.EMPTY), 0)
    node = parsed["statements"][0]["node"]
    parts = tuple(_parts(node))
    own = frozenset(each["key"] for part in parts for each in part.get("cte_map", {}).get("map", ()))
    ordered = any(each["type"] == "ORDER_MODIFIER" for each in node["modifiers"])
    tables = tuple(_named(each, "") for each in parts if each.get("type") == "BASE_TABLE" and not _is_own(each, own))
    functions = tuple(_named(each, "function") for each in parts if each.get("type") == "TABLE_FUNCTION")
    return Statement(text, own, tables, functions, parts, ordered)


def place_of(text: str, part: Parsed) -> int | None:
    """The position of a part in characters; None where the parser does not know it."""
    at = part.get("query_location", _NO_PLACE)
    return None if at >= _NO_PLACE else character_at(text, at)


def _is_own(table: Parsed, own: frozenset[str]) -> bool:
    """Whether a name is given by the query itself, in a `with`."""
    return not table["schema_name"] and table["table_name"].casefold() in {each.casefold() for each in own}


def _named(part: Parsed, below: str) -> Selected:
    names = part[below] if below else part
    path = names["qualified_name"]["path"]
    return Selected(".".join(path), part["query_location"], part["query_location_length"], part)


def _parts(value: Any) -> Iterator[Parsed]:
    """Every mapping of the parsed query, from the outermost on."""
    below: Any = ()
    if isinstance(value, dict):
        yield value
        below = value.values()
    elif isinstance(value, list):
        below = value
    for each in below:
        yield from _parts(each)
