"""The chart of one KPI, filled."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import Any

from bsc_site.model.period import Period
from bsc_site.render.charts.grammar.chart import Chart
from bsc_site.render.charts.grammar.days import DAY, Zoom, fine_moments, milliseconds, moments, named_moments, zooms
from bsc_site.render.charts.grammar.ink import LETTER
from bsc_site.render.charts.grammar.levels import Levels, levels_of
from bsc_site.render.charts.kpi_charts.end_words import EndWords, benchmark_ends, end_rows, end_words, width_right
from bsc_site.render.charts.kpi_charts.kpi_key import key_of, notes_below, remark_of, switches_of
from bsc_site.render.charts.kpi_charts.kpi_rows import (
    Row,
    Story,
    actual_rows,
    baseline_rows,
    last_rows,
    note_rows,
    target_rows,
    zone_rows,
)
from bsc_site.render.charts.kpi_charts.lanes import below, lane_rows, lanes_of
from bsc_site.render.charts.kpi_charts.placed_words import HIGHEST_PLOT, placed_words
from bsc_site.render.charts.kpi_charts.told_values import told_values
from bsc_site.render.charts.kpi_charts.variation_rows import fan_rows, limit_rows, rebase_rows, signal_rows, within
from bsc_site.wording.outlooks.kpi_conclusion import kpi_conclusion

_FEWEST_IN_A_ZOOM = 6
_FINE = 1e-4
"""Figures are drawn to this share of the axis, a tenth of what a screen shows."""


def kpi_chart(story: Story) -> Chart:
    """The filled chart of a KPI with at least one point."""
    drawn = [*target_rows(story), *actual_rows(story), *baseline_rows(story), *note_rows(story)]
    heights = [row["y"] for row in drawn if "y" in row]
    drawn = [*within(zone_rows(story), heights), *drawn, *rebase_rows(story)]
    drawn += [*limit_rows(story, heights), *fan_rows(story, heights), *signal_rows(story), *last_rows(story)]
    levels = _levels(story, drawn)
    benchmark = _benchmark(story, levels)
    ends = end_words(story, drawn, benchmark, levels)
    words, notes = placed_words(story, drawn, levels)
    lanes = lanes_of(story)
    near = _zooms(story)
    options = _options(story, levels, ends, near)
    options |= {"below": below(lanes), "switches": switches_of(story, drawn, [*benchmark, *ends], lanes)}
    options |= {"key": key_of(story, {row["k"] for row in drawn} | _meanings(drawn)), "remark": remark_of(story)}
    options["list"] = notes_below(story, notes, lanes)
    rows = [*levels.rows(), *_moments(story, near), *benchmark, *drawn]
    rows += [*words, *end_rows(ends, levels), *lane_rows(lanes, story.span)]
    options["told"] = told_values(story, _round(story, rows, levels))
    kind = "kpi-bars" if story.bars else "kpi"
    return Chart(kind, tuple(rows), kpi_conclusion(story.assessed, story.names), tuple(options.items()))


def _levels(story: Story, drawn: list[Row]) -> Levels:
    heights = [row[name] for row in drawn for name in ("y", "lo", "hi") if name in row]
    return levels_of(heights, story.kpi.unit, from_zero=story.bars, states=story.kpi.scoring.states)


def _benchmark(story: Story, levels: Levels) -> list[Row]:
    """The bracket of a benchmark as far as it lies in the plot, with a foot at each end that does."""
    ends = benchmark_ends(story.kpi.benchmark)
    if not ends or max(ends) < levels.low or min(ends) > levels.high:
        return []
    low, high = max(min(ends), levels.low), min(max(ends), levels.high)
    feet = [end for end in dict.fromkeys((min(ends), max(ends))) if levels.low <= end <= levels.high]
    return [{"k": "benchmark", "lo": low, "hi": high}, *({"k": "bracket", "y": end} for end in feet)]


def _moments(story: Story, near: Sequence[Zoom]) -> list[Row]:
    first, last = story.span
    named = named_moments(_named(story), centred=story.bars)
    if named is not None:
        return named
    rows = [*moments(first, last), *fine_moments(first, last)]
    for each in near:
        rows += moments(each.first, each.last, each.name)
    return rows


def _zooms(story: Story) -> list[Zoom]:
    """The parts of the time that hold enough values to be looked at."""
    first, last = story.span
    days = [each.period.start for each in story.points]
    found = zooms(first, _latest(story), last)
    return [each for each in found if len(days) - bisect_left(days, each.first) >= _FEWEST_IN_A_ZOOM]


def _latest(story: Story) -> date:
    latest = story.points[-1].period
    return latest.end + DAY if story.bars else latest.start


def _named(story: Story) -> list[Period]:
    """The periods that may stand below the plot by their own names: the observed ones and that of the next target."""
    aim, last = story.outlook.aim, story.span[1]
    return [*(each.period for each in story.points), *([aim[0]] if aim and aim[0].start <= last else [])]


def _options(story: Story, levels: Levels, ends: list[EndWords], near: Sequence[Zoom]) -> dict[str, Any]:
    first, last = story.span
    return {
        "left": 0.2 if levels.inside else round(levels.width + 10 / LETTER, 2),
        "right": round(width_right(ends), 2),
        "height": HIGHEST_PLOT,
        "inside": levels.inside,
        "span": [milliseconds(first), milliseconds(last)],
        "full": milliseconds(last),
        "reach": [levels.low, levels.high],
        "zooms": [[each.name, each.words, milliseconds(each.first), milliseconds(each.last)] for each in near],
    }


def _meanings(drawn: Sequence[Row]) -> set[str]:
    """What marked values mean."""
    return {row["st"] for row in drawn if row["k"] == "signal"}


def _round(story: Story, rows: Sequence[Row], levels: Levels) -> list[float]:
    """Leave the rows no more digits than can be drawn; the heights of the values, which are those of their marks."""
    digits = -math.floor(math.log10((levels.high - levels.low) * _FINE))
    heights = _heights(story, digits)
    for row in rows:
        if "i" in row:
            row["y"] = heights[row["i"]]
        elif "at" in row:
            row["y"] = heights[row["at"]]
        elif "y" in row:
            row["y"] = round(row["y"], digits)
        elif "lo" in row:
            row["lo"], row["hi"] = round(row["lo"], digits), round(row["hi"], digits)
    return heights


def _heights(story: Story, digits: int) -> list[float]:
    """The values as their texts tell them where nobody sees the difference, so that they are told once."""
    values, numbers = [each.value for each in story.points], story.numbers
    seen = 10.0**-digits
    if numbers is not None and all(abs(number - value) < seen for number, value in zip(numbers, values, strict=True)):
        return numbers
    return [round(each, digits) for each in values]
