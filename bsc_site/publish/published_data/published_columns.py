"""Columns: the points of a series, of which a scorecard has a hundred thousand, as JSON with a list for each key."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, cached_property, lru_cache, partial
from math import isfinite
from typing import Any, Generic, TypeVar, get_args, get_type_hints
from warnings import catch_warnings, simplefilter

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from bsc_site.publish.published_data.published_json import encoded, in_one_go, numbers, rounded
from bsc_site.publish.published_data.published_part import ORDINARY, Digits, digits_of

Kind = TypeVar("Kind", bound=Mapping[str, Any])

BEYOND = 5
"""So many significant digits more than the data has are worth telling of what is computed from it."""
_FEWEST = 8
_SOME = 8
"""So many of the first values tell nearly always whether there are many."""
_DECIMALS = re.compile(r"(?<=\.)[0-9]+")


class Columns(Generic[Kind]):
    """Points of one `kind`, a TypedDict with a tuple of values for each key; the keys are published in its order.

    A column that the kind does not require is left out where it would say nothing. `digits` are those of the columns
    that are computed from data of fewer digits.
    """

    def __init__(self, kind: type[Kind], held: Kind, digits: int = ORDINARY.count) -> None:
        """These columns. Raises ValueError where one is shorter than another."""
        if len({len(each) for each in held.values()}) > 1:
            message = "the columns of a series have the same length"
            raise ValueError(message)
        self.kind, self.held, self._digits = kind, held, digits

    def __len__(self) -> int:
        """How many points there are."""
        return len(next(iter(self.held.values())))

    def __eq__(self, other: object) -> bool:
        """Whether it is the same kind of points with the same values."""
        return isinstance(other, Columns) and (self.kind, self.held) == (other.kind, other.held)

    def __hash__(self) -> int:
        """By the values."""
        return hash((self.kind, *self.held.items()))

    @cached_property
    def texts(self) -> dict[str, list[str]]:
        """The values of each key as JSON; a value that stands at many points becomes text once."""
        writers = _writers(self.kind, self._digits).items()
        return {key: _texts(self.held[key], write) for key, write in writers if key in self.held}

    @property
    def lists(self) -> Iterable[str]:
        """Each key with its list, as JSON."""
        return [f"{_kept(key)}:[{','.join(texts)}]" for key, texts in self.texts.items()]

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """As JSON an object of lists."""
        (kind,) = get_args(source)
        with catch_warnings():
            simplefilter("ignore", UserWarning)  # that nothing but types keeps a column from being changed
            held = handler.generate_schema(kind)
        read = core_schema.no_info_after_validator_function(lambda columns: cls(kind, columns), held)
        return core_schema.json_or_python_schema(read, core_schema.is_instance_schema(cls))


def digits_beside(figures: Iterable[float | None]) -> int:
    """How many significant digits it takes to tell what is computed from these figures: five more than it takes to tell
    the largest of them with all decimals of the finest; at least 8, at most 12.
    """  # noqa: D205  # one thought
    known = tuple(each for each in figures if each is not None and isfinite(each))
    whole = in_one_go(known, ORDINARY.count)
    if "e" in whole:
        return ORDINARY.count
    decimals = max(map(len, _DECIMALS.findall(whole)), default=0)
    before = len(str(int(max(map(abs, known), default=0))))
    return max(_FEWEST, min(before + decimals + BEYOND, ORDINARY.count))


_Writer = Callable[[Sequence[Any]], list[str]]


@cache
def _writers(kind: type, beside: int) -> dict[str, _Writer]:
    hints = get_type_hints(kind, include_extras=True)
    return {key: _writer(digits_of(hint), beside) for key, hint in hints.items()}


def _writer(digits: Digits | None, beside: int) -> _Writer:
    if digits is None:
        return _plainly
    return partial(rounded, digits=beside) if digits.beside else partial(numbers, digits=digits.count)


_kept = lru_cache(maxsize=4096, typed=True)(encoded)
"""All KPIs have the same periods and words."""


def _plainly(values: Sequence[Any]) -> list[str]:
    return list(map(_kept, values))


def _texts(column: Sequence[Any], write: _Writer) -> list[str]:
    """Looking for values that stand at many points is more work where hardly any does."""
    if len(set(column[:_SOME])) == _SOME:
        return write(column)
    distinct = tuple(set(column))
    if len(distinct) == 1:
        return write(distinct) * len(column)
    if len(distinct) * 2 > len(column):
        return write(column)
    texts = dict(zip(distinct, write(distinct), strict=True))
    return [texts[value] for value in column]
