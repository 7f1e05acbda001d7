"""Listings: which objectives list a KPI, looked up once for the pages of all KPIs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import field
from typing import TypeAlias

from bsc_site.model.concluded.assessment import ObjectiveAssessment, ScorecardAssessment
from bsc_site.model.value_class import dataclass

_Objectives: TypeAlias = "Mapping[str, ObjectiveAssessment]"


@dataclass(frozen=True, slots=True)
class Listings:
    """What is known of the scorecards that were asked about, by their objectives, which it holds as long as itself."""

    known: dict[int, tuple[_Objectives, dict[str, list[str]]]] = field(default_factory=dict)

    def of(self, card: ScorecardAssessment, kpi: str) -> list[str]:
        """The objectives of the scorecard that list the KPI, in its order; empty without any."""
        objectives = card.objectives
        if id(objectives) not in self.known:
            found = defaultdict[str, list[str]](list)
            for name, each in objectives.items():
                for listed in dict.fromkeys(each.kpis):
                    found[listed].append(name)
            self.known[id(objectives)] = objectives, dict(found)
        return self.known[id(objectives)][1].get(kpi, [])
