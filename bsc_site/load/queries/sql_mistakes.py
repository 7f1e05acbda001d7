"""SQL mistakes: what DuckDB says of a query, as one line with its place."""

from __future__ import annotations

import json
import re
from typing import Any

from bsc_site.load.queries.edited_text import EditedText
from bsc_site.load.queries.query_error import QueryError
from bsc_site.load.suggestions import did_you_mean
from bsc_site.model.saying.said import Said, said
from bsc_site.model.sentences.asked import query_sentences as told

_ADVICE_TO_SET = re.compile(r"\s*(?:,? or|Use|You can use|Try)\b[^.]*\b(?:SET|PRAGMA|INSTALL|LOAD)\b.*", re.DOTALL)
"""What a query may not do is no advice."""
_CANDIDATES = re.compile(r"\s*Candidate (?:functions|bindings|tables): ?:?(.*)", re.DOTALL)
_QUOTED = re.compile(r'"([^"]+)"')
_NO_SUCH_COLUMN = re.compile(r'does not have a column named "([^"]+)"|Referenced table "([^"]+)" not found')


def syntax_mistake(text: EditedText, details: dict[str, Any]) -> QueryError:
    """What is wrong with a text that is no SQL."""
    wrong = said(told.SQL, message=_one_line(details["error_message"]))
    return QueryError("BSC413", wrong, _position(text, details))


def mistake_in(text: EditedText, error: Exception) -> QueryError:
    """What DuckDB says of a query that it cannot answer."""
    details = _details(str(error))
    message = str(details.get("exception_message", error))
    kind, name = details.get("error_subtype"), str(details.get("name", ""))
    candidates = [each.strip('" ') for each in str(details.get("candidates", "")).split(",") if each.strip('" ')]
    if kind == "COLUMN_NOT_FOUND":
        wrong = said(told.NO_COLUMN, name=name, meant=did_you_mean(name, candidates), there=_there(candidates))
    elif kind == "MISSING_ENTRY":
        wrong = said(told.NO_FUNCTION, name=name, meant=did_you_mean(name, candidates))
    elif found := _NO_SUCH_COLUMN.search(message):
        wrong = _of_a_table(message, found)
    else:
        wrong = said(told.SQL, message=_one_line(message))
    return QueryError("BSC413", wrong, _position(text, details))


def _of_a_table(message: str, found: re.Match[str]) -> Said:
    """What is wrong with `orders.colum` and with `ordrs.column`."""
    there = _QUOTED.findall(message[found.end() :])
    name = found[1] or found[2]
    if found[1]:
        return said(told.NO_COLUMN, name=name, meant=did_you_mean(name, there), there=_there(there))
    return said(told.NO_TABLE_OF_THE_QUERY, name=name, meant=did_you_mean(name, there), there=_there(there))


def _there(names: list[str]) -> str:
    return said(told.THERE_ARE, names=", ".join(names)) if names else ""


def _details(message: str) -> dict[str, Any]:
    """The fields of an error that comes as `Binder Error: {..}`; none where it comes as plain text."""
    try:
        found = json.loads(message[message.index("{") :])
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _one_line(message: str) -> str:
    """The message without lists of every possible function, and without advice to set what a query may not set."""
    short = _ADVICE_TO_SET.sub("", _CANDIDATES.sub("", message))
    return " ".join(short.split()).rstrip(".!")


def _position(text: EditedText, details: dict[str, Any]) -> int | None:
    position = str(details.get("position", ""))
    return text.character(int(position)) if position.isdigit() else None
