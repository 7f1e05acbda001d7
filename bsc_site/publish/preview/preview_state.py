"""The state of a preview: which build is shown, and what keeps the next one from being shown."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeAlias

from bsc_site.model.failure import PublishError
from bsc_site.model.problem import Problem
from bsc_site.model.value_class import dataclass

Rebuild: TypeAlias = "Callable[[], tuple[Problem, ...]]"
"""Builds the site that is served; the problems that prevented it, empty when the new site stands."""


@dataclass(frozen=True, slots=True)
class State:
    """What browsers are told: the number of the latest build, and its problem lines, empty when it is shown."""

    version: int
    problems: tuple[str, ...]


class Preview:
    """Rebuilds when it is told to, one build at a time, and wakes everybody who waits for the result."""

    def __init__(self, rebuild: Rebuild) -> None:
        """Nothing is built yet; whatever `rebuild` raises is shown as a problem."""
        self._rebuild = rebuild
        self._state = State(0, ())
        self._changed = threading.Condition()
        self._building = threading.Lock()

    @property
    def state(self) -> State:
        """The latest build."""
        return self._state

    def refresh(self) -> State:
        """Build now; the state that follows."""
        with self._building:
            lines = self._lines()
            with self._changed:
                self._state = State(self._state.version + 1, lines)
                self._changed.notify_all()
                return self._state

    def after(self, version: int, seconds: float) -> State:
        """The state as soon as it is another than `version`, or after so many seconds whatever it is."""
        with self._changed:
            self._changed.wait_for(lambda: self._state.version != version, timeout=seconds)
            return self._state

    def _lines(self) -> tuple[str, ...]:
        try:
            return tuple(str(each) for each in self._rebuild())
        except PublishError as error:
            return tuple(str(each) for each in error.problems)
        except Exception as error:  # noqa: BLE001  # the preview goes on whatever an edit leads to
            return (f"{type(error).__name__}: {error}",)
