"""Patterns: texts in which a star stands for any letters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from bsc_site.load.tables.cells import plain

STAR = "*"


@lru_cache(maxsize=1024)
def pattern_of(text: str) -> re.Pattern[str]:
    """What finds the texts that a pattern means, as `letters_of` makes them: `C*` all that begin with C."""
    parts = (re.escape(plain(part).casefold()) for part in text.split(STAR))
    return re.compile(r"\s*.*\s*".join(parts), re.DOTALL)


def letters_of(text: str) -> str:
    """A text as patterns see it: whatever its case and its kinds of blanks."""
    return plain(text).casefold()


def fits(text: str, patterns: Iterable[str]) -> bool:
    """Whether any of the patterns means a text."""
    letters = letters_of(text)
    return any(pattern_of(each).fullmatch(letters) for each in patterns)
