"""What is proposed for a file: the KPIs that it may hold, each with its source, and what only a person can decide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any, TypeAlias

from bsc_site.model.saying.said import Said
from bsc_site.model.value_class import dataclass

Keys: TypeAlias = Mapping[str, Any]
"""Keys of the YAML with their plain values."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to a question: keys of the KPI and of its source that it adds."""

    keys: Keys = field(default_factory=dict)
    source: Keys = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """What the file does not tell; each choice can be pasted as it stands, and `example` says that it is only one."""

    words: Said
    choices: tuple[Choice, ...]
    example: bool = False
    kpi: int | None = None
    """Which of the KPIs it is about; all of them without."""


@dataclass(frozen=True, slots=True)
class ProposedKpi:
    """A KPI that a table may hold: its name, keys of its own, and its source without the file."""

    name: str
    source: Keys
    keys: Keys = field(default_factory=dict)

    def with_choice(self, choice: Choice) -> ProposedKpi:
        """The same with one more question answered."""
        return ProposedKpi(self.name, {**self.source, **choice.source}, {**self.keys, **choice.keys})


@dataclass(frozen=True, slots=True)
class Proposal:
    """What one table may be: its KPIs, the questions about them, and what was left out and why.

    `tidy` says that rows name their KPIs, so that no source is needed: the names of the KPIs are their ids then.
    """

    kpis: tuple[ProposedKpi, ...] = ()
    questions: tuple[OpenQuestion, ...] = ()
    remarks: tuple[Said, ...] = ()
    tidy: bool = False
