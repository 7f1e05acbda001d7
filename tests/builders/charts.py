"""Small assessments to draw charts from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from lxml import etree

from bsc_site.model.concluded.assessment import (
    Coverage,
    Expectation,
    Freshness,
    InitiativeAssessment,
    KpiAssessment,
    ObjectiveAssessment,
    PlanReason,
    Point,
    ScorecardAssessment,
    Standing,
    Trend,
)
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.declared.initiative import Initiative
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.project import Project
from bsc_site.model.declared.scorecard import Objective, Scorecard
from bsc_site.model.period import parse_period
from bsc_site.model.provenance import NOWHERE
from bsc_site.model.vocabularies import FreshnessWord, InitiativeStatus, Status, TrendWord
from bsc_site.render.charts.catalogue import charts_of
from bsc_site.render.charts.grammar.chart import Chart
from tests.builders.small_projects import declared

NOTHING = Expectation()
STANDING = Standing(Status.ON_TRACK, 70.0, Coverage(1, 1), ())


@dataclass(frozen=True)
class Observed:
    """What was observed of a KPI: values from a first period on (None for a missing one), and what was expected."""

    values: Sequence[float | None]
    first: str = "2024-01"
    expected: Callable[[int], Expectation] = field(default=lambda _: NOTHING)
    status: Status = Status.NOT_SCORED
    notes: Mapping[int, str] = field(default_factory=dict)
    last_complete: bool = True
    trend: Trend = field(default=Trend(TrendWord.TOO_SHORT, None, None, 0, 0))


def charted(**keys: Any) -> Kpi:
    """A KPI in %, unless it is told otherwise."""
    return declared(**{"unit": "%"} | keys)


def observed_kpi(kpi: Kpi, observed: Observed) -> KpiAssessment:
    """A KPI with its points; every complete one has the status of `observed`."""
    start, last = parse_period(observed.first), len(observed.values) - 1
    points = tuple(
        Point(start.shift(at), value, whole, observed.expected(at), status, None, observed.notes.get(at, ""))
        for at, value in enumerate(observed.values)
        if value is not None
        for whole in [observed.last_complete or at < last]
        for status in [observed.status if whole else Status.NOT_SCORED]
    )
    complete = [each for each in points if each.complete]
    freshness = Freshness(FreshnessWord.FRESH, None, None, None, 0)
    return KpiAssessment(
        kpi,
        "c",
        points,
        complete[-1] if complete else None,
        complete[-2] if len(complete) > 1 else None,
        observed.status,
        None,
        None,
        None,
        observed.trend,
        freshness,
        NOWHERE,
        (),
    )


def initiative(name: str, start: str, end: str, **keys: Any) -> Initiative:
    """An initiative that serves the objective `o`."""
    return Initiative(
        **{"id": name.split(maxsplit=1)[0].lower(), "name": name, "start": start, "end": end, "serves": ("o",), **keys}
    )


def assessment(
    found: Sequence[KpiAssessment], initiatives: Sequence[tuple[Initiative, InitiativeStatus]] = ()
) -> Assessment:
    """One scorecard `c` on 10 July 2025, whose objective `o` has all the KPIs."""
    names = tuple(each.kpi.id for each in found)
    card = Scorecard(id="c", title="C")
    objective = ObjectiveAssessment(Objective(id="o", name="O", kpis=names), "p", STANDING, TrendWord.STEADY, names)
    plans = {
        each.id: InitiativeAssessment(each, status, each.progress, 0.5, PlanReason.DECLARED)
        for each, status in initiatives
    }
    whole = ScorecardAssessment(card, STANDING, {}, {}, {"o": objective}, plans, names)
    return Assessment(Project((card,)), date(2025, 7, 10), None, {"c": whole}, {each.kpi.id: each for each in found})


def chart(kpi: Kpi, observed: Observed, plans: Sequence[tuple[Initiative, InitiativeStatus]] = ()) -> Chart:
    """The chart of one KPI."""
    return charts_of(assessment([observed_kpi(kpi, observed)], plans))["kpi/k"]


def gantt(*plans: tuple[Initiative, InitiativeStatus]) -> Chart:
    """The Gantt chart of some initiatives."""
    return charts_of(assessment([], plans))["initiatives/c"]


def rows(drawn: Chart, kind: str) -> list[dict[str, Any]]:
    """The rows of one kind."""
    return [row for row in drawn.rows if row["k"] == kind]


def paths(svg: str, **look: str) -> list[str]:
    """The `d` of every path with these attributes (`stroke_width` for `stroke-width`)."""
    wanted = {name.replace("_", "-"): value for name, value in look.items()}
    root = etree.fromstring(svg.encode())
    found = [each for each in root.iter("{*}path") if all(each.get(name) == value for name, value in wanted.items())]
    return [str(each.get("d")) for each in found]


def texts(svg: str) -> list[str]:
    """Every text of the drawing, in order."""
    return [each.text or "" for each in etree.fromstring(svg.encode()).iter("{*}text")]
