"""Sentences of a signal: what a control chart means, in words that a manager understands."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bsc_site.model.concluded.outlook import Signal
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.figures import count_text, period_text, quantity_text
from bsc_site.model.vocabularies import Assurance, PointLabel, Variation

PERCENT = 100.0
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
    "common": "Nothing unusual: the latest value moves within its natural variation",
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


@dataclass(frozen=True, slots=True)
class Grounds:
    """What the limits stand on: the values, how many of them made the latest limits, and what was found on the way.

    `correlation` is the autocorrelation that was allowed for; `overspread` says that counts spread more than they
    should; `not_counted` why a KPI that is declared as proportion or count has limits of the ordinary kind.
    """

    values: Sequence[float]
    drawn_from: int
    correlation: float
    overspread: bool
    not_counted: str


def sentences_of(signal: Signal, kpi: Kpi, grounds: Grounds) -> Signal:
    """The signal with its sentences: the latest value, the target, and how the limits were drawn."""
    sentences = [_variation_sentence(signal)]
    if signal.assurance in ASSURANCES:
        sentences.append(ASSURANCES[signal.assurance])
    sentences.append(_range_sentence(signal, kpi, grounds.values))
    sentences += _caveats(signal, kpi, grounds)
    if signal.suggestion:
        since = period_text(signal.suggestion)
        sentences.append(
            f"Since {since} all values lie on one side of the mean: if something changed, declare a rebase."
        )
    return replace(signal, sentences=tuple(sentences))


def _range_sentence(signal: Signal, kpi: Kpi, values: Sequence[float]) -> str:
    """The range of natural variation, no further than values of this kind can go."""
    last, unit = signal.points[-1], (kpi.unit, kpi.decimals)
    least = 0.0 if min(values) >= 0 else -math.inf
    most = PERCENT if kpi.unit == "%" and max(values) <= PERCENT else math.inf
    lower = quantity_text(max(last.lower, least), *unit)
    upper = quantity_text(min(last.upper, most), *unit)
    if lower == upper:
        return f"It has been {lower} all along: there is no variation yet to tell noise from."
    return f"Values from {lower} to {upper} are natural variation around {quantity_text(last.mean, *unit)}."


def _caveats(signal: Signal, kpi: Kpi, grounds: Grounds) -> list[str]:
    n = grounds.drawn_from
    found = {
        f"The limits are drawn from only {count_text(n, 'value')} and are on trial until there are 13.": signal.trial,
        "The season was taken out before the limits were drawn, and put back into them.": signal.seasonal,
        "Neighbouring values resemble each other, so the limits are wider and runs must be longer.": (
            grounds.correlation > 0
        ),
        "The values spread more than their counts alone explain, so these limits are too narrow: as a measurement "
        "(kind_of_data: measurement) the KPI would give fewer false alarms.": grounds.overspread,
        f"It is declared as a {kpi.kind_of_data}, but {grounds.not_counted}: "
        "the limits are those of a measurement.": bool(grounds.not_counted),
    }
    return [sentence for sentence, holds in found.items() if holds]


def _variation_sentence(signal: Signal) -> str:
    last = signal.points[-1]
    meaning = variation_text(signal.variation)
    if signal.variation is Variation.COMMON_CAUSE:
        return f"{meaning}."
    return f"{meaning}: {period_text(last.period)} is {label_text(last.label)}."
