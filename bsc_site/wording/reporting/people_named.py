"""People named: whoever answers for something, by the name that readers know rather than by an id."""

from __future__ import annotations

from typing import NamedTuple

from bsc_site.model.declared.project import Project
from bsc_site.model.differences.difference import OtherField
from bsc_site.wording.language import say

_KEYS = ("owner", "updater", "by")


class PeopleNamed(NamedTuple):
    """The people of two versions of a project, the earlier one first."""

    projects: tuple[Project, Project]

    def name(self, person: str | None, side: int = 1) -> str:
        """What a version calls a person; the id where it does not know any, `nobody` without one."""
        if not person:
            return say("nobody")
        order = (self.projects[side], self.projects[1 - side])
        people = (each for project in order for card in project.scorecards for each in card.people)
        return next((each.name for each in people if each.id == person), person)

    def pair(self, field: OtherField) -> tuple[str, str] | None:
        """The two people of a key that names one, by their ids where both have the same name; None for other keys."""
        if field.key not in _KEYS:
            return None
        before, after = (self.name(each, side) for side, each in enumerate((field.before, field.after)))
        if before == after:
            return field.before or before, field.after or after
        return before, after
