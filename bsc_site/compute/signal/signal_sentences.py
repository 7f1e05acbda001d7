"""Sentences of a signal: what the latest point of a control chart means, as the news of a KPI tell it."""

from __future__ import annotations

from bsc_site.model.vocabularies import PointLabel, Variation

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


def variation_text(variation: Variation) -> str:
    """`A real improvement, not noise`, and so on."""
    return MEANINGS[variation.partition("_")[0]]


def label_text(label: PointLabel) -> str:
    """What the label of one point says: `part of a long run above the mean`."""
    return LABELS[label]
