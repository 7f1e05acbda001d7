"""Slide map: the strategy map as shapes of PowerPoint, every one of which can be moved and says what it shows."""

from __future__ import annotations

from typing import Any

from bsc_site.exchange.meeting_files.board_words import Inks, MapRect, PackBox, PackMap, PackWire
from bsc_site.exchange.meeting_files.powerpoint import (
    Area,
    Letters,
    LineLook,
    arrow,
    described,
    plate,
    text_box,
    write,
)
from bsc_site.model.value_class import dataclass

_LANE_NAME = 124.0
"""The part of a lane of the map that holds its name, in units of the map."""
_LOWEST_BOX = 26.0
_KEY = 30.0
_LETTER = 0.5
"""How wide a letter is, about, as a share of its size."""
_CENTRE = 2
"""The number that the package has for lines around a middle."""


def map_fits(drawing: PackMap, room: Area) -> bool:
    """Whether the boxes have room for two lines of letters."""
    lowest = min((each.place.bottom - each.place.top for each in drawing.boxes), default=0.0)
    return lowest * _room_of_drawing(drawing, room).height / drawing.height >= _LOWEST_BOX


def draw_map(slide: Any, drawing: PackMap, room: Area, inks: Inks) -> None:
    """Lanes, arrows with what stands on them, boxes, and below them how the arrows are read."""
    inner = _room_of_drawing(drawing, room)
    _SlideMap(slide, drawing, inner, inks).all()
    if drawing.key:
        below = Area(room.left, inner.top + inner.height + 4, room.width, room.height - inner.height - 4)
        text_box(slide, below, [(drawing.key, Letters(10, inks.soft))])


def _room_of_drawing(drawing: PackMap, room: Area) -> Area:
    return room._replace(height=room.height - (_KEY if drawing.key else 0.0))


@dataclass(frozen=True, slots=True)
class _SlideMap:
    slide: Any
    drawing: PackMap
    room: Area
    inks: Inks

    def all(self) -> None:
        """From the ground up: what stands on an arrow hides lines, and no box."""
        for name, rect in self.drawing.lanes:
            self._lane(name, rect)
        for wire in self.drawing.wires:
            self._wire(wire)
        for wire in self.drawing.wires:
            if wire.place:
                self._label(wire.label, wire.place)
        for box in self.drawing.boxes:
            self._box(box)

    def _lane(self, name: str, rect: MapRect) -> None:
        place = self._scaled(rect)
        described(plate(self.slide, place, self.inks.lane), name, name)
        label = Area(place.left + 6, place.top + 6, _LANE_NAME * self._scale[0] - 12, place.height - 12)
        text_box(self.slide, label, [(name, Letters(12, self.inks.text, bold=True))])

    def _wire(self, wire: PackWire) -> None:
        """A line; programs list it by the two that it joins and read its whole hypothesis."""
        (across, down), room = self._scale, self.room
        corners = [(room.left + x * across, room.top + y * down) for x, y in wire.corners]
        ends = [self.drawing.boxes[each].link.text for each in (wire.start, wire.end)]
        line = arrow(self.slide, corners, LineLook(self.inks.line, wire.weight * 0.8, wire.against))
        described(line, wire.words, " → ".join(ends))

    def _label(self, text: str, rect: MapRect) -> None:
        """As wide as its letters need, around the middle of its place, on the ground of the slide."""
        place, size = self._scaled(rect), min(9.0, max(7.5, 12.0 * self._scale[0]))
        wide, high = len(text) * size * _LETTER, size * 1.15
        middle, centre = place.left + place.width / 2, place.top + place.height / 2
        area = Area(middle - wide / 2, centre - high / 2, wide, high)
        chip = plate(self.slide, area, self.inks.ground)
        frame = chip.text_frame
        frame.word_wrap = False
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        frame.paragraphs[0].alignment = _CENTRE
        write(frame.paragraphs[0], text, Letters(size, self.inks.soft))

    def _box(self, box: PackBox) -> None:
        size = min(12.0, max(8.0, 15.5 * self._scale[0]))
        shape = plate(self.slide, self._scaled(box.place), box.mark.tint, box.mark.ink, rounded=True)
        described(shape, f"{box.link.text}: {box.mark.word} {box.score}".rstrip(), box.link.text)
        if box.link.href:
            shape.click_action.hyperlink.address = box.link.href
        first, second = shape.text_frame.paragraphs[0], shape.text_frame.add_paragraph()
        first.alignment = second.alignment = 1
        write(first, box.link.text, Letters(size, self.inks.text, bold=True))
        write(second, f"{box.mark.sign} {box.mark.word} {box.score}".rstrip(), Letters(size, box.mark.ink))

    @property
    def _scale(self) -> tuple[float, float]:
        return self.room.width / self.drawing.width, self.room.height / self.drawing.height

    def _scaled(self, rect: MapRect) -> Area:
        (across, down), room = self._scale, self.room
        width, height = (rect.right - rect.left) * across, (rect.bottom - rect.top) * down
        return Area(room.left + rect.left * across, room.top + rect.top * down, width, height)
