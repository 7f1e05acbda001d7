"""YAML text: a mapping as lines that people go on editing, short lists on one line, open questions as comments."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml

from bsc_site.model.value_class import dataclass

_ONE_LINE = {"horizon", "targets", "baseline", "scoring", "thresholds", "where", "periods", "statuses"}
"""Keys whose mappings stand on one line each, as in the files that people write."""
_ONE_IF_SHORT = {"source"}
"""Keys whose mappings do so where they fit."""
_SHORT = 110
_WITH_EMPTY = "where"
"""The key whose mapping says of columns that they are empty."""
_ESCAPED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
"""What no file of YAML may hold but as `\\u007f`."""
_PLAIN_IN_FLOW = re.compile(r"\w[\w .+/%-]*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Open:
    """A value that holds until somebody answers the question behind it."""

    value: str
    question: str


def yaml_text(value: Mapping[str, Any]) -> str:
    """The mapping as YAML in the order of its keys; whatever is empty is left out."""
    return "".join(f"{line}\n" for line in _mapping(value, ""))


def yaml_line(key: str, value: Any) -> str:
    """One key with its value on the same line, whatever it holds."""
    return f"{key}: {_flow(value) if isinstance(value, Mapping | list | tuple) else _scalar(value)}"


def _mapping(value: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key, entry in value.items():
        if entry is None or entry in ("", (), [], {}):
            continue
        if isinstance(entry, Mapping):
            yield from _nested(key, entry, indent)
        elif isinstance(entry, list | tuple):
            yield from _list(key, entry, indent)
        elif isinstance(entry, Open):
            yield f"{indent}{key}: {_scalar(entry.value)}  # TODO: {entry.question}"
        else:
            yield f"{indent}{key}: {_scalar(entry)}"


def _nested(key: str, entry: Mapping[str, Any], indent: str) -> Iterator[str]:
    line = f"{indent}{key}: {_flow(entry, key)}" if key in _ONE_LINE or key in _ONE_IF_SHORT else ""
    if line and (key in _ONE_LINE or len(line) <= _SHORT):
        yield line
        return
    yield f"{indent}{key}:"
    yield from _mapping(entry, f"{indent}  ")


def _list(key: str, entries: Sequence[Any], indent: str) -> Iterator[str]:
    if not any(isinstance(each, Mapping) for each in entries) and key != "values":
        yield f"{indent}{key}: {_flow(entries)}"
        return
    yield f"{indent}{key}:"
    for each in entries:
        if not isinstance(each, Mapping):
            yield f"{indent}  - {_scalar(each)}"
        elif key in _ONE_LINE:
            yield f"{indent}  - {_flow(each)}"
        else:
            first, *others = _mapping(each, f"{indent}    ")
            yield f"{indent}  - {first.strip()}"
            yield from others


def _flow(entry: Any, key: str = "") -> str:
    if isinstance(entry, Mapping):
        kept = {name: each for name, each in entry.items() if key == _WITH_EMPTY or each not in (None, "")}
        return "{" + ", ".join(f"{_scalar(name, flow=True)}: {_flow(each, name)}" for name, each in kept.items()) + "}"
    if isinstance(entry, list | tuple):
        return "[" + ", ".join(_flow(each) for each in entry) + "]"
    return _scalar(entry, flow=True)


def _scalar(value: Any, *, flow: bool = False) -> str:
    """A number as it is; a text without quotes where YAML reads it as the text that it is."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return f"{value}"
    if _ESCAPED.search(value):
        return json.dumps(value)
    hard = "\n" in value or "\t" in value or (flow and not _PLAIN_IN_FLOW.fullmatch(value))
    if hard or value.strip() != value or not value[:1].isalpha():  # what begins like a number may be read as one
        return json.dumps(value, ensure_ascii=False)
    shown: str = yaml.safe_dump(value, allow_unicode=True, width=10**9)
    text = shown.removesuffix("\n").removesuffix("\n...")
    return text if "\n" not in text else json.dumps(value, ensure_ascii=False)
