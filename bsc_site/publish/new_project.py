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
from bsc_site.model.problem import Place
from bsc_site.model.rules import problem
from bsc_site.model.vocabularies import Preset
from bsc_site.publish.failure import WrongUse, file_failures

_TOKEN = re.compile(r"%(month|year|version)([+-]\d+)?%")


def start_project(folder: Path, preset: Preset, as_of: date) -> tuple[Path, ...]:
    """The files of a new project below `folder`, sorted, all written; its figures end with the month before `as_of`.

    Raises WrongUse when a file of that name stands there already: all are named and nothing is written. Raises
    MachineError when the disk refuses.
    """
    texts = {folder / name: text for name, text in sorted(project_texts(preset, as_of).items())}
    with file_failures(folder):
        _refuse_existing(folder, texts)
        for path, text in texts.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    return tuple(texts)


def project_texts(preset: Preset, as_of: date) -> dict[str, str]:
    """Path below the project (POSIX) to text, for every file that `start_project` writes."""
    presets = files("bsc_site.publish") / "presets"
    templates = [*_below(presets / "common"), *_below(presets / preset.value)]
    schema = json.dumps(scorecard_schema(), ensure_ascii=False, indent=2) + "\n"
    return {name: filled(text, as_of) for name, text in templates} | {"scorecard/schema.json": schema}


def filled(template: str, as_of: date) -> str:
    """The text with its tokens replaced.

    `%month-1%` is the last month that was over on `as_of` (`%month+0%` the running one), `%year%` and `%year+3%` are
    calendar years, `%version%` is the version of bsc-site.
    """
    return _TOKEN.sub(lambda token: _meaning(token[1], int(token[2] or 0), as_of), template)


def _meaning(word: str, shift: int, as_of: date) -> str:
    if word == "version":
        return __version__
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


def _refuse_existing(folder: Path, texts: dict[Path, str]) -> None:
    standing = [path.relative_to(folder).as_posix() for path in texts if path.exists() or path.is_symlink()]
    if standing:
        raise WrongUse(
            tuple(problem("BSC913", Place(name), "stands there already; nothing was written") for name in standing)
        )
