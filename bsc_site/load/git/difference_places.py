"""Difference places: the line of the later version at which a difference is seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bsc_site.load.scorecards.element_places import Marks
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.differences.difference import (
    ChangedFigure,
    ChangedFigures,
    Difference,
    DifferenceKind,
    OtherArrow,
    OtherDecision,
    OtherEntry,
    OtherField,
)
from bsc_site.model.period import Period
from bsc_site.model.problem import Place
from bsc_site.model.series import Reading, Readings
from bsc_site.model.value_class import dataclass

_MOVED = {"perspective", "scorecard"}
"""Fields that are no keys of an element: where it stands."""


@dataclass(frozen=True)
class PlacesOfVersions:
    """What tells where something stands: the later version with its marks, and what both data say of its KPIs."""

    marks: Marks
    cards: Sequence[Scorecard]
    before: Mapping[str, Readings]
    after: Mapping[str, Readings]

    def placed(self, difference: Difference) -> Difference:
        """The difference with its place; without one where nothing of it stands anywhere any more."""
        if difference.kind is DifferenceKind.GONE:
            return difference
        if isinstance(difference.what, OtherEntry | OtherDecision):
            return replace(difference, place=self._entry(difference.what))
        row = self._row(difference)
        return replace(difference, place=row or self.marks.place_of(difference.element.address, _key(difference)))

    def _entry(self, what: OtherEntry | OtherDecision) -> Place | None:
        """The entry of a review, or the decision in it."""
        card = next((each for each in self.cards if each.id == what.scorecard), None)
        entry = what.after if isinstance(what, OtherEntry) else what.entry
        if card is None or entry not in card.reviews:
            return None
        key = f"reviews[{card.reviews.index(entry)}]"
        if isinstance(what, OtherDecision) and what.after in entry.decisions:
            key += f".decisions[{entry.decisions.index(what.after)}]"
        return self.marks.place_of(f"scorecard/{card.id}", key)

    def _row(self, difference: Difference) -> Place | None:
        """The row of the latest figure that is new or another."""
        if not isinstance(difference.what, ChangedFigures):
            return None
        now, then = (found.get(difference.element.id) for found in (self.after, self.before))
        known = {each._replace(place=_NOWHERE) for each in then.rows} if then else set()
        rows = [each for each in now.rows if each._replace(place=_NOWHERE) not in known] if now else []
        return next((place for each in reversed(difference.what.figures) if (place := _of(each, rows))), None)


_NOWHERE = Place("")


def _of(figure: ChangedFigure, rows: list[Reading]) -> Place | None:
    return next((each.place for each in rows if each.place.line and _within(each.period, figure.period)), None)


def _within(part: Period, period: Period) -> bool:
    return period.start <= part.end <= period.end


def _key(difference: Difference) -> str:
    what = difference.what
    if isinstance(what, OtherField):
        return "" if what.key in _MOVED else what.key
    if isinstance(what, OtherArrow):
        return what.key
    return {DifferenceKind.TARGET: "targets", DifferenceKind.RENAMED: "id"}.get(difference.kind, "")
