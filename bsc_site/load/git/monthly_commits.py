"""Monthly commits: how files stood at the end of each month in which they were committed."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path

from bsc_site.load.git.asking import git_text


def monthly_commits(root: Path, files: Collection[str], until: date, most: int) -> dict[date, str]:
    """The last commit of each of the latest months in which one of these files was changed, the earliest first, by day.

    On the way that the branch went, none after `until`. Empty where git cannot tell, and in a clone whose history was
    cut off.
    """
    if not files or git_text(root, "rev-parse", "--is-shallow-repository") == "true":
        return {}
    words = ("log", "--first-parent", "--diff-merges=first-parent", "--no-show-signature", "--format=%H %cs")
    found: dict[str, tuple[date, str]] = {}
    for line in git_text(root, *words, "HEAD", "--", *sorted(files)).splitlines():
        commit, _, stamp = line.partition(" ")
        day = date.fromisoformat(stamp)
        if day <= until and len(found) < most:
            found.setdefault(stamp[:7], (day, commit))
    return dict(sorted(found.values()))
