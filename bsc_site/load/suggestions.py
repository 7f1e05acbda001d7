"""Suggestions: what was probably meant by a word that is not known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import lru_cache

from bsc_site.model.saying.hint_sentences import AND_MORE, DID_YOU_MEAN
from bsc_site.model.saying.said import Listed, said

_MOST_LETTERS_MISSING = 4
_LONGEST_LINE = 500


def did_you_mean(word: str, allowed: Iterable[str]) -> str:
    """`; did you mean 'targets'?` for the allowed word that is nearest to `word`; empty when none is near."""
    near = nearest(word, allowed)
    return said(DID_YOU_MEAN, near=near) if near else ""


def nearest(word: str, allowed: Iterable[str]) -> str:
    """The allowed word that is nearest to `word`; empty when none is near."""
    return _nearest(word, tuple(allowed))


@lru_cache(maxsize=4096)
def _nearest(word: str, allowed: tuple[str, ...]) -> str:
    folded = {each.casefold(): each for each in allowed if abs(len(each) - len(word)) <= _MOST_LETTERS_MISSING}
    near = get_close_matches(word.casefold(), folded, n=1)
    return folded[near[0]] if near else ""


def cut_list(texts: Sequence[str], most: int) -> str:
    """The texts with commas between them, of very many the first and how many more there are."""
    named = Listed(texts[:most])
    return said(AND_MORE, named=named, more=len(texts) - most) if len(texts) > most else named


def one_line(text: str) -> str:
    """The text without line breaks, cut where it gets too long for one line on a terminal."""
    flat = " ".join(text.split())
    if flat == text and len(text) <= _LONGEST_LINE:
        return text
    return flat if len(flat) <= _LONGEST_LINE else f"{flat[:_LONGEST_LINE]}..."


def key_text(path: Iterable[str | int]) -> str:
    """The path of keys as users write it: `kpis[2].targets[0].value`."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return one_line(text)
