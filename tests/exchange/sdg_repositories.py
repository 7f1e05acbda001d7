"""Data repositories of Open SDG with invented figures, as files by path."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from bsc_site.exchange.draft.project_files import Draft
from bsc_site.exchange.open_sdg.repository_reading import RepositoryFolder, read_repository

META = """\
---
sdg_goal: '6'
target: 6.1 By 2030, safe water for all
indicator_name: 6.1.1 Share of people with safe water
national_indicator_description: People with <b>safe</b> water at home, as a share of all.
computation_units: Percentage (%)
reporting_status: complete
source_active_1: true
source_organisation_1: Water Board
source_url_1: https://example.org/water
---
Notes on the survey.
"""
CONFIG = """\
auto_progress_calculation: true
progress_calculation_options:
- direction: positive
  target: 90
reporting_status: complete
graph_type: line
"""
DATA = """\
Year,Region,Sex,GeoCode,Value
2015,,,,60
2016,,,,63.5
2020,,,,
2021,,,,78
2015,North,,7,55
2015,South,,8,NA
2015,North,Female,7,54
"""
Files = Mapping[str, str]


def repository(**others: str) -> dict[str, str]:
    """The files of a repository with one indicator; `others` are put in place of, or beside, the data."""
    return {"meta/6-1-1.md": META, "indicator-config/6-1-1.yml": CONFIG, "data/indicator_6-1-1.csv": DATA, **others}


def table(*rows: str, columns: Sequence[str] = ("Region",)) -> str:
    """A data file: each row holds its cells as CSV."""
    return "\n".join((",".join(("Year", *columns, "Value")), *rows)) + "\n"


def read(files: Files, *, disaggregations: bool = False) -> Draft:
    """The draft that the files make."""
    content = {path: text.encode() for path, text in files.items()}
    return read_repository(RepositoryFolder("sdg-data", content, disaggregations), {})


def codes(draft: Draft) -> list[str]:
    """The codes of the remarks, in their order."""
    return [each.code for each in draft.remarks]


def said(draft: Draft, code: str) -> list[str]:
    """The lines of the remarks with this code."""
    return [str(each) for each in draft.remarks if each.code == code]


def written(draft: Draft, name: str = "kpis") -> str:
    """The text of one of the YAML files."""
    return draft.files[f"scorecard/{draft.card}/{name}.yml"].decode()


def put(root: Path, files: Files) -> Path:
    """The folder below `root` that holds the files."""
    folder = root / "sdg-data"
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder
