"""Scoring as the scorecard file declares it: the method that turns a value into score and status, with its options."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bsc_site.model.declared.own_statuses import WithOwnStatus
from bsc_site.model.fields import Figure, Number, Part, Share, Text
from bsc_site.model.vocabularies import Method, Status


class ValueBand(WithOwnStatus):
    """One band of the `bands` method: values from `from` on have this status, and this score if given."""

    from_: Figure | None = Field(default=None, alias="from")
    """The lowest value of the band, which reaches up to the next one; only the lowest band goes without it."""
    status: Status
    """The status of values in this band: on_track, at_risk or off_track, or one of your own by its name."""
    score: Annotated[Number, Field(ge=0, le=100)] | None = None
    """The score of values in this band, 0 to 100 and inside of its status; 100, 50 or 0 unless said otherwise."""


class ScoringRule(WithOwnStatus):
    """One rule of the `rules` method: the first whose condition holds decides."""

    when: Annotated[Text, Field(examples=["value >= target and value > previous"])]
    """A condition over value, target, baseline, red_flag and previous with comparisons, arithmetic, and, or, not."""
    status: Status
    """The status where the condition is the first that holds: on_track, at_risk or off_track, or an own one by name."""
    score: Annotated[Number, Field(ge=0, le=100)] | None = None
    """The score where the condition is the first that holds, 0 to 100 and inside of its status; 100, 50 or 0 by
    default."""


class Scoring(Part):
    """The method that turns a value into score and status, with its options."""

    method: Method = Method.GOAL_RED_FLAG
    """How a value becomes score and status; goal_red_flag unless said otherwise."""
    low: Figure | None = None
    """The lower end of the band where the targets give none, for direction band only."""
    high: Figure | None = None
    """The upper end of the band where the targets give none, for direction band only."""
    on_track: Share | None = None
    """From which share on a value is on track: two thirds of the way for progress, 100 % for percent_of_target."""
    at_risk: Share | None = None
    """From which share on a value is at risk: one third of the way for progress, the tolerance for
    percent_of_target."""
    bands: tuple[ValueBand, ...] = ()
    """The bands of the method `bands`, each from its lowest value on, in any order."""
    states: Annotated[
        dict[str, Annotated[Number, Field(ge=0, le=100)]], Field(examples=[{"good": 100, "fair": 50, "poor": 0}])
    ] = Field(default_factory=dict)
    """The states of the method `states`, as they stand in the data, each with its score from 0 to 100."""
    rules: tuple[ScoringRule, ...] = ()
    """The rules of the method `rules`, of which the first that holds decides."""
