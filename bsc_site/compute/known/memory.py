"""Memory: what was concluded before, by the word of all that it follows from; nothing in it is ever another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from bsc_site.model.value_class import dataclass

_Any = TypeVar("_Any")


class Memory:
    """Conclusions of each kind by their words: those of this build, and those of the one before.

    Nothing is known under a word that is empty.
    """

    wanted = True
    """Whether anything is remembered, so that it is worth to find words."""

    def __init__(self) -> None:
        """Nothing is known."""
        self._now: dict[tuple[str, object], Any] = {}
        self._before: dict[tuple[str, object], Any] = {}

    def recalled(self, kind: str, word: object, make: Callable[[], _Any]) -> _Any:
        """The conclusion of that kind; drawn now where it is not known."""
        found: _Any | None = self.found(kind, word)
        if found is None:
            found = make()
            self.keep(kind, word, found)
        return found

    def found(self, kind: str, word: object) -> Any:
        """The conclusion of that kind; None where it is not known."""
        if not word:
            return None
        at = (kind, word)
        found = self._now.get(at)
        if found is None:
            found = self._before.get(at)
            if found is not None:
                self._now[at] = found
        return found

    def keep(self, kind: str, word: object, conclusion: object) -> None:
        """Remember a conclusion, which is not None."""
        if word:
            self._now[kind, word] = conclusion

    def end_of_build(self) -> None:
        """What neither this build nor the one before asked for is forgotten."""
        self._now, self._before = {}, self._now


class _Forgetful(Memory):
    """Of those who draw every conclusion once."""

    wanted = False

    def keep(self, kind: str, word: object, conclusion: object) -> None:
        """Forget it."""


NO_MEMORY: Memory = _Forgetful()


COMPUTED, HIDDEN = "=", "-"
"""What ends the word of a KPI that is made from others, and of one whose readers may not know of these."""


def computed(word: str) -> bool:
    """Whether the word is that of a KPI that is made from others."""
    return word.endswith((COMPUTED, HIDDEN))


@dataclass(frozen=True, slots=True)
class Known:
    """What is remembered, and KPI id to the word of all that its series follows from."""

    memory: Memory
    words: Mapping[str, str]

    def __bool__(self) -> bool:
        """Whether there are any words."""
        return bool(self.words)

    def under(self, kpi: str, what: object) -> object:
        """The word of something else and of a KPI together; none where that of the KPI is not known."""
        word = self.words.get(kpi)
        return word and (word, what)


NOTHING_KNOWN = Known(NO_MEMORY, {})
