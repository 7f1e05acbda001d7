"""Sentences: what an XmR chart means, in words that a manager understands."""

from __future__ import annotations

from dataclasses import replace

from bsc_site.model.figures import count_text, period_text, quantity_text
from bsc_site.model.kpi import Kpi
from bsc_site.model.outlook import Signal
from bsc_site.model.words import Assurance, PointLabel, Variation

LABELS = {
    PointLabel.ABOVE_LIMIT: "above the upper limit of natural variation",
    PointLabel.BELOW_LIMIT: "below the lower limit of natural variation",
    PointLabel.RISING: "part of seven or more rising values in a row",
    PointLabel.FALLING: "part of seven or more falling values in a row",
    PointLabel.TWO_OF_THREE_HIGH: "one of two in three values close to the upper limit",
    PointLabel.TWO_OF_THREE_LOW: "one of two in three values close to the lower limit",
    PointLabel.RUN_HIGH: "part of a long run above the mean",
    PointLabel.RUN_LOW: "part of a long run below the mean",
    PointLabel.COMMON_CAUSE: "within natural variation",
}
MEANINGS = {
    "improvement": "A real improvement, not noise",
    "concern": "A real change for the worse, not noise",
    "neutral": "A real change, not noise",
    "common": "No real change: the latest value moves within its natural variation",
}
ASSURANCES = {
    Assurance.PASS: "As it runs now, this will keep meeting the target.",
    Assurance.FAIL: "As it runs now, this will keep missing the target: the way of working has to change.",
    Assurance.HIT_OR_MISS: "As it runs now, this meets the target in some periods and misses it in others, by chance.",
}


def variation_text(variation: Variation) -> str:
    """`A real improvement, not noise`, and so on."""
    return MEANINGS[variation.partition("_")[0]]


def label_text(label: PointLabel) -> str:
    """What the label of one point says: `part of a long run above the mean`."""
    return LABELS[label]


def sentences_of(signal: Signal, kpi: Kpi, correlation: float, n: int) -> Signal:
    """The signal with its sentences: the latest value, the target, and how the limits were drawn."""
    last = signal.points[-1]
    unit = (kpi.unit, kpi.decimals)
    sentences = [_variation_sentence(signal)]
    if signal.assurance in ASSURANCES:
        sentences.append(ASSURANCES[signal.assurance])
    lower, upper = quantity_text(last.lower, *unit), quantity_text(last.upper, *unit)
    sentences.append(f"Values from {lower} to {upper} are natural variation around {quantity_text(last.mean, *unit)}.")
    if signal.trial:
        sentences.append(
            f"The limits are drawn from only {count_text(n, 'value')} and are on trial until there are 13."
        )
    if signal.seasonal:
        sentences.append("The season was taken out before the limits were drawn, and put back into them.")
    if correlation > 0:
        sentences.append("Neighbouring values resemble each other, so the limits are wider and runs must be longer.")
    if signal.suggestion:
        since = period_text(signal.suggestion)
        sentences.append(
            f"Since {since} all values lie on one side of the mean: if something changed, declare a rebase."
        )
    return replace(signal, sentences=tuple(sentences))


def _variation_sentence(signal: Signal) -> str:
    last = signal.points[-1]
    meaning = variation_text(signal.variation)
    if signal.variation is Variation.COMMON_CAUSE:
        return f"{meaning}."
    return f"{meaning}: {period_text(last.period)} is {label_text(last.label)}."
