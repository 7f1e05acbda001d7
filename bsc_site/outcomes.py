"""Outcomes: what is asked of the one straight pass, and what it comes to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bsc_site.compute.audience import Apart, Circle, Readers
from bsc_site.model.concluded.health import Health
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.declared.project import Project
from bsc_site.model.problem import Problem, Severity
from bsc_site.model.series import Readings, Series
from bsc_site.model.translated.missing import Translations
from bsc_site.model.value_class import dataclass

if TYPE_CHECKING:  # `check` and `explain` need nothing that renders or publishes, and start sooner without
    from bsc_site.publish.publication.site import Published


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for: which project, at which date, for whom, how strictly."""

    root: Path
    as_of: date
    readers: Readers = Circle.EVERYTHING
    strict: bool = False
    environment: Mapping[str, str] = field(default_factory=dict, repr=False, compare=False)
    """The variables that hold the addresses of connections; without them nobody is asked."""
    only: tuple[str, ...] = ()
    """The scorecards whose part of the site is wanted; none of them is all of it."""
    stands: Path | None = None
    """Where the site stands whose figures may not be lost; in its usual place unless told otherwise."""
    language: str = ""
    """The language whose texts are taken where there are several; the first one of the site unless told otherwise."""


@dataclass(frozen=True, slots=True)
class Before:
    """An earlier version of the project: its figures, as they would be read today, and the day of its commit."""

    project: Project
    series: Mapping[str, Series]
    day: date


@dataclass(frozen=True, slots=True)
class Examination:
    """Everything that is known before anything is written; `assessment` is None when the input is too broken."""

    assessment: Assessment | None
    problems: tuple[Problem, ...]
    health: Mapping[str, Health] = field(default_factory=dict)
    """Scorecard id to how well it is made."""
    apart: Apart = field(default_factory=Apart)
    """What is not for everybody."""
    readings: Mapping[str, Readings] = field(default_factory=dict)
    """What was read of every KPI, likewise."""
    series: Mapping[str, Series] = field(default_factory=dict)
    """The figures of every KPI, those that the assessment keeps from its readers too."""
    files: frozenset[str] = frozenset()
    """Every data file that was looked into, by its path in the project."""
    project: Project | None = None
    """The whole project, with what the assessment keeps from its readers; None when the input is too broken."""
    translations: Translations = field(default_factory=Translations)
    """How far its texts are translated into all its languages."""
    written_in: Mapping[str, str] = field(default_factory=dict)
    """Each text of the scorecards to the code of the language in which it is; empty where nobody says."""

    @property
    def refused(self) -> bool:
        """Whether a problem forbids to publish."""
        return self.assessment is None or any(each.severity is Severity.ERROR for each in self.problems)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build came to: every problem, and the site that stands; None when nothing was published.

    `remarks` are sentences about what was left out, and about what is shown that is not for everybody.
    """

    problems: tuple[Problem, ...]
    published: Published | None
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a KPI came by its status: lines to read, and the problems when there is nothing to read."""

    lines: tuple[str, ...]
    problems: tuple[Problem, ...]

    @property
    def refused(self) -> bool:
        """Whether there is nothing to read."""
        return not self.lines
