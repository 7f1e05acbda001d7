"""What is another between two versions of a project: both are read, compared, and each difference gets its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from pathlib import Path

from bsc_site.compute.audience import Circle, Readers
from bsc_site.compute.swapping.compared_versions import Compared, compared
from bsc_site.compute.swapping.worlds import EARLIER, LATER
from bsc_site.load.git.difference_places import PlacesOfVersions
from bsc_site.load.git.revisions import WANTED_PROGRAMS, VersionFolder, revisions_of, version_folder
from bsc_site.load.uncollected import uncollected
from bsc_site.model.declared.project import Project
from bsc_site.model.differences.difference import (
    Comparison,
    Difference,
    DifferenceKind,
    ElementKey,
    ElementSort,
    InputCause,
    OtherField,
    Version,
)
from bsc_site.model.problem import Place, Problem, Severity
from bsc_site.model.series import Readings
from bsc_site.model.value_class import dataclass

PROGRAM = "bsc-site"
"""As the requirements of a project name it."""


@dataclass(frozen=True, slots=True)
class VersionsAsked:
    """What is asked for: which two revisions of the project at `root`, judged at which date, for whom.

    No later revision means the working tree.
    """

    root: Path
    earlier: str
    later: str | None
    as_of: date
    readers: Readers = Circle.WIDEST


class UnsoundVersionError(ValueError):
    """A version whose scorecard cannot be read; `problems` are its errors."""

    def __init__(self, version: Version, problems: tuple[Problem, ...]) -> None:
        """Keep both."""
        self.version, self.problems = version, problems
        super().__init__(version.name)


@uncollected()
def differences(asked: VersionsAsked) -> Comparison:
    """Every difference between two versions of a project, both judged at the same date.

    Connections are not asked: both are read from their files. Raises RevisionError, UnsoundVersionError and
    UnknownAudienceError.
    """
    with ExitStack() as open_folders:
        revisions = revisions_of(asked.root, asked.earlier, asked.later)
        folders = tuple(open_folders.enter_context(version_folder(asked.root, each)) for each in revisions)
        projects = tuple(_project(each) for each in folders)
        versions = (folders[0].version, folders[1].version)

        def read(side: int, project: Project) -> Mapping[str, Readings]:
            found = folders[side].readings(project)
            if project is projects[LATER]:
                of_today[side] = found
            return found

        of_today: dict[int, Mapping[str, Readings]] = {}
        found = compared(Compared(versions, (projects[0], projects[1])), read, asked.as_of, asked.readers)
        cards, marks = projects[LATER].scorecards, folders[LATER].loaded.marks
        places = PlacesOfVersions(marks, cards, of_today[EARLIER], of_today[LATER])
        placed = tuple(map(places.placed, found.differences))
        return replace(found, differences=(*placed, *_program(folders)))


def _program(folders: Sequence[VersionFolder]) -> Iterator[Difference]:
    """Another version of the program that is asked for; both sides were judged by the one that runs."""
    before, after = (each.program for each in folders)
    if before != after:
        key, what = ElementKey(ElementSort.PROJECT, PROGRAM), OtherField(WANTED_PROGRAMS, before, after)
        place = Place(WANTED_PROGRAMS) if after else None
        yield Difference(key, PROGRAM, DifferenceKind.PROGRAM, what, (InputCause.CODE,), place)


def _project(folder: VersionFolder) -> Project:
    if folder.loaded.project is None:
        errors = tuple(each for each in folder.loaded.problems if each.severity is Severity.ERROR)
        raise UnsoundVersionError(folder.version, errors)
    return folder.loaded.project
