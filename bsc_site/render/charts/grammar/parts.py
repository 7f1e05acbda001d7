"""Parts of a drawing: what is switched on and off, shown by the room that there is, or written larger."""

from __future__ import annotations

PARTS = {
    "limits": "bsc-chart__limits",
    "forecast": "bsc-chart__forecast",
    "benchmark": "bsc-chart__benchmark",
    "initiatives": "bsc-chart__initiatives",
    "wide": "bsc-chart__wide",
    "narrow": "bsc-chart__narrow",
    "now": "bsc-chart__now",
}
"""What a layer may be part of, and the class of its marks: four that a reader switches on and off, two of which one is
shown by the room that there is, and the latest value, which is written larger."""
PART_OF_SIGN = dict.fromkeys(("limit", "mean", "better", "worse", "change", "rebase"), "limits") | {
    "fan": "forecast",
    "benchmark": "benchmark",
}
"""Which of them a sign of the key belongs to."""
