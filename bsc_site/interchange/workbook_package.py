"""Workbook package: openpyxl where it is needed, or the line that installs it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from bsc_site.load.installing import install_command
from bsc_site.model.failure import MachineError
from bsc_site.model.problem import Place
from bsc_site.model.rules import problem


@contextmanager
def needs_workbooks(file: str) -> Iterator[None]:
    """Turn a missing openpyxl into a MachineError whose line installs it."""
    try:
        yield
    except ImportError as error:
        if error.name != "openpyxl":
            raise
        advice = f"Excel files need openpyxl; run: {install_command('bsc-site[excel]')}"
        raise MachineError((problem("BSC303", Place(file), advice),)) from None
