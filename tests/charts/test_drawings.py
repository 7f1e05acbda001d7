"""Drawing many charts: the cache, the workers, the progress."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from bsc_site.publish.publication import chart_cache, drawings
from bsc_site.publish.publication.drawings import draw_all
from bsc_site.render.charts.drawing import draw
from bsc_site.render.charts.grammar.chart import Chart
from tests.builders.charts import Observed, chart, charted

OURS = chart(charted(), Observed([1, 2, 3]))


def foreign(values: Sequence[float]) -> Chart:
    """A chart with a row of a kind that only the engine knows what to do with."""
    own = chart(charted(), Observed(values))
    return replace(own, rows=(*own.rows, {"k": "unheard of"}))


ONE, TWO = foreign([1, 2, 3]), foreign([3, 2, 1])
CHARTS = {"kpi/one": ONE, "kpi/two": TWO}


def silent(_done: int, _of: int) -> None:
    """No progress."""


def entries(folder: Path) -> list[Path]:
    """The files of the cache in the order of their names."""
    return sorted(folder.iterdir())


def test_neither_what_we_draw_ourselves_nor_the_live_script_needs_the_engine(
    tmp_path: Path,
) -> None:
    """Nor workers, nor the cache; and there are no words of progress on the way."""
    code = """if __name__ == "__main__":
    import pickle, sys
    from bsc_site.publish.publication.drawings import draw_all
    from bsc_site.render.charts.bundle import live_bundle
    live_bundle()
    drawn = draw_all(pickle.load(sys.stdin.buffer), None, 8, print)
    print(len(drawn), {"altair", "vl_convert", "lxml"} & sys.modules.keys())
"""
    charts = {f"kpi/{at}": OURS for at in range(drawings.FEWEST_FOR_WORKERS)}
    told = subprocess.run([sys.executable, "-c", code], input=pickle.dumps(charts), capture_output=True, check=True)
    assert told.stdout.decode().split() == ["160", "set()"]
    assert draw_all(charts, tmp_path, 8, silent)["kpi/7"] == draw(OURS)
    assert entries(tmp_path) == []


def test_what_was_drawn_is_not_drawn_again(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    first = draw_all(CHARTS, tmp_path, 1, silent)
    again = draw_all(CHARTS, tmp_path, 1, lambda done, of: told.append((done, of)))
    assert (again, told) == (first, [])


def test_only_the_changed_chart_is_drawn(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    draw_all({"kpi/one": ONE}, tmp_path, 1, silent)
    draw_all(CHARTS, tmp_path, 1, lambda done, of: told.append((done, of)))
    assert told == [(2, 2)]


def test_without_a_cache_the_result_is_the_same(tmp_path: Path) -> None:
    assert draw_all(CHARTS, None, 1, silent) == draw_all(CHARTS, tmp_path, 1, silent)


@pytest.mark.parametrize("damage", [b"", b"half", b"0" * 64 + b"\n<svg>forged</svg>", b"\xff\xfe\n\x00"])
def test_a_damaged_entry_is_drawn_again(tmp_path: Path, damage: bytes) -> None:
    first = draw_all(CHARTS, tmp_path, 1, silent)
    for entry in entries(tmp_path):
        entry.write_bytes(damage)
    assert draw_all(CHARTS, tmp_path, 1, silent) == first


def test_a_truncated_entry_is_drawn_again(tmp_path: Path) -> None:
    first = draw_all(CHARTS, tmp_path, 1, silent)
    for entry in entries(tmp_path):
        entry.write_bytes(entry.read_bytes()[:-1])
    assert draw_all(CHARTS, tmp_path, 1, silent) == first


def test_the_folder_may_be_deleted_at_any_time(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    first = draw_all(CHARTS, folder, 1, silent)
    for entry in entries(folder):
        entry.unlink()
    folder.rmdir()
    assert draw_all(CHARTS, folder, 1, silent) == first


def test_a_cache_that_is_no_folder_is_done_without(tmp_path: Path) -> None:
    blocked = tmp_path / "cache"
    blocked.write_text("a file", encoding="utf-8")
    assert list(draw_all(CHARTS, blocked, 1, silent)) == list(CHARTS)


def test_a_full_disk_does_not_stop_the_drawing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> object:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fdopen", full)
    assert list(draw_all(CHARTS, tmp_path, 1, silent)) == list(CHARTS)


def test_entries_that_no_build_needs_are_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chart_cache, "_MOST_UNUSED", 1)
    for age, name in enumerate(("young", "old")):
        chart_cache.store(tmp_path, name, b"")
        os.utime(tmp_path / f"{name}.drawing", (1000 - age, 1000 - age))
    draw_all({"kpi/one": ONE}, tmp_path, 1, silent)
    names = {entry.name for entry in entries(tmp_path)}
    assert ("young.drawing" in names, "old.drawing" in names, len(names)) == (True, False, 2)


def test_the_same_chart_on_two_pages_is_drawn_once() -> None:
    told: list[tuple[int, int]] = []
    drawn = draw_all({"kpi/one": ONE, "kpi/same": ONE}, None, 1, lambda done, of: told.append((done, of)))
    assert (drawn["kpi/one"] == drawn["kpi/same"], told) == (True, [(2, 2)])


def many() -> dict[str, Chart]:
    """Twenty different charts."""
    return {f"kpi/{at}": foreign([at, 2.0, 1.0]) for at in range(20)}


@pytest.mark.slow
def test_workers_draw_the_same_as_one_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawings, "FEWEST_FOR_WORKERS", 20)
    charts = many()
    assert draw_all(charts, None, 2, silent) == {name: draw(each) for name, each in charts.items()}


@pytest.mark.slow
def test_of_more_than_a_thousand_charts_only_new_ones_are_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []

    def pencil(each: Chart) -> str:
        drawn.append(each.key)
        return f"<svg>{each.key}</svg>"

    monkeypatch.setattr(drawings, "_draw", pencil)
    charts = {f"kpi/{at}": replace(ONE, finding=f"Finding {at}") for at in range(2500)}
    first = draw_all(charts, tmp_path, 1, silent)
    assert (len(drawn), len(set(drawn))) == (2500, 2500)
    assert (draw_all(charts, tmp_path, 8, silent), len(drawn)) == (first, 2500)
    draw_all({**charts, "kpi/7": replace(ONE, finding="Another")}, tmp_path, 1, silent)
    assert len(drawn) == 2501
    assert (draw_all(charts, tmp_path, 1, silent), len(drawn)) == (first, 2501)
