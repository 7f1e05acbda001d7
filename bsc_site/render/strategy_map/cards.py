"""Cards: the lettering of every box and lane, and so how high each line of the map is."""

from __future__ import annotations

from dataclasses import dataclass

from bsc_site.model.vocabularies import TrendWord
from bsc_site.render.lettering import shortened, width_of, wrapped
from bsc_site.render.strategy_map.dimensions import (
    BOX_PAD,
    FIGURE,
    LABEL_WIDTH,
    LANE_NAME,
    LANE_STEP,
    MARGIN,
    MOST_LANE_LINES,
    NAME,
    NAME_STEP,
    SMALL,
    SMALL_STEP,
)
from bsc_site.render.strategy_map.map_content import MapBox, MapRow
from bsc_site.wording.figures import number_text
from bsc_site.wording.language import enumeration, noted, say, told

SHAPE_ROOM = 16.0
TREND_ROOM = 15.0
_TREND_WORDS = {
    TrendWord.IMPROVING: noted("improving"),
    TrendWord.STEADY: noted("steady"),
    TrendWord.WORSENING: noted("worsening"),
    TrendWord.TOO_SHORT: noted("too short for a trend"),
}


@dataclass(frozen=True, slots=True)
class Card:
    """The lettering of one box; `score` is empty where there is none.

    `stacked` is how many lines the status has above that of score and trend, because it is too long to share that one.
    """

    box: MapBox
    name: tuple[str, ...]
    owner: str
    status: tuple[str, ...]
    score: str
    stacked: int = 0

    @property
    def height(self) -> float:
        """How high the box must be."""
        lines = 1 + bool(self.owner) + self.stacked
        return 2 * BOX_PAD + NAME_STEP * max(len(self.name), 1) + SMALL_STEP * lines + 7


@dataclass(frozen=True, slots=True)
class LaneLabel:
    """The lettering of one lane."""

    row: MapRow
    name: tuple[str, ...]
    question: tuple[str, ...]

    @property
    def height(self) -> float:
        """How high the lane must be inside."""
        return LANE_STEP * len(self.name) + SMALL_STEP * len(self.question)


def card_of(box: MapBox, width: float) -> Card:
    """The card of `box`, for a box `width` wide."""
    inner = width - 2 * BOX_PAD
    score = "" if box.score is None else number_text(box.score, 0)
    figures = (width_of(score, FIGURE) + 4 if score else 0) + (
        TREND_ROOM if box.trend is not TrendWord.TOO_SHORT else 0
    )
    room = inner - SHAPE_ROOM
    status = wrapped(box.status_name, room, SMALL, 2) or ("",)
    shared = figures == 0 or width_of(status[-1], SMALL) <= room - figures
    return Card(
        box=box,
        name=wrapped(box.name, inner, NAME),
        owner=shortened(box.owner, inner, SMALL),
        status=status,
        score=score,
        stacked=len(status) - shared,
    )


def lane_label(row: MapRow) -> LaneLabel:
    """The lettering at the left of a lane: its name and, in the lines that are left, its question."""
    inner = LABEL_WIDTH - 1.5 * MARGIN
    name = wrapped(row.name, inner, LANE_NAME)
    return LaneLabel(row, name, wrapped(row.question, inner, SMALL, MOST_LANE_LINES - len(name)))


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
