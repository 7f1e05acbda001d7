"""What nobody foresaw: an error of the machine or a fault of the program becomes one line, and never a stack trace."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bsc_site.model.failure import MachineError
from bsc_site.model.problem import Place

if TYPE_CHECKING:
    from types import TracebackType

_KEEPING = frozenset({"build", "serve"})
"""Commands that write into the project's cache; the others leave the project as it is."""
_CACHE = ".bsc-cache"


def machine_error(error: BaseException, folder: Path, command: Sequence[str]) -> MachineError:
    """What to tell of an error that no part of the program has an answer to; `command` are the words after its name.

    Of a fault of the program a report is written: into the cache of the project where the command may write there,
    otherwise into the folder for temporary files.
    """
    from bsc_site.model.rules import problem  # noqa: PLC0415  # slow to import, and seldom needed
    from bsc_site.model.saying.said import said  # noqa: PLC0415  # likewise
    from bsc_site.model.sentences import settings_sentences as told  # noqa: PLC0415  # likewise

    if isinstance(error, MachineError):
        return error
    if isinstance(error, MemoryError):
        return MachineError((problem("BSC914", Place("."), said(told.NO_MEMORY)),))
    if isinstance(error, OSError):
        from bsc_site.publish.file_failures import file_problem  # noqa: PLC0415  # likewise

        return MachineError((file_problem(error, folder.resolve()),))
    if isinstance(error, ImportError) and _is_of_another(error):
        words = said(told.NOT_LOADED, package=str(error.name).partition(".")[0])
        return MachineError((problem("BSC915", Place("."), words),))
    from bsc_site.inspection.fault_report import fault_of  # noqa: PLC0415  # likewise

    name = command[0] if command else "bsc-site"
    fault = fault_of(error, command)
    report = _written(fault.report, folder / _CACHE if name in _KEEPING else None)
    figures = {"error": fault.error, "place": fault.place, "command": name}
    words = said(told.FAULT, report=report, **figures) if report else said(told.FAULT_WITHOUT_REPORT, **figures)
    return MachineError((problem("BSC990", Place("."), words),))


def _is_of_another(error: ImportError) -> bool:
    return error.name is not None and error.name.partition(".")[0] != "bsc_site"


def _written(report: str, cache: Path | None) -> str:
    """The file in which the report stands now; nothing where it could not be written."""
    import tempfile  # noqa: PLC0415  # seldom needed
    from hashlib import sha256  # noqa: PLC0415  # likewise

    content = report.encode(errors="replace")
    name = f"fault-{sha256(content).hexdigest()[:8]}.txt"
    try:
        if cache is not None:
            cache.mkdir(exist_ok=True)
            (cache / name).write_bytes(content)
            return f"{_CACHE}/{name}"
    except OSError:
        pass
    try:
        handle, place = tempfile.mkstemp(prefix="bsc-site-fault-", suffix=".txt")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
    except OSError:
        return ""
    return place


def hooked(folder: Callable[[], Path], command: Callable[[], Sequence[str]]) -> None:
    """Let an error that ends a thread, or comes after all else is over, be told like any other."""

    def tell(_: type[BaseException], error: BaseException | None, __: TracebackType | None) -> None:
        from bsc_site.commands.telling import print_problems  # noqa: PLC0415  # seldom needed

        if error is not None and not isinstance(error, KeyboardInterrupt | SystemExit):
            print_problems(machine_error(error, folder(), command()).problems)

    sys.excepthook = tell
    threading.excepthook = lambda told: tell(told.exc_type, told.exc_value, told.exc_traceback)
