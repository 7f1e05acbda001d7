"""The word of values: another one as soon as anything in them is another, the same in whatever process asks."""

from __future__ import annotations

import copyreg
import pickle
from collections.abc import Callable, Iterator
from functools import cache
from hashlib import blake2b
from typing import Any, NamedTuple, TypeAlias

from pydantic import BaseModel

from bsc_site.model.period import Period

Reducers: TypeAlias = dict[type, Callable[[Any], Any]]
"""How values of a class are written: as the function and the arguments that stand for them."""
DIGITS = 20
"""Bytes of a word, each two digits of its text."""


def word_of_values(*values: object) -> str:
    """40 hexadecimal digits that stand for these values, down to the last figure in them, not for who else holds them.

    Values are written as Python writes them to hand them on to another process; nothing of it is ever read again. A set
    has no order and may not be among them.
    """
    digest = blake2b(digest_size=DIGITS)
    writer = pickle.Pickler(_Into(digest.update), protocol=5)
    writer.fast = True  # each time in full: where two values are one and the same object is no part of what they say
    writer.dispatch_table = reducers()
    writer.dump(values)
    return digest.hexdigest()


class _Into(NamedTuple):
    """Where values are written to: nothing of it stays but the digest."""

    write: Callable[[Any], Any]


def word_of_bytes(content: bytes) -> str:
    """The word of what a file holds."""
    return blake2b(content, digest_size=DIGITS).hexdigest()


@cache
def reducers() -> Reducers:
    """How models and periods are written.

    Of a model the keys that were given, in an order that a set has not, and their values: all others have the values
    that the program gives them. A period without what was found out about it.
    """
    return {**copyreg.dispatch_table, **dict.fromkeys(_models(BaseModel), _fields), Period: _period}


def _period(period: Period) -> tuple[Any, ...]:
    return tuple, (("Period", period.frequency, period.start, period.year_starts),)


def _models(kind: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for each in kind.__subclasses__():
        yield each
        yield from _models(each)


def _fields(model: BaseModel) -> tuple[Any, ...]:
    held, given = vars(model), sorted(model.__pydantic_fields_set__)
    return tuple, ((type(model).__qualname__, given, [held[name] for name in given], model.__pydantic_private__),)
