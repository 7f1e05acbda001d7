"""Where two sites are unlike: files that one of them lacks or has otherwise, and the first place at which they part."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from bsc_site.model.value_class import dataclass

_AROUND, _SHOWN = 12, 40
"""Signs before the place, and signs of either text, that a line shows."""


@dataclass(frozen=True, slots=True)
class Unlike:
    """Paths, each list sorted: files that stand in one of two sites alone, and those with other bytes."""

    missing: tuple[str, ...]
    """In the first site, and not in the second."""
    more: tuple[str, ...]
    changed: tuple[str, ...]

    @property
    def paths(self) -> frozenset[str]:
        """All of them."""
        return frozenset((*self.missing, *self.more, *self.changed))


def unlike(one: Mapping[str, str], other: Mapping[str, str]) -> Unlike:
    """What tells the second site from the first one, by the digests of their files."""
    both = sorted(one.keys() & other.keys())
    changed = tuple(path for path in both if one[path] != other[path])
    return Unlike(tuple(sorted(one.keys() - other.keys())), tuple(sorted(other.keys() - one.keys())), changed)


class Parting(NamedTuple):
    """The first place at which two texts part: line and column from 1, and what stands there in each.

    Line and column are 0 for bytes that are no text; then `one` and `other` tell at which byte, and of how many.
    """

    line: int
    column: int
    one: str
    other: str


def parting_of(one: bytes, other: bytes) -> Parting:
    """Where the bytes of a file part, which are not the same."""
    same = _same(one, other)
    try:
        texts = one.decode(), other.decode()
    except UnicodeDecodeError:
        return Parting(0, 0, f"byte {same + 1:,} of {len(one):,}", f"byte {same + 1:,} of {len(other):,}")
    at = len(one[:same].decode(errors="ignore"))
    before = texts[0][:at]
    start = max(before.rfind("\n") + 1, at - _AROUND)
    shown = (text[start : start + _SHOWN].partition("\n")[0] or "the end" for text in texts)
    return Parting(before.count("\n") + 1, at - before.rfind("\n"), *shown)


def _same(one: bytes, other: bytes) -> int:
    """How many bytes are the same from the beginning on."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
