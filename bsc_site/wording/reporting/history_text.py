"""The history of a declaration in words: since when a target is what it is, and when the definition was edited."""

from __future__ import annotations

from datetime import date

from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.differences.declared_history import DeclaredHistory, DefinitionEdit, TargetEra, TargetEras
from bsc_site.model.period import parse_period
from bsc_site.wording.figures import period_text
from bsc_site.wording.kpi_figures import declared_text
from bsc_site.wording.language import enumeration, say

_MOST = 5
"""So many eras of a target, and edits of a definition, are told; the latest ones."""


def target_history(eras: TargetEras, kpi: Kpi) -> str:
    """`41 % by 2030 since May 2022, before that 30 %`."""
    latest, *earlier = eras.eras[:_MOST]
    told = _latest(latest, eras, kpi)
    for place, each in enumerate(earlier):
        value, last = declared_text(kpi, each.value), place == len(earlier) - 1
        if last or each.since is None:
            told = say("{later}, before that {value}", later=told, value=value)
        else:
            told = say("{later}, before that {value} since {month}", later=told, value=value, month=_month(each.since))
    return told


def _latest(era: TargetEra, eras: TargetEras, kpi: Kpi) -> str:
    value, period = declared_text(kpi, era.value), period_text(eras.period)
    if era.since is None:
        return say("{value} by {period}, not committed yet", value=value, period=period)
    return say("{value} by {period} since {month}", value=value, period=period, month=_month(era.since))


def definition_history(history: DeclaredHistory) -> str:
    """`May 2022 (unit, formula), Jan 2021 (name)`; empty where nothing was edited."""
    return enumeration(_edit(each) for each in history.edits[:_MOST])


def _edit(edit: DefinitionEdit) -> str:
    when = say("not committed yet") if edit.day is None else _month(edit.day)
    return say("{when} ({keys})", when=when, keys=enumeration(edit.keys))


def _month(day: date) -> str:
    return period_text(parse_period(f"{day:%Y-%m}"))
