"""The shapes of statuses as they are drawn on the map."""

from __future__ import annotations

from bsc_site.model.vocabularies import Status
from bsc_site.render.strategy_map.geometry.map_content import MapBox

_SHAPES = {
    Status.ON_TRACK: '<circle cx="6" cy="0" r="5.5"/>',
    Status.AT_RISK: '<path d="M6-6.5 12.5 5.5H-.5Z"/>',
    Status.OFF_TRACK: '<path d="M6-7 13 0 6 7-1 0Z"/>',
    Status.NO_DATA: '<circle cx="6" cy="0" r="4.7" class="bsc-map__hollow"/>',
    Status.NOT_SCORED: '<path d="M0-1.5H12V1.5H0Z"/>',
}
_STRONG = _SHAPES | {
    Status.ON_TRACK: '<path d="M6-7 8.1-2.4 13-1.8 9.4 1.6 10.3 6.5 6 4.1 1.7 6.5 2.6 1.6-1-1.8 3.9-2.4Z"/>',
    Status.AT_RISK: '<path d="M6 6.5 12.5-5.5H-.5Z"/>',
    Status.OFF_TRACK: '<path d="M2-6.5 6-2.5 10-6.5 12.5-4 8.5 0 12.5 4 10 6.5 6 2.5 2 6.5-.5 4 3.5 0-.5-4Z"/>',
}
"""The shapes of statuses that are drawn stronger than others that mean the same."""


def status_shape(box: MapBox) -> str:
    """The shape of the objective's status, 12 units wide, around the line 0."""
    return (_STRONG if box.stands_out else _SHAPES)[box.status]
