"""Hidden today: an earlier version without what its readers may not see any more, whatever they could see then."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

from bsc_site.compute.audience import for_audience
from bsc_site.compute.swapping.matching import elements_of, matched
from bsc_site.model.declared.project import Project
from bsc_site.model.declared.scorecard import Perspective, Scorecard
from bsc_site.model.differences.difference import ElementKey, ElementSort

_NOBODY = "hidden-today"
"""An audience that no project declares: what is for it is kept from everyone."""
_SORTS = (
    ElementSort.PERSPECTIVE, ElementSort.OBJECTIVE, ElementSort.KPI, ElementSort.INITIATIVE, ElementSort.RISK,
)  # fmt: skip
_LISTS = {
    "kpis": (ElementSort.KPI, False),
    "initiatives": (ElementSort.INITIATIVE, True),
    "risks": (ElementSort.RISK, True),
}
"""Keys of a scorecard, with what stands there, and whether its ids count within the scorecard alone."""
_Element = TypeVar("_Element", bound=Any)


def seen_then(then: Project, now: Project, audience: str | None) -> Project:
    """The earlier project as `audience` could see it, without whatever that audience may not see in the project of now.

    Raises UnknownAudienceError.
    """
    return for_audience(without_secrets(then, now, audience), audience)


def without_secrets(then: Project, now: Project, audience: str | None) -> Project:
    """The earlier project in which nobody may see what `audience` may not see in the project of now."""
    if audience is None:
        return then
    shown = elements_of(for_audience(now, audience))
    pair = matched(then, now)
    secret = {old for new, old in pair.formerly.items() if new.sort in _SORTS and new not in shown}
    if not secret:
        return then
    return replace(then, scorecards=tuple(_card(each, secret) for each in then.scorecards))


def _card(card: Scorecard, secret: set[ElementKey]) -> Scorecard:
    update: dict[str, Any] = {
        name: tuple(
            _kept(each, ElementKey(sort, each.id, card.id if within else ""), secret) for each in getattr(card, name)
        )
        for name, (sort, within) in _LISTS.items()
    }
    rows = (_row(each, card.id, secret) for each in card.perspectives)
    made = card.model_copy(update={**update, "perspectives": tuple(rows)})
    made.__dict__.pop("objectives", None)  # a copy would remember those from before anything was hidden
    return made


def _row(row: Perspective, card: str, secret: set[ElementKey]) -> Perspective:
    goals = tuple(_kept(each, ElementKey(ElementSort.OBJECTIVE, each.id, card), secret) for each in row.objectives)
    return _kept(
        row.model_copy(update={"objectives": goals}), ElementKey(ElementSort.PERSPECTIVE, row.id, card), secret
    )


def _kept(element: _Element, key: ElementKey, secret: set[ElementKey]) -> _Element:
    hidden: _Element = element.model_copy(update={"audience": _NOBODY}) if key in secret else element
    return hidden
