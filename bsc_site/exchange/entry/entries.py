"""Entries: the figures that are to be filled in, by whom, with what is allowed."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from bsc_site.exchange.draft.project_files import figure_text
from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.period import Period, period_of
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Aggregate, Method

HEADINGS = ("entry", "kpi", "name", "unit", "last figures", "period", "due", "value", "note", "who")
"""Columns of a template; `value` and `note` are those to fill."""
NOBODY = "Nobody"
"""Where neither an updater nor an owner is named."""
_COUNTED_UP = "(counted up within the year)"
_SHOWN = 3
_MOST = 36
"""Periods of one KPI in a template; whoever is further behind delivers a file."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure to fill in; `choices` are the words that are allowed, none where it is a number."""

    kpi: Kpi
    period: Period
    person: str
    latest: str
    due: date | None
    choices: tuple[str, ...] = ()

    @property
    def cells(self) -> tuple[str, ...]:
        """One row of a template, value and note empty."""
        due = self.due.isoformat() if self.due else ""
        key = f"{self.kpi.id}:{self.period}"
        unit = f"{self.kpi.unit} {_COUNTED_UP}".strip() if self.kpi.counted_up is not None else self.kpi.unit
        own = (key, self.kpi.id, self.kpi.name, unit, self.latest, str(self.period), due)
        return (*own, "", "", self.person)


def is_entered(kpi: Kpi) -> bool:
    """Whether figures of a KPI are typed: no file, no formula and no scorecard below gives them, and no ratio."""
    return kpi.source is None and not kpi.computed and kpi.aggregate is not Aggregate.RATIO


def choices_of(kpi: Kpi) -> tuple[str, ...]:
    """The words that a figure of the KPI may be; none where it is a number."""
    if kpi.scoring.method is Method.STATES:
        return tuple(kpi.scoring.states)
    return ("yes", "no") if kpi.unit == "yes/no" or kpi.scoring.method is Method.YES_NO else ()


def entries_of(assessment: Assessment, kpis: Collection[str]) -> tuple[Entry, ...]:
    """Every figure of these KPIs that is due, in the order of the periods; where none is, that of the next period."""
    return tuple(
        entry
        for kpi in assessment.project.kpis.values()
        if kpi.id in kpis and is_entered(kpi)
        for entry in _of_kpi(assessment, assessment.kpis[kpi.id])
    )


def _of_kpi(assessment: Assessment, found: KpiAssessment) -> Iterator[Entry]:
    kpi, project = found.kpi, assessment.project
    person = project.people.get(kpi.updater or kpi.owner or "")
    latest = " · ".join(f"{each.period}: {value_text(kpi, each.value)}" for each in found.points[-_SHOWN:])
    fresh = found.freshness
    running = period_of(assessment.as_of, kpi.frequency, project.year_starts_of(kpi))
    first = fresh.next_period or running.shift(-1)
    for number in range(_MOST):
        period = first.shift(number)
        if number and period.end >= assessment.as_of:
            return
        due = fresh.next_due if number == 0 else None
        yield Entry(kpi, period, person.name if person else NOBODY, latest, due, choices_of(kpi))


def value_text(kpi: Kpi, value: float) -> str:
    """A figure as it is typed: the name of its state, yes or no, or its digits."""
    if kpi.scoring.method is Method.STATES:
        return next((name for name, score in kpi.scoring.states.items() if score == value), figure_text(value))
    if choices_of(kpi):
        return {1.0: "yes", 0.0: "no"}.get(value, figure_text(value))
    return figure_text(value)
