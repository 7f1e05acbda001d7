"""Addresses: where every page of the site stands, and how one page refers to another."""

from __future__ import annotations

import re
import unicodedata
from functools import cached_property

from bsc_site.model.declared.project import Project
from bsc_site.model.period import Period
from bsc_site.model.value_class import dataclass

EMBEDDED = "embed/"
"""The folder below the page of a KPI with its chart for pages elsewhere."""
_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Addresses:
    """The address of every element: its path in the site with a trailing slash, empty for the home page.

    The root scorecard stands at the top, every other one below `s/<id>/`. A KPI and a person have one page each, with
    the scorecard that declares them; KeyError for one that none declares.
    """

    project: Project

    def home(self, scorecard: str) -> str:
        """The home page of a scorecard, and the beginning of all its other addresses."""
        return "" if scorecard == self.project.root.id else f"s/{scorecard}/"

    def overview(self, scorecard: str, folder: str) -> str:
        """A page that a scorecard has once, in its `folder`; the home page without one."""
        return f"{self.home(scorecard)}{folder}/" if folder else self.home(scorecard)

    def perspective(self, scorecard: str, perspective: str) -> str:
        """The page of a perspective."""
        return f"{self.home(scorecard)}perspectives/{perspective}/"

    def objective(self, scorecard: str, objective: str) -> str:
        """The page of an objective."""
        return f"{self.home(scorecard)}objectives/{objective}/"

    def initiative(self, scorecard: str, initiative: str) -> str:
        """The page of an initiative."""
        return f"{self.home(scorecard)}initiatives/{initiative}/"

    def kpi(self, kpi: str) -> str:
        """The page of a KPI."""
        return f"{self.home(self.project.home_of[kpi].id)}kpis/{kpi}/"

    def person(self, person: str) -> str:
        """The page of a person."""
        return f"{self.home(self._home_of_person[person])}people/{person}/"

    def review(self, scorecard: str, period: Period) -> str:
        """The page of a review: `reviews/2026-Q3/`."""
        return f"{self.home(scorecard)}reviews/{period}/"

    def team(self, team: str) -> str:
        """The page of a team, at the top of the site: `teams/customer-care/`."""
        return f"teams/{self.teams[team]}/"

    @cached_property
    def teams(self) -> dict[str, str]:
        """Every team by its name as written, with the name that its page has; no two of these are the same."""
        names: dict[str, str] = {}
        for person in self.project.people.values():
            if person.team and person.team not in names:
                slug, taken = _slug(person.team), set(names.values())
                free = (name for count in range(1, len(names) + 2) if (name := _numbered(slug, count)) not in taken)
                names[person.team] = next(free)
        return names

    @cached_property
    def _home_of_person(self) -> dict[str, str]:
        return {person.id: card.id for card in self.project.scorecards for person in card.people}


def _slug(name: str) -> str:
    """`customer-care` for `Customer Care`; `team` where no letter can stand in an address."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    return _NOT_IN_NAMES.sub("-", plain)[:60].strip("-") or "team"


def _numbered(slug: str, count: int) -> str:
    return slug if count == 1 else f"{slug}-{count}"


def way_up(address: str) -> str:
    """The relative way from a page to the top of the site: `../../` from `kpis/nps/`, empty from the home page."""
    return "../" * address.count("/")


def page_href(origin: str, target: str) -> str:
    """The way from one page to another in HTML; ends in `index.html`, so that it works without a server."""
    return f"{_way(origin, target)}index.html"


def source_href(origin: str, target: str) -> str:
    """The same way as Markdown refers to it: ends in `index.md`, so that the engine checks it."""
    return f"{_way(origin, target)}index.md"


def file_href(origin: str, path: str) -> str:
    """The way from a page to a file of the site, such as `data/nps.csv`."""
    folder, _, name = path.rpartition("/")
    return f"{_way(origin, f'{folder}/' if folder else '')}{name}"


def _way(origin: str, target: str) -> str:
    here, there = origin.split("/"), target.split("/")
    ends = len(here) - 1, len(there) - 1
    shared, most, there[-1] = 0, min(ends), ""
    while shared < most and here[shared] == there[shared]:
        shared += 1
    return "../" * (ends[0] - shared) + "/".join(there[shared:])


def link_anchor(source: str, target: str) -> str:
    """Where the page of evidence tells of the arrow from one objective to another: the part after `#`.

    The same whatever other arrows there are; ids have no colons.
    """
    return f"link-{source}:{target}"
