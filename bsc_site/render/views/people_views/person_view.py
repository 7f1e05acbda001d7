"""The page of a person: what is theirs, what is late, what is due next."""

from __future__ import annotations

from markupsafe import Markup

from bsc_site.model.value_class import dataclass
from bsc_site.render.views.parts.page_parts import Frame, Link
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.people_views.person_line_of_sight import WayUp, ways_up
from bsc_site.render.views.people_views.responsibilities import Belongings, belongings_of


@dataclass(frozen=True, slots=True)
class PersonView:
    """Everything that `person.md.jinja` shows."""

    title: str
    frame: Frame
    role: str
    team: Link
    email: str
    feed: Markup
    calendar: Markup
    theirs: Belongings
    ways: tuple[WayUp, ...]
    vision: str


def person_view(here: Standpoint, person: str) -> PersonView:
    """The page of a person, with everything that is theirs in any scorecard."""
    declared = here.assessment.project.people[person]
    return PersonView(
        title=declared.name,
        frame=here.frame(declared.name),
        role=declared.role,
        team=here.team(declared.team),
        email=declared.email,
        feed=here.file(f"people/{person}/feed.xml"),
        calendar=here.file(f"people/{person}/calendar.ics"),
        theirs=belongings_of(here, frozenset([person])),
        ways=ways_up(here, person),
        vision=here.assessment.project.root.vision,
    )
