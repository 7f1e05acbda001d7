"""The words that a reader is told of each value of a chart, as the script of the site makes them of its data."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bsc_site.render.charts.grammar.chart import Chart
from bsc_site.render.charts.live_data import live_data
from tests.frontend.node import node_path
from tests.house.repository import ROOT

_ASSETS = ROOT / "docs_templates" / "assets"
_SCRIPT = """
import { readFileSync } from "node:fs";
const { pointsOf, rowsOf } = await import(process.argv[2]);
const { wordsOf } = await import(process.argv[3]);
const charts = JSON.parse(readFileSync(0, "utf8"));
const words = charts.map(({ blocks, told }) => {
  const rows = rowsOf(blocks);
  return { rows, words: pointsOf(rows).map((point) => (told ? wordsOf(told, point) : point)) };
});
console.log(JSON.stringify(words));
"""


def told_words(*charts: Chart) -> list[list[dict[str, Any]]]:
    """For each chart what is told of its values, in their order: period `p`, value `v`, expectation `e` and so on."""
    return [each["words"] for each in _read(charts)]


def read_rows(*charts: Chart) -> list[list[dict[str, Any]]]:
    """For each chart its rows, as the script reads them."""
    return [each["rows"] for each in _read(charts)]


def _read(charts: Sequence[Chart]) -> list[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "told.mjs"
        script.write_text(_SCRIPT, encoding="utf-8")
        modules = [(_ASSETS / f"bsc-chart-{name}.js").as_uri() for name in ("data", "words")]
        data = json.dumps([live_data(each) for each in charts])
        done = subprocess.run(
            [node_path(), str(script), *modules], input=data, capture_output=True, text=True, check=True, timeout=60
        )
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found
