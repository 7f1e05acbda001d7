"""A user without rights, for tests that may run as the superuser, to whom no file says no."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

_SET_SECURE_BITS, _NO_ROOT = 28, 1
"""Of prctl(2): what is started from here on has no power by being run as root."""


def as_anybody(
    command: Sequence[str], cwd: Path, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """The command run to its end by somebody who may only do what the bits of a file allow."""
    return subprocess.run(
        command,
        cwd=cwd,
        env=env,
        preexec_fn=_without_powers if os.geteuid() == 0 else None,  # the tests have one thread
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def _without_powers() -> None:
    if sys.platform == "linux" and ctypes.CDLL(None).prctl(_SET_SECURE_BITS, _NO_ROOT, 0, 0, 0):
        raise OSError("the superuser cannot give up its powers here")


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Nothing can be written to the folder, nor to those in it, until the end of the block."""
    folders = [folder, *(each for each in folder.rglob("*") if each.is_dir())]
    for each in folders:
        each.chmod(0o555)
    try:
        yield
    finally:
        for each in folders:
            each.chmod(0o755)
