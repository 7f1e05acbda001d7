"""One line: whatever a text holds, it neither ends a line of a terminal nor changes what stands around it."""

from __future__ import annotations

import re

from bsc_site.wording.language import runs_left

_LONGEST = 2_000
"""Signs of a line."""
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Control signs, and those that turn the direction of what follows."""
_MARKS, _BEGIN, _END = "\u200e\u200f", "\u2066\u2067\u2068", "\u2069"
"""What a language that runs left needs: marks, which turn nothing, and what sets a text apart, from begin to end."""


def one_line(text: str) -> str:
    """The text as one line: signs that would move the terminal are told by their numbers, an endless one is cut."""
    joined = " ".join(text.splitlines())
    kept = _set_apart(joined) if runs_left() else frozenset()
    line = _UNSEEN.sub(lambda found: found[0] if found.start() in kept else f"\\u{ord(found[0]):04x}", joined)
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def _set_apart(text: str) -> frozenset[int]:
    """Where marks stand, and signs that begin to set something apart and end it again; those reach no further."""
    kept, begun = set[int](), list[int]()
    for found in _UNSEEN.finditer(text):
        if found[0] in _MARKS:
            kept.add(found.start())
        elif found[0] in _BEGIN:
            begun.append(found.start())
        elif found[0] == _END and begun:
            kept |= {begun.pop(), found.start()}
    return frozenset(kept)
