"""Declared values: what a scorecard says of itself must make sense before any data is read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from bsc_site.load.figures.shares import OTHER_UNITS
from bsc_site.load.ignoring import can_be_ignored, reason_at
from bsc_site.load.scorecards.review_checks import review_problems
from bsc_site.load.scorecards.source_and_scoring_checks import scoring_complaints, zone_complaints
from bsc_site.load.scorecards.status_checks import status_complaints
from bsc_site.load.scorecards.target_checks import (
    Complaint,
    limit_and_pace_complaints,
    period_complaints,
    target_complaints,
)
from bsc_site.load.scorecards.validation import Sheet
from bsc_site.load.yaml.marked_file import KeyPath
from bsc_site.model.declared.initiative import Initiative
from bsc_site.model.declared.kpi import Ignore, Kpi
from bsc_site.model.declared.scorecard import Horizon
from bsc_site.model.problem import Problem
from bsc_site.model.rules import RULES
from bsc_site.model.saying.said import InContext, said
from bsc_site.model.sentences import scorecard_sentences as told
from bsc_site.model.vocabularies import RollUp

_JUDGED_BY = (
    "direction",
    "frequency",
    "aggregate",
    "unit",
    "source",
    "formula",
    "from_children",
    "baseline",
    "targets",
    "limit",
    "path",
    "scoring",
    "tolerance",
    "thresholds",
    "rebase",
    "benchmark",
)
"""The keys of a KPI that its complaints look at: a mistake in any other key hides none of them."""
_IN_THE_UNIT = ("targets", "baseline", "limit")
"""The keys of a KPI below which every figure is in its unit; in others a per cent sign may mean a share."""
_WITH_SIGN = re.compile(r"[+-]?\d+(?:\.\d+)? ?%")
_PLANNED_BY = ("start", "end", "milestones")
_WHATEVER_IS_MISSING = {"BSC132", "BSC133", "BSC135", "BSC137", "BSC138", "BSC142", "BSC151"}


def value_problems(sheets: Iterable[Sheet]) -> Iterator[Problem]:
    """A problem for each declared value that contradicts another one; damaged elements are left alone."""
    for sheet in sheets:
        card = sheet.card
        for index, kpi in enumerate(card.kpis):
            path: KeyPath = ("kpis", index)
            yield from _at(sheet, path, _kpi(sheet, path, kpi))
        for index, initiative in enumerate(card.initiatives):
            if _all_sound(sheet, ("initiatives", index), _PLANNED_BY):
                yield from _at(sheet, ("initiatives", index), _plan(initiative))
        if card.horizon is not None and sheet.sound(("horizon",)):
            yield from _at(sheet, ("horizon",), _horizon(card.horizon))
        if "periods" in sheet.source.value and sheet.sound(("periods",)):
            yield from _at(sheet, (), zone_complaints(("periods", "time_zone"), card.periods.time_zone))
        if "statuses" in sheet.source.value and sheet.sound(("statuses",)):
            yield from _at(sheet, (), status_complaints(card))
        yield from _at(sheet, (), _rollups(sheet))
        yield from review_problems(sheet)
        yield from _at(sheet, (), _ignored(sheet))


def _kpi(sheet: Sheet, path: KeyPath, kpi: Kpi) -> Iterator[Complaint]:
    """What is wrong with a KPI; of a damaged one only what the missing values could not change."""
    complaints = chain(
        _per_cent(sheet, path, kpi),
        target_complaints(kpi, kpi.tolerance or sheet.card.tolerance),
        scoring_complaints(kpi),
        period_complaints(kpi),
        limit_and_pace_complaints(kpi),
    )
    if _all_sound(sheet, path, _JUDGED_BY):
        yield from complaints
    elif sheet.sound((*path, "frequency")) and sheet.sound((*path, "aggregate")):
        yield from (each for each in complaints if each.code in _WHATEVER_IS_MISSING)


def _per_cent(sheet: Sheet, path: KeyPath, kpi: Kpi) -> Iterator[Complaint]:
    """Figures with a per cent sign although the KPI's unit is plainly another one."""
    if kpi.unit not in OTHER_UNITS:
        return
    for key in _IN_THE_UNIT:
        for inside, text in _texts(sheet.settings["kpis"][path[1]].get(key)):
            if inside[-1:] != ("note",) and _WITH_SIGN.fullmatch(text):
                message = said(told.PER_CENT_IN_ANOTHER_UNIT, text=text, unit=kpi.unit)
                yield Complaint((key, *inside), "BSC006", message)


