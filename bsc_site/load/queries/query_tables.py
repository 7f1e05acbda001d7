"""Query tables: what queries give, as tables like those of files, and their problems at the query in the YAML."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from pathlib import Path

from bsc_site.load.queries.answer import Answer
from bsc_site.load.queries.query_error import QueryError
from bsc_site.load.tables.opened import Opened, table_of
from bsc_site.load.tables.table import Table
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.problem import Finding, Problem
from bsc_site.model.saying.said import said
from bsc_site.model.sentences.asked import query_sentences as told
from bsc_site.model.value_class import dataclass


@dataclass(slots=True)
class QueryTables:
    """The queries of a project, each with the KPIs that ask it; they are answered when the first table is wanted."""

    root: Path
    asked_by: Mapping[str, list[Kpi]]
    _answers: dict[str, Answer | QueryError] = field(default_factory=dict)

    def name(self, query: str) -> str:
        """What problems call the result."""
        return said(told.QUERY_OF, kpi=self.asked_by[query][0].id)

    def table(self, query: str) -> Table:
        """The table that a query gives. Raises QueryError."""
        if not self._answers:
            from bsc_site.load.queries.answers import answers_to  # noqa: PLC0415  # few projects ask any

            self._answers = answers_to(self.root, self.asked_by)
        answer = self._answers[query]
        if isinstance(answer, QueryError):
            raise answer
        rows = iter(enumerate(answer.rows, start=1))
        return table_of(self.name(query), Opened(0, answer.headings, rows))

    def files(self, query: str) -> tuple[str, ...]:
        """The files that a query read; none where it gave nothing."""
        answer = self._answers.get(query)
        return answer.files if isinstance(answer, Answer) else ()

    def every_file(self) -> frozenset[str]:
        """The files that any query reads, known without asking it."""
        if not self.asked_by:
            return frozenset()
        from bsc_site.load.queries.answers import files_of  # noqa: PLC0415  # few projects ask any

        return frozenset(file for files in files_of(self.root, self.asked_by).values() for file in files)

    @property
    def unknown(self) -> bool:
        """Whether a query could not be answered, so that it is not known which files it means to read."""
        return any(isinstance(each, QueryError) for each in self._answers.values())

    def finding(self, kpi: Kpi, error: QueryError) -> Finding:
        """What is wrong with a query, at its place."""
        return Finding(f"kpi/{kpi.id}", "source.query", error.code, error.message, position=error.position)

    def retold(self, problems: Iterable[Problem]) -> tuple[list[Problem], list[Finding]]:
        """The problems of files as they are, and those of results as findings about the query."""
        named = {self.name(query): query for query in self.asked_by}
        kept = [each for each in problems if each.place.file not in named]
        moved = [self._moved(named[each.place.file], each) for each in problems if each.place.file in named]
        return kept, moved

    def _moved(self, query: str, problem: Problem) -> Finding:
        place, answer = problem.place, self._answers.get(query)
        message = problem.message
        if place.line and place.column and isinstance(answer, Answer):
            heading = answer.headings[place.column - 1]
            message = said(told.IN_THE_RESULT, row=place.line, column=heading, message=message)
        elif place.line:
            message = said(told.IN_A_ROW, row=place.line, message=message)
        return Finding(f"kpi/{self.asked_by[query][0].id}", "source", problem.code, message)
