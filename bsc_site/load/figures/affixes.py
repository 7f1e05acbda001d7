"""Affixes: what stands around the digits of a figure - sign, currency, per cent, magnitude, unit, footnote."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from bsc_site.load.figures.currencies import currencies_by_name
from bsc_site.load.figures.magnitudes import BEFORE_MONEY, BESIDE_MONEY, LETTERS, WORDS
from bsc_site.model.value_class import dataclass

_FIGURE = re.compile(r"(?P<before>\D*?)(?P<digits>[.,]?\d(?:[\d., ']*\d)?(?:[eE][+-]?\d+)?)(?P<after>\D*)", re.ASCII)
_FLAG = r"[(\[](?:[prefsbcduz]|est|prov|rev|prel)\.?[)\]]"
"""`(p)` for provisional, `(r)` for revised and so on, as statistical offices mark figures."""
_FOOTNOTE = re.compile(
    rf"(?<=[\d%.,A-Za-z€ ])\s*(\*{{1,3}}|[†‡]{{1,2}}|[¹²³⁰⁴-⁹ᵃ-ᶻ]+|\[\d{{1,2}}\]|{_FLAG})$", re.IGNORECASE
)
_PER_CENT = re.compile(r"%|per ?cent\b|pct\b\.?|prozent\b", re.IGNORECASE)
_NO_CENTS = re.compile(r"^[.,](?:-{1,2})?(?!\S)|^[.,]-{1,2}")
"""`12.`, `12.-` and `12,--`: a figure without decimals."""
_MANY = 1 << 12


@dataclass(frozen=True, slots=True)
class Affixes:
    """What is written around the digits of a figure.

    `factor` is by how much a magnitude multiplies it, in the KPI's unit; `magnitude` says that there is one.
    `currencies` are the ISO 4217 codes of which one is meant, None where none is named; `footnote` is its mark.
    """

    negative: bool = False
    per_cent: bool = False
    magnitude: bool = False
    factor: float = 1.0
    currencies: frozenset[str] | None = None
    footnote: str = ""


PLAIN = Affixes()
PER_CENT = Affixes(per_cent=True)


@dataclass(frozen=True, slots=True)
class UnitInWords:
    """What a KPI's unit says about its figures: `Mio. EUR` has a magnitude and a currency."""

    text: str = ""
    factor: float = 1.0
    currencies: frozenset[str] | None = None


def taken_apart(text: str, unit: str = "") -> tuple[str, Affixes] | None:
    """The digits of a figure with their marks, and what stands around them; None for a text that is no figure."""
    note = _FOOTNOTE.search(text)
    if note is not None:
        text = text[: note.start()].rstrip()
    figure = _FIGURE.fullmatch(text)
    if figure is None:
        return None
    before, digits, after = figure["before"], figure["digits"], figure["after"]
    if digits[0] == "." and before[-1:].isalpha():  # `Rs.12`
        digits = digits[1:]
    affixes = _affixes(before, after, unit)
    if affixes is None:
        return None
    return digits, affixes if note is None else replace(affixes, footnote=note[1])


@lru_cache(maxsize=_MANY)
def unit_in_words(unit: str) -> UnitInWords:
    """The magnitude and the currency that a unit begins with: 1e6 and EUR for `Mio. EUR`; neither for `days`."""
    around = _Around(unit="")
    around.read(unit, prefix=True)
    found = around.affixes()
    return UnitInWords(unit, found.factor, found.currencies)


@lru_cache(maxsize=_MANY)
def _affixes(before: str, after: str, unit: str) -> Affixes | None:
    around = _Around(unit=unit)
    rest = around.read(before, prefix=True), around.read(after, prefix=False)
    if any(rest) or around.contradictory:
        return None
    return around.affixes()


class _Around:
    """Takes affixes from a text, one by one, the longest first."""

    def __init__(self, unit: str) -> None:
        self.unit = unit
        self.signs: list[str] = []
        self.per_cents = 0
        self.factors: list[float] = []
        self.money: list[frozenset[str]] = []
        self.unsure = False

    @property
    def contradictory(self) -> bool:
        """Whether something stands there twice, or a letter that means a magnitude beside money only."""
        parentheses = self.signs.count("("), self.signs.count(")")
        marks = len(self.signs) - sum(parentheses)
        open_or_signed = parentheses not in {(0, 0), (1, 1)} or (parentheses == (1, 1) and marks > 0) or marks > 1
        twice = max(self.per_cents, len(self.factors), len(self.money)) > 1
        return open_or_signed or twice or (self.unsure and not self.money)

    def affixes(self) -> Affixes:
        factor = self.factors[0] if self.factors and not (self.unsure and not self.money) else 1.0
        unit = unit_in_words(self.unit).factor if self.unit and self.factors else 1.0
        return Affixes(
            "-" in self.signs or "(" in self.signs,
            self.per_cents > 0,
            bool(self.factors),
            factor / unit,
            self.money[0] if self.money else None,
        )

    def read(self, text: str, *, prefix: bool) -> str:
        """Take all affixes from the beginning of a text; what is none of them is left."""
        left = text.strip() if prefix else _NO_CENTS.sub("", text.strip())
        while left:
            taken = self._take(left, prefix=prefix)
            if not taken:
                break
            left = left[taken:].lstrip()
        return left

    def _take(self, text: str, *, prefix: bool) -> int:
        if text[0] in "+-()":
            self.signs.append(text[0])
            return 1
        if share := _PER_CENT.match(text):
            self.per_cents += 1
            return share.end()
        if self.unit and not unit_in_words(self.unit).currencies and _begins(text, self.unit):
            return len(self.unit)
        return self._magnitude_word(text) or self._money(text) or self._letter(text, prefix=prefix)

    def _magnitude_word(self, text: str) -> int:
        low = text.casefold()
        word = max((each for each in WORDS if _begins(low, each)), key=len, default="")
        if word:
            self.factors.append(WORDS[word])
        return len(word)

    def _money(self, text: str) -> int:
        named = currencies_by_name()
        name = next((text[:size] for size in (3, 2, 1) if text[:size] in named), "")
        if not name or (name.isalpha() and name.isascii() and text[len(name) : len(name) + 1].isalpha()):
            return 0
        self.money.append(named[name])
        dotted = name in {"Rs", "Fr", "kr"} and text[len(name) : len(name) + 1] == "."
        return len(name) + dotted

    def _letter(self, text: str, *, prefix: bool) -> int:
        known = BEFORE_MONEY if prefix or self._names_money(text[1:]) else BESIDE_MONEY
        letter = next((text[:size] for size in (2, 1) if text[:size] in known), "")
        after = text[len(letter) :]
        if not letter or (after[:1].isalpha() and not self._names_money(after)):
            return 0
        self.factors.append(known[letter])
        self.unsure = letter not in LETTERS
        return len(letter)

    def _names_money(self, text: str) -> bool:
        return any(text[:size] in currencies_by_name() for size in (3, 1)) and not text[3:4].isalpha()


def _begins(text: str, word: str) -> bool:
    """Whether a text begins with a word, in any case, and the word ends there."""
    follows = text[len(word) : len(word) + 1]
    return text[: len(word)].casefold() == word.casefold() and not (word[-1:].isalpha() and follows.isalpha())
