"""What is written on Windows: paths with backslashes mean the same everywhere, or are refused in the same words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders.data_files import load, told, values
from tests.builders.program import DAY, run, shop

ROWS = "month,sales\n2024-01,5\n"


def _source(file: str) -> dict[str, object]:
    return {"id": "k", "source": {"file": file, "period": "month", "value": "sales"}}


@pytest.mark.parametrize("file", ["data\\shop.csv", ".\\data\\shop.csv", "data\\old\\..\\shop.csv", "data/shop.csv"])
def test_a_data_file_is_found_by_either_separator(file: str, tmp_path: Path) -> None:
    """So that a project from Windows builds in a workflow."""
    loaded = load(tmp_path, {"data/shop.csv": ROWS}, _source(file))
    assert (values(loaded, "k"), told(loaded)) == ({"2024-01": 5}, [])


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("data\\gone.csv", "BSC301 data/gone.csv: there is no such file"),
        ("..\\shop.csv", "BSC302 ../shop.csv: the file lies outside of the project folder; copy it into data/"),
        ("C:\\shop.csv", "BSC302 C:/shop.csv: the file lies outside of the project folder; copy it into data/"),
        ("C:/shop.csv", "BSC302 C:/shop.csv: the file lies outside of the project folder; copy it into data/"),
        (
            "\\\\server\\data\\shop.csv",
            "BSC302 //server/data/shop.csv: the file lies outside of the project folder; copy it into data/",
        ),
    ],
)
def test_a_data_file_that_cannot_be_read_is_told_with_forward_slashes(file: str, line: str, tmp_path: Path) -> None:
    """Other drives and other computers lie outside of every project."""
    loaded = load(tmp_path, {"data/shop.csv": ROWS, "data/x.txt": ""}, _source(file))
    (told_line,) = [each for each in told(loaded) if each.startswith("kpi/k source.file")]
    assert told_line.removeprefix("kpi/k source.file: ").startswith(line)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["con", "NUL", "com1"])
def test_an_id_that_windows_keeps_for_a_device_is_refused(name: str, tmp_path: Path) -> None:
    """On every system, because others build the project too."""
    root = shop(tmp_path)
    text = (root / "scorecard/shop.yml").read_text().replace("repeat-rate", name)
    root = shop(tmp_path, scorecard=text, figures="kpi,period,value\n")
    found = run("check", "-C", root, "--as-of", DAY)
    assert (found.code, f"BSC118 error kpis[0].id: '{name}' is reserved" in found.err) == (1, True), found.err


@pytest.mark.slow
def test_a_folder_of_windows_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    """Wrong usage, as for any other folder."""
    found = run("check", "-C", "C:\\scorecards", cwd=tmp_path)
    assert (found.code, found.lines[-1]) == (
        2,
        "Error: Invalid value for '-C': there is no folder 'C:\\scorecards'",
    )
