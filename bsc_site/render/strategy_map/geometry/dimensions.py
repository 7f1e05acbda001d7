"""The dimensions of the map in drawing units; on a page of 1,280 px a unit is a pixel."""

from __future__ import annotations

from bsc_site.model.value_class import dataclass
from bsc_site.render.lettering import Style

WIDTH = 1280.0
"""How wide the drawing is at most; one of few columns is as wide as they need."""
LABEL_WIDTH = 124.0
"""The left part of a lane, with its name."""
MARGIN = 8.0
MOST_ABREAST = 6
NARROWEST_BOX, WIDEST_BOX = 168.0, 200.0
NARROWEST_GUTTER, GUTTER, WIDEST_GUTTER = 22.0, 57.0, 87.0
BOX_HEIGHT = 76.0
BOX_PAD = 10.0
BAND_PAD = 13.0
"""From the edge of a lane to its boxes; an arrow's head fits in."""
TRACK = 11.0
"""Between two horizontal parts of arrows."""
QUIET = 10.0
"""Height between two lines that no arrow turns in."""
PORT = 16.0
"""Between two arrows on one side of a box."""
CORNER = 7.0
HEAD = 8.0

NAME = Style(14, bold=True)
SMALL = Style(13)
NOTE = Style(12)
FIGURE = Style(14, bold=True)
LANE_NAME = Style(14, bold=True)
LANE_STEP = 18.0
NAME_STEP = 17.0
MOST_NAME_LINES = 2
MOST_LANE_LINES = 4


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
    """Where columns lie from left to right, and how wide the drawing is with them."""

    left: float
    pitch: float
    box: float
    width: float

    def extent(self, column: int) -> tuple[float, float]:
        """Left and right edge of the box in `column`."""
        left = self.left + column * self.pitch + (self.pitch - self.box) / 2
        return left, left + self.box


def spread_of(abreast: int) -> Spread:
    """The widths for `abreast` columns; few columns make a narrower drawing and not wider boxes."""
    count = max(abreast, 1)
    pitch = min((WIDTH - LABEL_WIDTH - MARGIN) / count, WIDEST_BOX + WIDEST_GUTTER)
    box = min(WIDEST_BOX, max(NARROWEST_BOX, pitch - GUTTER), pitch - NARROWEST_GUTTER)
    return Spread(LABEL_WIDTH, pitch, box, LABEL_WIDTH + count * pitch + MARGIN)
