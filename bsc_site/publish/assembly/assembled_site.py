"""The assembled site: parts that were built apart become the one that a single build would have made."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path

from bsc_site.model.failure import InputError
from bsc_site.model.problem import Place, Problem
from bsc_site.model.rules import problem
from bsc_site.model.saying.said import said, sentence_of_count
from bsc_site.publish.assembly.belonging import doubled, missing, strangers
from bsc_site.publish.assembly.part_label import LABEL, MAKING, PAGES, PartLabel, read_label
from bsc_site.publish.assembly.shared_entries import ENTRIES, SharedEntries, join_entries, read_entries
from bsc_site.publish.build_progress import PROVING, told
from bsc_site.publish.disk.file_changes import Disk
from bsc_site.publish.disk.site_size import count
from bsc_site.publish.disk.swap import check_target, workshop
from bsc_site.publish.engine.messages import Sightings
from bsc_site.publish.file_failures import file_failures
from bsc_site.publish.link_check.flaws import prove
from bsc_site.publish.manifest.making import Making, making_in
from bsc_site.publish.manifest.site_manifest import write_manifest
from bsc_site.publish.publication.flaw_lines import Origins, flaw_problems
from bsc_site.publish.publication.site import Published, Surroundings, stop_on
from bsc_site.publish.several_languages.whole_alone import must_be_one

_READING = sentence_of_count("Reading {count} part", "Reading {count} parts")
_JOINING = sentence_of_count("Joining {count} file", "Joining {count} files")


def assemble(folders: Sequence[Path], around: Surroundings) -> Published:
    """Join the parts in these folders, prove the whole, and put it in place.

    Raises InputError where a folder is no part, where parts do not belong together, or where something is missing or
    damaged, WrongUse or MachineError as for any site; the site that stood before stands then as it was.
    """
    with told(around.progress), file_failures(around.project):
        must_be_one(around.project)
        around.progress.step(said(_READING, count=len(folders)))
        parts = _labels(folders)
        for problems in (strangers(parts), doubled(parts), missing(parts)):
            if found := tuple(problems):
                raise InputError(found)
        top = next(label for label in parts.values() if label.has_top)
        check_target(around.out, around.project, top.docs)
        with workshop(around.out, around.disk) as new:
            around.progress.step(said(_JOINING, count=sum(len(each.files) for each in parts.values())))
            _copy(parts, new, around.disk)
            entries = [_entries(folder) for folder in parts]
            join_entries(new, entries, date.fromisoformat(top.made_from["day"]), around.disk)
            around.progress.step(PROVING)
            origins = _origins(parts, around.project, top.docs)
            stop_on(flaw_problems(prove(new, origins.html, around.read), origins))
            write_manifest(_making(top), new, around.disk)
        return Published(around.out, len(origins.html), *count(around.out))


def _labels(folders: Sequence[Path]) -> dict[Path, PartLabel]:
    """The label of each part by its folder, each once."""
    found: dict[Path, PartLabel] = {}
    for folder in dict.fromkeys(folders):
        if not (folder / LABEL).is_file():
            message = f"holds no part of a site: there is no {LABEL}; `bsc-site build --only SCORECARD` makes one"
            raise InputError((problem("BSC930", Place(folder.as_posix()), message),))
        label = read_label(folder)
        if label is None:
            message = "is damaged, or of another version of bsc-site; build the part again"
            raise InputError((problem("BSC934", Place((folder / LABEL).as_posix()), message),))
        found[folder] = label
    return found


def _copy(parts: Mapping[Path, PartLabel], new: Path, disk: Disk) -> None:
    """Every file of every part, as it was when the part was built. Raises InputError for one that is not."""
    for folder, label in parts.items():
        damaged = []
        for path, digest in label.files.items():
            file = folder / PAGES / path
            content = file.read_bytes() if file.is_file() else None
            if content is None or sha256(content).hexdigest() != digest:
                damaged.append((file, "is missing" if content is None else "is not as it was built"))
            elif not damaged:
                disk.write(new / path, content)
        if damaged:
            raise InputError(tuple(_damage(damaged)))


_SHOWN = 5
"""So many damaged files of a part are named."""


def _damage(damaged: Sequence[tuple[Path, str]]) -> Iterator[Problem]:
    for number, (file, what) in enumerate(damaged[:_SHOWN], 1):
        more = f"; and {len(damaged) - _SHOWN:,} more" if number == _SHOWN < len(damaged) else ""
        yield problem("BSC934", Place(file.as_posix()), f"{what}; hand the part over again, or build it again{more}")


def _making(top: PartLabel) -> Making | None:
    """How the whole site was made; None where the part does not say so."""
    try:
        return making_in(json.loads(top.made_from[MAKING]))
    except (ValueError, KeyError, TypeError):
        return None


def _entries(folder: Path) -> SharedEntries:
    try:
        return read_entries((folder / ENTRIES).read_bytes())
    except (FileNotFoundError, ValueError, KeyError, TypeError) as error:
        place = Place((folder / ENTRIES).as_posix())
        raise InputError((problem("BSC934", place, "is missing or damaged; build the part again"),)) from error


def _origins(parts: Mapping[Path, PartLabel], project: Path, docs: str) -> Origins:
    """Where the pages come from; of the project's own those that stand here too."""
    html = {path: md for label in parts.values() for path, md in label.pages.items()}
    own = {path: project / docs / path for label in parts.values() for path in label.own}
    standing = {path: file for path, file in own.items() if file.is_file()}
    sightings = Sightings(project, docs, standing)
    return Origins(sightings, html, frozenset(path for each in parts.values() for path in each.files))
