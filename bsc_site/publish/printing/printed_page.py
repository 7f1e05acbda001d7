"""Printed page: HTML becomes a PDF with bookmarks and tags, the same bytes for the same page and day."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from bsc_site.load.passing_folder import passing_folder
from bsc_site.model.failure import MachineError
from bsc_site.model.problem import Place
from bsc_site.model.rules import problem

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
_PLACES = (
    "/usr/bin/chromium",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
)
_PATIENCE = 240
"""Seconds that one document may take."""
_FLAGS = (
    *("--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-background-networking"),
    *("--no-pdf-header-footer", "--generate-pdf-document-outline", "--export-tagged-pdf"),
    *("--force-color-profile=srgb", "--hide-scrollbars"),
)
_TIMES = re.compile(rb"(/(?:CreationDate|ModDate) \(D:)\d{14}[^)]*\)")


def chromium(environment: Mapping[str, str]) -> str:
    """The program: what CHROME names, otherwise the first of the usual ones. MachineError where there is none."""
    named = environment.get("CHROME", "")
    if named:
        found = shutil.which(named)
        if found is None:
            raise _failed("BSC643", f"CHROME names '{named}', which is no program; set it to the path of a browser")
        return found
    on_path = next((path for name in NAMES if (path := shutil.which(name, path=environment.get("PATH")))), None)
    found = on_path or next((place for place in _PLACES if Path(place).exists()), None)
    if found is None:
        words = f"no Chromium was found ({', '.join(NAMES[:3])}); install one, or set CHROME to the path of a browser"
        raise _failed("BSC643", words)
    return found


def printed(html: str, day: date, environment: Mapping[str, str]) -> bytes:
    """The page as a PDF, dated `day`. MachineError without a browser, or where it fails."""
    with passing_folder() as folder:
        page = Path(folder, "page.html")
        page.write_text(html, encoding="utf-8")
        return printed_file(page, day, environment)


def printed_file(page: Path, day: date, environment: Mapping[str, str]) -> bytes:
    """The same of a file beside which stands what it shows."""
    program = chromium(environment)
    with passing_folder() as folder:
        out = Path(folder, "page.pdf")
        rootless = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []  # it refuses to start else
        own = [f"--user-data-dir={folder}/profile", f"--print-to-pdf={out}", page.as_uri()]
        _run([program, *_FLAGS, *rootless, *own], {**environment, "TZ": "UTC"})
        if not out.exists():
            raise _failed("BSC644", f"{program} wrote no PDF")
        return _dated(out.read_bytes(), day)


def _run(command: list[str], environment: Mapping[str, str]) -> None:
    try:
        subprocess.run(  # noqa: S603  # the browser that was found, and paths of our own
            command, env=dict(environment), capture_output=True, check=True, timeout=_PATIENCE
        )
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace").strip().splitlines()
        raise _failed("BSC644", f"{command[0]} failed: {said[-1] if said else error.returncode}") from None
    except (OSError, subprocess.TimeoutExpired) as error:
        raise _failed("BSC644", f"{command[0]} failed: {error}") from None


def _dated(pdf: bytes, day: date) -> bytes:
    """The same file with the day for the moment of its making; no byte of it moves."""

    def told(match: re.Match[bytes]) -> bytes:
        room = len(match[0]) - len(match[1]) - 1
        return match[1] + f"{day:%Y%m%d}000000+00'00'".encode().ljust(room)[:room] + b")"

    return _TIMES.sub(told, pdf)


def _failed(code: str, words: str) -> MachineError:
    return MachineError((problem(code, Place("."), words),))
