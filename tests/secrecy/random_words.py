"""Random words: what is drawn for one seed, and the sealed words of what is hidden."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from tests.secrecy.sealed_words import Sealed

_WORDS = ("care", "trust", "speed", "green", "growth", "calm", "skill", "voice", "light", "craft", "pride", "water")
MONTHS = [f"{year}-{month:02}" for year in (2023, 2024, 2025) for month in range(1, 13)][:30]
RESULTS = ("mean", "worst", "best", "most_frequent")
Element = dict[str, Any]


@dataclass
class Drawing:
    """What is drawn for one seed: randomness of what is visible, and the sealed words of what is not."""

    random: Random
    sealed: Sealed
    circles: Sequence[str]
    """Those for which something is kept."""
    languages: Sequence[str]
    people: list[tuple[str, bool]] = field(default_factory=list)
    """Ids, and whether only hidden elements name them."""
    kpis: list[tuple[str, bool]] = field(default_factory=list)
    files: dict[str, list[str]] = field(default_factory=dict)
    closed_card: bool = False
    """Whether the scorecard that is being drawn is hidden as a whole, so that all in it is, too."""

    def some(self, share: float) -> bool:
        """True for about this share of the calls."""
        return self.random.random() < share

    def text(self, *, hidden: bool, what: str = "") -> Any:
        """A sentence, in all languages of the project."""
        hidden = hidden or self.closed_card
        said = {each: self._words(each, what, hidden=hidden) for each in self.languages}
        return said if len(said) > 1 else next(iter(said.values()))

    def _words(self, language: str, what: str, *, hidden: bool) -> str:
        words = f"{what} {' '.join(self.random.choices(_WORDS, k=3))} {language}".strip().capitalize()
        return self.sealed.text(what) if hidden else words

    def id(self, what: str, *, hidden: bool) -> str:
        """An id that nothing else has."""
        self.sealed.count += 1
        return self.sealed.id(what) if hidden or self.closed_card else f"{what}-{self.sealed.count}"

    def number(self, *, hidden: bool) -> float:
        """A figure; that of a visible element is small."""
        seen = round(self.random.uniform(5, 60), 1)
        return self.sealed.number() if hidden or self.closed_card else seen

    def person(self, *, hidden: bool) -> str:
        """Somebody; one whom only hidden elements name where it is hidden."""
        hidden = hidden or self.closed_card
        found = [name for name, secret in self.people if secret == hidden]
        return self.random.choice(found)

    def circle(self) -> str:
        """One of the circles for which something is kept."""
        return self.random.choice(self.circles)

    def closed(self, element: Element, *, hidden: bool) -> Element:
        """The element with its audience where it is hidden."""
        return {**element, "audience": self.circle()} if hidden else element


def is_secret(element: Element) -> bool:
    """Whether an element is hidden, by what it says or by all that it is made of."""
    return "audience" in element or str(element["id"]).startswith("zqx")


def goals_of(card: Element) -> list[Element]:
    """The objectives of a scorecard."""
    return [each for row in card["perspectives"] for each in row["objectives"]]


def former(drawing: Drawing, what: str, *, hidden: bool) -> Element:
    """An earlier id, for some."""
    return {"was": [drawing.id(f"former-{what}", hidden=hidden)]} if drawing.some(0.3) else {}
