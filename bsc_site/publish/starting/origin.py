"""The origin of the running program, and the requirement by which other machines install the very same."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit, urlunsplit
from urllib.request import url2pathname

from bsc_site.model.value_class import dataclass

PACKAGE = "bsc-site[all]"
VENDOR = "vendor"
"""The folder of a project for what pip cannot get from anywhere else."""
_SECRET = re.compile("token|key|sig|secret|pass|auth|cred", re.IGNORECASE)
_COMMIT = re.compile(r"[\w.-]+")
_SCP = re.compile(r"(?:[\w.-]+@)?(?P<host>[\w-]+(?:\.[\w-]+)+):(?P<path>[^/\\].*)")
"""`git@example.org:ours/bsc-site.git`; a host has a dot, so that `C:` is none."""


@dataclass(frozen=True, slots=True)
class Checkout:
    """A commit that stands in a public repository, with the folder of it that holds the program (empty: the top)."""

    address: str
    commit: str
    folder: str = ""


@dataclass(frozen=True, slots=True)
class Requirement:
    """What pip is asked for, with the comment that stands above it in requirements.txt.

    `lasting` says whether any machine can install it as it stands. Where not, the line names a file below vendor/ that
    is to be put there, and `place` is the local file or folder that it can be made from, empty when nobody knows.
    """

    line: str
    comment: tuple[str, ...]
    lasting: bool = True
    place: str = ""
    sha256: str = ""
    """Of the file in `place`; empty when the record does not tell."""

    @property
    def text(self) -> str:
        """The whole of requirements.txt."""
        return "".join(f"{each}\n" for each in (*(f"# {words}" for words in self.comment), self.line))

    @property
    def parcel(self) -> str:
        """The file below the project that the line names (POSIX); empty where pip finds it elsewhere."""
        return "" if self.lasting else self.line.removeprefix("./").removesuffix("[all]")


def origin(record: str | None, version: str, checkout: Checkout | None = None) -> Requirement:
    """The requirement for a program whose installation left this record (PEP 610), None for the package index.

    User names and passwords of the record are left out. `checkout` is what is known of a local folder.
    """
    if record is None:
        return Requirement(
            f"{PACKAGE}=={version}", ("The version that builds this site. Raise it when you want a newer one.",)
        )
    told = _told(record)
    address = _address(told.get("url"))
    if address is None:
        return _vendored(f"bsc_site-{version}-py3-none-any.whl", version, checkout)
    if address.scheme == "file":
        return _local(told, address, version, checkout)
    return _remote(told, address) or _vendored(f"bsc_site-{version}-py3-none-any.whl", version, None)


def place_of(record: str | None) -> str:
    """The local file or folder that the program was installed from; empty when it came from elsewhere."""
    address = _address(_told(record).get("url")) if record is not None else None
    return url2pathname(address.path) if address is not None and address.scheme == "file" else ""


def public_address(remote: str) -> str:
    """The address by which anybody can fetch from a remote of git, over https; empty for one on this machine."""
    scp = _SCP.fullmatch(remote)
    if scp and "://" not in remote:
        return f"https://{scp['host']}/{scp['path']}"
    parts = _address(remote)
    if parts is None or parts.scheme not in {"https", "http", "ssh", "git", "git+ssh"} or not parts.hostname:
        return ""
    if parts.scheme in {"https", "http"}:
        return _without_user(parts)
    return f"https://{parts.hostname}{parts.path}"


def _told(record: str) -> Mapping[str, Any]:
    """The record as JSON; empty when it is none."""
    try:
        return _mapping(json.loads(record))
    except ValueError:
        return {}


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _address(value: object) -> SplitResult | None:
    """The parts of an address; None for anything that pip could not read in a line of requirements.txt, and for an
    address that holds a secret beside user and password.
    """  # noqa: D205  # two things of one kind
    if not isinstance(value, str) or not value.isprintable() or " " in value:
        return None
    try:
        parts, keys = urlsplit(value), [key for key, _ in parse_qsl(urlsplit(value).query, keep_blank_values=True)]
    except ValueError:
        return None
    return parts if parts.scheme and not any(map(_SECRET.search, keys)) else None


def _without_user(parts: SplitResult) -> str:
    """The address without user, password and fragment; `git@` of an ssh address is nobody's secret and needed."""
    host = parts.netloc.rpartition("@")[2]
    shared = parts.scheme == "ssh" and parts.username == "git"
    return urlunsplit((parts.scheme, f"git@{host}" if shared else host, parts.path, parts.query, ""))


def _remote(told: Mapping[str, Any], address: SplitResult) -> Requirement | None:
    """The line for an address that other machines can reach; None when the record lacks what is needed."""
    source, folder = _without_user(address), told.get("subdirectory")
    marks = [f"subdirectory={folder}"] if isinstance(folder, str) and folder else []
    if "vcs_info" in told:
        vcs = _mapping(told["vcs_info"])
        commit = str(vcs.get("commit_id") or "")
        if not isinstance(vcs.get("vcs"), str) or not _COMMIT.fullmatch(commit):
            return None
        source = f"{vcs['vcs']}+{source}@{commit}"
    else:
        checksum = _sha256(told)
        marks = [*([f"sha256={checksum}"] if checksum else []), *marks]
    line = f"{PACKAGE} @ {source}{'#' if marks else ''}{'&'.join(marks)}"
    return Requirement(line, ("What builds this site: the very bsc-site that started it.",))


def _sha256(told: Mapping[str, Any]) -> str:
    """The checksum of the archive, in the present way of writing it or the former; empty when there is none."""
    archive = _mapping(told.get("archive_info"))
    kind, _, former = str(archive.get("hash") or "").partition("=")
    found = _mapping(archive.get("hashes")).get("sha256") or (former if kind == "sha256" else "")
    return found if isinstance(found, str) and re.fullmatch("[0-9a-fA-F]{64}", found) else ""


def _local(told: Mapping[str, Any], address: SplitResult, version: str, checkout: Checkout | None) -> Requirement:
    place = url2pathname(address.path)
    if "archive_info" in told:
        return _vendored(_file_name(address.path, version), version, None, place, _sha256(told))
    return _vendored(f"bsc_site-{version}-py3-none-any.whl", version, checkout, place)


def _file_name(path: str, version: str) -> str:
    """The name of an archive; one with blanks, which a browser gave to a second copy, would not fit into a line."""
    name = unquote(path).rpartition("/")[2]
    ending = ".tar.gz" if name.endswith(".tar.gz") else ".zip"
    return name if re.fullmatch(r"[\w.+-]+", name) else f"bsc_site-{version}{ending}"


def _vendored(name: str, version: str, checkout: Checkout | None, place: str = "", sha256: str = "") -> Requirement:
    """A line that says itself what is missing as long as the file is not there: pip names it."""
    comment = [
        f"What builds this site: the file below {VENDOR}/, which goes into the repository with everything else.",
        "Once this version stands in the package index, one line does the same without the file:",
        f"    {PACKAGE}=={version}",
    ]
    if checkout is not None:
        folder = f"#subdirectory={checkout.folder}" if checkout.folder else ""
        comment += [
            "So does the commit that the program came from, for every machine that may read its repository:",
            f"    {PACKAGE} @ git+{checkout.address}@{checkout.commit}{folder}",
        ]
    return Requirement(f"./{VENDOR}/{name}[all]", tuple(comment), lasting=False, place=place, sha256=sha256)
