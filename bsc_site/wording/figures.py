"""Figures: the one place where numbers, periods and dates become text."""

from __future__ import annotations

import math
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache

from babel.numbers import get_currency_symbol

from bsc_site.model.calculation.significant_digits import sensible_decimals, short_text
from bsc_site.model.period import Frequency, Period
from bsc_site.wording.language import DayText, Language, bare, held, led, noted, say, say_in, signed, spoken, told


def currency_sign(unit: str) -> str:
    """What stands for a currency (ISO 4217): `€` for EUR, `CHF` for CHF; empty for a unit that is none."""
    return _currency_sign(unit, spoken())


@cache
def _currency_sign(unit: str, language: Language) -> str:
    locale = language.locale
    return str(get_currency_symbol(unit, locale)) if unit in locale.currencies else ""


def unit_around(unit: str) -> tuple[str, str]:
    """What stands before and after a number of this unit: `€ ` in English, ` €` in German, ` days`; two empty texts."""
    return _unit_around(unit, spoken())


@cache
def _unit_around(unit: str, language: Language) -> tuple[str, str]:
    """As CLDR has it, with a plain blank; of English as this house writes it.

    Where lines run left a blank keeps per cent from its mark of direction.
    """
    if unit in ("", "count"):
        return "", ""
    sign = _currency_sign(unit, language)
    of_its_own = bool(sign) or (unit == "%" and language.locale.text_direction == "ltr")
    if language.locale.language == "en" or not of_its_own:
        return held(f"{sign} ", "") if sign else held("", f" {unit}")
    patterns = language.locale.currency_formats["standard"] if sign else language.locale.percent_formats[None]
    before, after = (_plain(side).replace("¤", sign) for side in (patterns.prefix[0], patterns.suffix[0]))
    return held(f"{before} " if before[-1:].isalpha() else before, after)


def _plain(side: str) -> str:
    """Without marks of direction, its narrow and lasting blanks as plain ones."""
    return side.translate(_PLAIN)


_PLAIN = str.maketrans({"\u200e": "", "\u200f": "", "\u061c": "", "\xa0": " ", "\u202f": " "})


def number_text(value: float, decimals: int | None = None) -> str:
    """`1,234.5`: the figure as it stands where it is short, otherwise rounded to four digits; or fixed decimals."""
    if decimals is None:
        short = short_text(value)
        if short is not None:
            return signed(short)
        text = f"{value:,.{sensible_decimals(value)}f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
    else:
        text = f"{value:,.{decimals}f}"
    if text[0] == "-":
        less = any(digit in text for digit in "123456789")
        return led(f"−{signed(text[1:])}") if less else signed(text[1:])
    return signed(text)


@cache
def _month_names(language: Language) -> dict[int, str]:
    """The short names of the months, by their number from 1."""
    return {number: str(name) for number, name in language.locale.months["format"]["abbreviated"].items()}


def month_names() -> list[str]:
    """The short names of the months, from `Jan` to `Dec`."""
    return [_month_names(spoken())[number] for number in range(1, 13)]


def month_name(day: date) -> str:
    """The short name of the day's month: `Mar`."""
    return _month_names(spoken())[day.month]


@cache
def _months_in_full(language: Language) -> dict[int, str]:
    return {number: str(name) for number, name in language.locale.months["format"]["wide"].items()}


def month_in_full(number: int) -> str:
    """The name of the month from 1 to 12: `March`."""
    return _months_in_full(spoken())[number]


_MOST_DECIMALS = 12
_ONE = frozenset({"1", "−1"})
_BOUNDS = (0.0, 100.0)


def quantity_text(value: float | None, unit: str = "", decimals: int | None = None) -> str:
    """A value with its unit: `41.2 %`, `€ 1,234`, `12 days`, `Yes`; an em dash for no value."""
    return "—" if value is None else _quantity_text(value, unit, decimals, spoken())


@lru_cache(maxsize=4096)
def _quantity_text(value: float, unit: str, decimals: int | None, language: Language) -> str:
    """A figure stands in a chart, its table and sentences about it: it is written once for all of them."""
    if unit == "yes/no":
        return say_in("answer", "Yes") if value >= 0.5 else say_in("answer", "No")  # noqa: PLR2004  # halfway
    before, after, tight = _frame(unit, language)
    number = _number_of(value, unit, decimals)
    if number in _ONE and unit == difference_unit("%"):
        one = say("1 point")
        return one if value > 0 else led(f"−{one}")
    if tight and number != (size := _number_of(abs(value), unit, decimals)):
        return led(f"−{before}{size}{after}")  # a minus stands before a sign without a blank: `−￥5`, but `€ −5`
    return f"{before}{number}{after}"


@cache
def _frame(unit: str, language: Language) -> tuple[str, str, bool]:
    """What stands around a number, and whether a sign without a blank stands before it."""
    before, after = _unit_around(unit, language)
    return before, after, bool(bare(before)) and not before.endswith(" ")


def _number_of(value: float, unit: str, decimals: int | None) -> str:
    if currency_sign(unit):
        return number_text(round(value, 2) if abs(value) >= 1 and decimals is None else value, decimals)
    return _short_of_bounds(value, decimals) if unit == "%" else number_text(value, decimals)


def exact_text(value: float, unit: str = "") -> str:
    """A value as it was written, nothing rounded away: `€ 1,234,567.50`, `99.996 %`."""
    digits = max(0, -Decimal(f"{value:.12g}").normalize().as_tuple().exponent)  # type: ignore[operator]  # finite
    return quantity_text(value, unit, min(digits, _MOST_DIGITS))


