"""Manual status: what people set by hand for a while, against what was computed."""

from __future__ import annotations

from datetime import date

from bsc_site.compute.scoring.scale import coherent
from bsc_site.model.concluded.assessment import Judgement
from bsc_site.model.declared.kpi import ManualStatus
from bsc_site.model.declared.scorecard import StatusNames
from bsc_site.model.figures import period_text
from bsc_site.model.vocabularies import Status

MIDDLE = 50.0


def overruled(computed: Judgement, manual: ManualStatus | None, as_of: date, names: StatusNames) -> Judgement:
    """The judgement after the manual status, if there is one that has not run out at `as_of`.

    The score moves into the range of the status that was set, as little as that takes, so that a roll-up agrees with
    it. The steps say what was set, why, until when, and what had been computed.
    """
    if manual is None:
        return computed
    until = period_text(manual.until)
    if as_of > manual.until.end:
        step = f"The status set by hand ran out with {until}"
        return Judgement(computed.status, computed.score, (*computed.steps, step))
    status = Status(manual.status)
    score = coherent(status, MIDDLE if computed.score is None else computed.score)
    was = f"computed: {names.of(computed.status)}"
    step = f"Set by hand to {names.of(status)} until {until}, because {manual.because} ({was})"
    return Judgement(status, score, (*computed.steps, step))
