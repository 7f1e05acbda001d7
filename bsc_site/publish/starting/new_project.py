"""Starts a new project: the files of a preset, with periods that fit the day."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from bsc_site import __version__
from bsc_site.load.schema import scorecard_schema
from bsc_site.model.period import Frequency, period_of
from bsc_site.model.vocabularies import Preset
from bsc_site.publish.disk.new_files import refuse_standing, write_files
from bsc_site.publish.file_failures import file_failures
from bsc_site.publish.starting.installation import parcel_of
from bsc_site.publish.starting.origin import Requirement, origin
from bsc_site.publish.starting.wish import NO_WISH, Wish
from bsc_site.publish.starting.wished_texts import LOOK, wished_texts

REQUIREMENTS = "requirements.txt"
PRESETS = files("bsc_site.publish") / "presets"
FROM_INDEX = origin(None, __version__)
"""What a project installs when nothing else is said."""
_TOKEN = re.compile(r"%(month|year)([+-]\d+)?%")


def start_project(
    folder: Path, preset: Preset, as_of: date, requirement: Requirement = FROM_INDEX, wish: Wish = NO_WISH
) -> tuple[Path, ...]:
    """The files of a new project below `folder`, sorted, all written; its figures end with the month before `as_of`.

    A program that came from a local file is laid below vendor/, where the file is still there.

    Raises WrongUse when a file of that name stands there already: all are named and nothing is written. Raises
    MachineError when the disk refuses.
    """
    contents = {name: text.encode() for name, text in project_texts(preset, as_of, requirement, wish).items()}
    parcel = parcel_of(requirement)
    if parcel is not None:
        contents[requirement.parcel] = parcel
    contents[LOOK] = contents.pop(LOOK)  # the last that takes its place, for its id of the site is never the same
    with file_failures(folder):
        refuse_standing(folder, contents, "BSC913")
        return write_files(folder, contents)


def project_texts(
    preset: Preset, as_of: date, requirement: Requirement = FROM_INDEX, wish: Wish = NO_WISH
) -> dict[str, str]:
    """Path below the project (POSIX) to text, for every text that `start_project` writes."""
    return preset_texts(preset, as_of, wish) | {REQUIREMENTS: requirement.text}


def preset_texts(preset: Preset, as_of: date, wish: Wish = NO_WISH) -> dict[str, str]:
    """Path below the project (POSIX) to text, whatever the project installs."""
    templates = texts_below(PRESETS / "common") | texts_below(PRESETS / preset.value)
    schema = json.dumps(scorecard_schema(), ensure_ascii=False, indent=2) + "\n"
    texts = {name: filled(text, as_of) for name, text in templates.items()}
    return wished_texts(texts, wish, as_of) | {"scorecard/schema.json": schema}


def filled(template: str, as_of: date) -> str:
    """The text with its tokens replaced.

    `%month-1%` is the last month that was over on `as_of` (`%month+0%` the running one), `%year%` and `%year+3%` are
    calendar years.
    """
    return _TOKEN.sub(lambda token: _meaning(token[1], int(token[2] or 0), as_of), template)


def texts_below(folder: Traversable) -> dict[str, str]:
    """Every text below a packaged folder, by the path that it has in a project."""
    return dict(_below(folder))


def _meaning(word: str, shift: int, as_of: date) -> str:
    frequency = Frequency.MONTHLY if word == "month" else Frequency.YEARLY
    return str(period_of(as_of, frequency).shift(shift))


def _below(folder: Traversable, above: str = "") -> Iterator[tuple[str, str]]:
    """Names with a leading `_` stand for hidden files, which packaging tools tend to leave out."""
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        name = above + re.sub("^_", ".", entry.name)
        if entry.is_dir():
            yield from _below(entry, f"{name}/")
        else:
            yield name, entry.read_text(encoding="utf-8")
