"""The making of a site: the day, the readers and the address that were asked for, from what, and by which programs."""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from bsc_site import __version__
from bsc_site.load.git.asking import git_text
from bsc_site.load.settings.own_settings import read_own_settings
from bsc_site.model.value_class import dataclass
from bsc_site.publish.manifest.input_files import input_files
from bsc_site.publish.manifest.makers import packages, program_digest
from bsc_site.wording.language import spoken

EVERYBODY = "all"
"""The audience from whom nothing is kept."""

_NO_INPUT = (":(exclude)build", ":(exclude).bsc-cache")


class Requested(NamedTuple):
    """What was asked for: the project by the id of its scorecard at the top, the day, the readers, the address."""

    scorecard: str
    as_of: date
    audience: str | None
    """None sees everything."""
    site_url: str


class Commit(NamedTuple):
    """The commit of the project: whether its history was cut off, and whether files stood otherwise than committed."""

    id: str
    shallow: bool
    uncommitted: bool


@dataclass(frozen=True, slots=True)
class Making:
    """All that two sites must have in common to be the same, but for the history before their commit.

    `inputs` are digests (SHA-256) by the path of each file of the project that was read. Both they and the commit are
    None where something is kept from the readers: whoever knows the rest of a file could try values until the digest
    fits, and the name of a file may tell what nobody is to know.
    """

    wanted: Requested
    language: str
    engine: str
    program: str
    program_files: str
    python: str
    packages: Mapping[str, str]
    commit: Commit | None
    inputs: Mapping[str, str] | None


def making_of(root: Path, wanted: Requested, data: Iterable[str], *, withheld: bool) -> Making:
    """How the site of the project in `root` is made now; `data` are the data files that were read.

    `withheld` says that something is kept from the readers. Raises OSError, and InputError for settings that cannot be
    read.
    """
    return Making(
        wanted,
        spoken().code,
        read_own_settings(root).engine,
        __version__,
        program_digest(),
        platform.python_version(),
        packages(),
        None if withheld else _commit(root),
        None if withheld else {name: digest_of(path) for name, path in input_files(root, data).items()},
    )


def digest_of(path: Path) -> str:
    """The digest (SHA-256) of a file. Raises OSError."""
    with path.open("rb", buffering=0) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _commit(root: Path) -> Commit | None:
    id_, _, shallow = git_text(root, "rev-parse", "HEAD", "--is-shallow-repository").partition("\n")
    if not shallow:
        return None
    return Commit(id_, shallow == "true", bool(git_text(root, "status", "--porcelain", "--", ".", *_NO_INPUT)))


def told_of(making: Making) -> dict[str, Any]:
    """The making as it is written, by the keys of the manifest."""
    wanted, commit = making.wanted, making.commit
    return {
        "scorecard": wanted.scorecard,
        "as_of": wanted.as_of.isoformat(),
        "audience": wanted.audience or EVERYBODY,
        "language": making.language,
        "site_url": wanted.site_url,
        "made_by": {
            "bsc-site": making.program,
            "program_files": making.program_files,
            "engine": making.engine,
            "python": making.python,
            "packages": dict(making.packages),
        },
        "commit": None if commit is None else commit._asdict(),
        "inputs": None if making.inputs is None else dict(making.inputs),
    }


def making_text(making: Making) -> str:
    """The making as a text of one line."""
    return json.dumps(told_of(making), ensure_ascii=False)


def making_in(told: Mapping[str, Any]) -> Making:
    """The making that was written so. ValueError, KeyError or TypeError for anything else."""
    by, commit, inputs = told["made_by"], told["commit"], told["inputs"]
    audience = str(told["audience"])
    return Making(
        Requested(
            str(told["scorecard"]),
            date.fromisoformat(told["as_of"]),
            None if audience == EVERYBODY else audience,
            str(told["site_url"]),
        ),
        str(told["language"]),
        str(by["engine"]),
        str(by["bsc-site"]),
        str(by["program_files"]),
        str(by["python"]),
        texts_by_name(by["packages"]),
        None if commit is None else Commit(str(commit["id"]), bool(commit["shallow"]), bool(commit["uncommitted"])),
        None if inputs is None else texts_by_name(inputs),
    )


def texts_by_name(told: Any) -> dict[str, str]:
    """What was written as an object of texts. TypeError for anything else."""
    if not isinstance(told, dict) or not all(isinstance(each, str) for each in told.values()):
        raise TypeError
    return dict(told)
