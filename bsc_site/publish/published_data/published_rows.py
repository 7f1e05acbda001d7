"""Rows: the points of a series, of which a scorecard has a hundred thousand, as JSON column by column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, cached_property, lru_cache, partial
from typing import Any, Self, TypeVar, get_args, get_type_hints
from warnings import catch_warnings, simplefilter

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from bsc_site.publish.published_data.published_json import encoded, numbers
from bsc_site.publish.published_data.published_part import digits_of

Row = TypeVar("Row", bound=Mapping[str, Any])


class Rows(tuple[Row, ...]):  # noqa: SLOT001  # the columns are kept with it
    """Points of one `kind`, a TypedDict, in their order; their keys are published in the order of the kind.

    All of them have the same keys: one that the kind does not require is in each row or in none.
    """

    kind: type[Row]

    def __new__(cls, kind: type[Row], rows: Iterable[Row] = ()) -> Self:
        """These rows, which are all of this kind."""
        made = super().__new__(cls, rows)
        made.kind = kind
        return made

    @cached_property
    def columns(self) -> dict[str, list[str]]:
        """The values of each key as JSON; a value that stands in many rows becomes text once."""
        known = _writers(self.kind)
        held = {key: write for key, write in known.items() if not self or key in self[0]}
        return {key: _texts([row[key] for row in self], write) for key, write in held.items()}

    @property
    def elements(self) -> Iterable[str]:
        """Each row as JSON."""
        line = "{" + ", ".join(f"{encoded(key)}: %s" for key in self.columns) + "}"
        return map(line.__mod__, zip(*self.columns.values(), strict=True))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """As JSON a list of rows."""
        (kind,) = get_args(source)
        with catch_warnings():
            simplefilter("ignore", UserWarning)  # that nothing but types keeps a row from being changed
            row = handler.generate_schema(kind)
        read = core_schema.no_info_after_validator_function(lambda rows: cls(kind, rows), core_schema.list_schema(row))
        return core_schema.json_or_python_schema(read, core_schema.is_instance_schema(cls))


_Writer = Callable[[Sequence[Any]], list[str]]


@cache
def _writers(kind: type) -> dict[str, _Writer]:
    digits = {key: digits_of(hint) for key, hint in get_type_hints(kind, include_extras=True).items()}
    return {key: partial(numbers, digits=count) if count else _plainly for key, count in digits.items()}


_kept = lru_cache(maxsize=4096, typed=True)(encoded)
"""All KPIs have the same periods and words."""


def _plainly(values: Sequence[Any]) -> list[str]:
    return list(map(_kept, values))


def _texts(column: Sequence[Any], write: _Writer) -> list[str]:
    """Looking for values that stand in many rows is more work where hardly any does."""
    distinct = tuple(set(column))
    if len(distinct) * 2 > len(column):
        return write(column)
    texts = dict(zip(distinct, write(distinct), strict=True))
    return [texts[value] for value in column]
