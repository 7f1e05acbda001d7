"""The strategy map in words, for readers without the picture: its rows, objectives and hypotheses in words."""

from __future__ import annotations

from dataclasses import dataclass

from bsc_site.render.grade_shapes import grade_named
from bsc_site.render.strategy_map.cards import standing_parts
from bsc_site.render.strategy_map.map_content import MapArrow, MapBox, MapRow, StrategyMap
from bsc_site.wording.language import enumeration, say
from bsc_site.wording.outlooks.grade_words import grade_key


@dataclass(frozen=True, slots=True)
class TextArrow:
    """One hypothesis: it drives the objective `target` or works `against` it; `rest` is lag, reason and evidence."""

    against: bool
    target: str
    href: str
    rest: str


@dataclass(frozen=True, slots=True)
class TextBox:
    """One objective; `standing` is its status, score, trend and owner in words."""

    box: MapBox
    standing: str
    arrows: tuple[TextArrow, ...]


@dataclass(frozen=True, slots=True)
class TextRow:
    """One perspective with its objectives in declared order."""

    row: MapRow
    boxes: tuple[TextBox, ...]


def text_equivalent(drawing: StrategyMap) -> tuple[TextRow, ...]:
    """Everything that the picture says, row by row; plain text that is still to be escaped."""
    boxes = {box.id: box for box in drawing.shown}
    arrows = drawing.drawn_arrows()
    return tuple(
        TextRow(
            row,
            tuple(
                TextBox(box, _standing(box), tuple(_told(a, boxes[a.target]) for a in arrows if a.source == box.id))
                for box in drawing.boxes_of(row.id)
            ),
        )
        for row in drawing.rows
    )


def _standing(box: MapBox) -> str:
    return enumeration([*standing_parts(box), *([box.owner] if box.owner else [])])


def _told(arrow: MapArrow, target: MapBox) -> TextArrow:
    return TextArrow(arrow.sign == "-", target.name, target.href, enumeration(rest_of(arrow)))


def rest_of(arrow: MapArrow) -> list[str]:
    """Lag, reason and evidence of a hypothesis, as far as there are any: `after 3 months`."""
    parts = [say("after {lag}", lag=arrow.lag_text)] if arrow.lag_text else []
    parts += [say("because {reason}", reason=arrow.because)] if arrow.because else []
    grade = grade_named(arrow.grade)
    return parts + ([say("evidence: {grade}", grade=grade_key(grade))] if grade else [])
