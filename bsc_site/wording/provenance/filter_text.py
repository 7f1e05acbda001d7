"""Filters in words: which rows of a table are taken."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bsc_site.wording.language import enumeration, say
from bsc_site.wording.provenance.written_text import written


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
        *rest, last = empty
        parts.append(say("{columns} and {last} are empty", columns=enumeration(rest), last=last))
    elif empty:
        parts.append(say("{column} is empty", column=empty[0]))
    return parts


def _is_empty(allowed: Any) -> bool:
    if isinstance(allowed, list | tuple):
        return all(_is_empty(each) for each in allowed)
    return allowed is None or (isinstance(allowed, str) and not allowed.strip())


def _condition(name: str, allowed: Any) -> str:
    if isinstance(allowed, Mapping):
        tests = (say("{test} {value}", test=key, value=_texts(value)) for key, value in allowed.items())
        return say("{column} {tests}", column=name, tests=enumeration(tests))
    return say("{column} = {texts}", column=name, texts=_texts(allowed))


def _texts(allowed: Any) -> str:
    text = ""
    for each in allowed if isinstance(allowed, list | tuple) else [allowed]:
        one = str(each) if isinstance(each, int) and not isinstance(each, bool) else written(each)
        text = say("{texts} or {last}", texts=text, last=one) if text else one
    return text
