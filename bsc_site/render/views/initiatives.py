"""The pages of initiatives: all of them in a chart and a table, and each on its own."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from bsc_site.model.assessment import InitiativeAssessment
from bsc_site.model.figures import count_text, date_text, quantity_text, share_text
from bsc_site.model.scorecard import Initiative, Milestone
from bsc_site.model.words import InitiativeStatus
from bsc_site.render.views.parts import Fact, Frame, KpiRow, Link, StatusMark
from bsc_site.render.views.standpoint import Standpoint


@dataclass(frozen=True, slots=True)
class InitiativeRow:
    """An initiative as one row of the table."""

    link: Link
    status: StatusMark
    start: str
    end: str
    progress: str
    budget: str
    spent: str
    owner: Link
    serves: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class InitiativesView:
    """Everything that `initiatives.md.jinja` shows; `figure` is the Gantt chart."""

    title: str
    frame: Frame
    summary: str
    figure: Markup
    rows: tuple[InitiativeRow, ...]


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """A milestone: when it was due and when it was reached."""

    name: str
    due: str
    done: str


@dataclass(frozen=True, slots=True)
class InitiativeView:
    """Everything that `initiative.md.jinja` shows."""

    title: str
    frame: Frame
    description: str
    status: StatusMark
    owner: Link
    serves: tuple[Link, ...]
    depends_on: tuple[Link, ...]
    facts: tuple[Fact, ...]
    milestones: tuple[MilestoneRow, ...]
    rows: tuple[KpiRow, ...]
    """The KPIs of the objectives that it serves."""
    steps: tuple[str, ...]


def initiatives_view(here: Standpoint, figure: Markup) -> InitiativesView:
    """All initiatives of the scorecard."""
    title = f"Initiatives: {here.card.scorecard.title}"
    found = here.card.initiatives
    behind = sum(each.status in {InitiativeStatus.AT_RISK, InitiativeStatus.OFF_TRACK} for each in found.values())
    summary = (
        f"{count_text(len(found), 'initiative')}, {behind or 'none'} behind plan" if found else "No initiatives yet"
    )
    return InitiativesView(
        title, here.frame(title), summary, figure, tuple(_row(here, each) for each in found.values())
    )


def initiative_view(here: Standpoint, initiative: str) -> InitiativeView:
    """The page of one initiative."""
    found = here.card.initiatives[initiative]
    declared = found.initiative
    return InitiativeView(
        title=declared.name,
        frame=here.frame(declared.name),
        description=declared.description,
        status=here.plan_status(found.status, " ".join(found.steps)),
        owner=here.person(declared.owner),
        serves=tuple(here.objective(each) for each in declared.serves),
        depends_on=tuple(here.initiative(each) for each in declared.depends_on),
        facts=_facts(here, found),
        milestones=tuple(_milestone(each) for each in declared.milestones),
        rows=_rows(here, declared),
        steps=found.steps,
    )


def _money(here: Standpoint, amount: float | None) -> str:
    return quantity_text(amount, here.card.scorecard.currency)


def _row(here: Standpoint, found: InitiativeAssessment) -> InitiativeRow:
    declared = found.initiative
    return InitiativeRow(
        link=here.initiative(declared.id),
        status=here.plan_status(found.status, " ".join(found.steps)),
        start=date_text(declared.start.start),
        end=date_text(declared.end.end),
        progress="—" if found.progress is None else share_text(found.progress),
        budget=_money(here, declared.budget),
        spent=_money(here, declared.spent),
        owner=here.person(declared.owner),
        serves=tuple(here.objective(each) for each in declared.serves),
    )


def _facts(here: Standpoint, found: InitiativeAssessment) -> tuple[Fact, ...]:
    declared = found.initiative
    progress = "—" if found.progress is None else share_text(found.progress)
    facts = [
        Fact("Progress", progress, f"{share_text(found.expected)} expected by now"),
        Fact("Time", f"{date_text(declared.start.start)} to {date_text(declared.end.end)}"),
    ]
    if declared.budget is not None:
        facts.append(Fact("Budget", _money(here, declared.budget)))
    if declared.spent is not None:
        used = f"{share_text(declared.spent / declared.budget)} of the budget" if declared.budget else ""
        facts.append(Fact("Spent", _money(here, declared.spent), used))
    return tuple(facts)


def _milestone(milestone: Milestone) -> MilestoneRow:
    done = date_text(milestone.done.end) if milestone.done else "not yet"
    return MilestoneRow(milestone.name, date_text(milestone.due.end), done)


def _rows(here: Standpoint, declared: Initiative) -> tuple[KpiRow, ...]:
    served = [here.card.objectives[each] for each in declared.serves if each in here.card.objectives]
    kpis = dict.fromkeys(kpi for each in served for kpi in here.seen(each.kpis))
    return tuple(here.row(each) for each in kpis)
