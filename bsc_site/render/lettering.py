"""How wide text will be, and how it breaks into lines that fit a box."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

RESERVE = 1.05
"""Other sans-serif fonts run up to a twentieth wider than the measured one."""

_EM_REGULAR = {
    0.22: "'ijlł’",
    0.28: " |!,./:;I[\\]ft·",
    0.34: '()-`r{}“”„"',
    0.39: "*",
    0.5: "Jcksvxyz^",
    0.56: "#$0123456789?L_abdeghnopquđŁ–€",
    0.61: "FTZßø+<=>~−",
    0.67: "&ABEKPSVXY",
    0.72: "CDHNRUw",
    0.78: "GOQØ",
    0.83: "Mm",
    0.89: "%æ",
    0.94: "Wœ",
    1.02: "ÆŒ—…@",
}
"""Advance widths in em of Liberation Sans, which has the widths of Arial and Helvetica."""
_EM_BOLD = {
    0.28: " ',./I\\ijl|ł·’",
    0.34: "!()-:;[]`ft",
    0.39: "*r{}",
    0.47: '"',
    0.5: "z“”„",
    0.56: "#$0123456789J_aceksvxy–€",
    0.61: "?FLTZbdghnopqußøđŁ+<=>^~−",
    0.67: "EPSVXY",
    0.72: "&ABCDHKNRU",
    0.78: "GOQwØ",
    0.83: "M",
    0.89: "%mæ",
    0.94: "Wœ",
    1.0: "ÆŒ—…@",
}
_REGULAR = {letter: em for em, letters in _EM_REGULAR.items() for letter in letters}
_BOLD = {letter: em for em, letters in _EM_BOLD.items() for letter in letters}


_MOST_LETTERS = 300


@dataclass(frozen=True, slots=True)
class Style:
    """A size in drawing units and a weight."""

    size: float
    bold: bool = False


def width_of(text: str, style: Style) -> float:
    """The estimated width of one line in drawing units, on the safe side."""
    table = _BOLD if style.bold else _REGULAR
    return sum(_em(letter, table) for letter in text) * style.size * RESERVE


def _em(letter: str, table: dict[str, float]) -> float:
    if letter in table:
        return table[letter]
    base = unicodedata.normalize("NFD", letter)[0]
    if base in table:
        return table[base]
    if unicodedata.combining(letter):
        return 0.0
    return 1.0 if unicodedata.east_asian_width(letter) in "WF" or ord(letter) > 0xFFFF else 0.8  # noqa: PLR2004


def _visible(text: str) -> str:
    """The beginning that a box may show; measuring the rest of a text of 10,000 letters would take minutes."""
    return text if len(text) <= _MOST_LETTERS else text[:_MOST_LETTERS] + "…"


def shortened(text: str, width: float, style: Style) -> str:
    """`text` on one line, cut with an ellipsis where it is wider than `width`."""
    text = _visible(" ".join(text.split()))
    if width_of(text, style) <= width:
        return text
    while text and width_of(text + "…", style) > width:
        text = text[:-1]
    return text.rstrip() + "…"


def wrapped(text: str, width: float, style: Style, most: int = 3) -> tuple[str, ...]:
    """`text` in at most `most` lines no wider than `width`; words that are too long break, what is left is cut."""
    words = [piece for word in _visible(text).split() for piece in _pieces(word, width, style)]
    lines: list[str] = []
    for place, word in enumerate(words):
        if lines and width_of(f"{lines[-1]} {word}", style) <= width:
            lines[-1] += f" {word}"
        elif len(lines) < most:
            lines.append(word)
        else:
            lines[-1] = shortened(" ".join([lines[-1], *words[place:]]), width, style)
            break
    return tuple(lines)


def _pieces(word: str, width: float, style: Style) -> list[str]:
    """The word, broken with hyphens where it does not fit one line."""
    pieces = []
    while width_of(word, style) > width:
        size = next((n for n in range(len(word) - 1, 1, -1) if width_of(word[:n] + "-", style) <= width), 1)
        at_hyphen = word.rfind("-", 1, size + 1)
        cut = at_hyphen + 1 if at_hyphen > 1 else size
        pieces.append(word[:cut] + ("" if at_hyphen > 1 else "-"))
        word = word[cut:]
    return [*pieces, word] if word else pieces
