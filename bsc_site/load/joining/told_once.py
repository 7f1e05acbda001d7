"""Told once: what is wrong with a default is one problem, however many KPIs have it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bsc_site.model.problem import Place, Problem
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import scorecard_sentences as told
from bsc_site.model.value_class import dataclass


@dataclass(frozen=True, slots=True)
class ProblemByDefault(Problem):
    """A problem at the line of a default, which a KPI has by it; `felt_at` is the KPI's place, `felt_by` its key."""

    felt_at: Place
    felt_by: str

    @property
    def alone(self) -> Problem:
        """The same at the default, without a word about the KPI."""
        return Problem(self.place, self.code, self.severity, self.key, self.message)

    @property
    def of_one_kpi(self) -> Problem:
        """The same at the KPI, naming the line of the default."""
        there = {"file": self.place.file, "line": str(self.place.line)}
        message = said(told.BY_A_DEFAULT, message=self.message, **there)
        return Problem(self.felt_at, self.code, self.severity, self.felt_by, message)


def told_once(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Each problem; one that several KPIs have by the same default, or the default has itself, once at its line."""
    problems = tuple(problems)
    felt: dict[Problem, set[ProblemByDefault]] = {}
    for each in problems:
        if isinstance(each, ProblemByDefault):
            felt.setdefault(each.alone, set()).add(each)
    known = {(each.place, each.code) for each in problems if not isinstance(each, ProblemByDefault)}
    for each in problems:
        if not isinstance(each, ProblemByDefault):
            yield each
        elif (each.place, each.code) not in known:
            yield each.alone if len(felt[each.alone]) > 1 else each.of_one_kpi