def _texts(value: object, inside: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """Every text in a plain value, with the way to it."""
    if isinstance(value, str):
        yield inside, value
    elif isinstance(value, dict | list):
        for key, each in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _texts(each, (*inside, key))


def _all_sound(sheet: Sheet, path: KeyPath, keys: Iterable[str]) -> bool:
    return all(sheet.sound((*path, key)) for key in keys)


def _at(sheet: Sheet, path: KeyPath, complaints: Iterable[Complaint]) -> Iterator[Problem]:
    for each in complaints:
        if reason_at(sheet.card, (*path, *each.path), each.code) is None:
            yield sheet.problem(each.code, (*path, *each.path), each.message)


def _horizon(horizon: Horizon) -> Iterator[Complaint]:
    if horizon.to.end < horizon.from_.start:
        message = said(told.HORIZON_ENDS_FIRST, end=str(horizon.to), start=str(horizon.from_))
        yield Complaint(("to",), "BSC139", message)


def _plan(initiative: Initiative) -> Iterator[Complaint]:
    span = {"start": str(initiative.start), "end": str(initiative.end)}
    if initiative.end.end < initiative.start.start:
        yield Complaint(("end",), "BSC140", said(told.INITIATIVE_ENDS_FIRST, **span))
        return
    for index, step in enumerate(initiative.milestones):
        if step.due.start > initiative.end.end or step.due.end < initiative.start.start:
            message = said(told.MILESTONE_OUTSIDE, due=str(step.due), **span)
            yield Complaint(("milestones", index, "due"), "BSC141", message)
        if step.done is not None and step.done.end < initiative.start.start:
            message = said(told.DONE_BEFORE_THE_START, done=str(step.done), **span)
            yield Complaint(("milestones", index, "done"), "BSC141", message)


def _rollups(sheet: Sheet) -> Iterator[Complaint]:
    card = sheet.card
    message = said(told.NO_OWN_KPI)
    if card.rollup is RollUp.SELF:
        yield Complaint(("rollup",), "BSC150", message)
    for row, perspective in enumerate(card.perspectives):
        if perspective.rollup is RollUp.SELF:
            yield Complaint(("perspectives", row, "rollup"), "BSC150", message)
        for index, objective in enumerate(perspective.objectives):
            path: KeyPath = ("perspectives", row, "objectives", index)
            if objective.rollup is RollUp.SELF and not objective.kpis and sheet.sound((*path, "kpis")):
                yield Complaint((*path, "rollup"), "BSC150", message)


def _ignored(sheet: Sheet) -> Iterator[Complaint]:
    for path, ignores in _ignores(sheet):
        for index, ignore in enumerate(ignores):
            yield from _ignore((*path, "ignore", index), ignore)


def _ignores(sheet: Sheet) -> Iterator[tuple[KeyPath, tuple[Ignore, ...]]]:
    card = sheet.card
    yield (), card.ignore
    for row, perspective in enumerate(card.perspectives):
        yield ("perspectives", row), perspective.ignore
        for index, objective in enumerate(perspective.objectives):
            yield ("perspectives", row, "objectives", index), objective.ignore
    for index, kpi in enumerate(card.kpis):
        yield ("kpis", index), kpi.ignore
    for index, initiative in enumerate(card.initiatives):
        yield ("initiatives", index), initiative.ignore


def _ignore(path: KeyPath, ignore: Ignore) -> Iterator[Complaint]:
    if ignore.rule not in RULES:
        yield Complaint((*path, "rule"), "BSC115", said(told.NO_SUCH_RULE, rule=ignore.rule))
    elif not can_be_ignored(ignore.rule):
        message = said(told.NOT_TO_BE_IGNORED, rule=ignore.rule, title=InContext(RULES[ignore.rule].title, ignore.rule))
        yield Complaint((*path, "rule"), "BSC117", message)
    if not ignore.because.strip():
        yield Complaint((*path, "because"), "BSC116", said(told.NO_REASON))
