"""The guides to data are followed section by section: their files, what they declare, the figures that they promise."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from bsc_site.compute.series.project_series import build_series
from bsc_site.load.readings.project_readings import load_readings
from bsc_site.load.scorecards.project_folder import load_project
from bsc_site.model.problem import Severity
from bsc_site.model.series import Observation
from tests.builders.project_folders import HEAD, write
from tests.docs.guides.blocks import GUIDES
from tests.docs.guides.data_files import write_table

PAGES = (GUIDES / "sources.md", *sorted((GUIDES / "data").glob("*.md")))
_FILE = re.compile(r"`((?:data|scorecard)/[^`]+)`")
_CALLED = re.compile(r"(?:sheet|table) \*(\w+)\* of")
_DATA = {"csv", "json", "text-file"}
_TABLES = (".xlsx", ".parquet", ".sqlite")


def sections() -> dict[str, str]:
    """The text below each heading of the second level, by the page and the heading."""
    found: dict[str, str] = {}
    for page in PAGES:
        parts = re.split(r"^## (.+)$", page.read_text("utf-8"), flags=re.MULTILINE)
        found |= {f"{page.stem}: {name}": text for name, text in zip(parts[1::2], parts[2::2], strict=True)}
    return found


def example(text: str) -> tuple[dict[str, str], list[str]]:
    """The files of a section by name, and the lines of figures that it promises.

    A block of data belongs to the file named last above it; blocks of YAML make one scorecard.
    """
    files: dict[str, str] = {}
    promised: list[str] = []
    named = ""
    for token in MarkdownIt().parse(text):
        if token.type == "inline":
            named = (_FILE.findall(token.content) or [named])[-1]
        elif token.type == "fence" and token.info in _DATA:
            files[named] = token.content
        elif token.type == "fence" and token.info == "yaml":
            files["scorecard/guide.yml"] = files.get("scorecard/guide.yml", HEAD) + token.content
        elif token.type == "fence" and token.info == "text":
            promised += token.content.splitlines()
    return files, promised


def test_every_kind_of_file_has_a_guide_of_its_own() -> None:
    assert {page.stem for page in PAGES} == {"sources", "csv", "excel", "json", "parquet", "sqlite", "sql", "exports"}


@pytest.mark.parametrize("heading", sections())
def test_a_section_reads_what_it_says(heading: str, tmp_path: Path) -> None:
    """Without an error, and each figure as it stands there."""
    files, promised = example(sections()[heading])
    assert promised
    called = (_CALLED.findall(sections()[heading]) or [""])[0]
    write(tmp_path, {name: text for name, text in files.items() if not name.endswith(_TABLES)})
    for name in files:
        if name.endswith(_TABLES):
            write_table(tmp_path / name, files[name], called)
    loaded = load_project(tmp_path)
    assert loaded.project is not None, [str(each) for each in loaded.problems]
    read = load_readings(tmp_path, loaded.project)
    assert [str(each) for each in read.problems if each.severity is Severity.ERROR] == []
    assert list(read.findings) == []
    built = build_series(loaded.project, read.readings, date(2026, 12, 31)).series.values()
    lines = [f"{each.kpi}: " + ", ".join(map(_told, each.observations)) for each in built]
    assert lines == promised


def _told(seen: Observation) -> str:
    target = "" if seen.target is None else f" (target {seen.target:g})"
    return f"{seen.period} {seen.value:g}{target}"
