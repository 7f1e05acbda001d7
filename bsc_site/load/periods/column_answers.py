"""Column answers: what a column as a whole says to the questions that one of its cells leaves open."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import field
from typing import Any, TypeVar

from bsc_site.load.spellings.spelled import Kind, Spelled
from bsc_site.model.period import PeriodSpellingError
from bsc_site.model.value_class import dataclass

Answer = TypeVar("Answer")


@dataclass(slots=True)
class ColumnAnswers:
    """Answers for one column; `shapes` are its distinct texts taken apart, None where only single cells are known.

    The column is looked at once, when a cell first leaves a question open, and each question is answered once.
    """

    shapes: Callable[[], Iterable[Spelled]] | None
    _groups: dict[Kind, list[Spelled]] | None = None
    _answers: dict[str, Any] = field(default_factory=dict)

    def group(self, kind: Kind, one: Spelled) -> list[Spelled]:
        """Every text of one kind, in the order of the column, or the one alone."""
        if self.shapes is None:
            return [one]
        if self._groups is None:
            self._groups = {}
            for shape in self.shapes():
                self._groups.setdefault(shape.kind, []).append(shape)
        return self._groups.get(kind) or [one]

    def ask(self, question: str, answer: Callable[[], Answer]) -> Answer:
        """The answer to a question, found once. Raises what `answer` raises, each time."""
        if self.shapes is None:
            return answer()
        if question not in self._answers:
            try:
                self._answers[question] = answer()
            except PeriodSpellingError as error:
                self._answers[question] = error
        found = self._answers[question]
        if isinstance(found, PeriodSpellingError):
            raise found
        return found  # type: ignore[no-any-return]  # each question has answers of one type
