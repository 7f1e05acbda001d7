"""The publication of a part: its pages are made as in the whole site, and packed with a label that says what it is."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from bsc_site.model.saying.said import said, sentence
from bsc_site.publish.assembly.part_label import LABEL, MAKING, PAGES, PartLabel, label_bytes
from bsc_site.publish.assembly.shared_entries import ENTRIES, entries_bytes, entries_in
from bsc_site.publish.assembly.stand_ins import stand_ins
from bsc_site.publish.build_progress import told
from bsc_site.publish.disk.file_changes import Disk
from bsc_site.publish.disk.lock import build_lock
from bsc_site.publish.disk.site_size import count
from bsc_site.publish.disk.swap import workshop
from bsc_site.publish.file_failures import file_failures
from bsc_site.publish.link_check.flaws import prove
from bsc_site.publish.manifest.making import making_text
from bsc_site.publish.publication.flaw_lines import flaw_problems
from bsc_site.publish.publication.site import (
    Edition,
    Published,
    PublishedMaterial,
    Surroundings,
    make_site,
    material_of,
    stop_on,
)
from bsc_site.render.matter.site_part import SitePart


def publish_part(edition: Edition, around: Surroundings, part: SitePart, made_from: dict[str, str]) -> Published:
    """Make the pages of the part, prove them as far as it can be told here, and put them in place with their label.

    `made_from` is what all parts of the site have in common. Raises what the publication of a whole site raises.
    """
    with told(around.progress), file_failures(around.project):
        found = material_of(edition, around)
        whole = replace(found, sources=replace(found.sources, stand_ins=stand_ins(edition, found.sources, part)))
        own = replace(found.origins, html={path: md for path, md in found.origins.html.items() if part.holds(path)})
        with build_lock(around.project / "build" / ".lock"), workshop(around.out, around.disk) as new:
            site = new / PAGES
            read = make_site(edition, around, whole, site)
            around.disk.write(new / ENTRIES, entries_bytes(entries_in(site, part.holds)))
            _keep_own_files(site, edition, part, around.disk)
            around.progress.step(said(sentence("Following every link within the part")))
            stop_on(flaw_problems(prove(site, own.html, around.read, part.holds, read), own))
            known = made_from | ({MAKING: making_text(around.making)} if around.making else {})
            label = _label(site, part, replace(whole, origins=own), known)
            around.disk.write(new / LABEL, label_bytes(label))
        return Published(around.out, len(own.html), *count(around.out / PAGES), found.odd)


def _keep_own_files(site: Path, edition: Edition, part: SitePart, disk: Disk) -> None:
    """Remove what belongs to other parts: what the engine adds to every site, and what stood in for their pages."""
    for path in list(_files(site)):
        if path not in edition.of_part and not part.holds(path):
            disk.remove(site / path)
    for here, folders, names in os.walk(site, topdown=False):
        if not folders and not names:
            Path(here).rmdir()


def _files(site: Path) -> Iterator[str]:
    for here, _, names in os.walk(site):
        yield from (Path(here, name).relative_to(site).as_posix() for name in names)


def _label(site: Path, part: SitePart, material: PublishedMaterial, made_from: Mapping[str, str]) -> PartLabel:
    pages = material.origins.html
    return PartLabel(
        made_from,
        tuple(each for each in part.site if each in part.scorecards),
        part.site,
        pages,
        material.look.docs,
        tuple(sorted({*pages.values()} & {*material.sources.own})),
        {path: sha256((site / path).read_bytes()).hexdigest() for path in sorted(_files(site))},
    )
