"""What is suggested for a file: its KPIs with the figures that are read, and the questions with answers to choose."""

from __future__ import annotations

from collections.abc import Mapping

from bsc_site.interchange.suggestion.trial_reading import TrialFigure
from bsc_site.load.proposals.proposed import Choice, Keys
from bsc_site.model.problem import Problem
from bsc_site.model.value_class import dataclass


@dataclass(frozen=True, slots=True)
class TriedAnswer:
    """One answer to a question, with the first figures that each KPI has with it."""

    choice: Choice
    figures: Mapping[str, tuple[TrialFigure, ...]]


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question with its answers; everything else is read as with the first.

    `example` says that the answer is only one of many, or that none may be right. Without `kpis` it is about all.
    """

    words: str
    answers: tuple[TriedAnswer, ...]
    example: bool = False
    kpis: frozenset[str] = frozenset()

    def about(self, kpi: str) -> bool:
        """Whether it is about this KPI."""
        return not self.kpis or kpi in self.kpis


@dataclass(frozen=True, slots=True)
class SuggestedKpi:
    """A KPI as it can be pasted: its keys without those that are asked for, and the figures that are read."""

    id: str
    name: str
    keys: Keys
    source: Keys | None
    figures: tuple[TrialFigure, ...]


@dataclass(frozen=True, slots=True)
class SuggestedTable:
    """One table of the file: its KPIs, the questions about them, what was left out, and what is wrong all the same."""

    line: int
    rows: int
    columns: int
    sheet: str
    kpis: tuple[SuggestedKpi, ...]
    questions: tuple[AskedQuestion, ...]
    remarks: tuple[str, ...]
    problems: tuple[Problem, ...]
    tidy: bool = False


@dataclass(frozen=True, slots=True)
class Suggestion:
    """All that is suggested for one file, by the name that it has or should have in the project."""

    file: str
    tables: tuple[SuggestedTable, ...]
    inside: bool = True
    """Whether the file lies in the project."""
    declared: str = ""
    """The id of the KPI of the project that gets the source, where one was named."""
