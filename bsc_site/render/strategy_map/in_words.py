"""The strategy map in words, for readers without the picture: its rows, objectives and hypotheses in words."""

from __future__ import annotations

from dataclasses import dataclass

from bsc_site.model.figures import number_text
from bsc_site.render.strategy_map.cards import TREND_WORDS
from bsc_site.render.strategy_map.map_content import MapArrow, MapBox, MapRow, StrategyMap


@dataclass(frozen=True, slots=True)
class TextArrow:
    """One hypothesis: it `drives` or `works against` the objective `target`; `rest` is lag, reason and evidence."""

    verb: str
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
    parts = [box.status_name]
    if box.score is not None:
        parts.append(f"score {number_text(box.score, 0)}")
    if box.trend in TREND_WORDS:
        parts.append(TREND_WORDS[box.trend])
    if box.owner:
        parts.append(box.owner)
    return ", ".join(parts)


def _told(arrow: MapArrow, target: MapBox) -> TextArrow:
    parts = [f"after {arrow.lag_text}"] if arrow.lag_text else []
    parts += [f"because {arrow.because}"] if arrow.because else []
    parts += [f"evidence: {arrow.grade}"] if arrow.grade else []
    return TextArrow("works against" if arrow.sign == "-" else "drives", target.name, target.href, ", ".join(parts))
