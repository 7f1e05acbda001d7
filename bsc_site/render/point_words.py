"""Point words: what the label of one value on a control chart means to a reader."""

from __future__ import annotations

from bsc_site.model.vocabularies import PointLabel

POINT_WORDS = {
    PointLabel.ABOVE_LIMIT: "above natural variation",
    PointLabel.BELOW_LIMIT: "below natural variation",
    PointLabel.RISING: "one of seven or more rising in a row",
    PointLabel.FALLING: "one of seven or more falling in a row",
    PointLabel.TWO_OF_THREE_HIGH: "one of two in three near the upper limit",
    PointLabel.TWO_OF_THREE_LOW: "one of two in three near the lower limit",
    PointLabel.RUN_HIGH: "in a long run above the mean",
    PointLabel.RUN_LOW: "in a long run below the mean",
    PointLabel.COMMON_CAUSE: "natural variation",
}
