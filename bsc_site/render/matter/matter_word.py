"""The word of a value: another one as soon as anything in the value is another, whatever process asks."""

from __future__ import annotations

import copyreg
import io
import pickle
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from hashlib import blake2b
from typing import Any, TypeAlias

from pydantic import BaseModel

from bsc_site.model.concluded.assessment import Expectation, Point
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.project import Project
from bsc_site.model.period import Period

Reducers: TypeAlias = dict[type, Callable[[Any], Any]]
"""How values of a class are written: as the function and the arguments that stand for them."""
OWN = frozenset(
    {"description", "purpose", "formula_in_words", "baseline", "targets", "tolerance", "thresholds", "manual_status"}
)
"""What a KPI declares and nothing shows that has not looked at this KPI."""


def word_of(*values: object) -> str:
    """40 hexadecimal digits that stand for these values, down to the last figure in them.

    Values are written as Python writes them to hand them on to another process; nothing of it is ever read again.
    """
    return _word_of(values, _in_order())


def shared_word(*values: object) -> str:
    """The same of whatever all that is shown may depend on: nothing of what shows with its own KPI alone."""
    return _word_of(values, _in_order() | {Kpi: _shared})


def _word_of(values: Iterable[object], reducers: Reducers) -> str:
    written = io.BytesIO()
    writer = pickle.Pickler(written, protocol=5)
    writer.dispatch_table = reducers
    for value in values:
        writer.dump(value)
    return blake2b(written.getbuffer(), digest_size=20).hexdigest()


@cache
def _in_order() -> Reducers:
    """How models are written: the keys that were given in their order, which a set has anew in each process.

    What makes up most of an assessment is written shortly, a period and a project without what was found out about it.
    """
    often: Reducers = {Period: _period, Project: _project, Point: _row, Expectation: _row}
    return {**copyreg.dispatch_table, **dict.fromkeys(_models(BaseModel), _fields), **often}


def _period(period: Period) -> tuple[Any, ...]:
    return tuple, (("Period", period.frequency, period.start, period.year_starts),)


def _project(project: Project) -> tuple[Any, ...]:
    return tuple, (("Project", project.scorecards),)


def _row(row: tuple[object, ...]) -> tuple[Any, ...]:
    return tuple, ((type(row).__name__, *row),)


def _shared(kpi: Kpi) -> tuple[Any, ...]:
    held = vars(kpi)
    fields = tuple(held[name] for name in Kpi.model_fields if name not in OWN)
    return tuple, (("Kpi", sorted(kpi.model_fields_set - OWN), fields, kpi.__pydantic_private__),)


def _models(kind: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for each in kind.__subclasses__():
        yield each
        yield from _models(each)


def _fields(model: BaseModel) -> tuple[Any, ...]:
    kind, held = type(model), vars(model)
    fields = tuple(held[name] for name in kind.model_fields)
    return tuple, ((kind.__qualname__, sorted(model.model_fields_set), fields, model.__pydantic_private__),)
