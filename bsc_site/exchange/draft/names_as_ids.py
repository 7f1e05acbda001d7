"""Names as ids: the short name of each element, made from the name that readers see, whatever its script."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import field

from bsc_site.model.value_class import dataclass

_LONGEST = 50
_DIGEST = 8
_LATIN = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "&": " and "}
_CYRILLIC = (
    "а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh "
    "щ=shch ъ= ы=y ь= э=e ю=yu я=ya і=i ї=i є=e ґ=g ў=u ђ=dj ј=j љ=lj њ=nj ћ=c џ=dz"
)
_GREEK = "α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o"
_PAIRS = (pair.partition("=") for pair in f"{_CYRILLIC} {_GREEK}".split(" "))
_LETTERS = str.maketrans({**_LATIN, **{letter: plain for letter, _, plain in _PAIRS}})


@dataclass(slots=True)
class IdBook:
    """Gives ids to the elements of one kind, each id once whatever its case, and the same to the same names."""

    kind: str
    _taken: set[str] = field(default_factory=set)

    def reserve(self, ids: Iterable[str]) -> IdBook:
        """The same book; nothing in it gets one of these ids."""
        self._taken.update(each.casefold() for each in ids)
        return self

    def id_of(self, name: str, *, as_it_is: bool = False) -> str:
        """A free id for the name: the name in small letters, or `as_it_is`; with a number where that is taken."""
        wanted = name if as_it_is else id_text(name, self.kind)
        found, number = wanted, 1
        while found.casefold() in self._taken:
            number += 1
            found = f"{wanted}-{number}"
        self._taken.add(found.casefold())
        return found


def id_text(name: str, kind: str) -> str:
    """The letters a-z and digits of a name, joined by hyphens; of scripts without letters like these, a checksum."""
    plain = name.casefold().translate(_LETTERS)
    marked = unicodedata.normalize("NFKD", plain)
    bare = "".join(each for each in marked if not unicodedata.combining(each)).translate(_LETTERS)
    words = re.findall(r"[a-z0-9]+", bare)
    text = "-".join(words)[:_LONGEST].strip("-")
    foreign = any(each.isalnum() and not each.isascii() for each in bare)
    if text and not foreign:
        return text
    digest = hashlib.sha256(name.encode()).hexdigest()[:_DIGEST]
    return f"{text or kind}-{digest}"
