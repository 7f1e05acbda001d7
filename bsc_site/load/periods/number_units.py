"""Number units: what the number behind a year counts in a column such as 2018/1, 2018/2 or 2001-02, 2002-03."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Literal

from bsc_site.load.periods.column_rules import AmbiguousPeriodError, ColumnRules, one_line_or_another, shown_texts
from bsc_site.load.spellings.part_words import Unit
from bsc_site.load.spellings.spelled import Spelled
from bsc_site.model.period import Frequency, PeriodSpellingError
from bsc_site.model.saying.said import said
from bsc_site.model.sentences.in_data import date_sentences as told

Meaning = Unit | Literal["fiscal years"]
FISCAL_YEARS: Meaning = "fiscal years"
_ENOUGH = 3
"""So many texts that each name a year and the next one are no months: these would lie 13 months apart."""
_TWO_DIGITS = 2
_WEEKS_ALONE = 12


def follows(pair: Spelled) -> bool:
    """Whether the second number is the year after the first: 2001-02, 2001/2002."""
    second = pair["second"]
    return len(second) >= _TWO_DIGITS and int(second) == (int(pair["year"]) + 1) % 10 ** len(second)


def is_month(pair: Spelled) -> bool:
    """Whether the second number can be that of a month."""
    return len(pair["second"]) <= _TWO_DIGITS and 1 <= int(pair["second"]) <= Unit.MONTH.most


def is_cut(pair: Spelled, pairs: Sequence[Spelled]) -> bool:
    """Whether 2024.1 may be 2024.10 that a spreadsheet took for a number; not where other months have one digit too."""
    if pair["gap"] != "." or pair["second"] != "1":
        return False
    others = {each["second"] for each in pairs if each["gap"] == "."}
    return not others & {str(digit) for digit in range(2, 10)}


def number_unit(pairs: Sequence[Spelled], rules: ColumnRules) -> Meaning:
    """What the numbers of a column count, where all of them and the KPI leave one meaning.

    Raises AmbiguousPeriodError, which names the line to declare, where they leave two.
    """
    years = [pair for pair in pairs if follows(pair) and not is_month(pair)]
    numbers = [pair for pair in pairs if not follows(pair)]
    if not numbers and any(follows(pair) for pair in pairs) and rules.writing.years == "fiscal":
        return FISCAL_YEARS
    if rules.writing.numbers is not None:
        return Unit(rules.writing.numbers)
    if not numbers:
        return FISCAL_YEARS if years else _years_or_months(pairs, rules)
    if years:
        return _mixed(pairs, len(years), len(numbers))
    return _unit(pairs, rules)


def _years_or_months(pairs: Sequence[Spelled], rules: ColumnRules) -> Meaning:
    """Every text names a year and the next one, and every one could be a month: 2001-02, 2002-03."""
    if len(pairs) >= _ENOUGH and rules.fiscal:
        return FISCAL_YEARS
    if rules.frequency is not None and rules.coarser(Frequency.YEARLY) and len(pairs) == 1:
        return _unit(pairs, rules)
    sure = rules.frequency is Frequency.YEARLY and rules.fiscal and (len(pairs) > 1 or not rules.combined)
    if sure:
        return FISCAL_YEARS
    texts = shown_texts([pair.written for pair in pairs])
    months = rules.line_where("numbers", "months", said(told.ARE_MONTHS))
    fiscal: str = said(told.YEAR_STARTS_LINE)
    if rules.fiscal:
        fiscal = rules.line_where("years", "fiscal", said(told.ARE_FISCAL_YEARS))
    lines = rules.declare(one_line_or_another(fiscal, months))
    raise AmbiguousPeriodError(said(told.MONTHS_OR_FISCAL_YEARS, texts=texts, lines=lines), reason="years or months")


def _mixed(pairs: Sequence[Spelled], years: int, numbers: int) -> Meaning:
    """Some are surely years, others surely not: what most of them are, so that the others have a line of their own."""
    doubtful = len(pairs) - years - numbers
    if doubtful and years == numbers:
        texts = shown_texts([pair.written for pair in pairs])
        raise AmbiguousPeriodError(said(told.MONTHS_AND_FISCAL_YEARS, texts=texts))
    return FISCAL_YEARS if years > numbers else Unit.MONTH


def _unit(pairs: Sequence[Spelled], rules: ColumnRules) -> Meaning:
    possible = [unit for unit in (Unit.MONTH, Unit.QUARTER, Unit.HALF, Unit.WEEK) if _possible(unit, pairs)]
    if not possible:
        return _not_months(pairs, rules)
    if rules.frequency is not None and rules.frequency.rank < Frequency.MONTHLY.rank:
        return _weeks(pairs, possible, rules)
    if Unit.MONTH not in possible:
        return _not_months(pairs, rules)
    if rules.frequency is None or rules.frequency is Frequency.MONTHLY:
        return Unit.MONTH
    own = next((unit for unit in possible if unit.frequency is rules.frequency), None)
    finer = [unit for unit in possible if unit.frequency.rank < rules.frequency.rank and unit is not Unit.WEEK]
    if own is not None and not (rules.combined and _one_year(pairs)):
        return own
    left = [*([own] if own else []), *finer] or possible
    if len(left) == 1:
        return left[0]
    raise _doubt(pairs, left, rules)


def _not_months(pairs: Sequence[Spelled], rules: ColumnRules) -> Meaning:
    """Numbers beyond 12: a slip of the pen among months, or weeks where most are, and then asked for."""
    beyond = [pair for pair in pairs if not is_month(pair)]
    if _possible(Unit.WEEK, pairs) and len(beyond) * 2 > len(pairs) > 1:
        raise _doubt(pairs, [Unit.WEEK], rules)
    return Unit.MONTH


def _weeks(pairs: Sequence[Spelled], possible: Sequence[Unit], rules: ColumnRules) -> Meaning:
    """Of a weekly or daily KPI: numbers beyond 12 are weeks; others are asked for, as months would be too coarse."""
    if Unit.WEEK in possible and any(int(pair["second"]) > _WEEKS_ALONE for pair in pairs):
        return Unit.WEEK
    if Unit.WEEK in possible and rules.frequency is Frequency.WEEKLY:
        raise _doubt(pairs, [Unit.WEEK], rules)
    return possible[0]


def _possible(unit: Unit, pairs: Sequence[Spelled]) -> bool:
    numbers = [pair["second"] for pair in pairs]
    if unit in {Unit.QUARTER, Unit.HALF} and any(len(number) > 1 for number in numbers):
        return False
    return all(len(number) <= _TWO_DIGITS and 1 <= int(number) <= unit.most for number in numbers)


def _one_year(pairs: Sequence[Spelled]) -> bool:
    by_year: dict[str, int] = defaultdict(int)
    for pair in pairs:
        by_year[pair["year"]] += 1
    return len(by_year) == 1


def _doubt(pairs: Sequence[Spelled], units: Sequence[Unit], rules: ColumnRules) -> PeriodSpellingError:
    meanings = [(unit.value, said(told.NUMBERS_ARE[unit.value])) for unit in units]
    texts = shown_texts([pair.written for pair in pairs])
    message = said(told.WHAT_IS_COUNTED, texts=texts, lines=rules.either("numbers", *meanings))
    return AmbiguousPeriodError(message, reason="numbers")
