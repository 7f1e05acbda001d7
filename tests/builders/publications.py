"""Small projects, editions and stand-ins for the tests of publishing."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bsc_site.publish.disk.file_changes import Disk
from bsc_site.publish.engine.run_engine import EngineReport
from bsc_site.publish.publication.site import Edition, Published, Surroundings
from bsc_site.publish.several_languages.one_site import publish
from bsc_site.render.page import Page
from tests.builders.project_folders import write

PUBLISHED_ON = date(2025, 6, 30)
HOME = Page("", "Home", "# Home\n\n[NPS](kpis/nps/index.md) [figures](data/nps.csv)\n")
NPS = Page("kpis/nps/", "NPS", "# NPS\n\n[home](../../index.md)\n")
NAV = ({"Home": "index.md"},)


def site_folder(folder: Path, files: Mapping[str, str] | None = None) -> Path:
    """A project folder with these files; the settings of a site unless others are given."""
    return write(folder, {"mkdocs.yml": "site_name: Demo\n"} if files is None else files)


def edition(*pages: Page, files: Mapping[str, bytes] | None = None) -> Edition:
    """A home page and a KPI page, unless pages are given."""
    data = {"data/nps.csv": b"period,value\n"} if files is None else files
    return Edition("Scorecard", PUBLISHED_ON, pages or (HOME, NPS), data, NAV)


def published(folder: Path, what: Edition | None = None, out: Path | None = None, **around: object) -> Published:
    """Publish into build/site of the project, unless another folder is named."""
    return publish(what or edition(), Surroundings(folder, out or folder / "build" / "site", **around))  # type: ignore[arg-type]


CONTENT = EngineReport((), (), succeeded=True)


@dataclass(frozen=True)
class CopyEngine:
    """An engine for tests that are not about engines: each Markdown page becomes a small HTML file."""

    says: EngineReport = CONTENT
    forgets: str = ""
    body: str = ""

    def build(self, config_file: Path, site_dir: Path, asked: Path | None = None) -> EngineReport:  # noqa: ARG002  # it makes every page
        """Write one HTML file for each page, and copy the other files."""
        docs = config_file.parent / "docs"
        for path in sorted(docs.rglob("*.*")):
            name = path.relative_to(docs).as_posix()
            if path.is_dir() or path.name.startswith(".") or name == self.forgets:
                continue
            target = (site_dir / name).with_suffix(".html" if name.endswith(".md") else path.suffix)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(f"<body><p id=x>{path.stat().st_size}</p>{self.body}</body>")
        return self.says


class SmallDisk(Disk):
    """A disk with room for so many bytes."""

    def __init__(self, room: int) -> None:
        """Nothing is written yet."""
        self.room = room

    def write(self, path: Path, content: bytes) -> None:
        """Write what fits; the rest is an error, as on a real disk."""
        super().write(path, content[: self.room])
        if len(content) > self.room:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        self.room -= len(content)
