"""The portfolio: what the initiatives of a scorecard cost, what they earned and which objectives they pay for."""

from __future__ import annotations

from collections.abc import Mapping

from bsc_site.model.value_class import dataclass


@dataclass(frozen=True, slots=True)
class Money:
    """Amounts in the scorecard's currency; None where not declared.

    `earned` is the earned value (budget x progress), `variance` earned less spent: below zero the work cost more than
    what is done of it was to cost.
    """

    budget: float | None
    spent: float | None
    earned: float | None
    variance: float | None


@dataclass(frozen=True, slots=True)
class Holding:
    """One initiative as part of the portfolio.

    `slippage` is how many days it is late (below zero: early), None where nothing tells yet; `delays` are the days of
    each milestone in the order of the file, None while it is still to come; `waiting` are those of its dependencies
    that are not done.
    """

    initiative: str
    money: Money
    reached: int
    milestones: int
    slippage: int | None
    delays: tuple[int | None, ...]
    waiting: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CostShare:
    """What one objective or perspective costs: its even shares of the initiatives that serve it.

    `id` is empty for the initiatives that serve nothing.
    """

    id: str
    initiatives: tuple[str, ...]
    budget: float
    spent: float


@dataclass(frozen=True, slots=True)
class Portfolio:
    """All initiatives of a scorecard together; `counted` is how many of them have an earned value and a spent sum."""

    holdings: Mapping[str, Holding]
    """By the id of the initiative, in the order of the file."""
    total: Money
    counted: int
    objectives: tuple[CostShare, ...]
    perspectives: tuple[CostShare, ...]
    serving_nothing: tuple[str, ...]
    unserved: tuple[str, ...]
    """Objectives that are off track and that no initiative under way or planned serves."""
