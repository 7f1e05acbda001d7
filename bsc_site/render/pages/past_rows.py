"""What the page of how a scorecard stood can show of one period: texts by period, for its script."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from typing import Any

from bsc_site.model.concluded.assessment import KpiAssessment, Standing
from bsc_site.model.concluded.past_periods import PastPeriod
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Status
from bsc_site.render.addresses import page_href
from bsc_site.render.views.parts.page_parts import StatusMark
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.parts.value_sentences import expected_text, score_text, value_text
from bsc_site.wording.figures import period_text


@dataclass(frozen=True, slots=True)
class PastRows:
    """A scorecard over its periods, the newest first; every list of places begins with that of today.

    `marks` are the statuses that the others name by their place: style and word.
    """

    marks: list[tuple[str, str]] = field(default_factory=list)
    known: dict[tuple[Status, float | None], int] = field(default_factory=dict)
    """The place of the mark of each status; with the score, where it is `scored`."""
    scored: bool = False
    """Whether the mark depends on the score, as with an organisation's own statuses."""

    def of(self, here: Standpoint) -> dict[str, Any]:
        """`periods`: name and text; `card` and `rows` (perspectives with their objectives): name, way, marks, scores;
        `kpis`: name, way, points (period, value, target, mark, score) and the place of the one of each period.
        """  # noqa: D205  # the form of the file
        for each in here.legend():
            self._mark(each)
        past = here.assessment.past.get(here.id, ())
        names = {name: place for place, name in enumerate(here.seen(here.card.kpis))}
        listed = {name for each in here.card.objectives.values() for name in each.kpis}
        card = here.card
        return {
            "periods": [[str(each.period), period_text(each.period)] for each in past],
            "card": [card.scorecard.title, *self._standings(here, [card.standing, *(each.standing for each in past)])],
            "rows": [self._perspective(here, each, past, names) for each in card.perspectives],
            "rest": [place for each, place in names.items() if each not in listed],
            "kpis": [self._kpi(here, here.assessment.kpis[each], past) for each in names],
            "marks": self.marks,
        }

    def _perspective(
        self, here: Standpoint, row: str, past: Sequence[PastPeriod], names: Mapping[str, int]
    ) -> list[Any]:
        found = here.card.perspectives[row]
        standings = self._standings(here, [found.standing, *(each.perspectives[row] for each in past)])
        goals = [self._objective(here, each, past, names) for each in found.objectives]
        return [found.perspective.name, _way(here, here.addresses.perspective(here.id, row)), *standings, goals]

    def _objective(
        self, here: Standpoint, goal: str, past: Sequence[PastPeriod], names: Mapping[str, int]
    ) -> list[Any]:
        found = here.card.objectives[goal]
        standings = self._standings(here, [found.standing, *(each.objectives[goal] for each in past)])
        kpis = [names[each] for each in found.kpis if each in names]
        return [found.objective.name, _way(here, here.addresses.objective(here.id, goal)), *standings, kpis]

    def _kpi(self, here: Standpoint, found: KpiAssessment, past: Sequence[PastPeriod]) -> list[Any]:
        at = [_place_of_current(found), *(each.kpis.get(found.kpi.id) for each in past)]
        shown = sorted({each for each in at if each is not None})
        kept = here.rows("past", found, shown, lambda: _points(found, shown))
        points = [[*texts, self._named(here, status, score), scored] for status, score, scored, *texts in kept]
        listed = {each: place for place, each in enumerate(shown)}
        places = [-1 if each is None else listed[each] for each in at]
        name, way = found.kpi.name, _way(here, here.addresses.kpi(found.kpi.id))
        return [name, way, points, places, self._of(here, _unknown(found), None)]

    def _named(self, here: Standpoint, status: str, score: float | None) -> int:
        """The place of the mark of a status that is named by its word, which is equal to it: tens of thousands."""
        found = self.known.get((status, score if self.scored else None))  # type: ignore[arg-type]  # see above
        return self._of(here, Status(status), score) if found is None else found

    def _standings(self, here: Standpoint, all_of_them: Iterable[Standing]) -> tuple[list[int], list[str]]:
        found = list(all_of_them)
        marks = [self._of(here, each.status, each.score) for each in found]
        return marks, [score_text(each.score) for each in found]

    def _of(self, here: Standpoint, status: Status, score: float | None) -> int:
        told = (status, score if self.scored else None)
        if told not in self.known:
            self.known[told] = self._mark(here.status(status, score))
        return self.known[told]

    def _mark(self, mark: StatusMark) -> int:
        known = (str(mark.shape), mark.word)
        if known not in self.marks:
            self.marks.append(known)
        return self.marks.index(known)


def _points(found: KpiAssessment, shown: Sequence[int]) -> list[list[Any]]:
    """Status, score and its text, and the texts of period, value and target."""
    points = [found.points[each] for each in shown]
    return [
        [
            each.status.value,
            each.score,
            score_text(each.score),
            period_text(each.period),
            value_text(found.kpi, each.value),
            expected_text(found.kpi, each.expected),
        ]
        for each in points
    ]


def _place_of_current(found: KpiAssessment) -> int | None:
    """It is one of the last."""
    places = range(len(found.points) - 1, -1, -1)
    return next((each for each in places if found.points[each] == found.current), None) if found.current else None


def _way(here: Standpoint, address: str) -> str:
    return page_href(here.address, address)


def _unknown(found: KpiAssessment) -> Status:
    return Status.NOT_SCORED if found.status is Status.NOT_SCORED else Status.NO_DATA


def past_rows(here: Standpoint) -> dict[str, Any]:
    """Everything that the script of the page `here` needs."""
    return PastRows(scored=bool(here.names.scale.statuses)).of(here)
