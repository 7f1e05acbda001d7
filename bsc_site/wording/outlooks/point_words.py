"""Point words: what the label of one value on a control chart means to a reader."""

from __future__ import annotations

from bsc_site.model.vocabularies import PointLabel
from bsc_site.wording.language import noted, told

_WORDS = {
    PointLabel.ABOVE_LIMIT: noted("above natural variation"),
    PointLabel.BELOW_LIMIT: noted("below natural variation"),
    PointLabel.RISING: noted("one of seven or more rising in a row"),
    PointLabel.FALLING: noted("one of seven or more falling in a row"),
    PointLabel.TWO_OF_THREE_HIGH: noted("one of two in three near the upper limit"),
    PointLabel.TWO_OF_THREE_LOW: noted("one of two in three near the lower limit"),
    PointLabel.RUN_HIGH: noted("in a long run above the mean"),
    PointLabel.RUN_LOW: noted("in a long run below the mean"),
    PointLabel.COMMON_CAUSE: noted("natural variation"),
}
_CELLS = {
    PointLabel.ABOVE_LIMIT: noted("Above natural variation"),
    PointLabel.BELOW_LIMIT: noted("Below natural variation"),
    PointLabel.RISING: noted("One of seven or more rising in a row"),
    PointLabel.FALLING: noted("One of seven or more falling in a row"),
    PointLabel.TWO_OF_THREE_HIGH: noted("One of two in three near the upper limit"),
    PointLabel.TWO_OF_THREE_LOW: noted("One of two in three near the lower limit"),
    PointLabel.RUN_HIGH: noted("In a long run above the mean"),
    PointLabel.RUN_LOW: noted("In a long run below the mean"),
    PointLabel.COMMON_CAUSE: noted("Natural variation"),
}


def point_word(label: PointLabel) -> str:
    """What stands beside the value that a reader points at: `above natural variation`."""
    return told(_WORDS[label])


def point_cell(label: PointLabel) -> str:
    """What stands alone in a cell: `Above natural variation`."""
    return told(_CELLS[label])
