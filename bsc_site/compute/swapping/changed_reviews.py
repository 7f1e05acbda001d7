"""Changed reviews: what meetings said and decided, and what became of it, in one version and not in the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from bsc_site.compute.swapping.matching import AnyElement, Matched
from bsc_site.model.concluded.review_assessment import element_of
from bsc_site.model.declared.review import Decision, Review
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.differences.difference import (
    Difference,
    DifferenceKind,
    Different,
    ElementKey,
    ElementSort,
    InputCause,
    OtherDecision,
    OtherEntry,
)

_Entries: TypeAlias = Mapping[tuple[Any, ...], Review]
_SAID = ("by", "analysis", "recommendation", "audience")


def review_differences(seen: Matched, whole: Matched) -> Iterator[Difference]:
    """The entries of scorecards that both versions have, and their decisions, as far as they are `seen` in both.

    An entry that `whole` still has in its later version is hidden since, and not gone.
    """
    for key, former in seen.formerly.items():
        new, old, all_of_it = seen.after[key], seen.before[former], whole.after[key]
        if isinstance(new, Scorecard) and isinstance(old, Scorecard) and isinstance(all_of_it, Scorecard):
            after, before = _by_place(new, {}), _by_place(old, seen.renamed)
            hidden = _by_place(all_of_it, {}).keys() - after.keys()
            for place in [*after, *(each for each in before if each not in after and each not in hidden)]:
                about = _About(place[1], key.id, seen)
                yield from about.differences(before.get(place), after.get(place))


def _by_place(card: Scorecard, renamed: Mapping[str, str]) -> _Entries:
    """The entries of a scorecard by period, element under the id of today, and how many of the same came before."""
    found: dict[tuple[Any, ...], Review] = {}
    for each in card.reviews:
        element = element_of(each.on, card.id)
        home = renamed.get(element.scorecard, element.scorecard)
        key = ElementKey(ElementSort(element.kind), renamed.get(element.id, element.id), home)
        key = key._replace(scorecard="") if key.sort is ElementSort.SCORECARD else key
        nth = sum((each.period, key) == one[:2] for one in found)
        found[each.period, key, nth] = each.model_copy(update=_today(each, renamed))
    return found


def _today(entry: Review, renamed: Mapping[str, str]) -> dict[str, Any]:
    """What is to be replaced in an entry, so that it names people by the ids that they have today."""
    if not renamed:
        return {}
    decisions = tuple(
        each.model_copy(update={"owner": renamed.get(each.owner, each.owner)}) if each.owner else each
        for each in entry.decisions
    )
    return {"by": renamed.get(entry.by, entry.by) if entry.by else None, "decisions": decisions}


class _About(NamedTuple):
    """The element of which an entry of the scorecard speaks."""

    key: ElementKey
    scorecard: str
    seen: Matched

    def differences(self, before: Review | None, after: Review | None) -> Iterator[Difference]:
        """Whether the entry is there, what it says otherwise, and each decision that is not the same."""
        if before is None or after is None or _said(before) != _said(after):
            yield self._told(OtherEntry(self.scorecard, before, after))
        entry = after or before
        if entry is None:
            return
        old, new = ((each.decisions if each else ()) for each in (before, after))
        for one, other in _paired(old, new):
            if one != other:
                yield self._told(OtherDecision(self.scorecard, entry, one, other))

    def _told(self, what: Different) -> Difference:
        return Difference(self.key, self._name(), DifferenceKind.REVIEW, what, (InputCause.REVIEW,))

    def _name(self) -> str:
        found: AnyElement | None = self.seen.after.get(self.key) or self.seen.before.get(self.key)
        if found is None:
            return self.key.id
        return found.title if isinstance(found, Scorecard) else found.name


def _said(entry: Review) -> tuple[Any, ...]:
    return tuple(getattr(entry, each) for each in _SAID)


def _paired(before: Sequence[Decision], after: Sequence[Decision]) -> Iterator[tuple[Decision | None, Decision | None]]:
    """Decisions of the same text; then those without one that stand at the same place; then what is new or gone."""
    old, new = list(before), list(after)
    for each in after:
        same = next((one for one in old if one.text == each.text), None)
        if same is not None:
            old.remove(same)
            new.remove(each)
            yield same, each
    for each in list(new):
        place = after.index(each)
        reworded = before[place] if place < len(before) and before[place] in old else None
        if reworded is not None:
            old.remove(reworded)
        yield reworded, each
    yield from ((each, None) for each in old)
