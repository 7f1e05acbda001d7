"""Pack map: the strategy map with everything in its place, for programs that draw it with shapes of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bsc_site.exchange.meeting_files.board_words import BoardMark, MapRect, PackBox, PackMap, PackWire
from bsc_site.model.vocabularies import Grade
from bsc_site.render.board_pack.pack_marks import Ways, mark_of
from bsc_site.render.grade_shapes import grade_named
from bsc_site.render.strategy_map import MapWays, from_assessment
from bsc_site.render.strategy_map.geometry.arrow_labels import Label
from bsc_site.render.strategy_map.geometry.cards import Card
from bsc_site.render.strategy_map.geometry.dimensions import Rect
from bsc_site.render.strategy_map.geometry.layout import plan_of
from bsc_site.render.strategy_map.geometry.map_content import MapArrow
from bsc_site.render.strategy_map.geometry.mirroring import mirrored
from bsc_site.render.strategy_map.in_words import arrow_in_words
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.wording.language import enumeration, runs_left, say
from bsc_site.wording.outlooks.grade_words import grade_key

_LOUD = {
    Grade.SUPPORTED: 3.0,
    Grade.TENTATIVE: 2.2,
    Grade.CONSISTENT: 2.2,
    Grade.CONTRADICTED: 2.2,
    Grade.NOT_CONSISTENT: 1.4,
}
"""The grades that say something of an arrow, with the weight of its line."""


def pack_map(here: Standpoint, ways: Ways) -> PackMap:
    """The map of the scorecard as it is drawn on its page; lags and what the figures say stand on its arrows."""
    people = {id_: person.name for id_, person in here.assessment.project.people.items()}
    drawing = from_assessment(here.card, MapWays(lambda _: ""), people, here.assessment.kpis)
    arrows = {(each.source, each.target): each for each in drawing.arrows}
    labelled = plan_of(replace(drawing, arrows=tuple(map(_labelled, drawing.arrows))))
    plan = mirrored(labelled) if runs_left() else labelled
    at = {card.box.id: position for position, (card, _) in enumerate(plan.boxes)}
    names = {box.id: box.name for box in drawing.shown}
    labels = {(each.arrow.source, each.arrow.target): each for each in plan.labels}
    return PackMap(
        width=plan.width,
        height=plan.height,
        lanes=tuple((label.row.name, _rect(rect)) for label, rect in plan.lanes),
        boxes=tuple(_box(here, ways, card, rect) for card, rect in plan.boxes),
        wires=tuple(
            _wire(
                PackWire(at[way[0]], at[way[1]], each.points, _hypothesis(arrows[way], names)),
                arrows[way],
                labels.get(way),
            )
            for each in plan.wires
            if (way := (each.arrow.source, each.arrow.target))
        ),
        key=_key() if plan.wires else "",
    )


def _key() -> str:
    """How the arrows are read."""
    return say(
        "An arrow leads from an objective to one that it is expected to drive; on it stand the time that this takes "
        "and what the figures say of it so far. A broken arrow works against what it leads to."
    )


def _hypothesis(arrow: MapArrow, names: Mapping[str, str]) -> str:
    """The arrow in one line, with its reason."""
    reason = [say("because {reason}", reason=arrow.because)] if arrow.because else []
    return enumeration([arrow_in_words(arrow, names), *reason])


def _labelled(arrow: MapArrow) -> MapArrow:
    """The arrow with all that shall stand on it in the place of its lag."""
    grade = grade_named(arrow.grade)
    words = [arrow.lag_text, grade_key(grade) if grade in _LOUD else ""]
    return replace(arrow, lag_text=enumeration(each for each in words if each))


def _wire(wire: PackWire, arrow: MapArrow, label: Label | None) -> PackWire:
    grade = grade_named(arrow.grade)
    weight = _LOUD.get(grade, wire.weight) if grade else wire.weight
    drawn = replace(wire, weight=weight, against=arrow.sign == "-")
    return replace(drawn, label=label.text, place=_rect(label.place)) if label else drawn


def _box(here: Standpoint, ways: Ways, card: Card, rect: Rect) -> PackBox:
    standing = here.card.objectives[card.box.id].standing
    mark: BoardMark = mark_of(here.status(standing.status, standing.score))
    return PackBox(
        ways.to(card.box.name, here.addresses.objective(here.id, card.box.id)), mark, card.score, _rect(rect)
    )


def _rect(rect: Rect) -> MapRect:
    return MapRect(rect.left, rect.top, rect.right, rect.bottom)
