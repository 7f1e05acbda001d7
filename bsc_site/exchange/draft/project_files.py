"""Project files: the draft of a scorecard as the files of a project."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from bsc_site.exchange.draft.yaml_text import yaml_text
from bsc_site.model.problem import Problem
from bsc_site.model.value_class import dataclass

FIGURES = ("kpi", "period", "value", "target", "note")
_SCHEMA = "# yaml-language-server: $schema=../schema.json\n"
_PARTS = ("kpis", "people")
_THREE_DECIMALS = 3
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


class FigureRow(NamedTuple):
    """One row of a tidy data file, every cell as text."""

    kpi: str
    period: str
    value: str
    target: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A scorecard that was read from elsewhere: its files by path below the project, and what did not fit.

    `card` is the id that it has there.
    """

    card: str
    files: Mapping[str, bytes]
    remarks: tuple[Problem, ...]


def card_files(card: Mapping[str, Any]) -> dict[str, bytes]:
    """The YAML files of a scorecard, its KPIs and its people in files of their own, below `scorecard/<id>/`."""
    folder = f"scorecard/{card['id']}"
    main = {key: value for key, value in card.items() if key not in _PARTS}
    files = {f"{folder}/scorecard.yml": (_SCHEMA + yaml_text(main)).encode()}
    for part in _PARTS:
        if card.get(part):
            files[f"{folder}/{part}.yml"] = (_SCHEMA + yaml_text({part: card[part]})).encode()
    return files


def figures_file(card: str, rows: Sequence[FigureRow]) -> dict[str, bytes]:
    """The tidy data file of a scorecard; none without rows."""
    if not rows:
        return {}
    return {f"data/{card}.csv": csv_bytes(FIGURES, rows)}


def csv_bytes(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """A CSV file in UTF-8, with commas and a line feed behind each row."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(headings)
    writer.writerows(rows)
    return text.getvalue().encode()


def harmless(text: str) -> str:
    """A text for a CSV file that people open in a spreadsheet, which takes what begins with `=` for a formula."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def figure_text(number: float) -> str:
    """A number for a data file, with all its digits, so that it has one meaning: `1.2340` is not `1,234`."""
    text = f"{number:.17g}" if float(repr(number)) != number else repr(number)
    text = text.removesuffix(".0")
    whole, point, decimals = text.partition(".")
    return f"{whole}.{decimals}0" if point and len(decimals) == _THREE_DECIMALS else text
