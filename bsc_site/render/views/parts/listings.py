"""Listings: which objectives list a KPI, looked up once for the pages of all KPIs."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import field

from bsc_site.model.concluded.assessment import ScorecardAssessment
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.value_class import dataclass


@dataclass(frozen=True, slots=True)
class Listings:
    """What is known of the scorecards that were asked about, by what they declare, which it holds as long as itself.

    Whoever notes what a page looks at has a view of the assessment for each page, and all of them the same scorecard.
    """

    known: dict[int, tuple[Scorecard, dict[str, list[str]]]] = field(default_factory=dict)

    def of(self, card: ScorecardAssessment, kpi: str) -> list[str]:
        """The objectives of the scorecard that list the KPI, in its order; empty without any."""
        declared = card.scorecard
        if id(declared) not in self.known:
            found = defaultdict[str, list[str]](list)
            for name, each in card.objectives.items():
                for listed in dict.fromkeys(each.kpis):
                    found[listed].append(name)
            self.known[id(declared)] = declared, dict(found)
        return self.known[id(declared)][1].get(kpi, [])
