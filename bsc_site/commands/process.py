"""The process in which one command runs: what it is spared, and what its output can hold."""

from __future__ import annotations

import atexit
import codecs
import gc
import importlib
import io
import json
import os
import signal
import sys
from types import ModuleType
from typing import Any

_SELDOM = 250_000
"""So many new objects, and garbage is looked for: more than `check` makes, of which a tenth went into the search."""


_MOMENT = 0.01
"""Seconds."""
_LISTENERS = "pydantic.plugin._loader"


class _NoListeners(ModuleType):
    """Stands for the module by which pydantic asks every installed package whether it wants to listen in.

    Asking reads all their metadata, and takes a fiftieth of a second whenever a command reads a project.
    """

    def get_plugins(self) -> tuple[()]:
        """Nobody."""
        return ()

    def __getattr__(self, name: str) -> Any:
        """Whatever else is asked of the module, by another version of pydantic, it says itself."""
        if name.startswith("__"):
            raise AttributeError(name)
        sys.modules.pop(_LISTENERS, None)
        return getattr(importlib.import_module(_LISTENERS), name)


def unburdened() -> None:
    """Look for garbage seldom, and at the end not at all: everything ends with the process. Let nobody listen in.

    Numpy gains nothing by threads: they take a fiftieth of a second to begin, and no copy of the process would have
    them.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    gc.set_threshold(_SELDOM, 20, 20)
    atexit.register(gc.freeze)
    sys.modules.setdefault(_LISTENERS, _NoListeners(_LISTENERS))


class Ended(KeyboardInterrupt):
    """What Ctrl-C means, or its like.

    Of its own type: where a plain KeyboardInterrupt comes while a text is executed, as dataclasses do when they are
    imported, Python remembers it and ends as if nobody had caught it.
    """


def endable() -> None:
    """Let Ctrl-C and SIGTERM, which comes where no Ctrl-C reaches a process, raise Ended; what is ignored stays so."""
    for each in (signal.SIGINT, signal.SIGTERM):
        if signal.getsignal(each) is not signal.SIG_IGN:
            signal.signal(each, _ended)
    sys.unraisablehook = _unheard


def _ended(number: int, _: object) -> None:
    raise Ended(number)


def comes_of_an_end(error: BaseException) -> bool:
    """Whether an end lies behind it: Python 3.11 makes a RuntimeError of one that comes while a class is made."""
    while (behind := error.__cause__ or error.__context__) is not None:
        if isinstance(behind, KeyboardInterrupt):
            return True
        error = behind
    return False


def _unheard(lost: sys.UnraisableHookArgs) -> None:
    """Say an end again, a moment later, that came where Python can raise nothing, as while it forgets a value."""
    if not isinstance(lost.exc_value, Ended):
        sys.__unraisablehook__(lost)
        return
    import threading  # noqa: PLC0415  # hardly ever

    again = threading.Timer(_MOMENT, _end_again, lost.exc_value.args)
    again.daemon = True
    again.start()


def _end_again(number: int) -> None:
    """Where the system can, so that whoever waits for something is woken."""
    import threading  # noqa: PLC0415  # as above

    if hasattr(signal, "pthread_kill"):
        signal.pthread_kill(threading.main_thread().ident or 0, number)
    else:
        signal.raise_signal(number)


def printable() -> None:
    """Write what a terminal or file of another encoding cannot hold as an escape, which JSON reads as it was.

    What is printed goes nowhere where the program was started without an output.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:  # else the next file that is opened would be taken for it
            os.open(os.devnull, os.O_RDWR)
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123  # as long as the process
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123  # likewise
    codecs.register_error("bsc-site", _escaped)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="bsc-site")


def _escaped(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return json.dumps(error.object[error.start : error.end])[1:-1], error.end
