"""No text brings a parser down: it is read, in one way only, or there is a problem in one line that says why."""

from __future__ import annotations

import json
import math
import os
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from bsc_site.compute.formulas.evaluate import NoResultError, value_of
from bsc_site.load.connections.measures import MeasureError, measure_of
from bsc_site.load.figures.numbers import FigureError, NumberReader
from bsc_site.load.figures.spelling import Spellings, WrittenFigure
from bsc_site.load.periods.period_reader import PeriodReader
from bsc_site.load.yaml.marked_yaml import read_marked
from bsc_site.model.formula_grammar.parse import parse
from bsc_site.model.formula_grammar.tokens import FormulaError
from bsc_site.model.period import PeriodSpellingError, parse_period
from bsc_site.model.rules import RULES
from bsc_site.wording.problems.problem_lines import as_lines
from tests.builders.data_files import load
from tests.unforeseen.guided import Guided

pytestmark = pytest.mark.slow
SECONDS = float(os.environ.get("BSC_FUZZ", "0"))
"""So long each parser is tried; some minutes when somebody has the time."""
INPUTS = 300
FIGURES = {"a": 6.0, "b": -4.0, "a-b": 100.0, "2nd": 7.0, "zero": 0.0, "huge": 1e308, "min": 9.0}
SIGNS = (
    *" \t\n,.;:'\"-−–+*/%()[]{}<>=!?&|#@$€£\\_~^",
    "\u00a0",
    "\u202f",
    "\u200b",
    "\ufeff",
    "\x00",
    "٣",
    "５",
    "½",
    "é",
    "💥",
)
DIGITS = (*"0123456789", "00", "10", "2025", "25", "1e", "e9", "999999999999", "1.5", "1,5", "0x")
MONTHS = (
    "Jan",
    "march",
    "Q",
    "Q3",
    "W",
    "W53",
    "H",
    "H2",
    "FY",
    "FY25",
    "T",
    "Z",
    "-12-31",
    "-02-29",
    "13",
    "week",
    "to",
    "12:30",
    "+02:00",
    "März",
    "août",
    "年",
    "月",
)


def _number(text: str) -> None:
    """One meaning whichever time it is read, written in full once more, or an error of its own."""
    for decimal, thousands in ((None, None), (".", None), (",", "."), (".", ","), (",", " ")):
        reader = NumberReader(decimal=decimal, thousands=thousands)
        found = [_figure(reader, text) for _ in range(2)]
        assert found[0] == found[1], "two meanings"
        if isinstance(found[0], float):
            assert math.isfinite(found[0])
            if not decimal or decimal == ".":
                assert _figure(NumberReader(decimal="."), repr(found[0])) == found[0], "is not read again"


def _figure(reader: NumberReader, text: str) -> float | str | None:
    column = Spellings().of("data.csv", 0, reader.decimal, reader.thousands)
    try:
        found = reader.read(text, column)
    except FigureError as error:
        return _told(error)
    return found.settled if isinstance(found, WrittenFigure) else found


def _told(error: Exception) -> str:
    """Some words; that they become one line is for what prints them, which files of data try below."""
    assert str(error).strip()
    return "an error"


def _period(text: str) -> None:
    """What a period is written as is read as that period."""
    for read in (parse_period, PeriodReader().read):
        try:
            found = read(text)
        except PeriodSpellingError as error:
            _told(error)
            continue
        assert parse_period(str(found)) == found
        assert PeriodReader().read(str(found)) == found
        assert found.start <= found.end


def _formula(text: str) -> None:
    """It comes to a finite number, to none, or it is no formula."""
    try:
        tree = parse(text, frozenset(FIGURES))
        found = value_of(tree, FIGURES)
    except FormulaError as error:
        _told(error)
    except NoResultError:
        pass
    else:
        assert isinstance(found, float | int)
        assert math.isfinite(found)
        assert tree.names <= FIGURES.keys()


def _yaml(text: str) -> None:
    """Problems have a rule and a place; what is read without any is the same once written as JSON and read again."""
    data = text.encode("utf-8", "surrogatepass")
    found = read_marked(data, "a.yml")
    height = len(text.splitlines()) + 1
    for each in found.problems:
        assert each.code in RULES
        assert 0 <= each.place.line <= height + 1
        assert len(as_lines([each])) == 1
        assert len(as_lines([each])[0].splitlines()) == 1
    if not found.problems and found.value is not None:
        told = json.dumps(found.value, default=str, ensure_ascii=False)
        again = read_marked(told.encode("utf-8", "surrogatepass"), "a.yml")
        assert again.problems == ()
        assert json.dumps(again.value, default=str, ensure_ascii=False) == told


@dataclass(frozen=True)
class _Read:
    """Reads a file of data by the declaration that follows."""

    source: dict[str, object]

    def __call__(self, text: str) -> None:
        with tempfile.TemporaryDirectory() as folder:
            kpi = {"id": "k", "source": {"file": "data/f.csv", **self.source}}
            loaded = load(Path(folder), {"data/f.csv": text.encode("utf-8", "surrogatepass")}, kpi)
        for each in loaded.problems:
            assert each.code in RULES
            assert len(as_lines([each])[0].splitlines()) == 1
        for readings in loaded.readings.values():
            assert all(row.value is None or math.isfinite(row.value) for row in readings.rows)


