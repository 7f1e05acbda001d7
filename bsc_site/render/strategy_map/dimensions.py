"""The dimensions of the map in drawing units; at 760 px a unit is 0.855 px, so text of 13 units is 11.1 px."""

from __future__ import annotations

from dataclasses import dataclass

from bsc_site.render.lettering import Style

WIDTH = 888.0
LABEL_WIDTH = 108.0
"""The left part of a lane, with its name and question."""
MARGIN = 8.0
GAP = 24.0
"""Between two boxes of a full line."""
WIDEST_BOX = 212.0
BOX_PAD = 8.0
BAND_PAD = 14.0
"""From the edge of a lane to its boxes; an arrow's head fits in."""
TRACK = 12.0
"""Between two horizontal parts of arrows."""
QUIET = 10.0
"""Height between two lines that no arrow turns in."""
PORT = 16.0
"""Between two arrows on one side of a box."""
CORNER = 7.0
HEAD = 9.0
COLUMN_HEADER = 26.0

NAME = Style(14, bold=True)
SMALL = Style(13)
SMALL_BOLD = Style(13, bold=True)
COLUMN_NAME = SMALL_BOLD
FIGURE = Style(14, bold=True)
LANE_NAME = Style(15, bold=True)
LANE_STEP = 20.0
NAME_STEP = 17.0
SMALL_STEP = 17.0
MOST_LANE_LINES = 5


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle by its edges."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def centre(self) -> float:
        """Half way from left to right."""
        return (self.left + self.right) / 2

    @property
    def middle(self) -> float:
        """Half way from top to bottom."""
        return (self.top + self.bottom) / 2

    def meets(self, other: Rect, room: float = 0.0) -> bool:
        """Whether the two overlap or come closer than `room`."""
        return (
            self.left < other.right + room
            and other.left < self.right + room
            and self.top < other.bottom + room
            and other.top < self.bottom + room
        )


@dataclass(frozen=True, slots=True)
class Spread:
    """Where slots lie from left to right."""

    left: float
    pitch: float
    box: float

    def extent(self, slot: float) -> tuple[float, float]:
        """Left and right edge of the box in `slot`."""
        left = self.left + slot * self.pitch + (self.pitch - self.box) / 2
        return left, left + self.box


def spread_of(abreast: int) -> Spread:
    """The widths for `abreast` slots; boxes of short lines do not grow beyond their widest."""
    left, right = LABEL_WIDTH + MARGIN, WIDTH - MARGIN
    pitch = (right - left) / max(abreast, 1)
    return Spread(left, pitch, min(WIDEST_BOX, pitch - GAP))
