"""The shapes of statuses as they are drawn on the map."""

from __future__ import annotations

from bsc_site.render.status_shapes import STATUS_SHAPES, STRONG_SHAPES
from bsc_site.render.strategy_map.geometry.map_content import MapBox

SHAPE = 12.0
"""How wide one is."""


def status_shape(box: MapBox) -> str:
    """The shape of the objective's status, 12 units wide, around the line 0."""
    shape = (STRONG_SHAPES if box.stands_out else STATUS_SHAPES)[box.status]
    return f'<path transform="translate(0 -6)" d="{shape}"/>'
