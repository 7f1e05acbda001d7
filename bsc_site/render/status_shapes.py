"""The shapes of statuses: one table for text, map, charts, plans and badges."""

from __future__ import annotations

from bsc_site.model.vocabularies import Status

CIRCLE = "M11 6A5 5 0 1 1 1 6A5 5 0 1 1 11 6Z"
TRIANGLE = "M6 1L11.5 11H.5Z"
DIAMOND = "M6 .5L11.5 6L6 11.5L.5 6Z"
RING = "M11 6A5 5 0 1 1 1 6A5 5 0 1 1 11 6ZM8.9 6A2.9 2.9 0 1 0 3.1 6A2.9 2.9 0 1 0 8.9 6Z"
DASH = "M1 4.8H11V7.2H1Z"
CHECK = "M1.7 5.3L0 7.2L4.6 11.5L12 2.6L10.1 1L4.4 7.9Z"
CROSS = "M2.3 .8L6 4.5L9.7 .8L11.2 2.3L7.5 6L11.2 9.7L9.7 11.2L6 7.5L2.3 11.2L.8 9.7L4.5 6L.8 2.3Z"
STAR = "M6 0L7.6 4L11.8 4.4L8.6 7.2L9.6 11.4L6 9.1L2.4 11.4L3.4 7.2L.2 4.4L4.4 4Z"
TRIANGLE_DOWN = "M.5 1H11.5L6 11Z"

STATUS_SHAPES = {
    Status.ON_TRACK: CIRCLE,
    Status.AT_RISK: TRIANGLE,
    Status.OFF_TRACK: DIAMOND,
    Status.NO_DATA: RING,
    Status.NOT_SCORED: DASH,
}
"""Each status as the path of a filled shape in a square of 12 units."""
STRONG_SHAPES = STATUS_SHAPES | {
    Status.ON_TRACK: STAR,
    Status.AT_RISK: TRIANGLE_DOWN,
    Status.OFF_TRACK: CROSS,
}
"""The shapes of statuses that an organisation declares as the stronger one of two."""
SIGNS = {"on-track": "●", "at-risk": "▲", "off-track": "◆", "no-data": "○", "not-scored": "–", "done": "✓"}
SIGNS |= {"on-track--strong": "★", "at-risk--strong": "▼", "off-track--strong": "×"}
"""The shapes of statuses by the names of their styles, for places that hold nothing but text."""
