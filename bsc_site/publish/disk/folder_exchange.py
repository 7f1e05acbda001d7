"""The exchange of two folders in one step of the operating system, where it has one."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

_LINUX_AT_FDCWD = -100
_LINUX_EXCHANGE = 2
_MACOS_SWAP = 2


def exchange(one: Path, other: Path) -> bool:
    """Let two folders of one file system change places, so that neither is ever missing.

    False, with nothing changed, where the system or the file system cannot do it.
    """
    try:
        library = ctypes.CDLL(None, use_errno=True)
        names = os.fsencode(one), os.fsencode(other)
        if sys.platform == "linux":
            return _linux(library, *names)
        if sys.platform == "darwin":
            return bool(library.renamex_np(*names, _MACOS_SWAP) == 0)
    except (OSError, AttributeError, TypeError):
        return False
    return False


def _linux(library: ctypes.CDLL, one: bytes, other: bytes) -> bool:
    return bool(library.renameat2(_LINUX_AT_FDCWD, one, _LINUX_AT_FDCWD, other, _LINUX_EXCHANGE) == 0)
