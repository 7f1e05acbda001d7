"""The alignment page: the objectives of a scorecard against those above and below, and what stands alone."""

from __future__ import annotations

from bsc_site.model.concluded.support import Alignment, AlignmentRow
from bsc_site.model.declared.cascade import Goal
from bsc_site.model.value_class import dataclass
from bsc_site.render.views.parts.first_lines import FirstLines, first_lines
from bsc_site.render.views.parts.page_parts import Frame, Link, StatusMark
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.wording.language import say, say_count

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
    empty: FirstLines | None
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
    title = say("Alignment: {scorecard}", scorecard=here.card.scorecard.title)
    return AlignmentView(
        title=title,
        frame=here.frame(title),
        caption=say("Objectives and what the scorecards below do for them"),
        sentences=(*_above(here, upward), *_sentences(found, alone=not here.above)),
        empty=None if found.children or here.above else first_lines("scorecards"),
        above=here.scorecard(here.above) if here.above else Link(""),
        upward=upward,
        below=bool(found.children),
        columns=tuple(here.scorecard(each) for each in found.children) if matrix else (),
        span=str(len(found.children) + 1),
        groups=_groups(here, found, matrix=matrix) if found.children else (),
        unsupported=tuple(_linked(here, Goal(here.id, each), _owner(here, each)) for each in found.unsupported),
        unsupporting=_by_scorecard(here, found.unsupporting),
        legend=here.legend(),
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
    if not count:
        return (say("No objective of this scorecard supports one of {scorecard}.", scorecard=title),)
    if count == len(upward):
        return (say("Every objective of this scorecard supports one of {scorecard}.", scorecard=title),)
    told = say_count(
        "{count} of {objectives} of this scorecard supports one of {scorecard}.",
        "{count} of {objectives} of this scorecard support one of {scorecard}.",
        count,
        objectives=_objectives(len(upward)),
        scorecard=title,
    )
    return (told,)


def _objectives(count: int) -> str:
    return say_count("{count} objective", "{count} objectives", count)


def _sentences(found: Alignment, *, alone: bool) -> tuple[str, ...]:
    """The conclusion first: how much is supported, how much below serves something."""
    if not found.children:
        return (say("Nothing cascades from this scorecard yet.") if alone else say("No scorecard is below this one."),)
    idle = len(found.unsupporting)
    if not idle:
        return _supported(found), say("Every objective below supports one of this scorecard.")
    nothing = say_count(
        "{count} objective below supports nothing here.", "{count} objectives below support nothing here.", idle
    )
    return _supported(found), nothing


def _supported(found: Alignment) -> str:
    total, rest = len(found.rows), len(found.unsupported)
    below = say_count("the scorecard below", "the {count} scorecards below", len(found.children))
    if not total:
        return say("This scorecard has no objectives of its own yet.")
    if rest == total:
        return say("No objective of this scorecard is supported by {below}.", below=below)
    if not rest:
        return say("Every objective of this scorecard is supported by {below}.", below=below)
    return say_count(
        "{count} of {objectives} of this scorecard is supported by {below}; nobody supports {others}.",
        "{count} of {objectives} of this scorecard are supported by {below}; nobody supports {others}.",
        found.supported,
        objectives=_objectives(total),
        below=below,
        others=say_count("the other one", "the other {count}", rest),
    )


def _groups(here: Standpoint, found: Alignment, *, matrix: bool) -> tuple[SupportGroup, ...]:
    rows: dict[str, list[SupportRow]] = {}
    for row in found.rows:
        rows.setdefault(row.perspective, []).append(
            _row(here, row, found.children if matrix else tuple(row.supporters))
        )
    return tuple(SupportGroup(here.perspective(each), tuple(below)) for each, below in rows.items())


def _row(here: Standpoint, row: AlignmentRow, children: tuple[str, ...]) -> SupportRow:
    goals = [Goal(child, each) for child, objectives in row.supporters.items() for each in objectives]
    standings = [here.assessment.scorecards[card].objectives[each].standing for card, each in goals]
    return SupportRow(
        objective=_linked(here, Goal(here.id, row.objective)),
        cells=tuple(_cell(here, child, row.supporters.get(child, ())) for child in children),
        count=_supporting(row) if goals else "",
        statuses=tuple(ObjectiveCount(mark, f"{count:,}") for mark, count in here.counted(standings)),
    )


def _supporting(row: AlignmentRow) -> str:
    scorecards = say_count("{count} scorecard", "{count} scorecards", len(row.supporters))
    return say_count(
        "{count} objective of {scorecards}", "{count} objectives of {scorecards}", row.count, scorecards=scorecards
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
    return say("Owner: {person}", person=here.person(owner).text) if owner else say("Nobody owns it")
