"""The publication of one site: what earlier builds have left of it, or all of it anew, proved and swapped in."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path

from bsc_site.publish.build_progress import PROVING, told
from bsc_site.publish.disk.lock import build_lock
from bsc_site.publish.disk.site_size import count
from bsc_site.publish.disk.swap import workshop
from bsc_site.publish.file_failures import file_failures
from bsc_site.publish.link_check.flaws import prove
from bsc_site.publish.manifest.site_manifest import NO_DIGESTS, write_manifest
from bsc_site.publish.publication.flaw_lines import flaw_problems
from bsc_site.publish.publication.site import (
    COMPLETED,
    Edition,
    Published,
    PublishedMaterial,
    Surroundings,
    emptied,
    made_of_kept,
    make_site,
    material_of,
    stop_on,
)


def publish(edition: Edition, around: Surroundings) -> Published:
    """Write the tree, run the engine, prove the result, swap it in.

    Raises InputError (exit code 1), WrongUse (2) or MachineError (3) with problem lines; the site that stood before
    stands then as it was.
    """
    with told(around.progress), file_failures(around.project):
        material = material_of(edition, around)
        with build_lock(around.project / "build" / ".lock"), _workshop(around) as new:
            pages, kept = material.origins, around.kept
            if not _renewed(edition, around, material, new):
                readings = make_site(edition, around, material, new)
                around.progress.step(PROVING)
                stop_on(flaw_problems(prove(new, pages.html, around.read, known=readings), pages))
            digests = write_manifest(around.making, new, around.disk, kept.digests if kept else NO_DIGESTS)
            if kept:
                kept.proved(new, digests)
        return Published(around.out, len(pages.html), *count(around.out), material.odd)


def _workshop(around: Surroundings) -> AbstractContextManager[Path]:
    """Where the site is made; that which it replaces is of use to the next build, and nobody minds it in build/."""
    ours = around.out.resolve().parent == (around.project / "build").resolve()
    return workshop(around.out, around.disk, spared=ours and around.kept is not None)


def _renewed(edition: Edition, around: Surroundings, material: PublishedMaterial, new: Path) -> bool:
    """Whether the site was made of what earlier builds have left, without a flaw; if not, the folder is empty."""
    pages, kept = material.origins.html, around.kept
    if kept is None or not made_of_kept(edition, around, material, new, spare=True):
        return False
    around.progress.step(PROVING)
    flaws = kept.flaws(new, pages, COMPLETED)
    if not (prove(new, pages, around.read, known=kept.page_readings()) if flaws is None else flaws):
        return True
    emptied(new, around.disk)
    return False
