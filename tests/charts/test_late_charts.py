"""Charts are filled and drawn when a page asks for them, and need no engine."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest

from bsc_site.publish.publication.late_charts import LateCharts, LateDrawings
from bsc_site.render.charts.catalogue import charts_of, charts_to_fill
from bsc_site.render.charts.drawing import draw
from bsc_site.render.charts.engine_drawing import engine_drawing
from bsc_site.render.charts.grammar.chart import Chart
from bsc_site.render.charts.plotting.own_drawing import own_drawing
from tests.builders.charts import Observed, assessment, chart, charted, observed_kpi

ONE, TWO = chart(charted(), Observed([1, 2, 3])), chart(charted(), Observed([3, 2, 1]))


class Filling:
    """Two charts, and the names of those that were filled."""

    def __init__(self) -> None:
        """None yet."""
        self.filled: list[str] = []

    def fills(self) -> dict[str, Callable[[], Chart]]:
        """What fills them."""
        return {name: partial(self._fill, name, each) for name, each in (("a", ONE), ("b", TWO))}

    def _fill(self, name: str, each: Chart) -> Chart:
        self.filled.append(name)
        return each


def test_a_chart_is_filled_once_for_its_page() -> None:
    filling = Filling()
    charts = LateCharts(filling.fills())
    drawings = LateDrawings(charts)
    assert ("a" in charts, "c" in charts, list(charts), len(drawings), filling.filled) == (
        True,
        False,
        ["a", "b"],
        2,
        [],
    )
    assert (charts["a"], drawings["a"], filling.filled) == (ONE, draw(ONE), ["a"])
    assert (drawings["b"], charts["b"], filling.filled) == (draw(TWO), TWO, ["a", "b"])


def test_only_the_latest_chart_is_there() -> None:
    """The rows of thousands would take more memory than all their pages."""
    filling = Filling()
    charts = LateCharts(filling.fills())
    assert [charts[name] for name in "aba"] == [ONE, TWO, ONE]
    assert filling.filled == ["a", "b", "a"]


def test_a_chart_that_is_not_there_is_missed() -> None:
    charts = LateCharts(Filling().fills())
    assert (charts.get("c"), LateDrawings(charts).get("c", "")) == (None, "")
    with pytest.raises(KeyError):
        charts["c"]


def test_charts_that_are_filled_later_are_those_that_are_filled_now() -> None:
    whole = assessment([observed_kpi(charted(), Observed([1, 2, 3]))])
    later = {address: fill() for address, fill in charts_to_fill(whole).items()}
    assert later == charts_of(whole)


@pytest.mark.parametrize(
    "row",
    [
        {"k": "unheard of"},
        {"k": "actual", "t": "2024-01-01", "y": None, "g": 0},
        {"k": "actual", "t": "2024-01-01", "y": float("nan"), "g": 0},
        {"k": "last", "t": "2024-01-01", "y": 1.0, "st": "blue"},
        {"k": "words", "t": "no day", "y": 1.0, "al": "left", "dx": 0, "dy": 0, "s": "w"},
    ],
)
def test_what_we_cannot_draw_is_left_to_the_engine(row: dict[str, object]) -> None:
    """A row of another kind, a figure or a day that is none, a status that nobody knows."""
    odd = replace(ONE, rows=(*ONE.rows, row))
    assert own_drawing(odd) is None
    assert draw(odd) == engine_drawing(odd)


def test_neither_our_drawing_nor_the_live_script_needs_the_engine() -> None:
    code = """if __name__ == "__main__":
    import pickle, sys
    from bsc_site.publish.publication.late_charts import LateDrawings
    from bsc_site.publish.publication import edition
    edition.live_bundle()
    drawn = LateDrawings(pickle.load(sys.stdin.buffer))["kpi/k"]
    print(len(drawn) > 1000, {"altair", "vl_convert"} & sys.modules.keys())
"""
    charts = pickle.dumps({"kpi/k": ONE})
    told = subprocess.run([sys.executable, "-c", code], input=charts, capture_output=True, check=True)
    assert told.stdout.decode().split() == ["True", "set()"]
