"""Changes in words: what happened to a KPI, and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from bsc_site.model.concluded.changes import (
    Change,
    ChangeKind,
    Crossing,
    Departed,
    Moved,
    Renamed,
    Revised,
    StoodOut,
    Unnoted,
)
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.scorecard import StatusNames
from bsc_site.model.period import Frequency, Period
from bsc_site.wording.calculations.note_text import note_text
from bsc_site.wording.figures import period_text
from bsc_site.wording.kpi_figures import figure_beside, figure_text
from bsc_site.wording.language import noted, say, told
from bsc_site.wording.outlooks.signal_text import latest_statement

_CROSSED: Mapping[Crossing, str] = {
    Crossing.REACHED: noted("{figures}; reached its target"),
    Crossing.NO_LONGER_MET: noted("{figures}; no longer meets its target"),
}
_CROSSED_NEWS: Mapping[Crossing, str] = {
    Crossing.REACHED: noted("{kpi}: reached its target"),
    Crossing.NO_LONGER_MET: noted("{kpi}: no longer meets its target"),
}
_UNNOTED: Mapping[Unnoted, str] = {
    Unnoted.WITHIN_VARIATION: noted("The move itself lies within natural variation."),
    Unnoted.NO_NOTE: noted("No note says why."),
}


def change_statement(change: Change, kpi: Kpi) -> str:
    """What happened, with its figures and without a full stop: `101 in Nov 2024, 97 in Dec 2024 against 100; ..`."""
    match change.what:
        case Moved():
            figures = _figures(change.what, change.period, kpi)
            return figures if change.what.crossing is None else told(_CROSSED[change.what.crossing], figures=figures)
        case StoodOut(period, variation, label, sloped):
            return latest_statement(variation, period, label, sloped=sloped)
        case Revised(before, after):
            values = {"before": _quantity(before, kpi), "after": _quantity(after, kpi)}
            return say("{period}: {before} became {after}", period=period_text(change.period), **values)
    assert_never(change.what)


_MOVED = noted("{before} in {since}, {after} in {period}")
_MOVED_ON_DAYS = noted("{before} on {since}, {after} on {period}")
_MOVED_AGAINST = noted("{before} in {since}, {after} in {period} against {target}")
_MOVED_AGAINST_ON_DAYS = noted("{before} on {since}, {after} on {period} against {target}")


def _figures(moved: Moved, period: Period, kpi: Kpi) -> str:
    figures = {
        "before": _quantity(moved.before, kpi),
        "since": period_text(moved.since),
        "after": _quantity(moved.after, kpi),
        "period": period_text(period),
    }
    daily = period.frequency is Frequency.DAILY
    if moved.target is None:
        return told(_MOVED_ON_DAYS if daily else _MOVED, **figures)
    target = figure_beside(kpi, moved.target, moved.after)
    return told(_MOVED_AGAINST_ON_DAYS if daily else _MOVED_AGAINST, target=target, **figures)


def _quantity(value: float, kpi: Kpi) -> str:
    return figure_text(kpi, value)


def change_reason(change: Change) -> str:
    """Why it happened, as a note has it, or what there is to say without one; may be empty."""
    return told(_UNNOTED[change.why]) if isinstance(change.why, Unnoted) else note_text(change.why)


def change_summary(change: Change, kpi: Kpi) -> str:
    """What happened and why, as sentences."""
    what, why = change_statement(change, kpi).rstrip("."), change_reason(change)
    return say("{what}. {why}", what=what, why=why) if why else say("{what}.", what=what)


def change_headline(change: Change, kpi: Kpi, names: StatusNames) -> str:
    """What happened in a few words: `Revenue: On track to At risk`."""
    if change.kind is ChangeKind.STATUS and change.before is not None and change.after is not None:
        before, after = map(names.of, (change.before, change.after), change.scores)
        return say("{kpi}: {before} to {after}", kpi=kpi.name, before=before, after=after)
    if isinstance(change.what, Revised):
        return say("{kpi}: figure of {period} revised", kpi=kpi.name, period=period_text(change.period))
    if isinstance(change.what, Moved) and change.what.crossing is not None:
        return told(_CROSSED_NEWS[change.what.crossing], kpi=kpi.name)
    return say("{kpi}: {what}", kpi=kpi.name, what=change_statement(change, kpi))


def departed_headline(gone: Departed, names: StatusNames) -> str:
    """That a KPI is no more, and how it stood: `Removed: Letters answered, was Off track`."""
    if gone.last is None:
        return say("Removed: {kpi}", kpi=gone.name)
    return say("Removed: {kpi}, was {status}", kpi=gone.name, status=names.of(gone.last.status, gone.last.score))


def departed_summary(gone: Departed) -> str:
    """What there is to say beside the headline."""
    if gone.last is None:
        return say("It is no KPI of this scorecard any more, and had no figure.")
    return say(
        "It is no KPI of this scorecard any more; its last figure is of {period}.", period=period_text(gone.last.period)
    )


def renamed_headline(renamed: Renamed, kpi: Kpi) -> str:
    """That a KPI has another name or another id: `Renamed: Letters answered is now Letters answered in time`."""
    if renamed.name == kpi.name:
        return say("Renamed: the id of {kpi} is now {id}", kpi=kpi.name, id=kpi.id)
    return say("Renamed: {before} is now {after}", before=renamed.name, after=kpi.name)


def renamed_summary(renamed: Renamed, kpi: Kpi) -> str:
    """What becomes of its addresses."""
    if renamed.was == kpi.id:
        return say("Its addresses are what they were.")
    return say("Its old addresses, with the id {id}, lead to the new ones.", id=renamed.was)
