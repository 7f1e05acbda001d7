"""The page of an objective: its standing, its KPIs, what drives it, what it drives and where that leads."""

from __future__ import annotations

from bsc_site.model.concluded.review_assessment import Element
from bsc_site.model.declared.initiative import Initiative
from bsc_site.model.declared.scorecard import Drive
from bsc_site.model.value_class import dataclass
from bsc_site.render.views.initiative_views.risks_view import RiskRow, risks_about
from bsc_site.render.views.parts.history_facts import edited_facts
from bsc_site.render.views.parts.kpi_tables import KpiTable, conclusion_of, kpi_table
from bsc_site.render.views.parts.page_parts import Fact, Frame, Link, ScoreMark, StatusMark, TrendMark
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.review_views.remarks import Discussed, discussed_about
from bsc_site.render.views.strategy_views.grades import GradeMark, grade_mark
from bsc_site.render.views.strategy_views.objective_line_of_sight import SightStep, sight_of
from bsc_site.wording.figures import date_text
from bsc_site.wording.language import say
from bsc_site.wording.period_counts import duration_text


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One arrow of the strategy map, seen from one of its ends."""

    other: Link
    status: StatusMark
    effect: str
    """`should raise it within 3 months`."""
    because: str
    via: tuple[Link, ...]
    grade: GradeMark | None
    """How far the figures bear it out; None where it was not looked at."""


@dataclass(frozen=True, slots=True)
class PlanRow:
    """An initiative that serves the objective."""

    link: Link
    status: StatusMark
    dates: str
    owner: Link


@dataclass(frozen=True, slots=True)
class ObjectiveView:
    """Everything that `objective.md.jinja` shows."""

    title: str
    frame: Frame
    conclusion: str
    description: str
    edited: tuple[Fact, ...]
    """When its definition was edited."""
    perspective: Link
    owner: Link
    themes: tuple[str, ...]
    standing: ScoreMark
    trend: TrendMark
    table: KpiTable
    drivers: tuple[Hypothesis, ...]
    effects: tuple[Hypothesis, ...]
    line: tuple[Link, ...]
    """From this objective along its hypotheses to the last one before the vision; empty where it drives none."""
    vision: str
    sight: tuple[SightStep, ...]
    """From the vision down to the people."""
    evidence: Link
    initiatives: tuple[PlanRow, ...]
    risks: tuple[RiskRow, ...]
    said: tuple[Discussed, ...]


def objective_view(here: Standpoint, objective: str) -> ObjectiveView:
    """The page of the objective."""
    found = here.card.objectives[objective]
    declared = found.objective
    names = {each.id: each.name for each in here.card.scorecard.themes}
    return ObjectiveView(
        title=declared.name,
        frame=here.frame(declared.name),
        conclusion=conclusion_of(here, found.kpis),
        description=declared.description,
        edited=edited_facts(here, f"objective/{here.id}/{objective}"),
        perspective=here.perspective(found.perspective),
        owner=here.person(declared.owner),
        themes=tuple(names.get(each, each) for each in declared.themes),
        standing=here.standing(found.standing),
        trend=here.trend_word(found.trend),
        table=kpi_table(here, found.kpis),
        drivers=_drivers(here, objective),
        effects=tuple(
            _hypothesis(here, each.to, each, (objective, each.to))
            for each in declared.drives
            if each.to in here.card.objectives
        ),
        line=_line(here, objective),
        vision=here.card.scorecard.vision,
        sight=sight_of(here, objective),
        evidence=here.overview("evidence"),
        initiatives=_initiatives(here, objective),
        risks=risks_about(here, _around(here, objective)),
        said=discussed_about(here, Element("objective", here.id, objective)),
    )


def _drivers(here: Standpoint, objective: str) -> tuple[Hypothesis, ...]:
    return tuple(
        _hypothesis(here, each, drive, (each, objective))
        for each, declared in here.card.scorecard.objectives.items()
        for drive in declared.drives
        if drive.to == objective
    )


def _hypothesis(here: Standpoint, other: str, drive: Drive, arrow: tuple[str, str]) -> Hypothesis:
    standing = here.card.objectives[other].standing
    found = next((each.grade for each in here.card.evidence if (each.source, each.target) == arrow), None)
    return Hypothesis(
        other=here.objective(other),
        status=here.standing(standing).status,
        effect=_effect(drive),
        because=drive.because,
        via=tuple(here.kpi(each) for each in drive.via),
        grade=grade_mark(found) if found else None,
    )


def _effect(drive: Drive) -> str:
    """`should raise it after 3 months`."""
    if drive.lag is None:
        return say("should raise it") if drive.sign == "+" else say("should lower it")
    lag = duration_text(drive.lag)
    if drive.sign == "+":
        return say("should raise it after {lag}", lag=lag)
    return say("should lower it after {lag}", lag=lag)


def _line(here: Standpoint, objective: str) -> tuple[Link, ...]:
    """The shortest way along the hypotheses to an objective that drives nothing further; empty for itself alone."""
    ways: list[tuple[str, ...]] = [(objective,)]
    seen = {objective}
    for way in ways:
        drives = [each.to for each in here.card.objectives[way[-1]].objective.drives if each.to in here.card.objectives]
        if not drives:
            return tuple(here.objective(each) for each in way) if len(way) > 1 else ()
        fresh = [each for each in drives if each not in seen]
        seen.update(fresh)
        ways.extend((*way, each) for each in fresh)
    return ()


def _around(here: Standpoint, objective: str) -> tuple[Element, ...]:
    """The objective, its KPIs and the initiatives that serve it."""
    kpis = (Element("kpi", "", each) for each in here.card.objectives[objective].kpis)
    plans = (
        Element("initiative", here.id, id_)
        for id_, found in here.card.initiatives.items()
        if objective in found.initiative.serves
    )
    return (Element("objective", here.id, objective), *kpis, *plans)


def _initiatives(here: Standpoint, objective: str) -> tuple[PlanRow, ...]:
    return tuple(
        PlanRow(
            link=here.initiative(id_),
            status=here.initiative_status(found),
            dates=_dates(found.initiative),
            owner=here.person(found.initiative.owner),
        )
        for id_, found in here.card.initiatives.items()
        if objective in found.initiative.serves
    )


def _dates(declared: Initiative) -> str:
    return say("{start} to {end}", start=date_text(declared.start.start), end=date_text(declared.end.end))
