"""This installation: what the machine knows of where the running program came from."""

from __future__ import annotations

import hashlib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from bsc_site import __file__ as program
from bsc_site import __version__
from bsc_site.publish.starting.kept_by_git import answer
from bsc_site.publish.starting.origin import Checkout, Requirement, origin, place_of, public_address


def requirement() -> Requirement:
    """How other machines install the program that runs here."""
    record = installation_record()
    place = place_of(record)
    return origin(record, __version__, checkout_of(Path(place)) if place else None)


def installation_record() -> str | None:
    """The text of direct_url.json (PEP 610); None when the program came from the package index.

    A program that was never installed, only started from its folder, counts as installed from there.
    """
    try:
        return distribution("bsc-site").read_text("direct_url.json")
    except PackageNotFoundError:
        return f'{{"url": "{Path(program).parents[1].as_uri()}", "dir_info": {{}}}}'


def parcel_of(wanted: Requirement) -> bytes | None:
    """The file that the requirement names, where the program was installed from it and it still is the same."""
    try:
        content = Path(wanted.place).read_bytes() if wanted.place and not wanted.lasting else b""
    except OSError:
        return None
    same = not wanted.sha256 or hashlib.sha256(content).hexdigest() == wanted.sha256.lower()
    return content if content and same else None


def checkout_of(folder: Path) -> Checkout | None:
    """The commit that a local folder stands at, where a public remote has it; None where it is in no such checkout."""
    address = public_address(_line(folder, "remote", "get-url", "origin"))
    commit = _line(folder, "rev-parse", "HEAD")
    if (
        not address
        or not commit
        or not _line(folder, "branch", "--remotes", "--contains", commit, "--list", "origin/*")
    ):
        return None
    return Checkout(address, commit, _line(folder, "rev-parse", "--show-prefix").rstrip("/"))


def _line(folder: Path, *words: str) -> str:
    return (answer(folder, *words) or "").strip()
