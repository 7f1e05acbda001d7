"""Patterns: texts in which a star stands for any letters."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from bsc_site.load.tables.cells import plain

STAR = "*"


@lru_cache(maxsize=1024)
def _parts(pattern: str) -> tuple[str, ...]:
    """What stands between the stars of a pattern, as `letters_of` makes it: `C*` means all that begin with C."""
    return tuple(letters_of(part) for part in pattern.split(STAR))


def letters_of(text: str) -> str:
    """A text as patterns see it: whatever its case and its kinds of blanks."""
    return plain(text).casefold()


def fits(text: str, patterns: Iterable[str]) -> bool:
    """Whether any of the patterns means a text."""
    letters = letters_of(text)
    return any(_is_meant(letters, _parts(each)) for each in patterns)


def _is_meant(letters: str, parts: tuple[str, ...]) -> bool:
    """Each part is looked for once, behind the one before: however many stars there are, no way is tried twice."""
    first, *between = parts
    if not between:
        return letters == first
    last, at = between.pop(), len(first)
    end = len(letters) - len(last)
    if at > end or not (letters.startswith(first) and letters.endswith(last)):
        return False
    for part in between:
        found = letters.find(part, at, end)
        if found < 0:
            return False
        at = found + len(part)
    return True
