"""Withheld scores: those that also rest on what is kept from the readers, where a scorecard tells none of the rest."""

from __future__ import annotations

from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.scorecard import Objective, Perspective, Scorecard
from bsc_site.model.fields import Part
from bsc_site.model.kept_fields import KeptField, kept_in, score_withheld, without_score
from bsc_site.model.vocabularies import PartialRollUps

_NO_MATTER = {
    "description", "purpose", "formula_in_words", "owner", "updater", "incentive", "tags", "benchmark", "rated_by",
    "note", "by", "year",
}  # fmt: skip
"""Keys of a KPI, and of what stands in it, that are no matter for its score."""
_WEIGHT = "weight"


def judged_by_more(declared: Kpi, seen: Kpi) -> bool:
    """Whether the score of a KPI, or its weight, rests on keys that its readers do not see."""
    return any(each.path[-1] not in _NO_MATTER for each in _hidden_keys(declared, seen))


def without_partial_scores(whole: Scorecard, shown: Scorecard, judged: frozenset[str]) -> Scorecard:
    """The scorecard as it is `shown`, and with no score that also rests on what is missing there, if it is to be so.

    `judged` are the KPIs that others judge by more than these readers see.
    """
    if whole.partial_rollups is PartialRollUps.VISIBLE:
        return shown
    before = {each.id: each for each in whole.perspectives}
    rows = tuple(_row(before[each.id], each, judged) for each in shown.perspectives)
    made = shown.model_copy(update={"perspectives": rows})
    made.__dict__.pop("objectives", None)  # a copy would remember those that still have a score
    partial = len(rows) < len(before) or any(_in_part(before[each.id], each) for each in rows)
    return without_score(made) if partial else made


def _row(whole: Perspective, shown: Perspective, judged: frozenset[str]) -> Perspective:
    before = {each.id: each for each in whole.objectives}
    goals = tuple(_goal(before[each.id], each, judged) for each in shown.objectives)
    made = shown.model_copy(update={"objectives": goals})
    partial = len(goals) < len(before) or any(_in_part(before[each.id], each) for each in goals)
    return without_score(made) if partial else made


def _goal(whole: Objective, shown: Objective, judged: frozenset[str]) -> Objective:
    partial = len(shown.kpis) < len(whole.kpis) or not judged.isdisjoint(shown.kpis)
    return without_score(shown) if partial else shown


def _in_part(whole: Part, shown: Part) -> bool:
    return score_withheld(shown) or any(each.path == (_WEIGHT,) for each in _hidden_keys(whole, shown))


def _hidden_keys(whole: Part, shown: Part) -> list[KeptField]:
    seen = kept_in(shown)
    return [each for each in kept_in(whole) if each not in seen]
