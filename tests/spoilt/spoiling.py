"""Ways to spoil a data file, and what each may change: nothing, the periods of some rows, or only the end."""

from __future__ import annotations

import csv
import io
import json
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

Rows = Sequence[Sequence[str]]
"""Headings first."""
NONSENSE = (
    *("1e308", "-1e308", "1e999", "NaN", "nan", "inf", "-Infinity", "#REF!", "#N/A", "1.2.3", "12,34,5", "--5", "5-"),
    *(
        "0x1F",
        "١٢٣",
        "１２３",
        "½",
        "1_000",
        "1 000 000 000 000 000 000 000",
        "=1+1",
        "\x00",
        "\ufffd",
        "a\x00b",
        "\x1b[31m",
    ),
    *(
        '"',
        "'",
        "`",
        "<b>7</b>",
        "2024-13-45",
        "31/02/2024",
        "0000-00-00",
        "9999-12-31",
        "24:61",
        "Q5 2023",
        "2023-W60",
    ),
)


@dataclass(frozen=True)
class Spoilt:
    """A spoilt file: its bytes and ending, the rows (from 0) whose figures may differ, and how it was spoilt.

    `reads` are the rows that are left where the file was cut off; None where all are there.
    """

    content: bytes
    how: str
    touched: frozenset[int] = frozenset()
    reads: Rows | None = None
    ending: str = ".csv"
    options: dict[str, str] = field(default_factory=dict)


def as_csv(rows: Rows, delimiter: str = ",", line_end: str = "\n", quoting: int = csv.QUOTE_MINIMAL) -> str:
    """The rows as text."""
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=line_end, quoting=quoting).writerows(rows)  # type: ignore[arg-type]
    return text.getvalue()


def read_rows(file: Path, most: int) -> Rows:
    """The first rows of a file with its headings."""
    with file.open(encoding="utf-8-sig", newline="") as lines:
        rows = [row for row, _ in zip(csv.reader(lines), range(most + 1), strict=False)]
    return [row for row in rows if row]


def _other_delimiter(rows: Rows, chance: random.Random) -> Spoilt:
    delimiter = chance.choice(";\t|")
    return Spoilt(as_csv(rows, delimiter).encode(), f"delimiter {delimiter!r}")


def _other_encoding(rows: Rows, chance: random.Random) -> Spoilt:
    encoding = chance.choice(["utf-16", "utf-16-le", "utf-8-sig", "cp1252", "utf-32", "shift_jis"])
    return Spoilt(as_csv(rows).encode(encoding, "replace"), f"encoding {encoding}")


def _other_lines(rows: Rows, chance: random.Random) -> Spoilt:
    end = chance.choice(["\r\n", "\r", "\n\n", "\n\r\n"])
    return Spoilt(as_csv(rows, line_end=end).encode(), f"line end {end!r}")


def _all_quoted(rows: Rows, _: random.Random) -> Spoilt:
    return Spoilt(as_csv(rows, quoting=csv.QUOTE_ALL).encode(), "every cell in quotes")


def _columns_moved(rows: Rows, chance: random.Random) -> Spoilt:
    order = list(range(len(rows[0])))
    chance.shuffle(order)
    return Spoilt(as_csv([[row[each] for each in order] for row in _even(rows)]).encode(), f"columns as {order}")


def _rows_padded(rows: Rows, chance: random.Random) -> Spoilt:
    more = chance.randint(1, 3)
    return Spoilt(as_csv([[*row, *[""] * more] for row in rows]).encode(), f"{more} empty columns more")


def _blanks_around(rows: Rows, chance: random.Random) -> Spoilt:
    blank = chance.choice([" ", "\u00a0", "\t ", "\u200b"])
    return Spoilt(as_csv([[f"{blank}{cell}{blank}" for cell in row] for row in rows]).encode(), f"blanks {blank!r}")


def _one_cell(rows: Rows, chance: random.Random) -> Spoilt:
    row, column = chance.randrange(1, len(rows)), chance.randrange(len(rows[0]))
    text = chance.choice(NONSENSE)
    changed = [list(each) for each in _even(rows)]
    changed[row][column] = text
    return Spoilt(as_csv(changed).encode(), f"row {row} {rows[0][column]}: {text!r}", frozenset({row - 1}))


def _cells_swapped(rows: Rows, chance: random.Random) -> Spoilt:
    """Two cells of one row in each other's place, as after a missing cell."""
    row = chance.randrange(1, len(rows))
    one, other = chance.sample(range(len(rows[0])), 2) if len(rows[0]) > 1 else (0, 0)
    changed = [list(each) for each in _even(rows)]
    changed[row][one], changed[row][other] = changed[row][other], changed[row][one]
    return Spoilt(as_csv(changed).encode(), f"row {row}: {one} and {other} swapped", frozenset({row - 1}))


def _cut_off(rows: Rows, chance: random.Random) -> Spoilt:
    content = as_csv(rows).encode()
    at = chance.randrange(len(content))
    whole = content[:at].rpartition(b"\n")[0].decode(errors="ignore")
    left = [row for row in csv.reader(io.StringIO(whole)) if row]
    return Spoilt(content[:at], f"cut off after {at} bytes", frozenset({len(left) - 1, len(left) - 2}), left)


def _bytes_flipped(rows: Rows, chance: random.Random) -> Spoilt:
    """A byte of the rows becomes zero or one that no text has."""
    content = bytearray(as_csv(rows).encode())
    first = content.index(b"\n") + 1
    at = chance.randrange(first, len(content)) if first < len(content) else first - 1
    row = content[:at].count(b"\n") - 1
    content[at] = chance.choice([0x00, 0xFF, 0xFE, 0x1A, 0x80])
    return Spoilt(bytes(content), f"byte {at} is {content[at]:#x}", frozenset({row, row + 1, row - 1}))


def _cells_lost(rows: Rows, chance: random.Random) -> Spoilt:
    """A row with fewer or more cells than the headings."""
    row = chance.randrange(1, len(rows))
    changed = [list(each) for each in rows]
    if chance.random() < 0.5:  # one or the other
        del changed[row][chance.randrange(len(changed[row]))]
    else:
        changed[row].insert(chance.randrange(len(changed[row])), "7")
    return Spoilt(as_csv(changed).encode(), f"row {row} has {len(changed[row])} cells", frozenset({row - 1}))


def _as_json(rows: Rows, _: random.Random) -> Spoilt:
    records = [dict(zip(rows[0], row, strict=False)) for row in _even(rows)[1:]]
    return Spoilt(json.dumps(records).encode(), "as JSON", ending=".json")


def _json_cut(rows: Rows, chance: random.Random) -> Spoilt:
    content = _as_json(rows, chance).content
    at = chance.randrange(len(content))
    return Spoilt(content[:at], f"JSON cut off after {at} bytes", ending=".json")


WAYS: tuple[Callable[[Rows, random.Random], Spoilt], ...] = (
    *(_other_delimiter, _other_encoding, _other_lines, _all_quoted, _columns_moved, _rows_padded, _blanks_around),
    *(_one_cell, _one_cell, _one_cell, _cells_swapped, _cut_off, _bytes_flipped, _cells_lost, _as_json, _json_cut),
)
"""A single cell is what people spoil most."""


def _even(rows: Rows) -> list[list[str]]:
    """Every row as long as the headings."""
    wide = len(rows[0])
    return [[*row[:wide], *[""] * (wide - len(row))] for row in rows]
