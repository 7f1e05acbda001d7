"""Meanings: the period that a text taken apart stands for, as the column it stands in is read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from bsc_site.load.periods.column_answers import ColumnAnswers
from bsc_site.load.periods.column_rules import AmbiguousPeriodError, ColumnPeriodError, ColumnRules, full_year
from bsc_site.load.periods.date_grid import ends_periods
from bsc_site.load.periods.day_order import day_in, day_order, readable, short_order
from bsc_site.load.periods.number_units import FISCAL_YEARS, follows, is_cut, is_month, number_unit
from bsc_site.load.periods.rolling_months import years_of_months
from bsc_site.load.periods.six_digits import day_of_six, month_of_six, six_digits, week_of_six
from bsc_site.load.periods.weeks import week_of
from bsc_site.load.periods.years import (
    YearKind,
    first_month,
    kind_of_joined_years,
    kind_of_plain_years,
    month_in_year,
    part_period,
    written_year,
    year_period,
)
from bsc_site.load.spellings.month_names import languages_of, months_of
from bsc_site.load.spellings.part_words import Unit, fitting, units_of_mark
from bsc_site.load.spellings.spelled import Kind, Spelled
from bsc_site.model.period import MONTHS_A_YEAR, Frequency, Period, PeriodSpellingError, period_of
from bsc_site.model.saying.said import Listed, said
from bsc_site.model.sentences.in_data import date_sentences as told
from bsc_site.model.value_class import dataclass

NO_PERIOD = ""
"""What is wrong with a text of which nobody knows anything: whoever reads the cell says so."""
"""What is said of a text that has no meaning, behind the text itself."""
_EXCEL = date(1899, 12, 30)
"""Day 0 of Excel's count of days, as it is right from March 1900 on."""
_SPANS = (Frequency.WEEKLY, Frequency.MONTHLY, Frequency.QUARTERLY, Frequency.HALF_YEARLY, Frequency.YEARLY)


