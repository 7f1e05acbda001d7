"""The types of charts, compiled from their designs: `python -m tests.charts.plotting.chart_types` writes them anew."""

from __future__ import annotations

import json

from bsc_site.render.charts.designs import DESIGNS, compiled_design
from tests.house.repository import ROOT


def compiled_types() -> str:
    """The types as JSON, each on a line of its own."""
    compact = json.JSONEncoder(sort_keys=True, separators=(",", ":")).encode
    written = (f'"{name}":{compact(compiled_design(name))}' for name in sorted(DESIGNS))
    return "{" + ",\n".join(written) + "}\n"


if __name__ == "__main__":
    (ROOT / "bsc_site" / "render" / "charts" / "chart_types.json").write_text(compiled_types(), encoding="utf-8")
