"""The live charts' local bundle: what of Vega draws them, with an interpreter, and every type of chart."""

from __future__ import annotations

from importlib.resources import files

from bsc_site.render.charts.types import types_text

_ENGINE = "chart_engine.js"
"""Made by `npm --prefix tests/frontend run engine` from the packages that are locked there."""


def live_bundle() -> dict[str, bytes]:
    """File name to bytes: one classic script, which stands beside the script of the site and is loaded by it.

    It needs neither `unsafe-eval` nor another host.
    """
    engine = (files(__package__) / _ENGINE).read_text("utf-8")
    return {"bsc-vega.js": f"{engine}window.bscChartTypes={types_text().strip()};\n".encode()}
