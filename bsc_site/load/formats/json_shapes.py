"""JSON shapes: the records of a JSON value, whether they stand as objects, as columns, as lists or in groups."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

Record: TypeAlias = dict[str, Any]
EACH = "*"
"""A step of a path that stands for every element of a list, which is gone through without it, too, or of an object."""
NAME = "key"
"""What the key of such an element of an object is called in its records, where they have nothing of that name."""


def at_path(content: Any, path: tuple[str, ...]) -> Any:
    """What stands at the end of a path of keys; through a list, the lists of all its elements as one.

    What else stands beside the list of a group, such as its name, is said of each of its records. Raises KeyError with
    the key that is not there, and those that are.
    """
    if not path:
        return content
    key, *rest = path
    if isinstance(content, list) and all(isinstance(each, dict) for each in content):
        inner = path if key != EACH else tuple(rest)
        return [record for group in content for record in _members(group, inner)] if inner else content
    if key == EACH and isinstance(content, dict) and key not in content and _all_hold_more(content):
        return at_path([{NAME: name, **each} for name, each in content.items()], path)
    if not isinstance(content, dict) or key not in content:
        raise KeyError(key, tuple(content) if isinstance(content, dict) else ())
    return at_path(content[key], tuple(rest))


def _all_hold_more(content: Record) -> bool:
    return bool(content) and all(isinstance(each, dict) for each in content.values())


def _members(group: Record, path: tuple[str, ...]) -> Iterator[Any]:
    found = at_path(group, path)
    known = {key: value for key, value in group.items() if not isinstance(value, dict | list)}
    for each in found if isinstance(found, list) else [found]:
        yield {**known, **each} if isinstance(each, dict) else each


def records_of(content: Any) -> list[Record] | None:
    """The records that a value holds, None where it holds none.

    Objects in a list; an object of columns, lists of one length; `{columns: [..], data: [[..], ..]}` as pandas writes
    it; a list of lists, the first of which holds the headings.
    """
    if isinstance(content, list) and all(isinstance(each, dict) for each in content):
        return [_flat(each) for each in content]
    if isinstance(content, list) and content and _are_headings(content[0]):
        return _under(content[0], content[1:])
    if not isinstance(content, dict):
        return None
    if content.keys() - {"index"} == {"columns", "data"} and _are_headings(content["columns"]):
        return _under(content["columns"], content["data"])
    columns = [value for value in content.values() if isinstance(value, list) and not _holds_more(value)]
    if len(columns) == len(content) > 1 and len(set(map(len, columns))) == 1:
        return [dict(zip(content, values, strict=True)) for values in zip(*columns, strict=True)]
    return None


def _are_headings(row: Any) -> bool:
    return isinstance(row, list) and all(isinstance(each, str) for each in row) and 0 < len(set(row)) == len(row)


def _holds_more(values: list[Any]) -> bool:
    return any(isinstance(each, dict | list) for each in values)


def _under(headings: list[str], rows: Any) -> list[Record] | None:
    if not isinstance(rows, list) or any(not isinstance(row, list) or len(row) != len(headings) for row in rows):
        return None
    return [dict(zip(headings, row, strict=True)) for row in rows]


def _flat(record: Record) -> Record:
    """The record with the values of inner objects under their own keys, under the whole path where two would meet."""
    if not any(isinstance(value, dict) for value in record.values()):
        return record
    leaves = dict(_leaves(record, ()))
    last = [path[-1] for path in leaves]
    return {path[-1] if last.count(path[-1]) == 1 else "/".join(path): value for path, value in leaves.items()}


def _leaves(record: Mapping[str, Any], above: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    for key, value in record.items():
        if isinstance(value, dict) and value:
            yield from _leaves(value, (*above, key))
        else:
            yield (*above, key), value
