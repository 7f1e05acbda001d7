"""The page of a team: who is in it, and everything that is theirs."""

from __future__ import annotations

from bsc_site.model.value_class import dataclass
from bsc_site.render.views.parts.page_parts import Frame, Link
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.people_views.responsibilities import Belongings, belongings_of


@dataclass(frozen=True, slots=True)
class Member:
    """Someone of the team."""

    link: Link
    role: str


@dataclass(frozen=True, slots=True)
class TeamView:
    """Everything that `team.md.jinja` shows."""

    title: str
    frame: Frame
    members: tuple[Member, ...]
    theirs: Belongings


def team_view(here: Standpoint, team: str) -> TeamView:
    """The page of the team with this name, with everything that is theirs in any scorecard."""
    people = [each for each in here.assessment.project.people.values() if each.team == team]
    return TeamView(
        title=team,
        frame=here.frame(team),
        members=tuple(Member(here.person(each.id), each.role) for each in people),
        theirs=belongings_of(here, frozenset(each.id for each in people)),
    )
