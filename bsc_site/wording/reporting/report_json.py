"""The report of a comparison for programs: one JSON object, whose form has a version."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import singledispatch
from typing import Any

from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.review import Decision
from bsc_site.model.declared.targets import Target
from bsc_site.model.differences.difference import (
    ChangedFigures,
    Comparison,
    Difference,
    Different,
    ElementSort,
    FormerId,
    NoMore,
    OtherArrow,
    OtherDecision,
    OtherEntry,
    OtherField,
    OtherTargets,
    StatusFlip,
    Version,
)
from bsc_site.wording.reporting.difference_text import difference_text
from bsc_site.wording.reporting.field_text import field_texts

FORM = 1
"""The version of the form: another one where a key goes or changes its meaning; keys may join."""


def json_of_comparison(comparison: Comparison) -> str:
    """The object, indented by two."""
    whole = {
        "version": FORM,
        "before": _version(comparison.before),
        "after": _version(comparison.after),
        "as_of": comparison.as_of.isoformat(),
        "audience": comparison.audience,
        "differences": [_entry(each, comparison) for each in comparison.differences],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _version(version: Version) -> Mapping[str, Any]:
    return {
        "revision": version.name or None,
        "commit": version.commit or None,
        "date": version.day.isoformat() if version.day else None,
    }


def _entry(difference: Difference, comparison: Comparison) -> Mapping[str, Any]:
    key, place = difference.element, difference.place
    kpi = comparison.projects[1].kpis.get(key.id) if key.sort is ElementSort.KPI else None
    return {
        "kind": difference.kind.value,
        "element": {
            "kind": key.sort.value,
            "id": key.id,
            "scorecard": key.scorecard or None,
            "name": difference.name,
        },
        "causes": [each.value for each in difference.causes],
        "text": difference_text(difference, comparison.projects),
        "file": place.file if place else None,
        "line": place.line if place and place.line else None,
        **_details(difference.what, kpi),
    }


@singledispatch
def _details(what: Different, _: Kpi | None) -> Mapping[str, Any]:
    raise TypeError(what)


@_details.register
def _of_flip(what: StatusFlip, _: Kpi | None) -> Mapping[str, Any]:
    sides = zip((what.before, what.after), what.own, what.scores, strict=True)
    before, after = (
        {"status": status.value, "own": own or None, "score": _rounded(score)} for status, own, score in sides
    )
    return {"before": before, "after": after}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


@_details.register
def _of_figures(what: ChangedFigures, _: Kpi | None) -> Mapping[str, Any]:
    return {
        "figures": [{"period": str(each.period), "before": each.before, "after": each.after} for each in what.figures]
    }


@_details.register
def _of_targets(what: OtherTargets, _: Kpi | None) -> Mapping[str, Any]:
    return {"targets": [{"before": _target(each.before), "after": _target(each.after)} for each in what.targets]}


def _target(target: Target | None) -> Mapping[str, Any] | None:
    if target is None:
        return None
    return {
        "period": str(target.period),
        "value": target.value,
        "low": target.low,
        "high": target.high,
        "from": str(target.from_) if target.from_ else None,
        "until": str(target.until) if target.until else None,
    }


@_details.register
def _of_field(what: OtherField, kpi: Kpi | None) -> Mapping[str, Any]:
    before, after = field_texts(what, kpi)
    return {"key": what.key, "before": before or None, "after": after or None}


@_details.register
def _of_arrow(what: OtherArrow, _: Kpi | None) -> Mapping[str, Any]:
    return {"key": what.key, "to": what.to, "stood": what.before is not None, "stands": what.after is not None}


@_details.register
def _of_entry(what: OtherEntry, _: Kpi | None) -> Mapping[str, Any]:
    entry = what.after or what.before
    period = str(entry.period) if entry else None
    return {"review": period, "stood": what.before is not None, "stands": what.after is not None}


@_details.register
def _of_decision(what: OtherDecision, _: Kpi | None) -> Mapping[str, Any]:
    return {"review": str(what.entry.period), "before": _decision(what.before), "after": _decision(what.after)}


def _decision(decision: Decision | None) -> Mapping[str, Any] | None:
    if decision is None:
        return None
    due, done = (str(each) if each else None for each in (decision.due, decision.done))
    return {"text": decision.text, "owner": decision.owner, "due": due, "done": done}


@_details.register
def _of_former_id(what: FormerId, _: Kpi | None) -> Mapping[str, Any]:
    return {"before": what.id}


@_details.register
def _of_nothing_more(_: NoMore, __: Kpi | None) -> Mapping[str, Any]:
    return {}
