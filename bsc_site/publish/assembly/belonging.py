"""Whether parts belong together: of one site, made from the same, each scorecard in exactly one of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from bsc_site.model.problem import Place, Problem
from bsc_site.model.rules import problem
from bsc_site.publish.assembly.part_label import PartLabel

_Fact = TypeVar("_Fact")
_SHOWN = 5
"""So many of the scorecards that are missing are named."""
_WORDS = {
    "program": "was made by bsc-site {this}, others by {most}; install the same version in every job",
    "packages": "was made with {this}, others with {most}; install the same versions in every job",
    "day": "is of {this}, others are of {most}; name the same day with --as-of in every job",
    "audience": "is for the audience {this}, others are for {most}; name the same --audience in every job",
    "address": "is for the address {this}, others are for {most}; name the same --site-url in every job",
    "files": "was made from other files than the others; check out the same commit in every job",
    "history": "was made from another commit or depth of the history (now {this}, there {most}); "
    "check out the same commit with fetch-depth 0 in every job",
    "figures": "was made from other figures than the others: a connection said something else meanwhile; "
    "run bsc-site fetch once, before the parts are built",
}


def strangers(parts: Mapping[Path, PartLabel]) -> Iterator[Problem]:
    """A line for each part that does not belong to the site of most others, with what tells them apart."""
    for fact, words in _WORDS.items():
        told = {folder: label.made_from.get(fact, "") for folder, label in parts.items()}
        most = _most(told.values())
        differing = [folder for folder, value in told.items() if value != most]
        for folder in differing:
            message = words.format(this=told[folder] or "none", most=most or "none")
            yield problem("BSC931", Place(folder.as_posix()), message)
        if differing:
            return
    sites = {folder: label.site for folder, label in parts.items()}
    site = _most(sites.values())
    for folder, found in sites.items():
        if found != site:
            yield problem("BSC931", Place(folder.as_posix()), "is part of a site with other scorecards")


def doubled(parts: Mapping[Path, PartLabel]) -> Iterator[Problem]:
    """A line for each scorecard that a second part holds too, and for each file that two of them have."""
    holders: dict[str, Path] = {}
    owners: dict[str, Path] = {}
    for folder, label in parts.items():
        again = [each for each in label.scorecards if each in holders]
        for each in again:
            message = f"holds the scorecard '{each}', and so does {holders[each].as_posix()}; leave one of them out"
            yield problem("BSC933", Place(folder.as_posix()), message)
        files = [] if again else [each for each in label.files if each in owners]
        for path in files[:1]:
            more = f" and {len(files) - 1:,} more" if files[1:] else ""
            message = f"holds the file {path}{more}, and so does {owners[path].as_posix()}"
            yield problem("BSC933", Place(folder.as_posix()), message)
        holders = {**dict.fromkeys(label.scorecards, folder), **holders}
        owners.update({path: folder for path in label.files if path not in owners})


def missing(parts: Mapping[Path, PartLabel]) -> Iterator[Problem]:
    """One line that names the scorecards which no part holds."""
    site = next((label.site for label in parts.values()), ())
    held = {each for label in parts.values() for each in label.scorecards}
    absent = [each for each in site if each not in held]
    if absent:
        more = f" and {len(absent) - _SHOWN:,} more" if len(absent) > _SHOWN else ""
        names = ", ".join(absent[:_SHOWN])
        only = " ".join(f"--only {each}" for each in absent[:_SHOWN])
        message = f"no part holds {names}{more}; build what is missing: bsc-site build {only}"
        yield problem("BSC932", Place(next(iter(parts)).parent.as_posix()), message)


def _most(facts: Iterable[_Fact]) -> _Fact:
    return Counter(facts).most_common(1)[0][0]
