"""Pack map: the strategy map with everything in its place, for programs that draw it with shapes of their own."""

from __future__ import annotations

from bsc_site.exchange.meeting_files.board_words import BoardMark, MapRect, PackBox, PackMap, PackWire
from bsc_site.render.board_pack.pack_marks import Ways, mark_of
from bsc_site.render.strategy_map import MapWays, from_assessment
from bsc_site.render.strategy_map.geometry.cards import Card
from bsc_site.render.strategy_map.geometry.dimensions import Rect
from bsc_site.render.strategy_map.geometry.layout import plan_of
from bsc_site.render.strategy_map.geometry.mirroring import mirrored
from bsc_site.render.strategy_map.in_words import arrow_in_words
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.wording.language import runs_left


def pack_map(here: Standpoint, ways: Ways) -> PackMap:
    """The map of the scorecard, as it is drawn on its page."""
    people = {id_: person.name for id_, person in here.assessment.project.people.items()}
    drawing = from_assessment(here.card, MapWays(lambda _: ""), people, here.assessment.kpis)
    plan = mirrored(plan_of(drawing)) if runs_left() else plan_of(drawing)
    at = {card.box.id: position for position, (card, _) in enumerate(plan.boxes)}
    names = {box.id: box.name for box in drawing.shown}
    return PackMap(
        width=plan.width,
        height=plan.height,
        lanes=tuple((label.row.name, _rect(rect)) for label, rect in plan.lanes),
        boxes=tuple(_box(here, ways, card, rect) for card, rect in plan.boxes),
        wires=tuple(
            PackWire(at[each.arrow.source], at[each.arrow.target], each.points, arrow_in_words(each.arrow, names))
            for each in plan.wires
        ),
    )


def _box(here: Standpoint, ways: Ways, card: Card, rect: Rect) -> PackBox:
    standing = here.card.objectives[card.box.id].standing
    mark: BoardMark = mark_of(here.status(standing.status, standing.score))
    return PackBox(
        ways.to(card.box.name, here.addresses.objective(here.id, card.box.id)), mark, card.score, _rect(rect)
    )


def _rect(rect: Rect) -> MapRect:
    return MapRect(rect.left, rect.top, rect.right, rect.bottom)
