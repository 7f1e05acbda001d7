"""The beginning of a project on this machine: its files, and what is said about them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from bsc_site.model.vocabularies import Preset
from bsc_site.publish.starting.demo import replace_demo
from bsc_site.publish.starting.installation import requirement
from bsc_site.publish.starting.kept_by_git import answer
from bsc_site.publish.starting.new_project import start_project
from bsc_site.publish.starting.next_steps import (
    PROGRAM,
    Spot,
    before_pushing,
    called_from,
    next_steps,
    replaced_words,
    written_words,
)
from bsc_site.publish.starting.wish import NO_WISH, Wish


def begin(project: Path, preset: Preset, as_of: date, script: Path | None, wish: Wish = NO_WISH) -> tuple[str, ...]:
    """A new project, written; the lines about it. Raises WrongUse and MachineError as `start_project` does.

    `script` is the program as it was called, None where its name alone is enough.
    """
    wanted = requirement()
    written = start_project(project, preset, as_of, wanted, wish)
    spot = _spot(project, script)
    enclosed = project / wanted.parcel in written
    return (*written_words(spot, written), *before_pushing(spot, wanted, enclosed=enclosed), *next_steps(spot))


def begin_here(
    project: Path, preset: Preset, as_of: date, script: Path | None, wish: Wish = NO_WISH
) -> tuple[str, ...]:
    """A new project in the place of the demo, written; the lines about it. Raises what `replace_demo` raises."""
    replaced = replace_demo(project, preset, as_of, wish)
    spot = _spot(project, script)
    words = replaced_words(replaced.removed, replaced.kept)
    return (*words, *written_words(spot, replaced.written), *next_steps(spot))


def _spot(project: Path, script: Path | None) -> Spot:
    known = answer(project, "rev-parse", "--is-inside-work-tree") is not None
    program = called_from(project, script) if script else PROGRAM
    return Spot(project, Path.cwd(), program, in_repository=known)
