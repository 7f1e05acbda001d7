"""Roll-ups as declared: each is made from KPIs of the scorecards below, and from them alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from bsc_site.load.ignoring import reason_at
from bsc_site.load.scorecards.validation import Sheet
from bsc_site.load.suggestions import did_you_mean
from bsc_site.load.yaml.marked_file import KeyPath
from bsc_site.model.declared.kpi import FromChildren, Kpi
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.problem import Problem
from bsc_site.model.saying.said import one_of, said
from bsc_site.model.sentences import reference_sentences as told
from bsc_site.model.vocabularies import Aggregate


def rollup_problems(sheets: Iterable[Sheet]) -> Iterator[Problem]:
    """A problem for each roll-up that has other figures too, or none of a scorecard below to be made from."""
    sheets = tuple(sheets)
    family = _Family({sheet.card.id: sheet.card for sheet in sheets})
    for sheet in sheets:
        for index, kpi in enumerate(sheet.card.kpis):
            path: KeyPath = ("kpis", index)
            if kpi.from_children is None or not sheet.sound((*path, "from_children")):
                continue
            found = (*_other_figures(kpi), *_members(sheet.card, kpi.from_children, family))
            for below, code, message in found:
                if reason_at(sheet.card, (*path, *below), code) is None:
                    yield sheet.problem(code, (*path, *below), message)


class _Family:
    """Which scorecards stand below which."""

    def __init__(self, cards: Mapping[str, Scorecard]) -> None:
        self.declared = {kpi.id for card in cards.values() for kpi in card.kpis}
        self._children: dict[str, list[Scorecard]] = {name: [] for name in cards}
        for card in cards.values():
            if card.parent in self._children:
                self._children[card.parent].append(card)

    def children(self, scorecard: str) -> list[Scorecard]:
        """Those directly below."""
        return self._children.get(scorecard, [])

    def below(self, scorecard: str) -> list[Scorecard]:
        """All below, each once even where parents go round in a circle."""
        found = {each.id: each for each in self.children(scorecard)}
        for name in (waiting := list(found)):
            fresh = {each.id: each for each in self.children(name) if each.id not in found}
            found |= fresh
            waiting += fresh
        return list(found.values())


def _other_figures(kpi: Kpi) -> Iterator[tuple[KeyPath, str, str]]:
    for key in ("source", "formula"):
        if getattr(kpi, key) is not None:
            yield (key,), "BSC160", said(told.OTHER_FIGURES_TOO, key=key)
    rolled_as = kpi.from_children.aggregate if kpi.from_children else ""
    if kpi.aggregate is Aggregate.RATIO and rolled_as != "ratio":
        yield ("aggregate",), "BSC144", said(told.NO_NUMERATOR_BELOW, aggregate=rolled_as)


def _members(card: Scorecard, rule: FromChildren, family: _Family) -> Iterator[tuple[KeyPath, str, str]]:
    path: KeyPath = ("from_children",)
    if not rule.kpis and not rule.tag:
        yield path, "BSC161", said(told.NO_KPI_TO_ROLL_UP)
        return
    below = family.below(card.id)
    if not below:
        yield path, "BSC162", said(told.NOTHING_BELOW, id=card.id)
        return
    used = _used(below)
    for index, name in enumerate(rule.kpis):
        if name in family.declared and name not in used:
            message = said(told.NOT_BELOW, id=name, hint=did_you_mean(name, used))
            yield (*path, "kpis", index), "BSC162", message
    tags = {tag: None for each in family.children(card.id) for kpi in each.kpis for tag in kpi.tags}
    if rule.tag and rule.tag not in tags:
        known = said(told.KNOWN_TAGS, tags=one_of(tags)) if tags else ""
        hint = did_you_mean(rule.tag, tags) or known
        yield (*path, "tag"), "BSC162", said(told.NO_TAG_BELOW, tag=rule.tag, hint=hint)


def _used(cards: Iterable[Scorecard]) -> dict[str, None]:
    """Every KPI that one of the scorecards declares or lists."""
    found: dict[str, None] = {}
    for card in cards:
        found |= {kpi.id: None for kpi in card.kpis}
        found |= {name: None for objective in card.objectives.values() for name in objective.kpis}
    return found
