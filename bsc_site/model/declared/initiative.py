"""Initiatives as the scorecard file declares them: work with a beginning, an end, a budget and milestones."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from bsc_site.model.declared.kpi import Ignore
from bsc_site.model.fields import Id, Number, Part, Share, When
from bsc_site.model.translated.prose import Prose


class Milestone(Part):
    """A dated step of an initiative; `done` is the day it was reached."""

    name: Prose
    """What will have been reached, in a few words."""
    due: When
    """The period by whose end the step is to be reached, a day or a longer one."""
    done: When | None = None
    """The day, or the period, in which the step was reached; it is open while there is none."""
    audience: Id | None = None
    """The widest circle of readers that may see the step, such as board; everybody may where none is named."""


class Initiative(Part):
    """Work with a beginning, an end and a budget that serves objectives."""

    id: Id
    """The initiative's short name in addresses and references, unique in its scorecard."""
    name: Prose
    """What is done, as readers see it, such as `Launch the loyalty app`."""
    was: tuple[Id, ...] = ()
    """Earlier ids: their addresses lead here."""
    description: Prose = ""
    """What the work is about, in a sentence or two that its page shows."""
    owner: Id | None = None
    """The id of the person who leads the work."""
    serves: tuple[Id, ...] = ()
    """The ids of the objectives that it is to move; its costs are shared evenly between them."""
    start: When
    """The period with whose first day the work begins."""
    end: When
    """The period with whose last day the work is to be done."""
    budget: Annotated[Number, Field(ge=0)] | None = None
    """What the work may cost in all, in the currency of the scorecard, 0 or more."""
    spent: Annotated[Number, Field(ge=0)] | None = None
    """What the work has cost so far, in the currency of the scorecard, 0 or more."""
    progress: Share | None = None
    """How much of the work is done; without it, the share of the milestones that have been reached."""
    status: Literal["planned", "done", "cancelled"] | None = None
    """`planned`, `done` or `cancelled` only where the plan cannot tell; otherwise it follows from dates and
    progress."""
    milestones: tuple[Milestone, ...] = ()
    """The dated steps of the work, from which its progress follows where none is declared."""
    depends_on: tuple[Id, ...] = ()
    """The ids of the initiatives that have to be over first; the site shows which of them it waits for."""
    audience: Id | None = None
    """The widest circle of readers that may see it, such as staff; everybody may where none is named."""
    ignore: tuple[Ignore, ...] = ()
    """The rules that do not apply to this initiative, each with the reason."""
