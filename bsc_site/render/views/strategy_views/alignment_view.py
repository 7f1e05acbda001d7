"""The alignment page: the objectives of a scorecard against those above and below, and what stands alone."""

from __future__ import annotations

from dataclasses import dataclass

from bsc_site.model.concluded.support import Alignment, AlignmentRow
from bsc_site.model.declared.cascade import Goal
from bsc_site.model.figures import count_text
from bsc_site.model.vocabularies import Status
from bsc_site.render.views.parts.page_parts import Frame, Link, StatusMark
from bsc_site.render.views.parts.standpoint import Standpoint

COLUMNS = 8
"""With more scorecards below than this, a matrix cannot be read any more: they become groups in a list."""


@dataclass(frozen=True, slots=True)
class Linked:
    """An objective with its status; `detail` says whose it is where that is not clear."""

    link: Link
    status: StatusMark
    detail: str = ""


@dataclass(frozen=True, slots=True)
class SupportCell:
    """What one scorecard below does for one objective; `items` is empty where it does nothing."""

    scorecard: Link
    items: tuple[Linked, ...]


@dataclass(frozen=True, slots=True)
class ObjectiveCount:
    """How many objectives have a status."""

    mark: StatusMark
    count: str


@dataclass(frozen=True, slots=True)
class SupportRow:
    """An objective and who supports it: a cell for each scorecard below, in the list form only the filled ones."""

    objective: Linked
    cells: tuple[SupportCell, ...]
    count: str
    """`3 objectives of 2 scorecards`; empty where nobody supports it."""
    statuses: tuple[ObjectiveCount, ...]


@dataclass(frozen=True, slots=True)
class SupportGroup:
    """A perspective with the rows of its objectives."""

    perspective: Link
    rows: tuple[SupportRow, ...]


@dataclass(frozen=True, slots=True)
class Upward:
    """An objective and those of the scorecard above that it supports; `supported` is empty where it supports none."""

    objective: Linked
    supported: tuple[Linked, ...]


@dataclass(frozen=True, slots=True)
class AlignmentView:
    """Everything that `alignment.md.jinja` shows."""

    title: str
    frame: Frame
    caption: str
    sentences: tuple[str, ...]
    above: Link
    """The scorecard above; empty where there is none."""
    upward: tuple[Upward, ...]
    below: bool
    """Whether there is a scorecard below."""
    columns: tuple[Link, ...]
    """The scorecards below; empty where there are too many of them for a matrix."""
    span: str
    """How many columns the matrix has, that of the objectives included."""
    groups: tuple[SupportGroup, ...]
    unsupported: tuple[Linked, ...]
    unsupporting: tuple[SupportCell, ...]
    legend: tuple[StatusMark, ...]


def alignment_view(here: Standpoint) -> AlignmentView:
    """The alignment of the scorecard with the one above it and with those directly below it."""
    found = here.assessment.overviews[here.id].alignment
    matrix = len(found.children) <= COLUMNS
    upward = _upward(here)
    return AlignmentView(
        title=f"Alignment: {here.card.scorecard.title}",
        frame=here.frame(f"Alignment: {here.card.scorecard.title}"),
        caption="Objectives and what the scorecards below do for them",
        sentences=(*_above(here, upward), *_sentences(found, alone=not here.above)),
        above=here.scorecard(here.above) if here.above else Link(""),
        upward=upward,
        below=bool(found.children),
        columns=tuple(here.scorecard(each) for each in found.children) if matrix else (),
        span=str(len(found.children) + 1),
        groups=_groups(here, found, matrix=matrix) if found.children else (),
        unsupported=tuple(_linked(here, Goal(here.id, each), _owner(here, each)) for each in found.unsupported),
        unsupporting=_by_scorecard(here, found.unsupporting),
        legend=tuple(here.status(each, "") for each in Status),
    )


def _upward(here: Standpoint) -> tuple[Upward, ...]:
    """Every objective with what it supports above; none where there is no scorecard above."""
    if not here.above:
        return ()
    goals = (Goal(here.id, each) for each in here.card.scorecard.objectives)
    supported = here.assessment.project.cascade.supported
    return tuple(Upward(_linked(here, each), tuple(_linked(here, up) for up in supported[each])) for each in goals)