@dataclass(frozen=True, slots=True)
class Meanings:
    """Gives each text of a column its period; what one text leaves open is answered by all of them.

    Every method raises PeriodSpellingError or ValueError for a text that has no meaning, AmbiguousPeriodError for two.
    """

    rules: ColumnRules
    answers: ColumnAnswers

    def of(self, shape: Spelled) -> Period:
        """The period of a text."""
        return _BY_KIND[shape.kind](self, shape)

    def day(self, day: date) -> Period:
        """A single day."""
        return Period(Frequency.DAILY, date(day.year, day.month, day.day), self.rules.year_starts)

    def span(self, first: Spelled, last: Spelled) -> Period:
        """The period that begins and ends on two days."""
        return self._whole(self.of(first).start, self.of(last).end)

    def _whole(self, start: date, end: date) -> Period:
        if end - start == timedelta(days=6):
            return period_of(start + timedelta(days=3), Frequency.WEEKLY, self.rules.year_starts)
        for frequency in _SPANS:
            period = period_of(start, frequency, self.rules.year_starts)
            if (period.start, period.end) == (start, end):
                return period
        raise PeriodSpellingError(said(told.NO_WHOLE_PERIOD, start=str(start), end=str(end)))

    def _day(self, shape: Spelled) -> Period:
        return self.day(date(int(shape["year"]), int(shape["month"]), int(shape["day"])))

    def _numeric_day(self, shape: Spelled) -> Period:
        if self.rules.writing.dates is None and not readable([shape]):
            raise PeriodSpellingError(said(told.NO_DATE, text=shape.written))
        dates = self.answers.group("numeric day", shape)
        return self.day(day_in(shape, self.answers.ask("dates", lambda: day_order(readable(dates), self.rules))))

    def _pair(self, shape: Spelled) -> Period:
        pairs = self.answers.group("pair", shape)
        meaning = self.answers.ask("numbers", lambda: number_unit(pairs, self.rules))
        if meaning == FISCAL_YEARS or (follows(shape) and not is_month(shape)):
            year = written_year(f"{shape['year']}/{shape['second']}", self.rules)
            return year_period(year, self.rules, "fiscal")
        number = int(shape["second"])
        if meaning is Unit.MONTH and not is_month(shape):
            raise PeriodSpellingError(said(told.NEITHER_MONTH_NOR_YEARS, text=shape.written))
        if meaning is Unit.MONTH and is_cut(shape, pairs):
            raise PeriodSpellingError(said(told.ZERO_LOST, text=shape.written, year=shape["year"]))
        return self._numbered(shape, Unit(meaning), shape["year"], number)

    def _short(self, shape: Spelled) -> Period:
        texts = self.answers.group("short", shape)
        order = self.answers.ask("short", lambda: short_order(texts, self.rules))
        if order == "fiscal years":
            first = full_year(shape["first"])
            return year_period(written_year(f"{first}/{shape['second']}", self.rules), self.rules, "fiscal")
        year, month = ("first", "second") if order == "year first" else ("second", "first")
        return Period(Frequency.MONTHLY, date(full_year(shape[year]), int(shape[month]), 1), self.rules.year_starts)

    def _six(self, shape: Spelled) -> Period:
        group = self.answers.group("six", shape)
        meaning = self.answers.ask("six", lambda: six_digits([each.text for each in group], self.rules))
        if meaning is Unit.MONTH:
            return month_of_six(shape.text)
        if meaning is Unit.WEEK:
            return week_of_six(shape.text)
        return day_of_six(shape.text, meaning)  # type: ignore[arg-type]  # the orders of days are left

    def _year(self, shape: Spelled) -> Period:
        year = written_year(shape["year"], self.rules)
        kind: YearKind = "calendar"
        if year.plain and not self.rules.coarser(Frequency.YEARLY):
            kind = self._plain_years("year", shape)
        return year_period(year, self.rules, kind)

    def _plain_years(self, kind: Kind, shape: Spelled) -> YearKind:
        group = self.answers.group(kind, shape)

        def answer() -> YearKind:
            plain = [each.written for each in group if each["year"].isdigit()]
            return kind_of_plain_years(plain or [shape.written], self.rules)

        return self.answers.ask(f"years {kind}", answer)

    def _part(self, shape: Spelled) -> Period:
        number, units = int(shape["number"]), units_of_mark(shape["mark"])
        unit = next(iter(units)) if len(units) == 1 else fitting(units, self.rules.frequency, number)
        if unit is None:
            raise PeriodSpellingError(said(told.WHICH_UNIT, mark=shape["mark"], units=Listed(sorted(units))))
        return self._numbered(shape, unit, shape["year"], number)

    def _numbered(self, shape: Spelled, unit: Unit, year_text: str, number: int) -> Period:
        if unit is Unit.WEEK:
            if not year_text.isdigit():
                raise PeriodSpellingError(said(told.NO_WEEK_OF_A_YEAR, text=shape.written))
            return week_of(full_year(year_text), number, self.rules)
        year = written_year(year_text, self.rules)
        if unit is Unit.MONTH:
            return self._numbered_month(shape, year_text, number)
        kind = self._plain_years(shape.kind, shape) if year.plain and self.rules.fiscal else "calendar"
        return part_period(year, unit, number, self.rules, kind)

    def _numbered_month(self, shape: Spelled, year_text: str, number: int) -> Period:
        year = written_year(year_text, self.rules)
        kind: YearKind = "fiscal"
        if year.plain:
            kind = "calendar"
            if self.rules.joined:
                kind = self.answers.ask("joined", lambda: kind_of_joined_years(*self._months(shape), self.rules))
        if kind == "calendar" and self.rules.writing.first_month is None:
            return month_in_year(year, number, self.rules, kind)
        one = self.answers.ask("first month", lambda: first_month(*self._months(shape), self.rules))
        return month_in_year(
            year, (one + number - 2) % MONTHS_A_YEAR + 1, self.rules, kind if not self.rules.fiscal else "fiscal"
        )

    def _months(self, shape: Spelled) -> tuple[list[tuple[int, int]], list[str]]:
        """The year and the number of each month that is written like this one, and how all of them are written."""
        group = [each for each in self.answers.group(shape.kind, shape) if _number(each) is not None]
        months = [(written_year(each["year"], self.rules).number, _number(each) or 0) for each in group]
        return months, [each.written for each in group]

    def _month_span(self, shape: Spelled) -> Period:
        """`Jan-Mar 2024` is a quarter, where the year has one that begins and ends so."""
        names = months_of({shape["name"], shape["last"]}, self.rules.writing.month_names)
        first, last = (names[shape[part]] for part in ("name", "last"))
        if len(first) != 1 or len(last) != 1:
            raise PeriodSpellingError(NO_PERIOD)
        year = full_year(shape["year"].removeprefix("FY").strip())
        start, end = (Period(Frequency.MONTHLY, date(year, min(month), 1)) for month in (first, last))
        return self._whole(start.start, end.end)

    def _month_number(self, shape: Spelled) -> int:
        names = [each["name"] for kind in _NAMED for each in self.answers.group(kind, shape) if "name" in each.parts]
        known = self.answers.ask("names", lambda: months_of(dict.fromkeys(names), self.rules.writing.month_names))
        months = known.get(shape["name"]) or months_of([shape["name"]], self.rules.writing.month_names)[shape["name"]]
        if len(months) == 1:
            return next(iter(months))
        if not months:
            raise PeriodSpellingError(NO_PERIOD)
        lines = self.rules.either(
            "month_names",
            *(
                (language, said(told.IS_MONTH, month=str(month)))
                for month, language in languages_of(shape["name"]).items()
            ),
        )
        raise AmbiguousPeriodError(said(told.TWO_MONTHS, text=shape.written, lines=lines), reason="names")

    def _named_month(self, shape: Spelled) -> Period:
        month = self._month_number(shape)
        year = written_year(shape["year"], self.rules)
        kind: YearKind = "calendar"
        if year.plain and self.rules.joined and self.rules.fiscal:
            group = self.answers.group("named month", shape)
            known = months_of({each["name"] for each in group}, self.rules.writing.month_names)
            months = [
                (written_year(each["year"], self.rules).number, min(known[each["name"]], default=1)) for each in group
            ]
            texts = [each.written for each in group]
            kind = self.answers.ask("joined names", lambda: kind_of_joined_years(months, texts, self.rules))
        return month_in_year(year, month, self.rules, kind)

    def _short_named_month(self, shape: Spelled) -> Period:
        month = self._month_number(shape)
        if self.rules.writing.dates != "year first":
            lines = self.rules.either("dates", ("year first", said(told.IS_THE_YEAR, year=shape["year"])))
            raise ColumnPeriodError(said(told.DAY_OR_YEAR, text=shape.written, lines=lines), reason="day or year")
        return Period(Frequency.MONTHLY, date(full_year(shape["year"]), month, 1), self.rules.year_starts)

    def _named_day(self, shape: Spelled) -> Period:
        return self.day(date(full_year(shape["year"]), self._month_number(shape), int(shape["day"])))

    def _declared_year(self, shape: Spelled) -> int:
        if self.rules.writing.year is None:
            lines = self.rules.declare(self.rules.line("year", 2025))
            raise ColumnPeriodError(said(told.NAMES_NO_YEAR, text=shape.written, lines=lines), reason="no year")
        return self.rules.writing.year

    def _part_alone(self, shape: Spelled) -> Period:
        year, number, units = self._declared_year(shape), int(shape["number"]), units_of_mark(shape["mark"])
        unit = next(iter(units)) if len(units) == 1 else fitting(units, self.rules.frequency, number)
        if unit is None:
            raise PeriodSpellingError(NO_PERIOD)
        texts = [f"{year}"]
        kind: YearKind = "calendar"
        if self.rules.fiscal and unit is not Unit.WEEK:
            kind = self.answers.ask("years part alone", lambda: kind_of_plain_years(texts, self.rules))
        if unit is Unit.WEEK:
            return week_of(year, number, self.rules)
        if unit is Unit.MONTH:
            return month_in_year(written_year(f"{year}", self.rules), number, self.rules, kind)
        return part_period(written_year(f"{year}", self.rules), unit, number, self.rules, kind)

    def _month_alone(self, shape: Spelled) -> Period:
        month = self._month_number(shape)
        year = self._declared_year(shape)
        group = self.answers.group("month alone", shape)
        names = months_of({each["name"] for each in group}, self.rules.writing.month_names)
        months = [number for each in group for number in names[each["name"]] if len(names[each["name"]]) == 1]
        years = self.answers.ask("roll", lambda: years_of_months(list(dict.fromkeys(months)), year))
        return Period(Frequency.MONTHLY, date(years.get(month, year), month, 1), self.rules.year_starts)

    def _serial(self, shape: Spelled) -> Period:
        days = [self.day(_EXCEL + timedelta(days=int(each.text))) for each in self.answers.group("serial", shape)]
        day = self.day(_EXCEL + timedelta(days=int(shape.text)))
        frequency = self.rules.frequency
        if frequency is Frequency.DAILY and len(days) > 1:
            return day
        if frequency is None or not ends_periods(days, frequency, self.rules.year_starts):
            raise PeriodSpellingError(said(told.SERIAL_NUMBER, text=shape.written, day=str(day)))
        return day if frequency is Frequency.WEEKLY else day.within(frequency)


_NAMED: tuple[Kind, ...] = ("named month", "short named month", "named day", "month alone")
_BY_KIND: dict[Kind, Callable[[Meanings, Spelled], Period]] = {
    "year": Meanings._year,  # noqa: SLF001
    "pair": Meanings._pair,  # noqa: SLF001
    "short": Meanings._short,  # noqa: SLF001
    "six": Meanings._six,  # noqa: SLF001
    "day": Meanings._day,  # noqa: SLF001
    "numeric day": Meanings._numeric_day,  # noqa: SLF001
    "part": Meanings._part,  # noqa: SLF001
    "part alone": Meanings._part_alone,  # noqa: SLF001
    "named month": Meanings._named_month,  # noqa: SLF001
    "short named month": Meanings._short_named_month,  # noqa: SLF001
    "month span": Meanings._month_span,  # noqa: SLF001
    "named day": Meanings._named_day,  # noqa: SLF001
    "month alone": Meanings._month_alone,  # noqa: SLF001
    "serial": Meanings._serial,  # noqa: SLF001
}


def _number(shape: Spelled) -> int | None:
    text = shape.parts.get("second") or shape.parts.get("number")
    return int(text) if text is not None else None
