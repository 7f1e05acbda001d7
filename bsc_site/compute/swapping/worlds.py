"""Worlds: how a project stands where one input is that of the earlier version and another that of the later one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field, replace
from datetime import date
from typing import NamedTuple

from bsc_site.compute.assess import assess
from bsc_site.compute.audience import Readers, audience_of, without_kept_fields
from bsc_site.compute.series.project_series import build_series
from bsc_site.compute.swapping.matching import Matched
from bsc_site.compute.swapping.mixture import Taken, mixed
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.own_statuses import Judged, StatusScale
from bsc_site.model.declared.project import Project
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.differences.difference import ElementKey, ElementSort, InputCause
from bsc_site.model.period import Period
from bsc_site.model.series import Readings
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Status

EARLIER, LATER = 0, 1


class Mixed(NamedTuple):
    """From which side each input is taken: 0 the earlier one, 1 the later one."""

    data: int
    target: int
    definition: int
    weight: int

    def with_one(self, cause: InputCause, side: int) -> Mixed:
        """The same with one input from another side."""
        return self._replace(**{cause.value: side})


ALL_EARLIER, ALL_LATER = Mixed(0, 0, 0, 0), Mixed(1, 1, 1, 1)


class WorldMark(NamedTuple):
    """A status, the organisation's own word for it where it has such, and the score."""

    status: Status
    own: str
    score: float | None


@dataclass(frozen=True)
class World:
    """How everything stands in one mixture: marks by the keys of today, and the figures of each KPI."""

    assessment: Assessment
    marks: Mapping[ElementKey, WorldMark]
    figures: Mapping[str, Mapping[Period, float]]
    aims: Mapping[str, Mapping[Period, float]]
    """The targets that stand in the data of each KPI."""


@dataclass(frozen=True)
class Worlds:
    """Every mixture of two versions, each judged when it is first asked for, at one date for the same readers.

    `read` gives what the data of a side says about the KPIs of a project.
    """

    projects: tuple[Project, Project]
    read: Callable[[int, Project], Mapping[str, Readings]]
    pair: Matched
    as_of: date
    readers: Readers
    _known: dict[Mixed, World] = field(default_factory=dict)
    _readings: dict[tuple[int, int], Mapping[str, Readings]] = field(default_factory=dict)

    def of(self, mixture: Mixed) -> World:
        """How everything stands there. Raises UnknownAudienceError."""
        if mixture not in self._known:
            self._known[mixture] = self._judged(mixture)
        return self._known[mixture]

    def readings(self, data: int, definition: int) -> Mapping[str, Readings]:
        """What the data of one side says about the KPIs of a side, by the ids that these have there."""
        key = (data, definition)
        if key not in self._readings:
            project = self.projects[definition]
            if data > definition:
                project = _known_by_todays_ids(project, self.pair)
            self._readings[key] = self.read(data, project)
        return self._readings[key]

    def _judged(self, mixture: Mixed) -> World:
        side = mixture.definition
        keys = self.pair.formerly if side == LATER else self.pair.today
        before = self.projects[1 - side]
        other = without_kept_fields(before, audience_of(before, self.readers))  # which would be no more where it is put
        taken = Taken(other, keys, mixture.target != side, mixture.weight != side)
        project = mixed(self.projects[side], taken)
        series = build_series(project, self.readings(mixture.data, side), self.as_of).series
        found = assess(project, series, self.as_of, audience_of(project, self.readers))
        today = self.pair.today if side == EARLIER else {}
        marks = {today.get(key, key): mark for key, mark in _marks(found)}
        names = {key.id: new.id for key, new in today.items() if key.sort is ElementSort.KPI}
        figures = {
            names.get(name, name): {point.period: point.value for point in each.points}
            for name, each in found.kpis.items()
        }
        aims = {names.get(name, name): series[name].aims for name in found.kpis if name in series}
        return World(found, marks, figures, aims)


def _known_by_todays_ids(project: Project, pair: Matched) -> Project:
    """The earlier project, whose renamed KPIs find their rows in data that calls them as today."""
    today = {old.id: new.id for new, old in pair.formerly.items() if new.sort is ElementSort.KPI and new.id != old.id}
    if not today:
        return project
    return replace(project, scorecards=tuple(_with_ids(card, today) for card in project.scorecards))


def _with_ids(card: Scorecard, today: Mapping[str, str]) -> Scorecard:
    kpis = (_with_id(each, today.get(each.id)) for each in card.kpis)
    return card.model_copy(update={"kpis": tuple(kpis)})


def _with_id(kpi: Kpi, name: str | None) -> Kpi:
    return kpi if name is None else kpi.model_copy(update={"was": (*kpi.was, name)})


def _marks(found: Assessment) -> Iterator[tuple[ElementKey, WorldMark]]:
    for card in found.scorecards.values():
        scale, name = card.scorecard.scale, card.scorecard.id
        yield ElementKey(ElementSort.SCORECARD, name), _mark(scale, card.standing)
        for row in card.perspectives.values():
            yield ElementKey(ElementSort.PERSPECTIVE, row.perspective.id, name), _mark(scale, row.standing)
        for each in card.objectives.values():
            yield ElementKey(ElementSort.OBJECTIVE, each.objective.id, name), _mark(scale, each.standing)
        for kpi in card.kpis:
            if found.kpis[kpi].scorecard == name:
                yield ElementKey(ElementSort.KPI, kpi), _mark(scale, found.kpis[kpi])


def _mark(scale: StatusScale, judged: Judged) -> WorldMark:
    own = scale.own(judged.status, judged.score)
    return WorldMark(judged.status, "" if own is None else own.name, judged.score)
