"""The form of calendar files: content lines, as RFC 5545 wants them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

MOST_OCTETS = 75
"""Of a line without its end (RFC 5545, section 3.1)."""
_WITHIN_A_CHARACTER = range(0x80, 0xC0)
"""Bytes of UTF-8 that no character begins with."""
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_BREAK = re.compile(r"\r\n?|[\n\u2028\u2029]")


def calendar_bytes(lines: Iterable[str]) -> bytes:
    """The content lines in UTF-8, folded, each ending in CR and LF."""
    return b"".join(b"".join((part, b"\r\n")) for line in lines for part in _folded(line))


def text_value(text: str) -> str:
    """`text` as a value of type TEXT (section 3.3.11), without what no calendar can hold."""
    plain = _BREAK.sub("\n", _NO_TEXT.sub(" ", text)).replace("\t", " ")
    for sign in ("\\", ";", ","):
        plain = plain.replace(sign, f"\\{sign}")
    return plain.replace("\n", "\\n")


def _folded(line: str) -> Iterator[bytes]:
    """The line in parts that are short enough; each but the first begins with a space, none cuts a character."""
    rest, begin, most = line.encode(), b"", MOST_OCTETS
    while len(rest) > most:
        cut = most
        while rest[cut] in _WITHIN_A_CHARACTER:
            cut -= 1
        yield begin + rest[:cut]
        rest, begin, most = rest[cut:], b" ", MOST_OCTETS - 1
    yield begin + rest
