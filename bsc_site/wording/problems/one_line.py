"""One line: whatever a text holds, it neither ends a line of a terminal nor changes what stands around it."""

from __future__ import annotations

import re

_LONGEST = 2_000
"""Signs of a line."""
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Control signs, and those that turn the direction of what follows."""


def one_line(text: str) -> str:
    """The text as one line: signs that would move the terminal are told by their numbers, an endless one is cut."""
    line = _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", " ".join(text.splitlines()))
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
