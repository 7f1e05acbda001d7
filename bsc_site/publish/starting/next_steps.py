"""What is said when a project was started: its files, and the commands that come next."""

from __future__ import annotations

import os
import re
import shlex
from collections import Counter
from collections.abc import Iterable
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

from bsc_site.model.value_class import dataclass
from bsc_site.publish.starting.origin import VENDOR, Requirement
from bsc_site.wording.figures import count_text

PROGRAM = "bsc-site"
_PLAIN = re.compile(r"[\w./\\:+-]+")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a project was started, seen by the person at the terminal.

    `project` is the folder as it was named, `here` the absolute one of the terminal. `program` is how bsc-site is
    called in the project's folder, `in_repository` whether git knows that folder.
    """

    project: PurePath
    here: PurePath
    program: str = PROGRAM
    in_repository: bool = False

    @property
    def inside(self) -> bool:
        """Whether the terminal is in the project's folder already."""
        return self.shown(self.project) == "."

    def shown(self, path: PurePath) -> str:
        """A path below the terminal's folder relative to it, any other as it was named."""
        below = path.is_absolute() and path.is_relative_to(self.here)
        return str(path.relative_to(self.here) if below else path)


def next_steps(spot: Spot) -> tuple[str, ...]:
    """The commands to go on with: into the folder, a look at the site, and into git."""
    commit = 'git add . && git commit -m "Our scorecard"'
    commands = [
        *([] if spot.inside else [f"cd {quoted(spot.project, spot.shown(spot.project))}"]),
        f"{quoted(spot.project, spot.program)} serve",
        commit if spot.in_repository else f"git init -b main && {commit}",
        *(["git push"] if spot.inside and spot.in_repository else []),
    ]
    return ("Next:", *(f"  {each}" for each in commands), "On GitHub it is published as README.md says.")


def written_words(spot: Spot, written: Iterable[PurePath]) -> tuple[str, ...]:
    """Every file that was written, a line each."""
    return ("Written:", *(f"  {spot.shown(each)}" for each in written))


def replaced_words(removed: Iterable[str], kept: Iterable[str]) -> tuple[str, ...]:
    """What is gone of a copied repository, counted by folder, and what is somebody's own or nobody's to remove."""
    counts = Counter(name.partition("/")[0] + "/" if "/" in name else name for name in removed)
    gone = [f"{name} ({count_text(count, 'file')})" if "/" in name else name for name, count in sorted(counts.items())]
    stays = tuple(f"  {name}" for name in kept)
    return (
        f"Removed, with the demo: {', '.join(gone)}",
        *(("Left as they are, because you changed them or git does not keep them:", *stays) if stays else ()),
    )


def before_pushing(spot: Spot, wanted: Requirement, *, enclosed: bool) -> tuple[str, ...]:
    """What the workflow would lack on another machine; nothing where pip finds the program anyway.

    `enclosed` says that the file which requirements.txt names stands in the project.
    """
    if wanted.lasting:
        return ()
    if enclosed:
        return (f"The workflow installs bsc-site from {wanted.parcel}, a copy of the file that yours came from.",)
    reason = "Before you push: your bsc-site came from this machine, and no other can install it from there."
    if wanted.place.endswith(PurePosixPath(wanted.parcel).name):
        return (
            reason,
            f"Put the file that it came from into the project, as {wanted.parcel}, and commit it with the rest.",
        )
    place = quoted(spot.project, wanted.place) if wanted.place else "THE-FOLDER-OF-BSC-SITE"
    return (
        reason,
        f"So requirements.txt names {wanted.parcel}; in the project's folder, this command makes the file:",
        f"  python -m pip wheel --no-deps --wheel-dir {VENDOR} {place}",
        "Commit it with the rest. Other ways stand in requirements.txt.",
    )


def called_from(project: Path, script: Path) -> str:
    """The shorter way to a program from inside of the project's folder: from there, or from the top of the disk."""
    absolute = os.path.normpath(script.absolute())
    try:
        return min(os.path.relpath(absolute, project.absolute()), absolute, key=len)
    except ValueError:  # it lies on another drive of Windows
        return absolute


def quoted(project: PurePath, text: str) -> str:
    """The text as one word for the shell of the system that the project's path belongs to."""
    if isinstance(project, PureWindowsPath):
        return text if _PLAIN.fullmatch(text) else f'"{text}"'
    return shlex.quote(text)
