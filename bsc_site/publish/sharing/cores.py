"""Cores: how many processors this process may use at a time."""

from __future__ import annotations

import os
from pathlib import Path

_QUOTA = Path("/sys/fs/cgroup/cpu.max")
"""What a container may use, as microseconds in so many: `200000 100000` are two processors."""
_MOST = 8
"""From here on what one process does alone takes longer than the rest."""


def cores_available() -> int:
    """The processors that the system gives to this process, as far as more of them would help; at least one."""
    try:
        given = len(os.sched_getaffinity(0))
    except AttributeError:  # neither macOS nor Windows can tell
        given = os.cpu_count() or 1
    return max(1, min(given, _quota(), _MOST))


def _quota() -> int:
    try:
        time, _, period = _QUOTA.read_text(encoding="ascii").partition(" ")
        return -(-int(time) // int(period))
    except (OSError, ValueError):  # `max`, or no container
        return _MOST
