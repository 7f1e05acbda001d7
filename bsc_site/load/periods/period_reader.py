"""Period reader: reads the periods of one column, each as one period or refused with a reason."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import field
from datetime import date, datetime, time
from functools import partial
from typing import Any

from bsc_site.load.dating.counted_periods import counted, number_in
from bsc_site.load.dating.sdmx import sdmx_text
from bsc_site.load.dating.time_zones import at_home
from bsc_site.load.dating.year_spans import may_be_month, width_of_all, year_of_span, years_of_span
from bsc_site.load.periods.column_answers import ColumnAnswers
from bsc_site.load.periods.column_rules import (
    AmbiguousPeriodError,
    ColumnPeriodError,
    ColumnRules,
    NoPeriodError,
    RemarkError,
)
from bsc_site.load.periods.meanings import NO_PERIOD, Meanings
from bsc_site.load.periods.plainer_texts import plainer_texts
from bsc_site.load.spellings.spelled import Spelled, normal, span_of, spelled, without_remark
from bsc_site.model.period import Frequency, Period, PeriodSpellingError, parse_period
from bsc_site.model.saying.calendar_reasons import calendar_reason
from bsc_site.model.saying.said import Said, said
from bsc_site.model.saying.yaml_value_sentences import NOT_IN_THE_CALENDAR
from bsc_site.model.sentences import period_sentences as told
from bsc_site.model.sentences.in_data import date_sentences as dates
from bsc_site.model.value_class import dataclass

_EARLIEST, _LATEST = 1800, 2200
_LISTED = 30
_TIME = re.compile(r"[T ]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[AP]M)?(?: ?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2}))?")
_CLOCK = re.compile(r"[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?(?: ?([AP])M)?", re.ASCII | re.IGNORECASE)
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}" + _TIME.pattern, re.ASCII)
_OWN = re.compile(r"(?:FY)?\d{4}(?:-(?:Q[1-4]|H[12]|W\d{2}|\d{2}-\d{2}))|FY\d{4}", re.ASCII)
_WHOLE = re.compile(r"(\d+)\.0+", re.ASCII)


@dataclass(slots=True)
class PeriodReader:
    """Reads the periods of one column.

    `rules` say what is known of the column before it is read. `column` gives every cell of it, in order: it is asked
    once, when a cell alone leaves two meanings, so that the cells of a column are read in one way. Without it each
    cell stands for itself.
    """

    rules: ColumnRules = field(default_factory=ColumnRules)
    column: Callable[[], Iterable[Any]] | None = None
    timed: bool = False
    """Whether any cell so far named a time of day: then two figures of one day are two moments, not a contradiction."""
    told: set[str] = field(default_factory=set)
    """What was said of the column as a whole, which is said once."""
    _known: dict[Any, Period | PeriodSpellingError] = field(default_factory=dict)
    _mapped: dict[str, Period | None] = field(default_factory=dict)
    _meanings: Meanings = field(init=False)

    def __post_init__(self) -> None:
        """Prepare the declared map, and the questions for the column."""
        self._mapped = {normal(text): at for text, at in self.rules.writing.periods}
        shapes = None if self.column is None else partial(_shapes, self.column, self._mapped)
        self._meanings = Meanings(self.rules, ColumnAnswers(shapes))

    def read(self, cell: Any) -> Period:
        """The period that a cell holds.

        Raises PeriodSpellingError, which says why there is none, AmbiguousPeriodError, which names two, RemarkError for
        a text that the declared map has to tell, and NoPeriodError for one that is none on purpose.
        """
        key = self._key(self.moment(cell))
        known = self._known.get(key)
        if known is None:
            try:
                known = self._checked(key)
            except PeriodSpellingError as error:
                known = error
            self._known[key] = known
        if isinstance(known, Period):
            return known
        raise known

    def moment(self, cell: Any) -> Any:
        """A moment with an offset by the clock of the declared time zone; any other cell as it is."""
        zone = self.rules.writing.time_zone
        return cell if zone is None else at_home(cell, zone)

    def seconds(self, cell: Any) -> float:
        """The time of day that a cell names by the clock of that zone, in seconds after midnight; 0 without any."""
        try:
            return seconds_of(self.moment(cell))
        except PeriodSpellingError:
            return 0.0

    def without_time(self, cell: Any) -> Any:
        """The cell as one of few that mean the same period: a moment as its day, where no time zone moves it."""
        if self.rules.writing.time_zone is not None or not isinstance(cell, str):
            return cell
        return cell[:10] if len(cell) > 18 and cell[13] == ":" else cell  # noqa: PLR2004  # 2024-03-31 12:28:00

    def years(self, cell: Any) -> str:
        """The text of a cell that names several years, where its figure is declared to belong to one of them."""
        if self.rules.writing.spans is None or not isinstance(cell, str) or years_of_span(normal(cell)) is None:
            return ""
        return cell.strip()

    def mapping(self) -> str:
        """The line of YAML that tells every text of the column that carries a remark, with what it may mean."""
        found: dict[str, RemarkError] = {}
        taken: set[str] = set()
        for cell in self.column() if self.column is not None else self._known:
            try:
                taken.add(str(self.read(cell)))
            except RemarkError as error:
                if len(found) < _LISTED:
                    found.setdefault(error.text, error)
            except PeriodSpellingError:
                continue
        taken.update(error.meant for error in found.values() if error.otherwise is None)
        pairs = ", ".join(
            f"{json.dumps(text, ensure_ascii=False)}: {_free(error, taken)}" for text, error in found.items()
        )
        return self.rules.line("map", f"{{{pairs}}}")

    def _key(self, cell: Any) -> Any:
        """The cell without its time of day, so that a million moments of one day are one entry."""
        if isinstance(cell, str):
            if len(cell) > 15 and cell[13] == ":" and _MOMENT.fullmatch(cell):  # noqa: PLR2004  # 2024-03-31 12:28
                self.timed = self.timed or not _is_midnight(cell[10:])
                return cell[:10]
        elif isinstance(cell, datetime):
            self.timed = self.timed or cell.time() != time.min
            return cell.date()
        return cell

    def _checked(self, cell: Any) -> Period:
        try:
            period = self._counted(cell)
            if period is None:
                period = self._meanings.day(cell) if isinstance(cell, date) else self._spelled(_text_of(cell))
        except PeriodSpellingError:
            raise
        except (ValueError, OverflowError) as error:
            raise PeriodSpellingError(_not_in_the_calendar(cell, error)) from None
        if not _EARLIEST <= period.start.year <= _LATEST:
            raise PeriodSpellingError(
                said(dates.OUTSIDE_THE_YEARS, text=str(cell), first=str(_EARLIEST), last=str(_LATEST))
            )
        return period

    def _counted(self, cell: Any) -> Period | None:
        """The period that a number counts; None where none are counted, or for another text."""
        writing, number = self.rules.writing, number_in(cell)
        if writing.counts is None or number is None:
            return None
        if not isinstance(writing.from_, Period):
            raise ColumnPeriodError(said(told.NO_FIRST_DAY, line=self.rules.line("from", "2024-01-01")), reason="from")
        first = self._meanings.answers.ask("first", self._first_number)
        return counted(number - first, writing.counts, writing.from_.start, self.rules.year_starts)

    def _first_number(self) -> int:
        """The number of the first period: as declared, otherwise 0 where the column has it."""
        if self.rules.writing.first is not None:
            return self.rules.writing.first
        if self.column is None or any(number_in(cell) == 0 for cell in self.column()):
            return 0
        lines = self.rules.either("first", (1, ""), (0, ""))
        raise AmbiguousPeriodError(said(told.NO_ZERO, lines=lines), reason="first")

    def _spelled(self, written: str) -> Period:
        text = normal(written)
        if text in self._mapped:
            at = self._mapped[text]
            if at is None:
                raise NoPeriodError(said(dates.NO_PERIOD_ON_PURPOSE, text=written.strip()))
            return at
        years = years_of_span(text)
        text = sdmx_text(text) if years is None else self._of_span(text, years)
        try:
            return self._meant(text, written.strip())
        except AmbiguousPeriodError:
            raise
        except (ValueError, OverflowError) as error:
            meant = self._without_remark(text)
            if meant:
                no_period = said(dates.BARE_NO_PERIOD, text=written.strip())
                raise RemarkError(no_period, written.strip(), *meant) from None
            if isinstance(error, PeriodSpellingError) and error.message != NO_PERIOD:
                raise
            if isinstance(error, PeriodSpellingError):
                raise PeriodSpellingError(said(dates.NO_PERIOD, text=written.strip())) from None
            raise PeriodSpellingError(_not_in_the_calendar(written.strip(), error)) from None

    def _of_span(self, text: str, years: tuple[int, int]) -> str:
        """The year to which a figure of several years is declared to belong; the text where it may be no span."""
        writing = self.rules.writing
        if writing.spans is not None:
            return str(year_of_span(*years, writing.spans))
        if writing.numbers is None and self._meanings.answers.ask("spans", self._all_are_spans):
            last, first = ("last", said(told.UP_TO_ITS_LAST_YEAR)), ("first", said(told.FROM_ITS_FIRST_YEAR))
            lines = self.rules.either("spans", last, first, ("middle", said(told.AROUND_ITS_MIDDLE)))
            if may_be_month(text):
                lines = said(told.OR_MONTHS, lines=lines, line=self.rules.line("numbers", "months"))
            raise AmbiguousPeriodError(said(told.SPAN_OF_YEARS, text=text, lines=lines), reason="spans")
        return text

    def _all_are_spans(self) -> bool:
        """Whether all texts of a column of years span equally many, more than a fiscal year does."""
        if self.column is None or self.rules.frequency is not Frequency.YEARLY:
            return False
        texts = {normal(_text_of(cell)) for cell in self.column() if cell is not None and not isinstance(cell, date)}
        named = {text for text in texts - {*self._mapped} if any(sign.isdigit() for sign in text)}
        return (width_of_all(named) or 0) > 1

    def _meant(self, text: str, written: str = "") -> Period:
        if _OWN.fullmatch(text) and not (self.rules.writing.weeks == "sunday" and "W" in text):
            return parse_period(text, self.rules.year_starts)
        bare = self._without_time(text)
        shape = _shape(bare, written)
        if shape is not None:
            return self._meanings.of(shape)
        span = span_of(bare)
        if span is not None:
            return self._meanings.span(*span)
        raise PeriodSpellingError(NO_PERIOD)

    def _without_remark(self, text: str) -> tuple[str, ...]:
        """How YAML writes the period that a text with a remark may mean; two for a plain year of two meanings."""
        for plainer in plainer_texts(text):
            try:
                period = self._meant(plainer)
            except AmbiguousPeriodError:
                if plainer.isdigit() and len(plainer) == 4:  # noqa: PLR2004  # a plain year
                    return f"FY{plainer}", f"FY{int(plainer) + 1}"
            except (ValueError, OverflowError):
                continue
            else:
                if _EARLIEST <= period.start.year <= _LATEST and not self.rules.coarser(period.frequency):
                    return (str(period),)
        return ()

    def _without_time(self, text: str) -> str:
        match = _TIME.search(text)
        if match is None or match.end() != len(text):
            return text
        self.timed = self.timed or not _is_midnight(match[0])
        return text[: match.start()]


def _shapes(column: Callable[[], Iterable[Any]], mapped: Container[str]) -> Iterator[Spelled]:
    """The distinct texts of a column, taken apart; dates, blanks and mapped texts leave nothing open."""
    seen: set[str] = set()
    for cell in column():
        if isinstance(cell, date) or cell is None:
            continue
        written = _text_of(cell).strip()
        text = normal(written)
        if text in seen or text in mapped:
            continue
        seen.add(text)
        bare = _TIME.sub("", text)
        shape = None if _OWN.fullmatch(text) else _shape(bare, written)
        if shape is not None:
            yield shape
        else:
            yield from span_of(bare) or ()


def _not_in_the_calendar(cell: Any, error: Exception) -> Said:
    return said(NOT_IN_THE_CALENDAR, text=str(cell), reason=calendar_reason(error))


def seconds_of(cell: Any) -> float:
    """The time of day that a cell names beside its date, in seconds after midnight; 0 without any."""
    if isinstance(cell, datetime):
        return cell.hour * 3600 + cell.minute * 60 + cell.second + cell.microsecond / 1e6
    clock = _CLOCK.search(cell) if isinstance(cell, str) else None
    if clock is None:
        return 0.0
    hour, half = int(clock[1]), (clock[5] or "").upper()
    hour = hour % 12 + (12 if half == "P" else 0) if half else hour
    return hour * 3600 + int(clock[2]) * 60 + float(f"{clock[3] or 0}.{clock[4] or 0}")


def _free(error: RemarkError, taken: set[str]) -> str:
    """The likelier period of a text, unless another text of the column already has it."""
    return error.otherwise if error.otherwise and error.meant in taken else error.meant


def _shape(text: str, written: str) -> Spelled | None:
    return spelled(without_remark(text), written) or spelled(text, written)


def _is_midnight(written: str) -> bool:
    """Whether a time is what exports add to a mere date: 00:00:00, in whatever time zone."""
    return re.match(r"[T ]+00:00(?!:0*[1-9]|:\d*[1-9])", written) is not None


def _text_of(cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    text = str(cell)
    whole = _WHOLE.fullmatch(text.strip())
    return whole[1] if whole else text
