"""Visible parts: the elements of a scorecard as readers see them, without any reference to what they do not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol, TypeVar

from bsc_site.compute.rollup.withheld_scores import without_partial_scores
from bsc_site.compute.tacit_audience import people_named, themes_named
from bsc_site.model.declared.initiative import Initiative
from bsc_site.model.declared.kpi import FromChildren, Kpi
from bsc_site.model.declared.review import Review, Risk
from bsc_site.model.declared.scorecard import Drive, Objective, Perspective, Scorecard
from bsc_site.model.fields import Part
from bsc_site.model.formula_grammar.parse import parse
from bsc_site.model.formula_grammar.tokens import FormulaError
from bsc_site.model.kept_fields import without_kept
from bsc_site.model.value_class import dataclass

_Part = TypeVar("_Part", bound=Part)


class Addressed(Protocol):
    """What may have an audience."""

    @property
    def audience(self) -> str | None:
        """Its audience; None where everybody may see it."""


@dataclass(frozen=True, slots=True)
class Cut:
    """The audiences of a scorecard from the widest to the narrowest, and the one for which it is cut; None sees all."""

    audiences: tuple[str, ...]
    name: str | None
    closed: str | None = None
    """The audience for which the scorecard as a whole is, where its readers see nothing of it."""

    def keeps(self, element: Addressed) -> bool:
        """Whether its readers see the element."""
        return self.closed is None and self.admits(element.audience)

    def admits(self, audience: str | None) -> bool:
        """Whether its readers see what is for an audience."""
        if audience is None or self.name is None:
            return True
        if self.name not in self.audiences or audience not in self.audiences:
            return False
        return self.audiences.index(audience) <= self.audiences.index(self.name)


@dataclass(frozen=True, slots=True)
class Hidden:
    """Ids that may not be named: KPIs project-wide, everything else as `kind/scorecard/id`."""

    kpis: frozenset[str]
    others: frozenset[str]
    known: frozenset[str]
    """Every KPI of the project, hidden or not."""
    tags: frozenset[str]
    """Every tag of a hidden KPI."""
    people: frozenset[str] = frozenset()
    """The ids of people who are hidden by what they say themselves."""
    judged: frozenset[str] = frozenset()
    """KPIs that are shown and that others judge by more than these readers see."""
    tacit: tuple[str, ...] = ()
    """The audience of each element that is hidden for what it is made from, or belongs to."""

    def names(self, reference: str, card: str) -> bool:
        """Whether a reference, `kind/id` or `kind/scorecard/id`, leads to something hidden."""
        kind, _, rest = reference.partition("/")
        if kind == "kpi":
            return rest.rpartition("/")[2] in self.kpis
        if kind == "scorecard":
            return reference in self.others
        return f"{kind}/{rest if '/' in rest else f'{card}/{rest}'}" in self.others


def visible(card: Scorecard, cut: Cut, hidden: Hidden) -> Scorecard:
    """The scorecard as its readers see it, with people and themes whom nothing names any more."""
    whole, card = card, without_kept(card, cut.admits)

    def stays(kind: str, name: str) -> bool:
        return not hidden.names(f"{kind}/{name}", card.id)

    def open_to_all(element: Review | Risk) -> bool:
        return cut.keeps(element) and (element.on is None or not hidden.names(element.on, card.id))

    rows = (each for each in card.perspectives if cut.keeps(each))
    shown = card.model_copy(
        update={
            "perspectives": tuple(_perspective(each, card, cut, hidden) for each in rows),
            "kpis": tuple(_kpi(each, hidden) for each in card.kpis if stays("kpi", each.id)),
            "initiatives": tuple(
                _initiative(each, card, cut, hidden) for each in card.initiatives if stays("initiative", each.id)
            ),
            "reviews": tuple(_review(each, cut, hidden) for each in card.reviews if open_to_all(each)),
            "risks": tuple(_unowned(each, hidden) for each in card.risks if open_to_all(each)),
            "people": tuple(each for each in card.people if cut.keeps(each)),
            "themes": tuple(each for each in card.themes if cut.keeps(each)),
        },
    )
    shown.__dict__.pop("objectives", None)  # a copy would remember those from before anything was hidden
    return without_partial_scores(whole, shown, hidden.judged)


def without_strangers(before: Sequence[Scorecard], shown: Sequence[Scorecard]) -> tuple[Scorecard, ...]:
    """The scorecards without the people and themes that nothing names any more, unless they name an audience.

    Those that nothing ever named stay.

    `before` may hold more scorecards, with people who may then be named in these no longer.
    """
    whole = {card.id: card for card in before}
    named = {person for card in before for person in people_named(card)}
    strangers = named - {person for card in shown for person in people_named(card)}
    cards = []
    for now in shown:
        idle = themes_named(whole[now.id]) - themes_named(now)
        update = {
            "people": tuple(each for each in now.people if each.audience or each.id not in strangers),
            "themes": tuple(each for each in now.themes if each.audience or each.id not in idle),
        }
        cards.append(now.model_copy(update=update))
    return tuple(cards)


def _perspective(row: Perspective, card: Scorecard, cut: Cut, hidden: Hidden) -> Perspective:
    objectives = (each for each in row.objectives if cut.keeps(each))
    return row.model_copy(update={"objectives": tuple(_objective(each, card, cut, hidden) for each in objectives)})


def _objective(objective: Objective, card: Scorecard, cut: Cut, hidden: Hidden) -> Objective:
    def shown(reference: str) -> bool:
        return not hidden.names(f"objective/{reference}", card.parent or card.id)

    goals = (each for each in objective.drives if not hidden.names(f"objective/{each.to}", card.id))
    drives = (each for each in goals if cut.keeps(each))
    secret = {each.id for each in card.themes if not cut.keeps(each)}
    return _unowned(objective, hidden).model_copy(
        update={
            "themes": tuple(each for each in objective.themes if each not in secret),
            "kpis": tuple(each for each in objective.kpis if each not in hidden.kpis),
            "drives": tuple(_drive(each, hidden) for each in drives),
            "supports": tuple(each for each in objective.supports if shown(each)),
        },
    )


def _drive(drive: Drive, hidden: Hidden) -> Drive:
    """Without its hidden KPIs; half a pair of cause and effect says nothing, so the pair goes as a whole."""
    via = () if hidden.kpis.intersection(drive.via) else drive.via
    return drive.model_copy(
        update={"via": via, "controls": tuple(each for each in drive.controls if each not in hidden.kpis)}
    )


def _unowned(element: _Part, hidden: Hidden) -> _Part:
    """The element without the people who are hidden."""
    if not hidden.people:
        return element
    update: dict[str, Any] = {
        key: None for key in ("owner", "updater", "by") if getattr(element, key, None) in hidden.people
    }
    status = getattr(element, "manual_status", None)
    if status is not None:
        update["manual_status"] = _unowned(status, hidden)
    return element.model_copy(update=update) if update else element


def _review(review: Review, cut: Cut, hidden: Hidden) -> Review:
    decisions = (_unowned(each, hidden) for each in review.decisions if cut.keeps(each))
    return _unowned(review, hidden).model_copy(update={"decisions": tuple(decisions)})


def _initiative(initiative: Initiative, card: Scorecard, cut: Cut, hidden: Hidden) -> Initiative:
    def shown(kind: str, name: str) -> bool:
        return not hidden.names(f"{kind}/{name}", card.id)

    return _unowned(initiative, hidden).model_copy(
        update={
            "milestones": tuple(each for each in initiative.milestones if cut.keeps(each)),
            "serves": tuple(each for each in initiative.serves if shown("objective", each)),
            "depends_on": tuple(each for each in initiative.depends_on if shown("initiative", each)),
        },
    )


def _kpi(kpi: Kpi, hidden: Hidden) -> Kpi:
    """Without its formula or roll-up when that may name a hidden KPI; its values were computed before."""
    kpi = _unowned(kpi, hidden)
    if kpi.from_children is not None and _names_hidden(kpi.from_children, hidden):
        kpi = kpi.model_copy(update={"from_children": None})
    if kpi.formula is None or not hidden.kpis:
        return kpi
    try:
        secret = bool(parse(kpi.formula, hidden.known).names & hidden.kpis)
    except FormulaError:
        secret = True
    return kpi.model_copy(update={"formula": None}) if secret else kpi


def _names_hidden(rule: FromChildren, hidden: Hidden) -> bool:
    return bool(hidden.kpis.intersection(rule.kpis)) or bool(rule.tag and rule.tag in hidden.tags)
