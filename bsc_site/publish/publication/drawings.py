"""Drawings: every chart as SVG; those that only the engine draws are kept in the cache."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from bsc_site.publish.publication.chart_cache import prune, store, stored
from bsc_site.render.charts.grammar.chart import Chart
from bsc_site.render.charts.plotting.own_drawing import own_drawing
from bsc_site.render.charts.version import design_version

Progress = Callable[[int, int], None]
FEWEST_FOR_WORKERS = 160
"""Measured: a worker imports and compiles for 1.5 CPU s before it draws, which takes from 12 ms (a line of 120 values)
to 35 ms (with limits, forecast and notes): on two cores two workers pay from 90 to 250 charts on."""
_BATCH = 16


def draw_all(charts: Mapping[str, Chart], cache: Path | None, jobs: int, progress: Progress) -> dict[str, str]:
    """Element address to SVG text, in the order of `charts`; the cache and the workers never change the result.

    What we draw ourselves is drawn each time, which is faster than to look for it. Of the rest a damaged entry is
    drawn again, and a cache that cannot be read or written is done without. `progress` is told how many of all charts
    are there, after each of the rest that is drawn.
    """
    own = {address: own_drawing(chart) for address, chart in charts.items()}
    left = {address: charts[address] for address, drawing in own.items() if drawing is None}
    names = {address: f"{design_version()}-{chart.key}" for address, chart in left.items()}
    found = _from_cache(cache, frozenset(names.values()))
    missing = {names[address]: chart for address, chart in left.items() if names[address] not in found}
    writable = cache is not None and bool(missing)
    for number, (name, svg) in enumerate(_drawn(missing, jobs), 1):
        found[name] = svg
        writable = writable and cache is not None and store(cache, name, svg.encode())
        progress(len(charts) - len(missing) + number, len(charts))
    if cache is not None and writable:
        prune(cache, frozenset(names.values()))
    return {address: found[names[address]] if drawing is None else drawing for address, drawing in own.items()}


def _from_cache(cache: Path | None, names: frozenset[str]) -> dict[str, str]:
    if cache is None:
        return {}
    bodies = ((name, stored(cache, name)) for name in sorted(names))
    return {name: body.decode() for name, body in bodies if body is not None}


def _drawn(charts: Mapping[str, Chart], jobs: int) -> Iterator[tuple[str, str]]:
    """Each name with its drawing, in order; by workers when there are enough charts to pay for starting them."""
    done = 0
    names = list(charts)
    if jobs > 1 and len(charts) >= FEWEST_FOR_WORKERS:
        for name, svg in _by_workers(charts, jobs):
            done += 1
            yield name, svg
    for name in names[done:]:
        yield name, _draw(charts[name])


def _draw(chart: Chart) -> str:
    from bsc_site.render.charts.engine_drawing import engine_drawing  # noqa: PLC0415  # it is slow to import

    return engine_drawing(chart)


def _by_workers(charts: Mapping[str, Chart], jobs: int) -> Iterator[tuple[str, str]]:
    """As many as the workers manage: when one dies, the rest is left to the caller."""
    context = multiprocessing.get_context("spawn")
    try:
        with ProcessPoolExecutor(jobs, mp_context=context) as workers:
            yield from zip(charts, workers.map(_draw, charts.values(), chunksize=_BATCH), strict=True)
    except (BrokenProcessPool, OSError):
        return
