"""The scripts of the site hold what they promise, as far as this can be told without a page."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.frontend.built import SCRIPT
from tests.frontend.node import NoNodeError, node_path

HERE = Path(__file__).parent


@pytest.fixture
def node() -> str:
    """Node; without it the test fails with one line."""
    try:
        return node_path()
    except NoNodeError as none:
        raise pytest.fail.Exception(str(none), pytrace=False) from None


def _said(*command: str) -> str:
    """What a program prints, which must succeed."""
    environment = {**os.environ, "LC_ALL": "en_GB.UTF-8", "TZ": "Europe/Berlin"}
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, env=environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_what_the_scripts_work_out_is_right(node: str) -> None:
    """Every file of tests in `unit/`, by the runner that node has itself."""
    files = sorted(str(path) for path in (HERE / "unit").glob("*.test.js"))
    said = _said(node, "--test", "--test-reporter=tap", *files)
    count = {word: int(number) for word, number in re.findall(r"^# (\w+) (\d+)$", said, re.MULTILINE)}
    assert (count["fail"], count["skipped"], count["todo"]) == (0, 0, 0)
    assert count["pass"] >= len(files) >= 5


def test_the_joined_script_can_be_read(node: str, tmp_path: Path) -> None:
    """As the classic script that a page loads."""
    (tmp_path / "site.cjs").write_text(SCRIPT, encoding="utf-8")
    assert _said(node, "--check", str(tmp_path / "site.cjs")) == ""


def test_an_environment_without_node_is_told_in_one_line(tmp_path: Path) -> None:
    """With the command that installs it; the machine's own is no help."""
    with pytest.raises(NoNodeError) as caught:
        node_path(tmp_path)
    assert str(caught.value) == (
        f"{tmp_path} has no node, by which the scripts of the site are tested; "
        "run pip install -c constraints.txt -e '.[dev]'"
    )
