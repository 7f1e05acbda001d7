"""Declared questions: what the source of a KPI asks of its connection."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bsc_site.load.connections.measures import Aggregation, MeasureError, measure_of
from bsc_site.load.connections.questions import Question, QuestionError
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.sources.source import Source
from bsc_site.model.saying.said import said
from bsc_site.model.sentences.asked import connection_sentences as told

_ASKED = {
    *("connection", "fetched", "table", "period", "value", "numerator", "denominator", "count", "where"),
    *("fiscal_year_starts", "scale", "covers", "cumulative", "expect", "gone"),
}
"""What a source with a connection may say; all else is about a file, and would be passed over in silence."""


def question_of(kpi: Kpi, year_starts: int) -> Question:
    """The question of a KPI that has a connection. Raises QuestionError with the key that does not fit."""
    source = kpi.source or Source()
    for key in sorted(source.model_fields_set - _ASKED):
        message = said(told.NOT_FOR_A_CONNECTION, key=key, name=str(source.connection))
        raise QuestionError(key, message, "BSC028")
    if not isinstance(source.table, str):
        raise QuestionError("table", said(told.NO_TABLE), "BSC028")
    if not isinstance(source.period, str):
        raise QuestionError("period", said(told.NO_PERIOD), "BSC028")
    starts = source.fiscal_year_starts or year_starts
    return Question(source.table, source.period, _measures(source), _where(source), kpi.frequency, starts)


def _measures(source: Source) -> Mapping[str, Aggregation]:
    texts = {key: text for key in ("value", "numerator", "denominator") if (text := getattr(source, key))}
    if source.count == "rows" and not texts:
        return {"value": Aggregation("count")}
    if not texts:
        raise QuestionError("value", said(told.NO_MEASURE), "BSC028")
    found = {}
    for key, text in texts.items():
        try:
            found[key] = measure_of(text)
        except MeasureError as error:
            raise QuestionError(key, error.args[0], "BSC028") from None
    return found


def _where(source: Source) -> Mapping[str, Sequence[Any]]:
    found = {}
    for column, wanted in source.where.items():
        values = wanted if isinstance(wanted, list | tuple) else [wanted]
        if not all(isinstance(each, str | int | float) for each in values):
            raise QuestionError("where", said(told.NO_FILTER, column=str(column)), "BSC028")
        found[str(column)] = values
    return found
