"""Slips of the pen in YAML: each way in which a line may be mended, to be tried on the text that cannot be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bsc_site.load.yaml.line_marks import Opening, open_brackets, open_quote
from bsc_site.load.yaml.line_slips import PAIR, YamlSlip, changed, slips_of_line, with_line
from bsc_site.model.saying.said import Said, said
from bsc_site.model.sentences import yaml_sentences as told

_NEAR = 4
_KEY = re.compile(r"(?P<before>\s*(?:- +)*)(?P<key>[A-Za-z_][\w-]*)")
_STARTS_WITH_KEY = re.compile(r"\s*(?:- +)*[a-z_]+:(?:\s|$)")
_CURLY = {"“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'"}
_CURLED = re.compile("(?<![^\\s\\[{,:])[“„‟«‘‚].*?[”“»’‘](?![^\\s\\]},:])")


class Stop(NamedTuple):
    """Where a parser stopped, and where that began for which it then waited (lines from 0)."""

    line: int
    start: int


def slips(lines: Sequence[str], stop: Stop) -> Iterator[YamlSlip]:
    """Everything that may be the cause of a stop, the likeliest first."""
    near = _near(lines, stop)
    yield from _tabs(lines, stop)
    yield from _curly_quotes(lines, near)
    yield from _open_quotes(lines, stop)
    yield from _brackets(lines, stop)
    for number in near:
        yield from slips_of_line(lines, number)
    yield from _dashes(lines, stop)
    yield from _indentation(lines, near)


def _near(lines: Sequence[str], stop: Stop) -> list[int]:
    """The line of the stop and some lines before it, and where it began; blank ones left out."""
    before = [number for number in range(min(stop.line, len(lines) - 1), -1, -1) if lines[number].strip()][:_NEAR]
    return list(dict.fromkeys((*before[:1], *([stop.start] if stop.start < len(lines) else []), *before[1:])))


def _width(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _tabs(lines: Sequence[str], stop: Stop) -> Iterator[YamlSlip]:
    tabbed = [number for number, line in enumerate(lines) if "\t" in line[: len(line) - len(line.lstrip())]]
    if tabbed and tabbed[0] <= stop.line:
        first = tabbed[0]
        message = _tab_in(tabbed)
        for width in _widths(lines, first):
            mended = list(lines)
            for number in tabbed:
                bare = lines[number].lstrip()
                indent = lines[number][: len(lines[number]) - len(bare)]
                mended[number] = indent.replace("\t", " " * width) + bare
            yield YamlSlip(first + 1, lines[first].index("\t") + 1, message, mended)
    for number in (stop.line, stop.start):
        if number < len(lines) and "\t" in lines[number]:
            column = lines[number].index("\t") + 1
            text = lines[number].replace("\t", " ")
            yield YamlSlip(number + 1, column, said(told.TAB), with_line(lines, number, text))


def _tab_in(lines: Sequence[int]) -> Said:
    """Of the first of these lines (from 0), with the others that have one too."""
    if len(lines) == 1:
        return said(told.TAB)
    if len(lines) == 2:  # noqa: PLR2004  # the other one has a number
        return said(told.TAB_IN_TWO_LINES, other=str(lines[1] + 1))
    return said(told.TAB_IN_MANY_LINES, more=str(len(lines) - 1))


def _widths(lines: Sequence[str], number: int) -> list[int]:
    """By how many spaces a tab may stand: as the lines before are indented, or as editors show it."""
    before = [line for line in reversed(lines[:number]) if line.strip()][:_NEAR]
    if _is_item(lines[number]):
        likely = [_width(line) + 2 * line.rstrip().endswith(":") for line in before]
    else:
        likely = [_width(line) + 2 * _is_item(line) for line in before]
    return list(dict.fromkeys(width for width in (*likely, 2, 4, 8) if width))


def _curly_quotes(lines: Sequence[str], near: Sequence[int]) -> Iterator[YamlSlip]:
    for number in near:
        found = _CURLED.search(lines[number])
        if found:
            text = "".join(_CURLY.get(letter, letter) for letter in lines[number])
            wrong = said(told.CURLY_QUOTE, quote=found[0][0])
            yield changed(lines, number, text, found.start() + 1, wrong)


def unclosed_quote(lines: Sequence[str], number: int, column: int) -> YamlSlip | None:
    """The slip of a text in quotes that runs on over lines which begin with a key; None where it is meant to be long.

    The quote opens in the line and the column (from 0).
    """
    below = next((line for line in lines[number + 1 :] if line.strip()), "")
    if open_quote(lines[number]) != column or not _STARTS_WITH_KEY.match(below):
        return None
    return next(_open_quote(lines, number), None)


def _open_quotes(lines: Sequence[str], stop: Stop) -> Iterator[YamlSlip]:
    for number in range(min(stop.line + 1, len(lines))):
        yield from _open_quote(lines, number)


def _open_quote(lines: Sequence[str], number: int) -> Iterator[YamlSlip]:
    column = open_quote(lines[number])
    if column is not None:
        for text in _closed(lines[number], column, lines[number][column]):
            yield changed(lines, number, text, column + 1, said(told.QUOTE_NOT_CLOSED))


def _closed(line: str, column: int, quote: str) -> Iterator[str]:
    """The line with the quote closed: at its end, before a comment, or before the brackets that it swallowed."""
    bare = line.rstrip()
    comment = re.search(r"\s+#", bare[column:])
    if comment:
        end = column + comment.start()
        yield f"{bare[:end]}{quote}{bare[end:]}"
    brackets = len(bare) - len(bare.rstrip("]},"))
    if bare[-1] in "]}":
        yield f"{bare[:-brackets]}{quote}{bare[-brackets:]}"
    for mark in re.finditer(r", \w+:", bare[column:]):
        yield f"{bare[: column + mark.start()]}{quote}{bare[column + mark.start() :]}"
    yield bare + quote


def _brackets(lines: Sequence[str], stop: Stop) -> Iterator[YamlSlip]:
    found = open_brackets(lines[: stop.line + 1])
    for opening in found.unclosed:
        close = "]" if opening.mark == "[" else "}"
        for end in _ends(lines, opening, stop):
            bare = lines[end].rstrip().removesuffix(",")
            inside = [each for each in found.unclosed if each.line == opening.line and each.column > opening.column]
            text = bare + "".join("]" if each.mark == "[" else "}" for each in reversed(inside)) + close
            message = _not_closed(opening, end, text.strip())
            yield YamlSlip(opening.line + 1, opening.column + 1, message, with_line(lines, end, text))
    for opening in found.surplus:
        text = lines[opening.line][: opening.column] + lines[opening.line][opening.column + 1 :]
        yield changed(lines, opening.line, text, opening.column + 1, said(told.CLOSES_NOTHING, mark=opening.mark))


def _not_closed(opening: Opening, end: int, line: str) -> Said:
    """What is wrong with a bracket, and the `line` at whose end (from 0) it may be closed."""
    if end == opening.line:
        return said(told.LIST_NOT_CLOSED if opening.mark == "[" else told.MAPPING_NOT_CLOSED, line=line)
    below = told.LIST_NOT_CLOSED_BELOW if opening.mark == "[" else told.MAPPING_NOT_CLOSED_BELOW
    return said(below, line=line, number=str(end + 1))


def _ends(lines: Sequence[str], opening: Opening, stop: Stop) -> Iterator[int]:
    """The lines at whose end a bracket may be closed: its own, then those that stand deeper."""
    yield opening.line
    last = opening.line
    for number in range(opening.line + 1, min(stop.line + 1, len(lines))):
        if lines[number].strip() and _width(lines[number]) <= _width(lines[opening.line]):
            break
        last = number if lines[number].strip() else last
    if last != opening.line:
        yield last


def _dashes(lines: Sequence[str], stop: Stop) -> Iterator[YamlSlip]:
    """A line that begins an item of a list without its dash: where reading stopped, or at the head of that list."""
    for number in dict.fromkeys((stop.line, stop.start)):
        if number < len(lines) and _KEY.match(lines[number]) and _begins_like_the_others(lines, number):
            yield _with_dash(lines, number, _width(lines[number]))
    for number in range(min(stop.line, len(lines) - 1), max(stop.line - 2, -1), -1):
        if _is_item(lines[number]):
            head = _head_of_list(lines, number)
            if head is not None and not _is_item(lines[head]):
                yield _with_dash(lines, head, _width(lines[number]))
        elif number and _stands_alone(lines, number):
            yield _with_dash(lines, number, _width(lines[number]))


def _stands_alone(lines: Sequence[str], number: int) -> bool:
    """Whether a key with its value stands right below a key without one, the line below as if behind a dash."""
    pair = PAIR.fullmatch(lines[number])
    below = next((line for line in lines[number + 1 :] if line.strip()), "")
    above = next((line for line in reversed(lines[:number]) if line.strip() and line.lstrip()[0] != "#"), "")
    first = above.rstrip().endswith(":") and _width(above) < _width(lines[number])
    return pair is not None and first and _width(below) == _width(lines[number]) + 2


def _is_item(line: str) -> bool:
    return line.lstrip().startswith("- ")


def _head_of_list(lines: Sequence[str], number: int) -> int | None:
    """The first line of the list in which an item stands, where that line has no dash."""
    width, head = _width(lines[number]), None
    for above in range(number - 1, -1, -1):
        line = lines[above]
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if (_width(line) == width and _is_item(line)) or _width(line) < width - 2:
            return None
        if line.rstrip().endswith(":") and _width(line) <= width and not _is_item(line):
            return head
        head = above
    return None


def _pushed(lines: Sequence[str], number: int) -> list[str]:
    """The lines below one, those of its block two columns further in, to stand behind a dash."""
    own = _width(lines[number])
    ends = (each for each in range(number + 1, len(lines)) if lines[each].strip())
    end = next((n for n in ends if _width(lines[n]) < own or (_width(lines[n]) == own and _is_item(lines[n]))), None)
    inside = lines[number + 1 : end] if end is not None else lines[number + 1 :]
    return [*(f"  {line}" if line.strip() else line for line in inside), *(lines[end:] if end is not None else ())]


def _with_dash(lines: Sequence[str], number: int, width: int) -> YamlSlip:
    """A dash in a column (from 0) before the key of a line."""
    below = next((line for line in lines[number + 1 :] if line.strip()), "")
    flat = _width(lines[number]) == width == _width(below) and not _is_item(below)
    item = f"{' ' * width}- {lines[number].strip()}"
    rest = _pushed(lines, number) if flat else lines[number + 1 :]
    return YamlSlip(number + 1, _width(lines[number]) + 1, missing_dash(lines[number]), [*lines[:number], item, *rest])


def missing_dash(line: str) -> Said:
    """What is wrong with a line that begins an item of a list without its dash."""
    return said(told.DASH_MISSING, line=line.strip())


def _begins_like_the_others(lines: Sequence[str], number: int) -> bool:
    """Whether the key of a line is that with which the items of its list begin, as in the nearest of them."""
    key, width = _KEY.match(lines[number]), _width(lines[number])
    if key is None or _is_item(lines[number]):
        return False
    for line in (*reversed(lines[:number]), *lines[number:]):
        found = _KEY.match(line)
        if found and line.lstrip().startswith("- ") and _width(line) == width:
            return found["key"] == key["key"]
    return False


def _indentation(lines: Sequence[str], near: Sequence[int]) -> Iterator[YamlSlip]:
    """A line, alone or with all that stands deeper below it, moved to where lines around it begin."""
    for number in near:
        own = _width(lines[number])
        for other, width in _columns(lines, number):
            message = said(told.WRONG_INDENTATION, column=str(width + 1), other=str(other + 1))
            alone = with_line(lines, number, " " * width + lines[number].lstrip(" "))
            yield YamlSlip(number + 1, own + 1, message, alone)
            end = _end_of_block(lines, number)
            if end > number + 1:
                moved = [" " * max(_width(line) + width - own, 0) + line.lstrip(" ") for line in lines[number:end]]
                with_all = said(told.WITH_THOSE_BELOW, wrong=message)
                yield YamlSlip(number + 1, own + 1, with_all, [*lines[:number], *moved, *lines[end:]])


def _end_of_block(lines: Sequence[str], number: int) -> int:
    """The line behind those that stand deeper than a line, below it."""
    own = _width(lines[number])
    below = range(number + 1, len(lines))
    return next((each for each in below if lines[each].strip() and _width(lines[each]) <= own), len(lines))


def _columns(lines: Sequence[str], number: int) -> list[tuple[int, int]]:
    """Lines around one, and the columns (from 0) in which they begin or have their first key; the nearest first."""
    own = _width(lines[number])
    around = [each for each in range(max(number - 12, 0), min(number + 25, len(lines))) if each != number]
    found: dict[int, int] = {}
    for other in sorted(around, key=lambda each: (abs(each - number), each)):
        line = lines[other]
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        found.setdefault(_width(line), other)
        if line.lstrip().startswith("- ") and not lines[number].lstrip().startswith("- "):
            found.setdefault(_width(line) + 2, other)
    found.pop(own, None)
    return [(other, width) for width, other in sorted(found.items(), key=lambda each: abs(each[0] - own))]
