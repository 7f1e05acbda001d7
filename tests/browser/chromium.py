"""A Chromium for the browser tests: the system's own, installed by the platform's package manager if there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge")
PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
)
INSTALLERS = (
    ("apt-get", ("apt-get update", "apt-get install -y --no-install-recommends chromium")),
    ("dnf", ("dnf install -y chromium",)),
    ("zypper", ("zypper --non-interactive install chromium",)),
    ("pacman", ("pacman -S --noconfirm chromium",)),
    ("apk", ("apk add chromium",)),
    ("brew", ("brew install --cask chromium",)),
)
PATIENCE = 600
"""Seconds that one command of an installer may take."""


class NoChromiumError(RuntimeError):
    """There is no Chromium, and none could be installed."""


def chromium_path() -> str:
    """The path of a Chromium-like browser; `BSC_CHROMIUM` names another one.

    Installs one where none is found. Raises NoChromiumError, whose one line says what to do, rather than let a test be
    skipped.
    """
    named = os.environ.get("BSC_CHROMIUM")
    if named and not shutil.which(named):
        raise NoChromiumError(f"BSC_CHROMIUM names '{named}', which is no program; set it to the path of a browser")
    found = named or _found()
    if found:
        return found
    reason = _install()
    found = _found()
    if found is None:
        raise NoChromiumError(f"no Chromium found{reason}; install one, or set BSC_CHROMIUM to the path of a browser")
    return found


def _found() -> str | None:
    on_path = next((path for name in NAMES if (path := shutil.which(name))), None)
    return on_path or next((place for place in PLACES if Path(place).exists()), None)


def _install() -> str:
    """Try what this platform offers; why that failed, in a few words, empty when it did not or nothing is offered."""
    tool, commands = next((each for each in INSTALLERS if shutil.which(each[0])), ("", ()))
    failures = [failure for command in commands if (failure := _failure(tool, command))]
    return f", and '{failures[-1][0]}' failed ({failures[-1][1]})" if failures else ""


def _failure(tool: str, command: str) -> tuple[str, str] | None:
    """The command as it was run and the last words that it said when it failed; its other words are nobody's news."""
    others = tool != "brew" and hasattr(os, "geteuid") and os.geteuid() != 0 and shutil.which("sudo")
    words = [*(("sudo", "-n") if others else ()), *command.split()]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C"}
    try:
        done = subprocess.run(
            words, check=False, env=environment, capture_output=True, text=True, errors="replace", timeout=PATIENCE
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return " ".join(words), str(error)
    said = [line.strip() for line in (done.stderr or done.stdout).splitlines() if line.strip()]
    return (" ".join(words), said[-1] if said else f"exit code {done.returncode}") if done.returncode else None


if __name__ == "__main__":
    try:
        print(chromium_path())  # noqa: T201  # its answer
    except NoChromiumError as none:
        sys.exit(str(none))