def _declared(text: str) -> None:
    """A text as a filter, as arithmetic of a row, as the name of a column or of a file: one of them by its length."""
    ways = ({"where": {"a": text}}, {"value": text}, {"where": {text: "x"}}, {"file": f"data/{text}"})
    read = _Read({"period": "period", "value": "value", **ways[len(text) % 4]})
    read("period,value,a,b\n2025-01,3,x,2\n2025-02,4,*,5\n")


def _measure(text: str) -> None:
    try:
        measure_of(text)
    except MeasureError as error:
        _told(error)


@dataclass(frozen=True)
class Parser:
    """What reads a text, texts with which to begin, and what they are made of."""

    reads: Callable[[str], None]
    seeds: Sequence[str]
    pieces: Sequence[str]
    dear: int = 1
    """How much longer one input takes than one of the quickest parser."""


CSV = (
    "period,value\n2025-01,3\n2025-02,4\n",
    "period;value\r\n2025-Q1;3,5\r\n",
    "# c\n\nperiod\tvalue\n2025\t1 000\n",
    '"period","value"\n"2025-01","1,5"\n',
    "2025-01,2\n",
)
PARSERS = {
    "numbers": Parser(
        _number,
        ("1,234.5", "-12 %", "(3)", "€ 1.234,5", "1e3", "12 M", "1 234", "n/a"),
        (*SIGNS, *DIGITS, "EUR", "k", "Mio", "m²", "bn", "n/a", "CHF"),
    ),
    "periods": Parser(
        _period,
        ("2025-01", "Q3 2025", "FY2025", "2025-W07", "3 Jan 2025", "01/02/2025", "2025-01-31T12:30:00Z", "45000"),
        (*SIGNS, *DIGITS, *MONTHS),
    ),
    "formulas": Parser(
        _formula,
        (
            "a + b * 2",
            "min(a, b, 3)",
            "if(a > b and not zero, 1, a / zero)",
            "2 ** -3 ** 2",
            "round(2nd, 1)",
            "coalesce(a-b, huge)",
        ),
        (
            *SIGNS,
            *DIGITS,
            *FIGURES,
            "min(",
            "round(",
            "sqrt(",
            "if(",
            "abs(",
            "**",
            " or ",
            "not ",
            "==",
            "<=",
            "huge * huge",
        ),
    ),
    "YAML": Parser(
        _yaml,
        (
            "a: 1\nb: [x, {c: 'd'}]\n",
            "- &a {x: 1}\n- *a\n- <<: *a\n",
            "t: |\n  x\n  y\nn: >-\n  z\n",
            "? a\n: b\n",
            "id: x # c\n\tb: 2\n",
        ),
        (
            *SIGNS,
            *DIGITS,
            "\n  ",
            "\n- ",
            ": ",
            "- ",
            "key: ",
            "&a ",
            "*a",
            "!!str ",
            "---\n",
            "...\n",
            "%YAML 1.1\n",
            "|\n",
            ">\n",
            "<<: ",
            "'",
            '"',
            "no",
            "~",
            "2025-01-01",
            "\ud800",
            "\x85",
            "\u2028",
        ),
    ),
    "files of data": Parser(
        _Read({}),
        CSV,
        (*SIGNS, *DIGITS, *MONTHS, '""', "\r\n", "\n,", "period", "value", "target", "note", "Total", "n/a"),
        12,
    ),
    "files without a declared form": Parser(
        _Read({"period": "period", "value": "value"}),
        CSV,
        (*SIGNS, *DIGITS, *MONTHS, "\r", "period", "value", "sum"),
        12,
    ),
    "filters, arithmetic and names of files": Parser(
        _declared,
        ("x", "a*", "value * 2", "f.csv", "sum(value)", "*.csv", "**/*.csv", "not x", ">= 3", "a + b"),
        (*SIGNS, *DIGITS, "value", "[a]", "**", "..", "/", "~", "*a*", "period", "sum(", "min("),
    ),
    "measures of connections": Parser(
        _measure,
        ("sum(a * b)", "count(*)", "count(distinct a)", "mean(a / b)"),
        (*SIGNS, *DIGITS, "sum(", "count(", "distinct ", "max(", "a", "b", "date"),
    ),
}


@pytest.mark.parametrize("name", PARSERS)
def test_any_text_is_read_in_one_way_or_told(name: str) -> None:
    """Led by the lines that earlier texts reached."""
    one = PARSERS[name]
    trial = Guided(one.seeds, one.pieces, one.reads)
    trial.go(1, INPUTS // one.dear, SECONDS)
    assert trial.wrong == {}, f"{trial.tried} inputs"


@pytest.mark.parametrize("name", PARSERS)
def test_a_text_of_thousands_of_signs_is_no_endless_work(name: str) -> None:
    """Whatever it repeats: four thousand of them; a search by trial would take hours."""
    one = PARSERS[name]
    for piece in (*one.seeds, *one.pieces):
        began = time.process_time()
        one.reads((piece * 4000)[:4000])
        assert time.process_time() - began < 5, f"{piece!r} many times"
