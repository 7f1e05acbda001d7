"""Manual status: what people set by hand for a while, against what was computed."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from bsc_site.compute.scoring.scale import coherent
from bsc_site.model.calculation.manual_steps import ManualStep, RanOut, SetByHand
from bsc_site.model.declared.kpi import ManualStatus
from bsc_site.model.declared.own_statuses import NO_SCALE, StatusScale
from bsc_site.model.vocabularies import Status

MIDDLE = 50.0


class Scaled(NamedTuple):
    """The day of the assessment, and the statuses of the scorecard."""

    day: date
    scale: StatusScale = NO_SCALE


class Final(NamedTuple):
    """Status and score that hold in the end, and the steps by which people came to them: one at the most."""

    status: Status
    score: float | None
    steps: tuple[ManualStep, ...] = ()


def overruled(status: Status, score: float | None, manual: ManualStatus | None, on: Scaled) -> Final:
    """What was computed, or the manual status if there is one that has not run out on that day.

    The score moves into the range of the status that was set, as little as that takes, so that a roll-up agrees with
    it. The step says what was set, why, until when, and what had been computed.
    """
    if manual is None:
        return Final(status, score)
    if on.day > manual.until.end:
        return Final(status, score, (RanOut(manual.until),))
    by_hand = on.scale.within(Status(manual.status))
    wanted = manual.score if manual.score is not None else score
    fitting = coherent(by_hand, MIDDLE if wanted is None else wanted, on.scale)
    step = SetByHand(by_hand, manual.until, manual.because, status, fitting, score)
    return Final(by_hand, fitting, (step,))
