"""The period of a figure in words, with a mark where it is still running."""

from __future__ import annotations

from bsc_site.model.concluded.assessment import Point
from bsc_site.wording.figures import period_text
from bsc_site.wording.language import say


def so_far_text(point: Point) -> str:
    """`2025`, or `2026 so far` where the latest figure of a running period counts."""
    period = period_text(point.period)
    return say("{period} so far", period=period) if point.running else period
