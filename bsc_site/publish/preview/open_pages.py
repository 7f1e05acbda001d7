"""The pages that are open in browsers, as their questions for news tell."""

from __future__ import annotations

import time
from collections.abc import Callable

LONG = 30.0
"""Seconds after which a page that asked for no more news is closed; each asks again after 20."""
_MOST = 4
"""Pages beyond which nobody waits for each of them."""


class OpenPages:
    """Pages by address, and when each of them asked last."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """None is open; `clock` tells seconds."""
        self._clock = clock
        self._asked: dict[str, tuple[bool, float]] = {}

    def asked(self, address: str, *, in_front: bool) -> None:
        """A page asks for news; `in_front` is one that is seen and not behind others."""
        self._asked = {**self._asked, address: (in_front, self._clock())}

    def addresses(self) -> tuple[str, ...]:
        """Those in front first, then those that asked last."""
        now = self._clock()
        self._asked = {name: each for name, each in self._asked.items() if now - each[1] < LONG}
        return tuple(sorted(self._asked, key=lambda name: self._asked[name], reverse=True)[:_MOST])
