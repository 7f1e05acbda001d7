"""Not carried: which keys of the declared elements another format has no place for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from bsc_site.model.fields import Part
from bsc_site.model.problem import Place, Problem
from bsc_site.model.rules import problem

_LISTED = 5
_NEVER_TOLD = {"id", "name", "title", "ignore", "audience", "was"}
"""Keys that every format has a place for, or that speak of the scorecard's own file and site."""


def keys_without_place(
    what: str, elements: Iterable[tuple[str, Part]], carried: Collection[str], file: str
) -> Iterator[Problem]:
    """A remark for each key that is declared and not carried, with the elements that declare it.

    `what` is the key of the elements' list (`kpis`), `file` the file that is written; elements come with their ids.
    """
    found: dict[str, list[str]] = {}
    for name, element in elements:
        for key, field in type(element).model_fields.items():
            told = key in element.model_fields_set and key not in carried and key not in _NEVER_TOLD
            if told and getattr(element, key) not in (None, "", (), field.default):
                found.setdefault(field.alias or key, []).append(name)
    for key, names in found.items():
        yield remark(file, f"{what}.{key}", f"has no place in the file: {listed(names)}")


def remark(file: str, key: str, message: str) -> Problem:
    """A remark about something that the file which is written does not hold."""
    return problem("BSC612", Place(file), message, key)


def listed(names: Collection[str]) -> str:
    """`a, b, c, d, e and 7 more`."""
    each = list(names)
    more = f" and {len(each) - _LISTED} more" if len(each) > _LISTED else ""
    return ", ".join(each[:_LISTED]) + more
