"""Installing: the line to run where an optional package is missing."""

from __future__ import annotations

import shlex
import sys


def install_command(package: str) -> str:
    """The command that installs `package` (`bsc-site[parquet]`) into the Python that runs now, quoted for a shell."""
    return f"{shlex.quote(sys.executable)} -m pip install {shlex.quote(package)}"
