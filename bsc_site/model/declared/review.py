"""Reviews and risks as the scorecard file declares them: what was said and decided, how often, what may go wrong."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from bsc_site.model.fields import Id, Length, Part, Reference, When, Whole
from bsc_site.model.period import Frequency
from bsc_site.model.translated.prose import Prose


class Decision(Part):
    """What a review decided; `done` is the day it was carried out."""

    text: Prose
    """What is to be done, in words that somebody can carry out."""
    owner: Id | None = None
    """The id of the person who carries it out; a decision that nobody owns is a problem."""
    due: When | None = None
    """The period by whose end it is to be carried out; from the next day on it is overdue."""
    done: When | None = None
    """The day, or the period, in which it was carried out; it is open while there is none."""
    audience: Id | None = None
    """The widest circle of readers that may see the decision, such as board; everybody may where none is named."""


class Review(Part):
    """What a review meeting said about one element (`kpi/repeat-rate`, `objective/...`, `initiative/...`)."""

    period: When
    """The period that the meeting looked back on; the entries of one period share a page."""
    on: Annotated[Reference, Field(examples=["kpi/repeat-rate", "objective/loyal-customers"])]
    """The element that was spoken of, as kind/id: kpi, objective, initiative, perspective, scorecard or risk;
    kind/scorecard/id for one of another scorecard."""
    by: Id | None = None
    """The id of the person who speaks for this entry."""
    analysis: Prose = ""
    """Why the element stands where it stands."""
    recommendation: Prose = ""
    """What the meeting advises to do about it."""
    decisions: tuple[Decision, ...] = ()
    """What was decided, each with an owner and a date; the site tells which are open, overdue and done."""
    audience: Id | None = None
    """The widest circle of readers that may see the entry; everybody may where none is named."""


class ReviewCadence(Part):
    """How often the scorecard is reviewed; `within` is the time after the period's end in which the meeting is held."""

    every: Frequency
    """How often there is a review: daily, weekly, monthly, quarterly, half-yearly or yearly."""
    within: Length | None = None
    """The time after the period's end in which the meeting is held; otherwise as long as such figures have, 20 days for
    a quarter."""


def _every_alone(value: Any) -> Any:
    return {"every": value} if isinstance(value, str) else value


Cadence = Annotated[ReviewCadence, BeforeValidator(_every_alone)]
"""A review cadence; the frequency alone stands for it."""


class Risk(Part):
    """What may keep an element from its target; likelihood and impact from 1 to 5."""

    id: Id
    """The risk's short name in addresses and references, unique in its scorecard."""
    name: Prose
    """What may happen, as readers see it, such as `The supplier fails`."""
    on: Annotated[Reference | None, Field(examples=["objective/loyal-customers"])] = None
    """The element that is threatened, as kind/id; the whole scorecard where none is named."""
    likelihood: Annotated[Whole, Field(ge=1, le=5)]
    """How likely it is: 1 rare, 2 unlikely, 3 possible, 4 likely, 5 almost certain."""
    impact: Annotated[Whole, Field(ge=1, le=5)]
    """How much harm it would do: 1 negligible, 2 minor, 3 moderate, 4 major, 5 severe; times likelihood it gives the
    rating."""
    response: Prose = ""
    """What is done about it, in a sentence that stands beside it."""
    owner: Id | None = None
    """The id of the person who watches it."""
    audience: Id | None = None
    """The widest circle of readers that may see it; everybody may where none is named."""
