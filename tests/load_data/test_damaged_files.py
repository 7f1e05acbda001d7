"""Workbooks, Parquet and JSON files with damaged bytes: read or told, never raised."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import sqlite3
import tempfile
import zipfile
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bsc_site.load.readings.project_readings import load_readings
from tests.builders.data_files import project_of


def _workbook() -> bytes:
    book = openpyxl.Workbook()
    for row in (["m", "v"], ["2024-01", 1], ["2024-02", 2]):
        book.worksheets[0].append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _parquet() -> bytes:
    buffer = io.BytesIO()
    pd.DataFrame({"m": ["2024-01", "2024-02"], "v": [1, 2]}).to_parquet(buffer)
    return buffer.getvalue()


def _database() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        made = sqlite3.connect(Path(folder, "a.db"))
        made.execute("create table t (m text, v real)")
        made.execute("insert into t values ('2024-01', 1), ('2024-02', 2)")
        made.commit()
        made.close()
        return Path(folder, "a.db").read_bytes()


def _zipped() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.csv", CSV)
    return buffer.getvalue()


CSV = b'm,v\n2024-01,1\n"2024-02",2\n'
FILES = Path(__file__).parent.parent / "tables" / "files"
WHOLE = {
    "a.xls": (FILES / "plain.xls").read_bytes(),
    "a.ods": (FILES / "plain.ods").read_bytes(),
    "a.db": _database(),
    "a.html": b"<table><tr><th>m<th>v<tr><td>2024-01<td>1<tr><td>2024-02<td>2</table>",
    "a.csv.gz": gzip.compress(CSV),
    "a.csv.bz2": bz2.compress(CSV),
    "a.csv.xz": lzma.compress(CSV),
    "a.csv.zst": zstandard.compress(CSV),
    "a.zip": _zipped(),
    "a.xlsx": _workbook(),
    "a.parquet": _parquet(),
    "a.json": b'[{"m": "2024-01", "v": 1}, {"m": "2024-02", "v": 2}]',
    "a.csv": CSV,
}


@pytest.mark.parametrize("name", WHOLE)
def test_the_whole_file_is_read(tmp_path: Path, name: str) -> None:
    assert len(_read(tmp_path, name, WHOLE[name])) == 2


@pytest.mark.parametrize("name", WHOLE)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_damaged_bytes_are_read_or_told(tmp_path: Path, name: str, data: st.DataObject) -> None:
    content = bytearray(WHOLE[name])
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=5)):
        content[place] = data.draw(st.integers(0, 255))
    assert len(_read(tmp_path, name, bytes(content[: data.draw(st.integers(0, len(content)))]))) > 0


def test_an_archive_that_lost_the_name_of_its_member_is_told(tmp_path: Path) -> None:
    """Its length is said to be 0."""
    content = bytearray(WHOLE["a.zip"])
    content[content.index(b"PK\x01\x02") + 28] = 0
    (line,) = _read(tmp_path, "a.zip", bytes(content))
    assert "BSC3" in str(line)


def test_nothing_is_written_to_the_terminal_by_a_parser(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A parser that panics at a damaged workbook says so by itself, with its own stack."""
    for place in range(0, len(WHOLE["a.xls"]), 97):
        content = bytearray(WHOLE["a.xls"])
        content[place : place + 4] = b"\xff\xff\xff\xff"
        assert _read(tmp_path, "a.xls", bytes(content))
    assert capfd.readouterr().err == ""


def _read(root: Path, name: str, content: bytes) -> tuple[object, ...]:
    """The rows, or else what is told about the file."""
    (root / "data").mkdir(exist_ok=True)
    (root / "data" / name).write_bytes(content)
    declared = {"file": f"data/{name}", "period": "m", "value": "v"}
    loaded = load_readings(root, project_of({"id": "k", "source": declared}))
    found = loaded.readings.get("k")
    return found.rows if found else (*loaded.problems, *loaded.findings)
