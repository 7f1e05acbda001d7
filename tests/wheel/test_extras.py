"""A file that needs an extra is met by the line that installs it, and then it is read."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.builders.program import DAY
from tests.wheel.conftest import Built
from tests.wheel.declared import PROJECT, Wanted, newest
from tests.wheel.environment import Environment, environment
from tests.wheel.kept import files_of, packages
from tests.wheel.sources import parquet_project

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("made", "words", "extra"),
    [
        (parquet_project, "data/shop.parquet:0:0: BSC303 error: Parquet files need pyarrow", "parquet"),
    ],
)
def test_a_missing_extra_is_one_line_that_says_what_to_run(
    made: Callable[[Path], Path],
    words: str,
    extra: str,
    installed: Environment,
    tmp_path: Path,
) -> None:
    told = installed.bsc_site("check", "--as-of", DAY, cwd=made(tmp_path))
    assert told.code == 1
    errors = [line for line in told.lines if " error" in line]
    assert errors == [f"{words}; run: {installed.python} -m pip install 'bsc-site[{extra}]'"]


def test_the_line_does_what_it_says(built: Built, tmp_path: Path) -> None:
    """Run as it was printed; pip takes the files from the disk, as it would from the network."""
    fresh = environment(tmp_path, built.wheel, packages(newest()), with_pip=True)
    project = parquet_project(tmp_path / "project")
    refused = fresh.bsc_site("check", "--as-of", DAY, cwd=project)
    assert refused.code == 1
    advice = next(line for line in refused.lines if " error" in line).partition("; run: ")[2]
    files = files_of(Wanted("parquet", tuple(PROJECT["optional-dependencies"]["parquet"]), newest().constraints))
    disk = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(files), "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    subprocess.run(shlex.split(advice), env=os.environ | disk, check=True, capture_output=True)
    told = fresh.bsc_site("explain", "repeat-rate", "--as-of", DAY, cwd=project)
    assert (told.code, told.err) == (0, "")
    assert "26" in told.out
