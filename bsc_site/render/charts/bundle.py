"""The live charts' local bundle: what of Vega draws them, with an interpreter, and every chart type compiled."""

from __future__ import annotations

import json
from importlib.resources import files

from bsc_site.render.charts.types import DESIGNS, compiled

_ENGINE = "chart_engine.js"
"""Made by `npm --prefix tests/frontend run engine` from the packages that are locked there."""


def live_bundle() -> dict[str, bytes]:
    """File name to bytes: one classic script, which stands beside the script of the site and is loaded by it.

    Takes about a second: keep the result. It needs neither `unsafe-eval` nor another host.
    """
    types = json.dumps({name: compiled(name) for name in sorted(DESIGNS)}, sort_keys=True, separators=(",", ":"))
    engine = (files(__package__) / _ENGINE).read_text("utf-8")
    return {"bsc-vega.js": f"{engine}window.bscChartTypes={types};\n".encode()}
