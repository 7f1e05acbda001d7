"""Point words: what the label of one value on a control chart means to a reader."""

from __future__ import annotations

from bsc_site.model.vocabularies import PointLabel
from bsc_site.wording.language import say


def point_words() -> dict[PointLabel, str]:
    """The words of every label, to stand beside a value: `above natural variation`."""
    return {
        PointLabel.ABOVE_LIMIT: say("above natural variation"),
        PointLabel.BELOW_LIMIT: say("below natural variation"),
        PointLabel.RISING: say("one of seven or more rising in a row"),
        PointLabel.FALLING: say("one of seven or more falling in a row"),
        PointLabel.TWO_OF_THREE_HIGH: say("one of two in three near the upper limit"),
        PointLabel.TWO_OF_THREE_LOW: say("one of two in three near the lower limit"),
        PointLabel.RUN_HIGH: say("in a long run above the mean"),
        PointLabel.RUN_LOW: say("in a long run below the mean"),
        PointLabel.COMMON_CAUSE: say("natural variation"),
    }


def point_cells() -> dict[PointLabel, str]:
    """The words of every label as they stand alone in a cell: `Above natural variation`."""
    return {
        PointLabel.ABOVE_LIMIT: say("Above natural variation"),
        PointLabel.BELOW_LIMIT: say("Below natural variation"),
        PointLabel.RISING: say("One of seven or more rising in a row"),
        PointLabel.FALLING: say("One of seven or more falling in a row"),
        PointLabel.TWO_OF_THREE_HIGH: say("One of two in three near the upper limit"),
        PointLabel.TWO_OF_THREE_LOW: say("One of two in three near the lower limit"),
        PointLabel.RUN_HIGH: say("In a long run above the mean"),
        PointLabel.RUN_LOW: say("In a long run below the mean"),
        PointLabel.COMMON_CAUSE: say("Natural variation"),
    }
