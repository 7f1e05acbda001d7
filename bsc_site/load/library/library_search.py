"""Finds measures by words: in names, synonyms, formulas and sectors, in spite of slips of the keyboard."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from bsc_site.load.library.library_measure import Sector, Shelved, UsualPerspective
from bsc_site.model.calculation.exact_sum import exact_sum

_WORD = re.compile(r"\w+")
_NAME, _SYNONYM, _REST = 6, 4, 2
"""What a word counts by where it is found."""
_SLIP, _BEGINNING = 0.5, 0.8
"""What is left of it where it is only nearly that word, or its beginning."""
_NEAR = 0.74
"""How alike a word must be, as difflib counts it: one letter wrong of four, two of eight."""
_SHORTEST = 4
"""Letters from which on a word may be misspelt, or be the beginning of another."""


def found_measures(shelved: Sequence[Shelved], words: Iterable[str]) -> tuple[Shelved, ...]:
    """The measures in which every word is found, the best first; all of them where no word is given."""
    wanted = _words(" ".join(words))
    places = [_places(each) for each in shelved]
    known = sorted({word for each in places for word in each})
    meant = [_meant(word, known) for word in wanted]
    ranked = [(_rank(each, meant), position) for position, each in enumerate(places)]
    return tuple(shelved[position] for rank, position in sorted(ranked, key=lambda each: -each[0]) if rank > 0)


def on_shelf(
    shelved: Iterable[Shelved], sector: Sector | None, perspective: UsualPerspective | None
) -> tuple[Shelved, ...]:
    """Those of a sector and of a perspective, where one is named."""
    return tuple(
        each
        for each in shelved
        if sector in {None, each.sector.sector} and perspective in {None, each.measure.perspective}
    )


def _places(one: Shelved) -> dict[str, int]:
    """Every word by which the measure is found to what it counts."""
    measure = one.measure
    rest = (
        measure.formula,
        measure.figures,
        measure.definition,
        one.sector.name,
        one.sector.sector,
        measure.perspective,
    )
    parts = ((_REST, rest), (_SYNONYM, measure.also), (_NAME, (measure.name, measure.id)))
    return {word: weight for weight, texts in parts for text in texts for word in _words(text)}


def _meant(word: str, known: Sequence[str]) -> dict[str, float]:
    """The words of the library that may be meant, with how sure that is; those that are near only where none is it."""
    long = len(word) >= _SHORTEST
    exact = {
        each: 1.0 if each == word else _BEGINNING for each in known if each == word or (long and each.startswith(word))
    }
    if exact or not long:
        return exact
    return dict.fromkeys(get_close_matches(word, known, n=5, cutoff=_NEAR), _SLIP)


def _rank(places: dict[str, int], meant: Sequence[dict[str, float]]) -> float:
    ranks = [max((places[word] * sure for word, sure in each.items() if word in places), default=0.0) for each in meant]
    return min(ranks, default=1.0) and (exact_sum(ranks) or 1.0)


def _words(text: str) -> list[str]:
    """The words in small letters without accents, an `s` for more than one left out."""
    plain = "".join(each for each in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(each))
    return [word.removesuffix("s") if len(word) > _SHORTEST else word for word in _WORD.findall(plain)]
