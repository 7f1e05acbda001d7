"""The word of a value: another one as soon as anything in the value is another, whatever process asks."""

from __future__ import annotations

import io
import pickle
from functools import cache
from hashlib import blake2b
from typing import Any

from bsc_site.compute.known.value_word import DIGITS, Reducers, reducers
from bsc_site.model.concluded.assessment import Expectation, Point


def word_of(*values: object) -> str:
    """40 hexadecimal digits that stand for these values, down to the last figure in them.

    Values are written as Python writes them to hand them on to another process; nothing of it is ever read again.
    """
    written = io.BytesIO()
    writer = pickle.Pickler(written, protocol=5)
    writer.dispatch_table = _shortly()
    for value in values:
        writer.dump(value)
    return blake2b(written.getbuffer(), digest_size=DIGITS).hexdigest()


@cache
def _shortly() -> Reducers:
    """How values are written: what makes up most of an assessment without the names of its fields."""
    return {**reducers(), Point: _row, Expectation: _row}


def _row(row: tuple[object, ...]) -> tuple[Any, ...]:
    return tuple, ((type(row).__name__, *row),)
