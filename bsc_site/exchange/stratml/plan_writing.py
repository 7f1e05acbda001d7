"""Plan writing: a scorecard with its figures as a plan or report in StratML, part 2."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import date
from decimal import Decimal
from typing import Any

from lxml import etree

from bsc_site.exchange.draft.not_carried import keys_without_place, listed, remark
from bsc_site.exchange.stratml.stakeholders import OWNER
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.scorecard import Objective, Person, Perspective, Scorecard
from bsc_site.model.declared.targets import in_force
from bsc_site.model.period import Period
from bsc_site.model.problem import Problem
from bsc_site.model.series import Observation, Series
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Direction, Kind

NAMESPACE = "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport"
_UNPREFIXED: Any = {None: NAMESPACE}
"""The stubs know no namespace without a prefix."""
_NO_XML = re.compile(r"[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STAGES = {Kind.LAGGING: "Outcome", Kind.LEADING: "Output"}
_UNITS = {"count": "Number"}
_CARRIED = {
    "scorecard": {"description", "mission", "vision", "values", "horizon", "perspectives", "kpis", "people"},
    "perspectives": {"question", "objectives"},
    "objectives": {"description", "owner", "kpis"},
    "kpis": {"direction", "description", "unit", "kind", "frequency", "targets", "fiscal_year_starts", "decimals"},
    "people": {"role"},
}


@dataclass(frozen=True, slots=True)
class WrittenPlan:
    """The bytes of a plan, and what of the scorecard is not in it."""

    content: bytes
    remarks: tuple[Problem, ...]


def write_plan(assessment: Assessment, series: Mapping[str, Series], card: Scorecard, file: str) -> WrittenPlan:
    """The scorecard as StratML; figures of periods that have not ended are left out.

    `file` is the name under which it will stand, by which the remarks call it.
    """
    return _PlanWriter(assessment, series, card, file).written()


@dataclass(slots=True)
class _PlanWriter:
    assessment: Assessment
    series: Mapping[str, Series]
    card: Scorecard
    file: str
    placed: set[str] = field(default_factory=set)
    """KPIs that stand in the plan."""
    remarks: list[Problem] = field(default_factory=list)
    reported: bool = False
    """Whether any figure was written."""

    def written(self) -> WrittenPlan:
        root = etree.Element(f"{{{NAMESPACE}}}PerformancePlanOrReport", nsmap=_UNPREFIXED)
        _add(root, "Name", self.card.title)
        _add(root, "Description", self.card.description)
        core = _inside(root, "StrategicPlanCore")
        self._people(core)
        for name, text in (("Vision", self.card.vision), ("Mission", self.card.mission)):
            if text:
                _add(_inside(core, name), "Description", text)
        for each in self.card.values:
            _add(_inside(core, "Value"), "Name", each)
        for row in self.card.perspectives:
            self._goal(core, row)
        self._administration(root)
        root.set("Type", "Performance_Report" if self.reported else "Performance_Plan")
        content: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
        return WrittenPlan(content, (*self._left_out(), *self.remarks))

    def _people(self, core: Any) -> None:
        """Everybody of the scorecard, and those of others who own something here."""
        owners = {each.owner for each in self.card.objectives.values()}
        people = {each.id: each for each in self.card.people}
        people |= {name: each for name, each in self.assessment.project.people.items() if name in owners}
        if people:
            organization = _inside(core, "Organization")
            for person in people.values():
                _stakeholder(organization, person, person.role)

    def _goal(self, core: Any, row: Perspective) -> None:
        goal = _inside(core, "Goal")
        _add(goal, "Name", row.name)
        _add(goal, "Description", row.question, always=True)
        _add(goal, "Identifier", f"perspective.{row.id}")
        for each in row.objectives:
            self._objective(goal, each)

    def _objective(self, goal: Any, objective: Objective) -> None:
        element = _inside(goal, "Objective")
        _add(element, "Name", objective.name)
        _add(element, "Description", objective.description)
        _add(element, "Identifier", f"objective.{objective.id}")
        owner = self.assessment.project.people.get(objective.owner or "")
        if owner is not None:
            _stakeholder(element, owner, OWNER, performs=True)
        again = [each for each in objective.kpis if each in self.placed]
        if again:
            words = f"stands with another objective already, and once in the file: {listed(again)}"
            self.remarks.append(remark(self.file, f"objectives.{objective.id}.kpis", words))
        for name in objective.kpis:
            if name not in self.placed and name in self.assessment.kpis:
                self.placed.add(name)
                self._indicator(element, self.assessment.project.kpis[name])

    def _indicator(self, objective: Any, kpi: Kpi) -> None:
        element = _inside(objective, "PerformanceIndicator")
        element.set("ValueChainStage", _STAGES[kpi.kind])
        element.set("PerformanceIndicatorType", "Quantitative")
        _add(element, "MeasurementDimension", kpi.name)
        _add(element, "UnitOfMeasurement", _UNITS.get(kpi.unit, kpi.unit), always=True)
        _add(element, "Identifier", f"kpi.{kpi.id}")
        due = {period: (value, note) for period, value, note in self._targets(kpi)}
        figures = {each.period: each for each in self._figures(kpi)}
        for period in sorted({*due, *figures}):
            instance = _inside(element, "MeasurementInstance")
            if period in due:
                _result(instance, "TargetResult", period, *due[period])
            if period in figures:
                self.reported = True
                note = figures[period].note
                _result(instance, "ActualResult", period, figures[period].value, note if isinstance(note, str) else "")
        _add(element, "OtherInformation", kpi.description)

    def _figures(self, kpi: Kpi) -> list[Observation]:
        series = self.series.get(kpi.id)
        shown = {each.period for each in self.assessment.kpis[kpi.id].points if each.complete or each.running}
        return [each for each in series.observations if each.period in shown] if series else []

    def _targets(self, kpi: Kpi) -> Iterator[tuple[Period, float, str]]:
        """Targets that hold as declared, and above them those that stand beside the figures."""
        for each in in_force(kpi.targets, None):
            if each.value is not None:
                yield each.period, each.value, each.note
        for figure in self._figures(kpi):
            if figure.target is not None:
                yield figure.period, figure.target, ""

    def _administration(self, root: Any) -> None:
        element = _inside(root, "AdministrativeInformation")
        _add(element, "Identifier", f"scorecard.{self.card.id}")
        if self.card.horizon is not None:
            _add(element, "StartDate", self.card.horizon.from_.start.isoformat())
            _add(element, "EndDate", self.card.horizon.to.end.isoformat())
        _add(element, "PublicationDate", self.assessment.as_of.isoformat())

    def _left_out(self) -> Iterator[Problem]:
        card, project = self.card, self.assessment.project
        kpis = [project.kpis[each] for each in self.assessment.scorecards[card.id].kpis]
        for what, elements in (
            ("scorecard", [(card.id, card)]),
            ("perspectives", [(each.id, each) for each in card.perspectives]),
            ("objectives", [(each.id, each) for each in card.objectives.values()]),
            ("kpis", [(each.id, each) for each in kpis]),
            ("people", [(each.id, each) for each in card.people]),
        ):
            yield from keys_without_place(what, elements, _CARRIED[what], self.file)
        sides = [each.id for each in kpis if each.direction is not Direction.NONE]
        if sides:  # also where it is not declared, for an import cannot know it
            yield remark(self.file, "kpis.direction", f"has no place in the file: {listed(sides)}")
        yield from self._unplaced(kpis)
        yield from self._without_value(kpis)

    def _unplaced(self, kpis: list[Kpi]) -> Iterator[Problem]:
        missing = [each.id for each in kpis if each.id not in self.placed]
        if missing:
            yield remark(self.file, "kpis", f"belong to no objective and are left out of the file: {listed(missing)}")
        others = [each.id for each in self.assessment.project.scorecards if each.id != self.card.id]
        if others:
            words = f"are left out of the file, which holds one; name another with --scorecard: {listed(others)}"
            yield remark(self.file, "scorecards", words)

    def _without_value(self, kpis: list[Kpi]) -> Iterator[Problem]:
        bands = [each.id for each in kpis if any(target.value is None for target in each.targets)]
        if bands:
            yield remark(self.file, "kpis.targets", f"from low to high have no place in the file: {listed(bands)}")
        ended = [each.id for each in kpis if any(target.until or target.from_ for target in each.targets)]
        if ended:
            words = f"stand in the file without from and until, and without versions that ended: {listed(ended)}"
            yield remark(self.file, "kpis.targets", words)
        counts = {each.id: self._running(each) for each in kpis}
        running = [name for name, count in counts.items() if count]
        if running:
            yield remark(
                self.file, "data", f"of periods that have not ended are left out of the file: {listed(running)}"
            )

    def _running(self, kpi: Kpi) -> int:
        return sum(not (each.complete or each.running) for each in self.assessment.kpis[kpi.id].points)


def _inside(parent: Any, name: str) -> Any:
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{name}")


def _add(parent: Any, name: str, text: str, *, always: bool = False) -> None:
    """An element with a text; none for an empty one, unless the format asks for it."""
    if text or always:
        _inside(parent, name).text = _NO_XML.sub("", text)


def _stakeholder(parent: Any, person: Person, role: str, *, performs: bool = False) -> None:
    element = _inside(parent, "Stakeholder")
    element.set("StakeholderTypeType", "Person")
    _add(element, "Name", person.name)
    if role:
        held = _inside(element, "Role")
        _add(held, "Name", role)
        if performs:
            _add(held, "RoleType", "Performer")


def _result(instance: Any, kind: str, period: Period, value: float, note: str) -> None:
    element = _inside(instance, kind)
    _day(element, "StartDate", period.start)
    _day(element, "EndDate", period.end)
    _add(element, "NumberOfUnits", f"{Decimal(repr(value)):f}".removesuffix(".0"))
    _add(element, "Description", note)


def _day(element: Any, name: str, day: date) -> None:
    _add(element, name, day.isoformat())
