"""Verifying a published site: it is compared with its manifest, and with what the project gives when it is built."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from bsc_site.compute.audience import Circle, UnknownAudienceError
from bsc_site.load.git.project_copy import project_copy
from bsc_site.load.passing_folder import passing_folder
from bsc_site.load.scorecards.project_folder import load_project
from bsc_site.model.failure import InputError
from bsc_site.model.problem import Place, Problem, Severity
from bsc_site.model.rules import problem
from bsc_site.model.value_class import dataclass
from bsc_site.outcomes import Order
from bsc_site.pipeline import build_site
from bsc_site.publish.build_progress import progress_on
from bsc_site.publish.delivery import Delivery
from bsc_site.publish.disk.tree import SITE_MANIFEST
from bsc_site.publish.file_failures import file_failures
from bsc_site.publish.manifest.making import EVERYBODY, Requested
from bsc_site.publish.manifest.site_manifest import SiteManifest, digests_in
from bsc_site.publish.manifest.verdict import changes_after, differences, manifest_in, reasons
from bsc_site.publish.sharing.cores import cores_available


@dataclass(frozen=True, slots=True)
class Verified:
    """What is wrong with the site, sorted by file, with what may be why; and what is right with it, in a line."""

    problems: tuple[Problem, ...]
    line: str

    @property
    def refused(self) -> bool:
        """Whether something is wrong."""
        return any(each.severity is Severity.ERROR for each in self.problems)


def verified(project: Path, site: Path, revision: str | None, *, only_manifest: bool) -> Verified:
    """Whether the files below `site` are what the input gives; those of the manifest where only that is asked.

    The project is built once more, from a copy, as it stands or as of a revision. Raises PublishError, RevisionError.
    """
    with file_failures(site):
        manifest = manifest_in(site)
        standing = digests_in(site)
        if only_manifest:
            wrong = tuple(changes_after(site, manifest, standing))
            return Verified(wrong, f"{len(standing):,} files in {site} are as the manifest has them")
    with project_copy(project, revision) as copy, passing_folder() as place:
        _check_project(copy, site, manifest.making.wanted)
        built = place / "site"
        _build(copy, built, manifest.making.wanted)
        with file_failures(site):
            wrong = tuple(_wrong(site, built, manifest, standing))
    day = manifest.making.wanted.as_of.isoformat()
    gives = f"are what this input gives, as of {day} for the audience {manifest.making.wanted.audience or EVERYBODY}"
    return Verified(wrong, f"{len(standing):,} files in {site} {gives}")


def _check_project(copy: Path, site: Path, wanted: Requested) -> None:
    """Raises InputError where the site is of another project."""
    project = load_project(copy).project
    if project is not None and project.root.id != wanted.scorecard:
        there = f"is the site of '{wanted.scorecard}', and this project is '{project.root.id}'; name its folder with -C"
        raise InputError((problem("BSC942", Place(site.as_posix()), there),))


def _build(copy: Path, out: Path, wanted: Requested) -> None:
    """Build the site that the manifest tells of. Raises InputError with the problems of a project that gives none."""
    order = Order(copy, wanted.as_of, wanted.audience or Circle.EVERYTHING, environment=os.environ)
    progress = progress_on(sys.stderr)
    delivery = Delivery(out, cached=False, progress=progress, site_url=wanted.site_url, jobs=cores_available())
    try:
        outcome = build_site(order, delivery)
    except UnknownAudienceError:
        progress.done()
        what = f"the site is for the audience '{wanted.audience}', which this project does not have"
        raise InputError((problem("BSC942", Place(SITE_MANIFEST), what),)) from None
    if outcome.published is None:
        raise InputError(outcome.problems)


def _wrong(site: Path, built: Path, manifest: SiteManifest, standing: Mapping[str, str]) -> Iterator[Problem]:
    given = manifest_in(built)
    differing = tuple(differences(site, standing, built, given))
    yield from differing or changes_after(site, manifest, standing)
    if any(each.code == "BSC942" for each in differing):
        yield from reasons(site, manifest.making, given.making)
