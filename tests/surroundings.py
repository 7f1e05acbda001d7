"""The same surroundings for every run of the tests: locale, time zone, terminal, git, signals, rights of new files."""

from __future__ import annotations

import os
import signal
import time

CLEARED = (
    *("CLICOLOR", "CLICOLOR_FORCE", "FORCE_COLOR", "NO_COLOR", "PY_COLORS", "LINES"),
    *("LANGUAGE", "LC_CTYPE", "LC_COLLATE", "LC_MESSAGES", "LC_NUMERIC", "LC_TIME", "LC_MONETARY"),
    *("PYTHONWARNINGS", "PYTHONUTF8", "PYTHONIOENCODING", "PYTHONHASHSEED", "PYTHONPATH", "PYTHONOPTIMIZE"),
    *("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_CEILING_DIRECTORIES"),
    *("MAKEFLAGS", "MAKELEVEL", "MFLAGS"),
    "SOURCE_DATE_EPOCH",
)
"""What somebody may have set for reasons of their own, and what programs that the tests start would heed."""
SET = {
    "LC_ALL": "C.UTF-8",
    "TZ": "UTC",
    "COLUMNS": "80",
    "TERM": "xterm",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{f"GIT_{who}_NAME": "Tester" for who in ("AUTHOR", "COMMITTER")},
    **{f"GIT_{who}_EMAIL": "tester@example.org" for who in ("AUTHOR", "COMMITTER")},
}


def pin() -> None:
    """Set them for this process and all that it starts; what a test needs otherwise it says itself.

    A run that was started in the background or by nohup ignores interrupts, and so would every program that it starts.
    """
    for name in CLEARED:
        os.environ.pop(name, None)
    os.environ.update(SET)
    os.umask(0o022)
    if hasattr(time, "tzset"):
        time.tzset()
    signal.signal(signal.SIGINT, signal.default_int_handler)
