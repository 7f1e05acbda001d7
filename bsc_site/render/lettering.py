"""How wide text will be, and how it breaks into lines that fit a box."""

from __future__ import annotations

from collections.abc import Iterator

from bsc_site.model.value_class import dataclass
from bsc_site.render.letter_widths import em_of
from bsc_site.render.letters import clusters, parts_of, phrases_of, takes_hyphen

_MOST_LETTERS = 300


@dataclass(frozen=True, slots=True)
class Style:
    """A size in drawing units and a weight."""

    size: float
    bold: bool = False


def width_of(text: str, style: Style) -> float:
    """The width of one line in drawing units: as in Arial, and on the safe side where fonts differ."""
    return sum(em_of(letter, bold=style.bold)[0] for letter in text) * style.size


def held(text: str, style: Style) -> str:
    """Attributes that hold an SVG text to its planned width, whatever the font; a wider one is drawn narrower.

    Empty where the width is no more than an upper bound, as for scripts whose letters join: such a text would be
    stretched.
    """
    exact = all(em_of(letter, bold=style.bold)[1] for letter in text)
    width = width_of(text, style)
    return f' textLength="{width:.1f}" lengthAdjust="spacingAndGlyphs"' if exact and width else ""


def _visible(text: str) -> str:
    """The beginning that a box may show; measuring the rest of a text of 10,000 letters would take minutes."""
    return text if len(text) <= _MOST_LETTERS else text[:_MOST_LETTERS] + "…"


def shortened(text: str, width: float, style: Style) -> str:
    """`text` on one line, cut with an ellipsis where it is wider than `width`."""
    text = _visible(" ".join(text.split()))
    if width_of(text, style) <= width:
        return text
    kept = clusters(text)
    while kept and width_of("".join(kept) + "…", style) > width:
        kept.pop()
    return "".join(kept).rstrip() + "…"


def wrapped(text: str, width: float, style: Style, most: int = 3) -> tuple[str, ...]:
    """`text` in at most `most` lines no wider than `width`; words that are too long break, what is left is cut.

    Japanese ends its lines between phrases where all of it has room so, otherwise between any two letters.
    """
    words = _visible(text).split()
    if words and width_of(whole := " ".join(words), style) <= width:
        return (whole,)
    letters = [piece for word in words for piece in _pieces(parts_of(word), width, style)]
    phrases = [piece for word in words for piece in _pieces(phrases_of(word), width, style)]
    lines, complete = _lines(phrases, width, style, most)
    return lines if complete or phrases == letters else _lines(letters, width, style, most)[0]


def _lines(pieces: list[str], width: float, style: Style, most: int) -> tuple[tuple[str, ...], bool]:
    """The pieces in lines, and whether none of them was left out."""
    lines: list[str] = []
    for place, piece in enumerate(pieces):
        if lines and width_of(lines[-1] + piece, style) <= width:
            lines[-1] += piece
        elif len(lines) < most:
            lines.append(piece.lstrip())
        else:
            lines[-1] = shortened("".join([lines[-1], *pieces[place:]]), width, style)
            return tuple(lines), False
    return tuple(lines), True


def _pieces(parts: list[str], width: float, style: Style) -> Iterator[str]:
    """The parts of a word in the pieces that lines may end between, the first with a blank before it."""
    gap = " "
    for part in parts:
        inside = [part] if width_of(part, style) <= width else parts_of(part)
        for piece in (piece for each in inside for piece in _broken(each, width, style)):
            yield gap + piece
            gap = ""


def _broken(part: str, width: float, style: Style) -> Iterator[str]:
    """What does not fit one line, broken at its own hyphens or with hyphens of ours, in some scripts without any."""
    letters = clusters(part)
    while letters and width_of("".join(letters), style) > width:
        size = max(_fitting(letters, width, style), 1)
        hyphen = next((at for at in range(min(size + 1, len(letters)), 1, -1) if letters[at - 1] == "-"), 0)
        cut = hyphen or size
        head = "".join(letters[:cut])
        yield head if hyphen or not takes_hyphen(letters[cut - 1][0]) else f"{head}-"
        letters = letters[cut:]
    if letters:
        yield "".join(letters)


def _fitting(letters: list[str], width: float, style: Style) -> int:
    """How many of the letters fit one line with a hyphen."""
    total = width_of("-", style)
    for count, letter in enumerate(letters):
        total += width_of(letter, style)
        if total > width:
            return count
    return len(letters)
