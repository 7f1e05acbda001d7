"""Rules of a column: what is known of periods before any cell is read, and the error that asks for what is not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from functools import reduce

from bsc_site.load.suggestions import cut_list
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.project import Project
from bsc_site.model.declared.sources.period_writing import PeriodWriting
from bsc_site.model.period import Frequency, PeriodSpellingError
from bsc_site.model.saying.said import Said, said
from bsc_site.model.sentences.in_data import date_sentences as told
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Aggregate

PIVOT = 70
"""Two digits from here on are a year of the last century."""


@dataclass(frozen=True, slots=True)
class ColumnRules:
    """How the periods of a KPI's rows may be meant.

    `year_starts` is the month in which the KPI's year starts and `frequency` how often it has a figure; None where
    nothing is known of it. `combined` says that finer figures become one by a declared rule, so that they are
    expected. `in_source` says where a declaration of `writing` is to stand: in the source, or at the KPI itself.
    """

    year_starts: int = 1
    frequency: Frequency | None = None
    writing: PeriodWriting = field(default_factory=PeriodWriting)
    combined: bool = False
    in_source: bool = True
    joined: bool = False
    """Whether year and month stand in columns of their own."""

    @property
    def fiscal(self) -> bool:
        """Whether the KPI's year begins in another month than January."""
        return self.year_starts != 1

    def coarser(self, frequency: Frequency) -> bool:
        """Whether a period of `frequency` is too long for a figure of the KPI."""
        return self.frequency is not None and frequency.rank > self.frequency.rank

    def finer(self, frequency: Frequency) -> bool:
        """Whether a period of `frequency` is only a part of one of the KPI's."""
        return self.frequency is not None and frequency.rank < self.frequency.rank

    def declare(self, lines: str) -> Said:
        """That lines are to be declared, and where."""
        return said(told.DECLARE_IN_SOURCE if self.in_source else told.DECLARE_AT_KPI, lines=lines)

    def line(self, key: str, value: object) -> str:
        """The line of YAML that declares one key, as it can be pasted."""
        if self.in_source and key in {"dates", "year"}:
            return f"`{key}: {value}`"
        return f"`periods: {{{key}: {value}}}`"

    def either(self, key: str, *meanings: tuple[object, str]) -> Said:
        """The lines that settle two or more meanings: `declare in the source .. where it is .., or .. where ..`."""
        return self.declare(one_line_or_another(*(self.line_where(key, value, meant) for value, meant in meanings)))

    def line_where(self, key: str, value: object, meant: str) -> str:
        """The line that declares one key, with what it stands for where that is said."""
        line = self.line(key, value)
        return said(told.LINE_WHERE, line=line, meaning=meant) if meant else line


def column_rules(project: Project, kpi: Kpi) -> ColumnRules:
    """What is known of the periods of a KPI before any is read: its year, its frequency, and what is declared."""
    source = kpi.source
    counted = source is not None and any((source.count, source.numerator, source.repeat_rate))
    return ColumnRules(
        project.year_starts_of(kpi),
        kpi.frequency,
        project.period_writing_of(kpi),
        combined=counted or kpi.aggregate not in {None, Aggregate.LAST},
        in_source=source is not None,
    )


class ColumnPeriodError(PeriodSpellingError):
    """What is wrong with the texts of a column for one `reason`, so that one line is enough for all; None for one."""

    def __init__(self, message: str, *, reason: str | None = None) -> None:
        """Keep what to say, and what it has in common with other lines."""
        super().__init__(message)
        self.reason = reason


class AmbiguousPeriodError(ColumnPeriodError):
    """A text that may mean two different periods."""


class NoPeriodError(PeriodSpellingError):
    """A text of which the declared map says that it is no period."""


class RemarkError(ColumnPeriodError):
    """A text that is no period, but would be one without a remark or a slip.

    `meant` is how YAML writes that period, and `otherwise` how it writes the other one that it may be, if any.
    """

    def __init__(self, message: str, text: str, meant: str, otherwise: str | None = None) -> None:
        """Keep text and meaning for the map that the message of the column shows."""
        super().__init__(message, reason="map")
        self.text, self.meant, self.otherwise = text, meant, otherwise


def full_year(text: str) -> int:
    """A year of two or four digits: 70 to 99 are 19xx, others 20xx."""
    year = int(text)
    if len(text) > 2:  # noqa: PLR2004  # written in full
        return year
    return 1900 + year if year >= PIVOT else 2000 + year


def shown_texts(texts: Sequence[str]) -> str:
    """The first texts of a column as a message quotes them, and how many more there are."""
    return cut_list([f"'{text}'" for text in texts], 3)


def one_line_or_another(*lines: str) -> str:
    """`a`, or `b`, or `c`."""
    return reduce(lambda one, other: said(told.OR_ELSE, one=one, other=other), lines)
