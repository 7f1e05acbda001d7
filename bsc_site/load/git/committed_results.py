"""Results of earlier builds that came with the project: whoever committed them says what a page holds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bsc_site.load.git.asking import git_text
from bsc_site.model.problem import Place, Problem
from bsc_site.model.rules import problem
from bsc_site.model.saying.said import said
from bsc_site.model.sentences.settings_sentences import COMMITTED_RESULTS

CACHE = ".bsc-cache"
"""The folder of the project in which builds keep their results."""


def committed_results(root: Path) -> str:
    """A file below the folder of results that git knows; empty where it knows none, as it should."""
    return git_text(root, "ls-files", "--", CACHE).partition("\n")[0]


def committed_results_problems(root: Path) -> Iterator[Problem]:
    """One that names such a file."""
    path = committed_results(root)
    if path:
        yield problem("BSC524", Place(path), said(COMMITTED_RESULTS, folder=CACHE))
