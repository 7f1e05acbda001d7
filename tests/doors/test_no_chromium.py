"""Without a browser its tests fail with one line that says what to do; they are not skipped, nothing else is told."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser import chromium
from tests.browser.chromium import NoChromiumError, chromium_path

ROOT = Path(__file__).parents[2]
END = "; install one, or set BSC_CHROMIUM to the path of a browser"


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder in which programs are looked for; nobody is the superuser."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("BSC_CHROMIUM", raising=False)
    monkeypatch.setattr(chromium, "PLACES", ())
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    return tmp_path


def _program(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{text}\n")
    (folder / name).chmod(0o755)


def _refusal() -> str:
    with pytest.raises(NoChromiumError) as refused:
        chromium_path()
    return str(refused.value)


@pytest.mark.usefixtures("programs")
def test_a_system_without_any_installer_says_what_to_do() -> None:
    """In one line."""
    assert _refusal() == f"no Chromium found{END}"


def test_a_failing_installer_is_quoted_with_its_last_words_alone(
    programs: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Not with the pages that come before them."""
    _program(programs, "apt-get", "echo much; echo 'Err:1 no network' >&2; echo 'E: Unable to locate it' >&2; exit 100")
    last = "apt-get install -y --no-install-recommends chromium"
    assert _refusal() == f"no Chromium found, and '{last}' failed (E: Unable to locate it){END}"
    assert capfd.readouterr() == ("", "")


def test_a_sudo_that_asks_for_a_password_is_quoted(programs: Path) -> None:
    """Nobody sits there to type one."""
    _program(programs, "dnf", "exit 1")
    _program(programs, "sudo", "echo 'sudo: a password is required' >&2; exit 1")
    failed = "'sudo -n dnf install -y chromium' failed (sudo: a password is required)"
    assert _refusal() == f"no Chromium found, and {failed}{END}"


def test_an_installer_that_brings_a_browser_is_used(programs: Path) -> None:
    """And nothing is said."""
    _program(programs, "apk", f"printf '#!/bin/sh' >{programs}/chromium; /bin/chmod 755 {programs}/chromium")
    assert chromium_path() == str(programs / "chromium")


def test_a_name_that_leads_to_no_browser_is_told(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before anything is installed."""
    _program(programs, "apt-get", "exit 0")
    monkeypatch.setenv("BSC_CHROMIUM", "/no/browser")
    assert _refusal() == "BSC_CHROMIUM names '/no/browser', which is no program; set it to the path of a browser"


@pytest.mark.slow
def test_a_browser_test_fails_with_that_line(tmp_path: Path) -> None:
    """It is neither skipped nor shown with the inside of the tests."""
    test = "import pytest\n@pytest.mark.browser\ndef test_it(browser): pass\n"
    (tmp_path / "test_it.py").write_text(test)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.conftest", "-c", str(ROOT / "pyproject.toml")]
    environment = {**os.environ, "BSC_CHROMIUM": "/no/browser", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [*command, "-p", "no:cacheprovider", str(tmp_path)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "BSC_CHROMIUM names '/no/browser', which is no program" in done.stdout
    assert ("skipped" in done.stdout, "Traceback" in done.stdout, "conftest.py:" in done.stdout) == (False,) * 3
