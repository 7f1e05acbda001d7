"""Files of the project: which of what lies in its folder is one, and why the rest must not be read or published."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from bsc_site.model.problem import Place, Problem
from bsc_site.model.rules import problem
from bsc_site.model.saying.said import Said, said
from bsc_site.model.sentences import settings_sentences as told


def refusal(path: Path, root: Path) -> Said | None:
    """Why the file at `path` must not be read; None where it may be, or where a link leads to nothing.

    A link out of the project would publish what others keep to themselves; a pipe or a device may never end.
    """
    try:
        real = path.resolve()
        if not real.is_relative_to(root.resolve()):
            return said(told.OUT_OF_PROJECT)
        return None if real.is_file() or not real.exists() else said(told.NO_PLAIN_FILE)
    except (OSError, RuntimeError) as error:
        return said(told.CANNOT_BE_FOLLOWED, reason=str(error))


def misplaced(root: Path, folder: str) -> Iterator[Problem]:
    """A problem for each file below a folder of the project that is none of the project's, sorted by its path."""
    for here, folders, names in os.walk(root / folder):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for name in sorted(each for each in names if not each.startswith(".")):
            why = refusal(Path(here, name), root)
            if why:
                yield problem("BSC521", Place(Path(here, name).relative_to(root).as_posix()), why)
