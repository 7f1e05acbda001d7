"""The delivery: where a site goes, and how it is made."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from bsc_site.compute.known.memory import Memory
from bsc_site.load.git.committed_results import CACHE
from bsc_site.model.command_progress import Progress, Silence
from bsc_site.model.value_class import dataclass
from bsc_site.publish.site_language import ONLY, SiteLanguage


@dataclass(frozen=True, slots=True)
class Delivery:
    """Where the site goes, whether what is made is kept for the next build, and who is told.

    `site_url` is the address that the site will have on the web, with a slash at its end; empty where mkdocs.yml tells.
    `memory` is what this process has concluded before, None where it builds once.
    """

    out: Path
    cached: bool = True
    progress: Progress = Silence()  # it holds nothing
    site_url: str = ""
    jobs: int = 1
    """How many processes may write pages side by side."""
    memory: Memory | None = None
    language: SiteLanguage = ONLY
    """Of a site in several languages the one that is made."""

    def cache(self, project: Path) -> Path | None:
        """The folder in which results are kept for the next build of this site; None where nothing is kept."""
        return project / CACHE / self.language.below if self.cached else None


def default_out(project: Path) -> Path:
    """Where a site goes unless told otherwise."""
    return project / "build" / "site"


def part_out(project: Path, scorecards: Iterable[str]) -> Path:
    """Where a part of a site goes unless told otherwise: a folder that is called after its scorecards."""
    names = (each.strip("/").removeprefix("s/").replace("/", "-of-") for each in scorecards)
    return project / "build" / "parts" / "+".join(names)
