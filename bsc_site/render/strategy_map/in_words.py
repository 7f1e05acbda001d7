"""The strategy map in words, for readers without the picture: its rows, objectives and hypotheses in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from bsc_site.model.value_class import dataclass
from bsc_site.render.grade_shapes import grade_named
from bsc_site.render.strategy_map.geometry.cards import standing_parts
from bsc_site.render.strategy_map.geometry.map_content import MapArrow, MapBox, MapRow, StrategyMap
from bsc_site.wording.language import enumeration, say
from bsc_site.wording.outlooks.grade_words import grade_key


@dataclass(frozen=True, slots=True)
class TextArrow:
    """One hypothesis as told at one of its ends: `other` is the objective at the other one.

    It drives that objective or is driven by it, or works `against` it; `rest` is lag and reason, `grade` what the
    figures say, empty where nothing was tested.
    """

    arrow: MapArrow
    other: MapBox
    against: bool
    rest: str
    grade: str


@dataclass(frozen=True, slots=True)
class TextBox:
    """One objective; `standing` is its status, score, trend and owner in words."""

    box: MapBox
    standing: str
    arrows: tuple[TextArrow, ...]
    causes: tuple[TextArrow, ...]


@dataclass(frozen=True, slots=True)
class TextRow:
    """One perspective with its objectives in declared order."""

    row: MapRow
    boxes: tuple[TextBox, ...]


def text_equivalent(drawing: StrategyMap) -> tuple[TextRow, ...]:
    """Everything that the picture says, row by row; plain text that is still to be escaped."""
    boxes = {box.id: box for box in drawing.shown}
    leaving, entering = defaultdict[str, list[TextArrow]](list), defaultdict[str, list[TextArrow]](list)
    for each in drawing.drawn_arrows():
        leaving[each.source].append(_told(each, boxes[each.target]))
        entering[each.target].append(_told(each, boxes[each.source]))
    return tuple(
        TextRow(row, tuple(_text_box(box, leaving[box.id], entering[box.id]) for box in drawing.boxes_of(row.id)))
        for row in drawing.rows
    )


def _text_box(box: MapBox, leaving: Iterable[TextArrow], entering: Iterable[TextArrow]) -> TextBox:
    owner = [box.owner] if box.owner else []
    return TextBox(box, enumeration([*standing_parts(box), *owner]), tuple(leaving), tuple(entering))


def _told(arrow: MapArrow, other: MapBox) -> TextArrow:
    reason = [say("because {reason}", reason=arrow.because)] if arrow.because else []
    return TextArrow(arrow, other, arrow.sign == "-", enumeration([*_lag(arrow), *reason]), _grade(arrow))


def _lag(arrow: MapArrow) -> list[str]:
    return [say("after {lag}", lag=arrow.lag_text)] if arrow.lag_text else []


def _grade(arrow: MapArrow) -> str:
    grade = grade_named(arrow.grade)
    return grade_key(grade) if grade else ""


def arrow_in_words(arrow: MapArrow, names: Mapping[str, str]) -> str:
    """The hypothesis in one line, without its reason: `A drives B, after 3 months, evidence: supported`."""
    ends = {"source": names[arrow.source], "target": names[arrow.target]}
    told = say("{source} drives {target}", **ends)
    if arrow.sign == "-":
        told = say("{source} works against {target}", **ends)
    grade = _grade(arrow)
    return enumeration([told, *_lag(arrow), *([say("evidence: {grade}", grade=grade)] if grade else [])])
