"""What parts of one site have in common: the files, the figures and the history that they are made from, and more."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path

from bsc_site import __version__
from bsc_site.load.git.asking import git_text
from bsc_site.model.series import Series
from bsc_site.publish.manifest.input_files import input_files
from bsc_site.publish.manifest.makers import packages


def made_from(
    root: Path, data: Iterable[str], series: Mapping[str, Series], as_of: date, readers: str | None
) -> dict[str, str]:
    """Each fact by its name: equal wherever the same program makes the same site, from the same input.

    `data` are the data files that were read, as the project names them. Raises OSError.
    """
    return {
        "program": __version__,
        "packages": ", ".join(f"{name} {version}" for name, version in packages().items()),
        "day": as_of.isoformat(),
        "audience": readers or "all",
        "files": _digest(_contents(root, data)),
        "history": git_text(root, "rev-parse", "HEAD", "--is-shallow-repository").replace("\n", " "),
        "figures": _digest(_figures(series)),
    }


def _digest(pieces: Iterable[bytes]) -> str:
    sums = sha256()
    for piece in pieces:
        sums.update(sha256(piece).digest())
    return sums.hexdigest()


def _contents(root: Path, data: Iterable[str]) -> Iterator[bytes]:
    """Name and content of every file that is read: the YAML, the data, the project's own pages, templates and look."""
    for name, path in input_files(root, data).items():
        yield name.encode()
        yield path.read_bytes()


def _figures(series: Mapping[str, Series]) -> Iterator[bytes]:
    """Of each KPI its id, its periods and its figures."""
    for kpi, found in sorted(series.items()):
        periods = " ".join(str(each.period) for each in found.observations)
        yield f"{kpi} {periods}".encode()
        yield array("d", [float("nan") if each.value is None else each.value for each in found.observations]).tobytes()
