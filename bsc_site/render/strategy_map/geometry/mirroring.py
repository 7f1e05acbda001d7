"""Mirroring: a plan as it lies where lines run from right to left, the names of lanes on the right."""

from __future__ import annotations

from bsc_site.render.strategy_map.geometry.arrow_labels import Label
from bsc_site.render.strategy_map.geometry.dimensions import Rect
from bsc_site.render.strategy_map.geometry.layout import Plan, Wire


def mirrored(plan: Plan) -> Plan:
    """The plan with left and right exchanged; `leftward`, so that words stand at the right edge of what holds them."""

    def turned(rect: Rect) -> Rect:
        return Rect(plan.width - rect.right, rect.top, plan.width - rect.left, rect.bottom)

    return Plan(
        width=plan.width,
        height=plan.height,
        lanes=tuple((label, turned(rect)) for label, rect in plan.lanes),
        boxes=tuple((card, turned(rect)) for card, rect in plan.boxes),
        wires=tuple(Wire(each.arrow, tuple((plan.width - x, y) for x, y in each.points)) for each in plan.wires),
        labels=tuple(Label(each.arrow, each.text, turned(each.place)) for each in plan.labels),
        leftward=True,
    )
