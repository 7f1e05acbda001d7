"""Messages: what the engine said, as problems with file and line in the project."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path, PurePosixPath

from bsc_site.load.settings.own_settings import FILE
from bsc_site.model.failure import InputError, MachineError
from bsc_site.model.problem import Place, Problem
from bsc_site.model.rules import problem
from bsc_site.model.value_class import dataclass
from bsc_site.publish.engine.run_engine import EngineReport

_LINK = re.compile(
    r"Doc file '(?P<file>[^']+)' contains an? (?:unrecognized relative |absolute )?link '(?P<link>[^']*)'(?P<rest>.*)"
)
_NAV = re.compile(r".*'(?P<link>[^']+)' is included in the 'nav' configuration.*")
_FULL = re.compile(r"No space left on device|Disk quota exceeded")
_REFUSED = re.compile(r"Permission denied|Read-only file system")


@dataclass(frozen=True)
class Sightings:
    """Where texts can be found again: the project, the name of its docs folder, its own files, the generated ones."""

    project: Path
    docs: str
    own: Mapping[str, Path]
    made: str = "docs"
    """The folder of all Markdown files in `build/`."""

    def place_of(self, path: str, text: str) -> Place:
        """Line and column of the first appearance of `text` in the page; the whole file when it is not there."""
        own = self.own.get(path)
        if own is None:
            return Place(f"build/{self.made}/{path}")
        return _find(own, f"{self.docs}/{PurePosixPath(path).with_name(own.name)}", text)


def _find(file: Path, name: str, text: str) -> Place:
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    for spelling in _spellings(text):
        for opening in (r"[(\"'=]", r"\]: ", ""):
            whole = re.compile(rf"{opening}({re.escape(spelling)})(?=[)\s\"'>,]|$)")
            for number, line in enumerate(lines, 1):
                match = whole.search(line)
                if match:
                    return Place(name, number, match.start(1) + 1)
    return Place(name)


def _spellings(text: str) -> Iterator[str]:
    """How a reference may be written: as it is read, with entities, over two lines."""
    yield text
    yield escape(text)
    yield from sorted(text.split(), key=len)[-1:]


def judge(report: EngineReport, sightings: Sightings) -> None:
    """Return when the engine is content; otherwise raise InputError or MachineError with a line for each complaint."""
    if report.succeeded:
        return
    found = tuple(_problem(text, sightings) for text in report.warnings)
    crashes = tuple(_crash(text) for text in report.errors)
    if crashes:
        full = tuple(each for each in crashes if each.code in {"BSC901", "BSC902"})
        raise MachineError(full[:1] or crashes)
    if not found:
        raise MachineError((problem("BSC904", Place(FILE), "the engine ended without a word"),))
    if all(each.place.file.startswith("build/") for each in found):
        raise MachineError(found)
    raise InputError(found)


def _problem(text: str, sightings: Sightings) -> Problem:
    link = _LINK.match(text)
    if link is not None:
        place = sightings.place_of(link["file"], link["link"])
        return problem(_code(link["file"], link["rest"], sightings), place, f"'{link['link']}'{_reason(link['rest'])}")
    entry = _NAV.match(text)
    if entry is not None:
        place = _find(sightings.project / FILE, FILE, entry["link"])
        return problem("BSC513", place, f"'{entry['link']}' is no page of the site", "nav")
    return problem("BSC519", Place(FILE), text)


def _code(file: str, rest: str, sightings: Sightings) -> str:
    if file not in sightings.own:
        return "BSC907"
    return "BSC514" if "anchor" in rest else "BSC513"


def _reason(rest: str) -> str:
    hint = re.search(r"Did you mean '([^']+)'", rest)
    words = "leads to a heading that is not there" if "anchor" in rest else "leads nowhere"
    return f" {words}" + (f"; did you mean '{hint[1]}'?" if hint else "")


def _crash(text: str) -> Problem:
    if _FULL.search(text):
        return problem("BSC901", Place("build"), "no space is left on the disk for the engine")
    if _REFUSED.search(text):
        return problem("BSC902", Place("build"), text)
    return problem("BSC904", Place(FILE), text)
