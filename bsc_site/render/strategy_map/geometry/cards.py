"""Cards: the lettering of every box and lane."""

from __future__ import annotations

from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import TrendWord
from bsc_site.render.lettering import width_of, wrapped
from bsc_site.render.strategy_map.geometry.dimensions import (
    BOX_PAD,
    FIGURE,
    LABEL_WIDTH,
    LANE_NAME,
    LANE_STEP,
    MARGIN,
    MOST_LANE_LINES,
    MOST_NAME_LINES,
    NAME,
    NOTE,
)
from bsc_site.render.strategy_map.geometry.map_content import MapBox, MapRow
from bsc_site.wording.figures import number_text
from bsc_site.wording.language import enumeration, noted, say, told

SHAPE_ROOM = 18.0
COURSE_WIDTH, COURSE_HEIGHT = 76.0, 16.0
MARKER_ROOM = 8.0
LINE_ROOM = 6.0
"""Between the score and the course of the figures."""
_TREND_WORDS = {
    TrendWord.IMPROVING: noted("improving"),
    TrendWord.STEADY: noted("steady"),
    TrendWord.WORSENING: noted("worsening"),
    TrendWord.TOO_SHORT: noted("too short for a trend"),
}


@dataclass(frozen=True, slots=True)
class Card:
    """The lettering of one box; `score` is empty where there is none.

    `course` is how far from its right side the line of its figures starts, None where there is no room for one.
    """

    box: MapBox
    name: tuple[str, ...]
    score: str
    course: float | None


@dataclass(frozen=True, slots=True)
class LaneLabel:
    """The lettering of one lane."""

    row: MapRow
    name: tuple[str, ...]

    @property
    def height(self) -> float:
        """How high it is."""
        return LANE_STEP * len(self.name)


def card_of(box: MapBox, width: float) -> Card:
    """The card of `box`, for a box `width` wide."""
    score = "" if box.score is None else number_text(box.score, 0)
    letters = width_of(box.marker, NOTE) + MARKER_ROOM if box.marker else 0
    course = BOX_PAD + letters + COURSE_WIDTH
    left = BOX_PAD + SHAPE_ROOM + width_of("100", FIGURE) + LINE_ROOM
    return Card(
        box=box,
        name=wrapped(box.name, width - 2 * BOX_PAD, NAME, MOST_NAME_LINES),
        score=score,
        course=course if width - course >= left else None,
    )


def lane_label(row: MapRow) -> LaneLabel:
    """The lettering at the left of a lane: its name; the question is in the title."""
    return LaneLabel(row, wrapped(row.name, LABEL_WIDTH - 2 * MARGIN, LANE_NAME, MOST_LANE_LINES))


def spoken(box: MapBox) -> str:
    """The box as one sentence part: `Earn repeat customers: On track, score 87, improving, owner Ada`."""
    parts = [*standing_parts(box), *([say("owner {person}", person=box.owner)] if box.owner else [])]
    return say("{objective}: {standing}", objective=box.name, standing=enumeration(parts))


def standing_parts(box: MapBox) -> list[str]:
    """Status, score where there is one, and trend: `On track`, `score 87`, `improving`."""
    score = [] if box.score is None else [say("score {score}", score=number_text(box.score, 0))]
    return [box.status_name, *score, trend_on_map(box.trend)]


def trend_on_map(trend: TrendWord) -> str:
    """The trend of an objective among other words: `improving`."""
    return told(_TREND_WORDS[trend])
