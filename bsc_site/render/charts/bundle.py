"""The live charts' local bundle: the Vega engine with an interpreter, and every chart type compiled."""

from __future__ import annotations

import json

import vl_convert

from bsc_site.render.charts.types import DESIGNS, compiled

_SNIPPET = "window.bscVegaEmbed = vegaEmbed;"


def live_bundle() -> dict[str, bytes]:
    """File name to bytes: one classic script, which stands beside the script of the site and is loaded by it.

    Takes about two seconds: keep the result. It needs neither `unsafe-eval` nor another host.
    """
    types = json.dumps({name: compiled(name) for name in sorted(DESIGNS)}, sort_keys=True, separators=(",", ":"))
    script = f"{vl_convert.javascript_bundle(_SNIPPET)}\nwindow.bscChartTypes = {types};\n"
    return {"bsc-vega.js": script.encode()}
