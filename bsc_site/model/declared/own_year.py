"""The own year of a KPI: its fiscal periods are read by the month in which its year begins."""

from __future__ import annotations

from typing import Any, Self

from pydantic import ModelWrapValidatorHandler, ValidationInfo, model_validator

from bsc_site.model.fields import Part

_MONTHS = range(1, 13)


class InItsOwnYear(Part):
    """A part of the scorecard file whose `fiscal_year_starts`, or that of its source, holds for all periods in it."""

    @model_validator(mode="wrap")
    @classmethod
    def _in_its_own_year(cls, value: Any, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo) -> Self:
        own = _declared_start(value)
        if own is None or not isinstance(info.context, dict):
            return handler(value)
        before = info.context.get("year_starts", 1)
        info.context["year_starts"] = own
        try:
            return handler(value)
        finally:
            info.context["year_starts"] = before


def _declared_start(value: Any) -> int | None:
    """The month in which the year begins, as it stands in the YAML; None where it does not say."""
    if not isinstance(value, dict):
        return None
    source = value.get("source")
    for part in (source if isinstance(source, dict) else {}, value):
        starts = part.get("fiscal_year_starts")
        if type(starts) is int and starts in _MONTHS:
            return starts
    return None
