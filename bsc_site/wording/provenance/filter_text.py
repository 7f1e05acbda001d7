"""Filters in words: which rows of a table are taken."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bsc_site.model.declared.sources.row_choice import EMPTY, REST, RowTest
from bsc_site.model.period import Period
from bsc_site.wording.figures import number_text, period_text
from bsc_site.wording.language import enumeration, noted, say, told
from bsc_site.wording.provenance.written_text import written

_TESTS = {
    "not_": noted("{column} is not {value}"),
    "like": noted("{column} reads {value}"),
    "in_": noted("{column} = {value}"),
    "above": noted("{column} is above {value}"),
    "at_least": noted("{column} is at least {value}"),
    "below": noted("{column} is below {value}"),
    "at_most": noted("{column} is at most {value}"),
    "from_": noted("{column} is from {value} on"),
    "to": noted("{column} is up to {value}"),
}


def filter_text(where: Mapping[str, Any]) -> str:
    """The filter in words: `stage = Won and Age is empty`; nothing without one."""
    text = ""
    for part in _parts(where):
        text = say("{conditions} and {last}", conditions=text, last=part) if text else part
    return text


def _parts(where: Mapping[str, Any]) -> list[str]:
    empty = [name for name, allowed in where.items() if _is_empty(allowed)]
    parts = [_condition(name, allowed) for name, allowed in where.items() if name not in empty]
    if len(empty) > 1:
        *rest, last = [say("all other columns") if name == REST else name for name in empty]
        parts.append(say("{columns} and {last} are empty", columns=enumeration(rest), last=last))
    elif empty:
        parts.append(say("all other columns are empty") if empty == [REST] else _empty(empty[0]))
    return parts


def _empty(column: str) -> str:
    return say("{column} is empty", column=column)


def _is_empty(allowed: Any) -> bool:
    if isinstance(allowed, list | tuple):
        return all(_is_empty(each) and each != EMPTY for each in allowed)
    return allowed is None or allowed == EMPTY or (isinstance(allowed, str) and not allowed.strip())


def _condition(name: str, allowed: Any) -> str:
    if isinstance(allowed, RowTest):
        said = (told(_TESTS[key], column=name, value=_value(value)) for key, value in allowed if value is not None)
        return enumeration(said)
    return say("{column} = {texts}", column=name, texts=_texts(allowed))


def _value(value: Any) -> str:
    if isinstance(value, Period):
        return period_text(value)
    return number_text(value) if isinstance(value, float) else _texts(value)


def _texts(allowed: Any) -> str:
    text = ""
    for each in allowed if isinstance(allowed, list | tuple) else [allowed]:
        one = str(each) if isinstance(each, int) and not isinstance(each, bool) else written(each)
        text = say("{texts} or {last}", texts=text, last=one) if text else one
    return text
