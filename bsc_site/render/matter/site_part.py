"""The part of a site that is wanted: the pages and files of some of its scorecards, the others left to other builds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field

from bsc_site.load.suggestions import did_you_mean
from bsc_site.model.concluded.assessment import ScorecardAssessment
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.declared.project import Project
from bsc_site.model.value_class import dataclass

SCORECARDS = "s"
"""Below which every scorecard but the one at the top stands."""


@dataclass(frozen=True, slots=True)
class SitePart:
    """The ids of the scorecards whose pages and files are wanted, and of those of the whole `site`, parents first.

    `owners` says whose each folder below `s/` is, by its name. What stands in none of them belongs to the scorecard at
    the top.
    """

    scorecards: frozenset[str]
    site: tuple[str, ...]
    owners: Mapping[str, str] = field(default_factory=dict)

    def holds(self, path: str) -> bool:
        """Whether what stands at this path of the site belongs to the part."""
        top, _, rest = path.partition("/")
        owner = self.owners.get(rest.partition("/")[0]) if top == SCORECARDS and "/" in rest else None
        return (owner or self.site[0]) in self.scorecards


class UnknownScorecardError(ValueError):
    """No scorecard of the project has that name; the message names one that is close."""


def part_of(project: Project, names: Iterable[str]) -> SitePart:
    """The part that holds these scorecards, each named by its id or its folder in the site: `sales`, `s/sales`.

    Raises UnknownScorecardError.
    """
    scorecards = frozenset(_known(each.strip("/").removeprefix(f"{SCORECARDS}/"), project) for each in names)
    below = project.scorecards[1:]
    former = {each: card.id for card in below for each in card.was}
    return SitePart(
        scorecards,
        tuple(card.id for card in project.scorecards),
        {**former, **{card.id: card.id for card in below}},
    )


def _known(name: str, project: Project) -> str:
    ids = [card.id for card in project.scorecards]
    if name not in ids:
        raise UnknownScorecardError(f"'{name}' is not a scorecard of this project{did_you_mean(name, ids)}")
    return name


def cards_of(assessment: Assessment, part: SitePart | None) -> Iterator[ScorecardAssessment]:
    """The scorecards whose pages and files are wanted, parents first."""
    return (card for id_, card in assessment.scorecards.items() if part is None or id_ in part.scorecards)