_MOST_DIGITS = 12


def range_text(low: float, high: float, unit: str = "", decimals: int | None = None) -> str:
    """Two values with their unit once: `20 to 40 %`, `€ 20 to 40`."""
    first, last = ends_text(low, high, unit, decimals)
    return say("{low} to {high}", low=first, high=last)


def ends_text(low: float, high: float, unit: str = "", decimals: int | None = None) -> tuple[str, str]:
    """The ends of a range for a sentence that names both, with their unit at one of them."""
    first, last = texts_apart(low, high, unit, decimals)
    before, after = unit_around(unit)
    if unit == difference_unit("%") and (number := _number_of(low, unit, decimals)) in _ONE:
        return number, last
    if after and first.endswith(after):
        return first.removesuffix(after), last
    return first, last.replace(before, "", 1)


def texts_apart(value: float, other: float, unit: str = "", decimals: int | None = None) -> tuple[str, str]:
    """Two values with as many decimals as it takes to tell them apart, where they differ at all."""
    texts = quantity_text(value, unit, decimals), quantity_text(other, unit, decimals)
    if texts[0] != texts[1] or alike(value, other):
        return texts
    for more in range((decimals or 0) + 1, _MOST_DECIMALS + 1):
        texts = quantity_text(value, unit, more), quantity_text(other, unit, more)
        if texts[0] != texts[1]:
            break
    return texts


def finer_text(value: float, other: float, unit: str = "", decimals: int | None = None) -> str:
    """A value with more decimals than asked for where it would read like `other`, from which it differs."""
    text, taken = quantity_text(value, unit, decimals), quantity_text(other, unit, decimals)
    if decimals is None or text != taken or alike(value, other):
        return text
    for more in range(decimals + 1, _MOST_DECIMALS + 1):
        text = quantity_text(value, unit, more)
        if text != quantity_text(other, unit, more):
            break
    return text


def alike(value: float, other: float) -> bool:
    """Whether two figures are the same but for what the arithmetic of binary fractions leaves behind."""
    return math.isclose(value, other, rel_tol=1e-12, abs_tol=1e-15)


def _short_of_bounds(value: float, decimals: int | None) -> str:
    """A share that is neither nothing nor all is not written as 0 or 100, however near it is."""
    text = number_text(value, decimals)
    near = _BOUNDS[value > sum(_BOUNDS) / 2]
    if abs(value - near) > 1:  # no number of decimals rounds so far
        return text
    if text != number_text(near, decimals) or alike(value, near):
        return text
    for more in range((decimals or 0) + 1, _MOST_DECIMALS + 1):
        finer = number_text(value, more)
        if finer != number_text(near, more):
            return finer
    return text


def period_text(period: Period) -> str:
    """A period for readers: `Jun 2025`, `Q3 2025`, `week 7, 2025`, `31 Mar 2025`, `H1 2025`, `FY2025 Q3`."""
    return _period_text(period, period.year_starts, spoken())


@lru_cache(maxsize=4096)
def _period_text(period: Period, _year_starts: int, _language: Language) -> str:
    """Periods are equal whatever the year that they are written in; the words are those of the language."""
    if period.frequency is Frequency.DAILY:
        return DayText(date_text(period.start))
    if period.frequency is Frequency.WEEKLY:
        iso = period.start.isocalendar()
        return say("week {week}, {year}", week=iso.week, year=iso.year)
    if period.frequency is Frequency.MONTHLY:
        return say("{month} {year}", month=month_name(period.start), year=period.start.year)
    year, _, part = str(period).partition("-")
    if not part:
        return year
    if year.startswith("FY"):
        return say("{fiscal_year} {part}", fiscal_year=year, part=part)
    return say("{part} {year}", part=part, year=year)


def period_pattern(period: Period) -> str:
    """The sentence in which `period_text` tells periods like this one, its places unfilled: `{month} {year}`."""
    if period.frequency is Frequency.YEARLY:
        return "{year}"
    if period.year_starts > 1 and period.frequency in (Frequency.QUARTERLY, Frequency.HALF_YEARLY):
        return told(_FISCAL)
    return told(_PATTERNS[period.frequency])


_PATTERNS = {
    Frequency.DAILY: noted("{day} {month} {year}"),
    Frequency.WEEKLY: noted("week {week}, {year}"),
    Frequency.MONTHLY: noted("{month} {year}"),
    Frequency.QUARTERLY: noted("{part} {year}"),
    Frequency.HALF_YEARLY: noted("{part} {year}"),
}
_FISCAL = noted("{fiscal_year} {part}")


def date_text(day: date) -> str:
    """A day for readers: `5 Mar 2025`."""
    return _date_text(day, spoken())


@lru_cache(maxsize=4096)
def _date_text(day: date, _language: Language) -> str:
    """Many have the same: all that is due, is due on few days."""
    return say("{day} {month} {year}", day=day.day, month=month_name(day), year=day.year)


def share_text(share: float) -> str:
    """A share from 0 to 1 as whole per cent: `62 %`."""
    before, after = unit_around("%")
    return f"{before}{number_text(share * 100, 0)}{after}"


def count_text(count: int, noun: str, plural: str = "") -> str:
    """`1 KPI`, `7 KPIs`."""
    return f"{signed(f'{count:,}')} {noun if count == 1 else plural or noun + 's'}"


def difference_unit(unit: str) -> str:
    """The unit of a difference between two values: points between percentages, none between yes and no."""
    if unit == "%":
        return say_in("unit of a difference", "points")
    return "" if unit == "yes/no" else unit
