"""Mechanical links in words: why two KPIs move together whatever happens."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from bsc_site.model.concluded.evidence import (
    CommonFigures,
    CommonSource,
    ComputedFrom,
    Mechanical,
    RunningTotal,
    SameFigures,
)
from bsc_site.model.declared.kpi import Kpi
from bsc_site.wording.language import enumeration, say
from bsc_site.wording.period_counts import periods_text


def mechanical_sentence(reason: Mechanical, kpis: Mapping[str, Kpi]) -> str:
    """`Never tested: Revenue is computed from Orders, so the two move together whatever happens.` or alike."""
    match reason:
        case ComputedFrom(result, source):
            return say(
                "Never tested: {result} is computed from {source}, so the two move together whatever happens.",
                result=kpis[result].name,
                source=kpis[source].name,
            )
        case CommonSource(names):
            return _common_source([kpis[each].name for each in names])
        case CommonFigures():
            return say("Never tested: the same figures stand behind both, so the two move together whatever happens.")
        case RunningTotal(total, part):
            return say(
                "Never tested: {total} adds up the figures of {part}, so the two move together whatever happens.",
                total=kpis[total].name,
                part=kpis[part].name,
            )
        case SameFigures():
            return _same_figures(reason, kpis)
    assert_never(reason)


def _common_source(names: list[str]) -> str:
    if not names:
        return say("Never tested: both are computed from the same figures, so they move together whatever happens.")
    return say(
        "Never tested: both are computed from {kpis}, so they move together whatever happens.", kpis=enumeration(names)
    )


def _same_figures(reason: SameFigures, kpis: Mapping[str, Kpi]) -> str:
    original, copy = kpis[reason.original], kpis[reason.copy]
    if not reason.later:
        return say(
            "Never tested: {copy} and {original} are the same figures under two ids, or one follows from the other.",
            copy=copy.name,
            original=original.name,
        )
    return say(
        "Never tested: {copy} repeats the figures of {original} {lag} later, the same figures under two ids.",
        copy=copy.name,
        original=original.name,
        lag=periods_text(reason.later, copy.frequency),
    )
