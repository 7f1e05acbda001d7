"""One line: whatever a text holds, it neither ends a line of a terminal nor changes what stands around it."""

from __future__ import annotations

import re

_COMMANDING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Signs that a terminal obeys instead of showing them: controls, and those that turn round what follows."""
_LONGEST = 2_000
"""Signs of a line; a terminal shows more of them as a wall."""


def one_line(text: str) -> str:
    """The text with blanks for its line breaks, and signs that a terminal would obey by their codes, as ascii() has.

    An endless one is cut.
    """
    line = _COMMANDING.sub(lambda sign: ascii(sign[0])[1:-1], " ".join(text.splitlines()))
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
