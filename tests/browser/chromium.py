"""A Chromium for the browser tests: the system's own, installed by the platform's package manager if there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
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


class NoChromiumError(RuntimeError):
    """There is no Chromium, and none could be installed."""


def chromium_path() -> str:
    """The path of a Chromium-like browser; `BSC_CHROMIUM` names another one.

    Installs one where none is found. Raises NoChromiumError, which says what to do, rather than let a test be skipped.
    """
    found = _found()
    if found is None:
        _install()
        found = _found()
    if found is None:
        raise NoChromiumError("no Chromium found; install one, or set BSC_CHROMIUM to the path of a browser")
    return found


def _found() -> str | None:
    named = os.environ.get("BSC_CHROMIUM")
    on_path = next((path for name in NAMES if (path := shutil.which(name))), None)
    return named or on_path or next((place for place in PLACES if Path(place).exists()), None)


def _install() -> None:
    for tool, commands in INSTALLERS:
        if shutil.which(tool) is None:
            continue
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in commands:
            words = command.split()
            if tool != "brew" and hasattr(os, "geteuid") and os.geteuid() != 0 and shutil.which("sudo"):
                words = ["sudo", "-n", *words]
            subprocess.run(words, check=False, env=environment)
        return


if __name__ == "__main__":
    print(chromium_path())  # noqa: T201  # its answer
