"""A status set by hand in words: what was set, why, until when, and what had been computed."""

from __future__ import annotations

from bsc_site.model.calculation.manual_steps import ManualStep, RanOut
from bsc_site.model.declared.scorecard import StatusNames
from bsc_site.wording.figures import period_text
from bsc_site.wording.language import say


def manual_sentence(step: ManualStep, names: StatusNames) -> str:
    """`Set by hand to Off track until Aug 2025, because the till failed (computed: On track)`, or that it ran out."""
    until = period_text(step.until)
    if isinstance(step, RanOut):
        return say("The status set by hand ran out with {until}", until=until)
    return say(
        "Set by hand to {status} until {until}, because {because} (computed: {computed})",
        status=names.of(step.status, step.score),
        until=until,
        because=step.because,
        computed=names.of(step.computed, step.computed_score),
    )
