"""Memory: what was concluded before, by the word of all that it follows from; nothing in it is ever another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import field
from typing import Any, Protocol, TypeVar

from bsc_site.model.provenance import Provenance
from bsc_site.model.value_class import dataclass

_Any = TypeVar("_Any")


class Code(Protocol):
    """How conclusions of one kind are told so that they can be kept longer than the process, and made of that again."""

    def told(self, value: Any, /) -> Any:
        """The conclusion as plain lists, texts and figures. TypeError for one that cannot be told."""

    def value(self, told: Any, /) -> Any:
        """The conclusion that was told so. Any of `SPOILT` for what is none."""


class Shelf(Protocol):
    """Where what was told lies until it is kept."""

    def put(self, told: Any, /) -> Any:
        """What stands for it. TypeError for what cannot be kept."""

    def told(self, put: Any, /) -> Any:
        """What was put there, in this process or in another. Any of `SPOILT` for what is none."""


class _Hand:
    """No shelf: everything is at hand as it was told."""

    def put(self, told: Any) -> Any:
        """The same."""
        return told

    told = put


SPOILT = (AttributeError, IndexError, KeyError, OverflowError, TypeError, ValueError)
"""What may happen where something is read that nobody has told."""


_FEW = 50
"""One in so many conclusions is drawn again sooner than all of them are written."""


class Memory:
    """Conclusions of each kind by their words: those of this build, and those of the one before.

    Nothing is known under a word that is empty.
    """

    wanted = True
    """Whether anything is remembered, so that it is worth to find words."""

    def __init__(self) -> None:
        """Nothing is known."""
        self.shelf: Shelf = _Hand()
        self._now: dict[tuple[str, object], Any] = {}
        self._before: dict[tuple[str, object], Any] = {}
        self._told: dict[tuple[str, object], Any] = {}
        self._news = 0
        self.begun = False
        """Whether anything was learnt from an earlier process."""

    def learn(self, kept: Mapping[str, Mapping[str, Any]]) -> None:
        """Know what was `told` to an earlier process, as the shelf has it."""
        self.begun = True
        self._told |= {(kind, word): each for kind, words in kept.items() for word, each in words.items()}

    def recalled(self, kind: str, word: object, make: Callable[[], _Any], code: Code | None = None) -> _Any:
        """The conclusion of that kind; drawn now where it is not known."""
        found: _Any | None = self.found(kind, word, code)
        if found is None:
            found = make()
            self.keep(kind, word, found, code)
        return found

    def found(self, kind: str, word: object, code: Code | None = None) -> Any:
        """The conclusion of that kind; None where it is not known."""
        if not word:
            return None
        at = (kind, word)
        found = self._now.get(at)
        if found is None:
            found = self._before.get(at)
            if found is None and code is not None and at in self._told:
                with suppress(*SPOILT):
                    found = code.value(self.shelf.told(self._told[at]))
            if found is not None:
                self._now[at] = found
        return found

    def keep(self, kind: str, word: object, conclusion: object, code: Code | None = None) -> None:
        """Remember a conclusion, which is not None."""
        if word:
            self._now[kind, word] = conclusion
            if code is not None:
                with suppress(TypeError):
                    self._told[kind, word] = self.shelf.put(code.told(conclusion))
                    self._news += 1

    @property
    def news(self) -> bool:
        """Whether more than one in fifty conclusions that can be told was drawn since they were kept or learnt."""
        return self._news * _FEW > len(self._told)

    def told(self) -> dict[str, dict[str, Any]]:
        """Whatever this build has asked for and can be told, as the shelf has it, by kind and word.

        Nothing of it is news any more.
        """
        self._news = 0
        found: dict[str, dict[str, Any]] = {}
        for kind, word in self._asked():
            found.setdefault(kind, {})[str(word)] = self._told[kind, word]
        return found

    def _asked(self) -> Iterator[tuple[str, object]]:
        return (at for at in self._now if at in self._told)

    def end_of_build(self) -> None:
        """What neither this build nor the one before asked for is forgotten."""
        self._now, self._before = {}, self._now
        self._told = {at: each for at, each in self._told.items() if at in self._before}


class _Forgetful(Memory):
    """Of those who draw every conclusion once."""

    wanted = False

    def keep(self, kind: str, word: object, conclusion: object, code: Code | None = None) -> None:
        """Forget it."""


NO_MEMORY: Memory = _Forgetful()


COMPUTED, HIDDEN = "=", "-"
"""What ends the word of a KPI that is made from others, and of one whose readers may not know of these."""


def computed(word: str) -> bool:
    """Whether the word is that of a KPI that is made from others."""
    return word.endswith((COMPUTED, HIDDEN))


@dataclass(frozen=True, slots=True)
class Remembered:
    """What is remembered, and KPI id to the word of all that its series follows from.

    `origins` says where the figures of KPIs come from that are read, and made from nothing else.
    """

    memory: Memory
    words: Mapping[str, str]
    origins: Mapping[str, Provenance] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether there are any words."""
        return bool(self.words)

    def under(self, kpi: str, what: object) -> object:
        """The word of something else and of a KPI together; none where that of the KPI is not known."""
        word = self.words.get(kpi)
        return word and (word, what)


NOTHING_KNOWN = Remembered(NO_MEMORY, {})
