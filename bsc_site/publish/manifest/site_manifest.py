"""The manifest of a site: how it was made, and the digest of every file of it, in `manifest.json` at its top."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from bsc_site.model.value_class import dataclass
from bsc_site.publish.disk.file_changes import Disk
from bsc_site.publish.disk.tree import SITE_MANIFEST
from bsc_site.publish.manifest.making import Making, making_in, texts_by_name, told_of

FORM = "bsc-site manifest 1"
_FORMS = "bsc-site manifest "
NO_DIGESTS: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class SiteManifest:
    """How a site was made, and the digest (SHA-256) of each of its files by its path; of all but the manifest."""

    making: Making
    files: Mapping[str, str]


class ManifestError(ValueError):
    """A manifest that cannot be read; the text is the form that it has, empty where it is none at all."""


def manifest_bytes(manifest: SiteManifest) -> bytes:
    """The manifest as it is written: a line for each file, so that two of them can be compared line by line."""
    told = {"form": FORM, **told_of(manifest.making), "files": dict(sorted(manifest.files.items()))}
    return json.dumps(told, ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass") + b"\n"


def write_manifest(
    making: Making | None, site: Path, disk: Disk, known: Mapping[str, str] = NO_DIGESTS
) -> Mapping[str, str]:
    """Put the manifest of a finished site at its top, and hand back the digests of its files by their paths.

    None where nobody knows how it was made. Files whose digest is `known` are not read. Raises OSError.
    """
    if making is None:
        return NO_DIGESTS
    digests = digests_in(site, known)
    disk.write(site / SITE_MANIFEST, manifest_bytes(SiteManifest(making, digests)))
    return digests


def read_manifest(written: bytes) -> SiteManifest:
    """The manifest that was written so. Raises ManifestError."""
    try:
        told = json.loads(written)
        form = told["form"]
        if form != FORM:
            raise ManifestError(form if isinstance(form, str) and form.startswith(_FORMS) else "")
        return SiteManifest(making_in(told), texts_by_name(told["files"]))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise error if isinstance(error, ManifestError) else ManifestError("") from None


def digests_in(site: Path, known: Mapping[str, str] = NO_DIGESTS) -> dict[str, str]:
    """The digest of each file of a site by its path, sorted; without those that hold for the folder alone.

    Those that are `known` are taken as they are.

    Hidden files are none of a site: some hosts leave them out. Raises OSError.
    """
    return {name: known.get(name) or _digest(path) for name, path in sorted(_files(str(site))) if name != SITE_MANIFEST}


def _files(site: str) -> Iterator[tuple[str, str]]:
    start = len(site) + 1
    for here, folders, names in os.walk(site):
        folders[:] = [each for each in folders if not each.startswith(".")]
        for name in names:
            if not name.startswith("."):
                path = f"{here}/{name}"
                yield path[start:].replace(os.sep, "/"), path


def _digest(path: str) -> str:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123  # thousands of them
        return sha256(file.read()).hexdigest()
