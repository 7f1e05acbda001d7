"""The project: all scorecards of one organisation, and how they hang together."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TypeVar

from bsc_site.model.declared.cascade import Cascade, Goal, cascade_of, goals_of_people
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.scorecard import Person, Scorecard
from bsc_site.model.declared.sources.period_writing import PeriodWriting
from bsc_site.model.value_class import dataclass

_Any = TypeVar("_Any")


@dataclass(frozen=True)
class Project:
    """All scorecards of one organisation, parents before their children; KPIs and people are shared by id."""

    scorecards: tuple[Scorecard, ...]

    @property
    def root(self) -> Scorecard:
        """The scorecard whose pages stand at the top of the site."""
        return self.scorecards[0]

    @cached_property
    def kpis(self) -> dict[str, Kpi]:
        """Every KPI by id, in the order of the files."""
        return {kpi.id: kpi for card in self.scorecards for kpi in card.kpis}

    @cached_property
    def renamed_kpis(self) -> dict[str, str]:
        """Earlier id of a KPI to the one that it has now."""
        return {former: kpi.id for kpi in self.kpis.values() for former in kpi.was if former not in self.kpis}

    def under_todays_ids(self, found: Mapping[str, _Any]) -> dict[str, _Any]:
        """What was found of KPIs by their ids, with earlier ones replaced by those of today."""
        return {self.renamed_kpis.get(id_, id_): each for id_, each in found.items()}

    @cached_property
    def people(self) -> dict[str, Person]:
        """Every person by id."""
        return {person.id: person for card in self.scorecards for person in card.people}

    @cached_property
    def home_of(self) -> dict[str, Scorecard]:
        """KPI id to the scorecard that declares it."""
        return {kpi.id: card for card in self.scorecards for kpi in card.kpis}

    def year_starts_of(self, kpi: Kpi) -> int:
        """The month in which the KPI's year starts: its own, otherwise that of the scorecard that declares it."""
        return self.home_of[kpi.id].year_starts_of(kpi)

    def period_writing_of(self, kpi: Kpi) -> PeriodWriting:
        """How the data of a KPI writes its periods: as its source says, then the KPI itself, then its scorecard."""
        return kpi.period_writing.over(self.home_of[kpi.id].periods)

    @cached_property
    def cascade(self) -> Cascade:
        """How the scorecards and their objectives hang together."""
        return cascade_of(self.scorecards)

    @cached_property
    def goals_of(self) -> dict[str, tuple[Goal, ...]]:
        """Person id to the objectives in which they have a part; people without any are left out."""
        return goals_of_people(self.scorecards, self.kpis)
