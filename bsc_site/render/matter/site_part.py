"""The part of a site that is wanted: the pages and files of some of its scorecards, the others left to other builds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field

from bsc_site.load.suggestions import did_you_mean
from bsc_site.model.concluded.assessment import ScorecardAssessment
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.declared.project import Project
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.value_class import dataclass
from bsc_site.wording.language import say
from bsc_site.wording.problems.finding_text import said_again

_SHARE = re.compile(r"(?P<number>\d{1,4})/(?P<count>\d{1,4})")
_OVERVIEWS = 18
"""Pages that a scorecard has once."""
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

    `3/20` names those of the third of twenty parts that all have about as many pages. Raises UnknownScorecardError.
    """
    scorecards = frozenset(id_ for each in names for id_ in _named(each.strip("/"), project))
    below = project.scorecards[1:]
    former = {each: card.id for card in below for each in card.was}
    return SitePart(
        scorecards,
        tuple(card.id for card in project.scorecards),
        {**former, **{card.id: card.id for card in below}},
    )


def _named(name: str, project: Project) -> Iterable[str]:
    share = _SHARE.fullmatch(name)
    if share is not None:
        return _share(int(share["number"]), int(share["count"]), project)
    ids, name = [card.id for card in project.scorecards], name.removeprefix(f"{SCORECARDS}/")
    if name not in ids:
        hint = said_again(did_you_mean(name, ids))
        raise UnknownScorecardError(say("'{name}' is not a scorecard of this project{hint}", name=name, hint=hint))
    return (name,)


def _share(number: int, count: int, project: Project) -> Iterable[str]:
    """The scorecards of one of so many parts: the largest first, each to the part that has the fewest pages so far."""
    most = len(project.scorecards)
    if not 1 <= number <= count <= most:
        only = f"; the project has {most} scorecards, so" if count > most else ";"
        last = min(count, most)
        raise UnknownScorecardError(f"there is no part {number} of {count}{only} write 1/{last} to {last}/{last}")
    pages, shares = [0] * count, [list[str]() for _ in range(count)]
    for card in sorted(project.scorecards, key=lambda each: (-_pages(each), each.id)):
        least = pages.index(min(pages))
        pages[least] += _pages(card)
        shares[least].append(card.id)
    return shares[number - 1]


def _pages(card: Scorecard) -> int:
    """About as many pages as the scorecard has."""
    elements = (card.perspectives, card.objectives, card.kpis, card.initiatives, card.people, card.reviews)
    return _OVERVIEWS + sum(map(len, elements))


def cards_of(assessment: Assessment, part: SitePart | None) -> Iterator[ScorecardAssessment]:
    """The scorecards whose pages and files are wanted, parents first."""
    return (card for id_, card in assessment.scorecards.items() if part is None or id_ in part.scorecards)


def kpis_told(assessment: Assessment, part: SitePart) -> frozenset[str]:
    """The KPIs of whose noise and outlook pages of the part may tell.

    Those that its scorecards and all below them list, and those for which somebody is answerable who has a page there.
    """
    below, people = set(part.scorecards), set[str]()
    for card in assessment.project.scorecards:  # parents first
        if card.parent in below:
            below.add(card.id)
        if card.id in part.scorecards:
            people |= {each.id for each in card.people}
    listed = {kpi for id_, card in assessment.scorecards.items() if id_ in below for kpi in card.kpis}
    owned = (id_ for id_, found in assessment.kpis.items() if {found.kpi.owner, found.kpi.updater} & people)
    return frozenset(listed.union(owned))
