"""Progress: how whoever waits for a long command is told what happens now."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Somebody who is told what happens now."""

    def step(self, text: str) -> None:
        """A new step begins: `Rendering 120 pages`."""

    def goes_on(self) -> None:
        """One of many things within a step is done; whoever no longer waits for the rest may raise here."""

    def done(self) -> None:
        """The last step is over."""


class Silence:
    """Nobody listens."""

    def step(self, text: str) -> None:
        """Say nothing."""

    def goes_on(self) -> None:
        """Say nothing."""

    def done(self) -> None:
        """Say nothing."""