def _above(here: Standpoint, upward: tuple[Upward, ...]) -> tuple[str, ...]:
    if not upward:
        return ()
    count = sum(bool(each.supported) for each in upward)
    title = here.scorecard(here.above).text
    if count in {0, len(upward)}:
        return (f"{'Every' if count else 'No'} objective of this scorecard supports one of {title}.",)
    verb = "supports" if count == 1 else "support"
    return (f"{count:,} of {count_text(len(upward), 'objective')} of this scorecard {verb} one of {title}.",)


def _sentences(found: Alignment, *, alone: bool) -> tuple[str, ...]:
    """The conclusion first: how much is supported, how much below serves something."""
    if not found.children:
        return ("Nothing cascades from this scorecard yet." if alone else "No scorecard is below this one.",)
    idle = len(found.unsupporting)
    if not idle:
        return _supported(found), "Every objective below supports one of this scorecard."
    nothing = f"{count_text(idle, 'objective')} below {'supports' if idle == 1 else 'support'} nothing here."
    return _supported(found), nothing


def _supported(found: Alignment) -> str:
    total, rest = len(found.rows), len(found.unsupported)
    below = "the scorecard below" if len(found.children) == 1 else f"the {len(found.children):,} scorecards below"
    if not total:
        return "This scorecard has no objectives of its own yet."
    if rest == total:
        return f"No objective of this scorecard is supported by {below}."
    if not rest:
        return f"Every objective of this scorecard is supported by {below}."
    others = "the other one" if rest == 1 else f"the other {rest:,}"
    start = f"{found.supported:,} of {count_text(total, 'objective')} of this scorecard"
    return f"{start} {'is' if found.supported == 1 else 'are'} supported by {below}; nobody supports {others}."


def _groups(here: Standpoint, found: Alignment, *, matrix: bool) -> tuple[SupportGroup, ...]:
    rows: dict[str, list[SupportRow]] = {}
    for row in found.rows:
        rows.setdefault(row.perspective, []).append(
            _row(here, row, found.children if matrix else tuple(row.supporters))
        )
    return tuple(SupportGroup(here.perspective(each), tuple(below)) for each, below in rows.items())


def _row(here: Standpoint, row: AlignmentRow, children: tuple[str, ...]) -> SupportRow:
    goals = [Goal(child, each) for child, objectives in row.supporters.items() for each in objectives]
    statuses = [here.assessment.scorecards[card].objectives[each].standing.status for card, each in goals]
    below = count_text(len(row.supporters), "scorecard")
    return SupportRow(
        objective=_linked(here, Goal(here.id, row.objective)),
        cells=tuple(_cell(here, child, row.supporters.get(child, ())) for child in children),
        count=f"{count_text(row.count, 'objective')} of {below}" if goals else "",
        statuses=tuple(
            ObjectiveCount(here.status(status, ""), f"{statuses.count(status):,}")
            for status in sorted(set(statuses), key=lambda each: each.rank)
        ),
    )


def _cell(here: Standpoint, scorecard: str, objectives: tuple[str, ...]) -> SupportCell:
    return SupportCell(here.scorecard(scorecard), tuple(_linked(here, Goal(scorecard, each)) for each in objectives))


def _by_scorecard(here: Standpoint, goals: tuple[Goal, ...]) -> tuple[SupportCell, ...]:
    below: dict[str, list[str]] = {}
    for goal in goals:
        below.setdefault(goal.scorecard, []).append(goal.objective)
    return tuple(_cell(here, scorecard, tuple(objectives)) for scorecard, objectives in below.items())


def _linked(here: Standpoint, goal: Goal, detail: str = "") -> Linked:
    standing = here.assessment.scorecards[goal.scorecard].objectives[goal.objective].standing
    return Linked(here.objective(goal.objective, goal.scorecard), here.standing(standing).status, detail)


def _owner(here: Standpoint, objective: str) -> str:
    owner = here.card.objectives[objective].objective.owner
    return f"Owner: {here.person(owner).text}" if owner else "Nobody owns it"
