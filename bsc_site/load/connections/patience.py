"""Patience: with what, how often and how patiently connections are asked."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import field
from threading import Thread
from typing import Any, TypeVar

from bsc_site.model.value_class import dataclass

_Answer = TypeVar("_Answer")
WAITS = (1.0, 4.0)
"""So many seconds are waited before a connection that did not answer is asked again."""


@dataclass(frozen=True, slots=True)
class Asking:
    """The variables of the environment, which hold every secret, and how long to wait; without any nobody is asked."""

    environment: Mapping[str, str] = field(default_factory=dict, repr=False)
    sleep: Callable[[float], None] = time.sleep
    seconds: float = 120.0
    always: bool = False
    """Whether sources are asked too that declare to stand in their files."""


NOBODY = Asking()


class TooSlowError(Exception):
    """What was asked gave no answer in time."""


def within(seconds: float, ask: Callable[[], _Answer]) -> _Answer:
    """The answer, if it comes in time. Raises TooSlowError, and whatever asking raises."""
    found: dict[str, Any] = {}

    def run() -> None:
        try:
            found["answer"] = ask()
        except Exception as error:  # noqa: BLE001  # it is raised again where it is waited for
            found["error"] = error

    thread = Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if "error" in found:
        raise found["error"]
    if "answer" not in found:
        raise TooSlowError
    answer: _Answer = found["answer"]
    return answer
