"""Roll-up steps: the way from the children of an element to its score and status, one type for each kind of step."""

from __future__ import annotations

from enum import Enum
from typing import TypeAlias

from bsc_site.model.calculation.manual_steps import ManualStep
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Status


class NothingToRollUp(Enum):
    """Why there is nothing from which a score could be made."""

    NOTHING_SCORED = "nothing_scored"
    NO_WEIGHT = "no_weight"
    """No child with a score has a weight above zero."""
    NO_OWN_KPI = "no_own_kpi"
    WITHHELD = "withheld"
    """The score rests on what is kept from the readers, too, and the scorecard tells none of what is left."""


@dataclass(frozen=True, slots=True)
class ScoredFrom:
    """How many of the KPIs below have a score."""

    scored: int
    total: int


@dataclass(frozen=True, slots=True)
class TooLittleScored:
    """How many of the KPIs below have a score, which is a smaller share (0 to 1) than it takes to judge."""

    scored: int
    total: int
    share: float
    least: float


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The children without a score, by name."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WeightedScore:
    """A child that counts: its name, its weight and its score (0 to 100)."""

    name: str
    weight: float
    score: float


@dataclass(frozen=True, slots=True)
class MeanDecides:
    """The mean of the scores by weight."""

    parts: tuple[WeightedScore, ...]
    mean: float


@dataclass(frozen=True, slots=True)
class WorstDecides:
    """The worst child with its score."""

    name: str
    score: float


@dataclass(frozen=True, slots=True)
class BestDecides:
    """The best child with its score."""

    name: str
    score: float


@dataclass(frozen=True, slots=True)
class MostFrequentDecides:
    """How many of the children share the status that most of them have."""

    sharing: int
    counted: int


@dataclass(frozen=True, slots=True)
class OwnDecides:
    """The element's own KPI; its score is None where it has none."""

    name: str
    score: float | None
    status: Status


@dataclass(frozen=True, slots=True)
class StatusOfScore:
    """The score (0 to 100) and the status that follows from it."""

    score: float
    status: Status


RollUpStep: TypeAlias = (
    NothingToRollUp
    | ScoredFrom
    | TooLittleScored
    | LeftOut
    | MeanDecides
    | WorstDecides
    | BestDecides
    | MostFrequentDecides
    | OwnDecides
    | StatusOfScore
    | ManualStep
)
"""One step of the way from what stands below to a rolled-up status and score."""
