"""Kinds of file: those that we know by their endings or names, and those that packages bring."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Iterator
from pathlib import Path

import pytest

from bsc_site.load.formats.kinds import ENDINGS, ENTRY_POINTS, FileKind, kind_of
from bsc_site.load.tables.cells import Row
from bsc_site.load.tables.file_layout import Layout
from bsc_site.load.tables.raw_table import RawTable, Report
from tests.builders.data_files import load, told, values


def read_stars(path: Path, _: Layout, __: Report) -> RawTable:
    """A kind of file in which stars stand for figures."""
    lines = path.read_text("utf-8").splitlines()
    rows: Iterator[Row] = ((number, [line[:7], line.count("*")]) for number, line in enumerate(lines, start=1))
    return RawTable(rows, ("month", "stars"))


class Brought:
    """What an installed package declares."""

    def load(self) -> FileKind:
        """The kind."""
        return FileKind("stars", (".stars",), read_stars)


def test_a_kind_that_a_package_brings_is_read_as_our_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def entry_points(group: str) -> list[Brought]:
        asked.append(group)
        return [Brought()]

    monkeypatch.setattr(importlib.metadata, "entry_points", entry_points)
    files: dict[str, str | bytes] = {"data/a.stars": "2024-01 **\n2024-02 ***\n"}
    source = {"file": "data/a.stars", "period": "month", "value": "stars"}
    loaded = load(tmp_path, files, {"id": "k", "source": source})
    assert (told(loaded), values(loaded, "k")) == ([], {"2024-01": 2, "2024-02": 3})
    assert set(asked) == {ENTRY_POINTS}


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_packages_bring_is_not_looked_for_where_an_ending_is_known(
    ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importlib.metadata, "entry_points", None)
    assert kind_of(ending) is ENDINGS[ending]


@pytest.mark.parametrize("ending", ["jsonl", "ndjson"])
def test_a_value_a_line_is_json(tmp_path: Path, ending: str) -> None:
    content = '{"m": "2024-01", "v": 1}\n{"m": "2024-02", "v": 2}\n'
    source = {"file": f"data/a.{ending}", "period": "m", "value": "v"}
    loaded = load(tmp_path, {f"data/a.{ending}": content}, {"id": "k", "source": source})
    assert (told(loaded), values(loaded, "k")) == ([], {"2024-01": 1, "2024-02": 2})
