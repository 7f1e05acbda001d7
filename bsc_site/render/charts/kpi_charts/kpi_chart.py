"""The chart of one KPI, filled."""

from __future__ import annotations

from datetime import date
from typing import Any

from bsc_site.model.declared.kpi import Benchmark
from bsc_site.model.period import Period
from bsc_site.render.charts.grammar.chart import Chart
from bsc_site.render.charts.grammar.days import DAY, milliseconds, moments, named_moments, zooms
from bsc_site.render.charts.grammar.ink import WIDEST_DIGIT, WIDTH
from bsc_site.render.charts.grammar.levels import Levels, levels_of
from bsc_site.render.charts.kpi_charts.kpi_rows import (
    Row,
    Story,
    actual_rows,
    baseline_rows,
    last_rows,
    note_rows,
    shown_initiatives,
    span_rows,
    target_rows,
    undated_target,
    zone_rows,
)
from bsc_site.render.charts.kpi_charts.label_sides import PlotFrame, apart, clear_of_lines
from bsc_site.render.charts.kpi_charts.variation_rows import fan_rows, limit_rows, rebase_rows, signal_rows, within
from bsc_site.wording.figures import number_text
from bsc_site.wording.kpi_figures import figure_text, figures_between
from bsc_site.wording.language import noted, say, told
from bsc_site.wording.outlooks.kpi_conclusion import kpi_conclusion
from bsc_site.wording.period_counts import periods_text

FLOOR = 310
_TOP = 34
_EDGE = 8
_KEY = {
    "partial": noted("period not complete"),
    "unfinished": noted("period not complete"),
    "aim": noted("target"),
    "target": noted("target"),
    "tolerance": noted("tolerance"),
    "band": noted("target band"),
    "baseline": noted("baseline"),
    "mean": noted("mean"),
    "limit": noted("limits of natural variation"),
    "better": noted("real improvement"),
    "worse": noted("real change for the worse"),
    "change": noted("real change"),
    "rebase": noted("limits drawn anew"),
    "fan": noted("forecast: likely (80 %), nearly sure (95 %)"),
    "note": noted("noted"),
}
_KEY_ALONG = {"mean": noted("trend line")}
"""What stands in the key where limits follow a trend."""
_MOST_STRETCH = 1.5
"""How much a benchmark may stretch the axis of values; beyond that only the part within the axis is drawn."""


def kpi_chart(story: Story) -> Chart:
    """The filled chart of a KPI with at least one point."""
    drawn = [*target_rows(story), *actual_rows(story), *baseline_rows(story), *note_rows(story)]
    heights = [row["y"] for row in drawn if "y" in row]
    drawn = [*within(zone_rows(story), heights), *drawn, *rebase_rows(story)]
    drawn += [*limit_rows(story, heights), *fan_rows(story, heights), *signal_rows(story)]
    drawn += last_rows(story)
    levels, benchmark = _levels(story, drawn)
    options = _options(story, levels, drawn, benchmark)
    sides = (float(options["left"]), float(WIDTH - options["right"]))
    frame = PlotFrame(story.span, levels, sides, (_TOP, FLOOR))
    rows = [
        *levels.rows(),
        *_moments(story),
        *benchmark,
        *clear_of_lines(apart(drawn, levels, (_TOP, FLOOR), undated_target(story)), frame),
        *span_rows(story, FLOOR),
    ]
    kind = "kpi-bars" if story.bars else "kpi"
    return Chart(
        kind,
        tuple(rows),
        kpi_conclusion(story.assessed, story.names),
        tuple(options.items()),
    )


def _levels(story: Story, drawn: list[Row]) -> tuple[Levels, list[Row]]:
    heights = [row[name] for row in drawn for name in ("y", "lo", "hi") if name in row]
    own = levels_of(heights, story.kpi.unit, from_zero=story.bars, states=story.kpi.scoring.states)
    ends = _ends(story.kpi.benchmark)
    if not ends:
        return own, []
    both = levels_of([*heights, *ends], story.kpi.unit, from_zero=story.bars, states=story.kpi.scoring.states)
    fits = both.high - both.low <= _MOST_STRETCH * (own.high - own.low)
    levels = both if fits else own
    low, high = max(min(ends), levels.low), min(max(ends), levels.high)
    if high < low:
        return levels, []
    return levels, [{"k": "benchmark", "lo": low, "hi": high if high > low else low + (levels.high - levels.low) / 100}]


def _ends(benchmark: Benchmark | None) -> list[float]:
    if benchmark is None:
        return []
    return [each for each in (benchmark.low, benchmark.high, benchmark.value) if each is not None]


def _moments(story: Story) -> list[Row]:
    first, last = story.span
    named = named_moments(_named(story), centred=story.bars)
    if named is not None:
        return named
    rows = moments(first, last)
    for each in zooms(first, _latest(story), last):
        rows += moments(each.first, each.last, each.name)
    return rows


def _latest(story: Story) -> date:
    latest = story.points[-1].period
    return latest.end + DAY if story.bars else latest.start


def _named(story: Story) -> list[Period]:
    """The periods that may stand below the plot by their own names: the observed ones and that of the next target."""
    aim, last = story.outlook.aim, story.span[1]
    return [*(each.period for each in story.points), *([aim[0]] if aim and aim[0].start <= last else [])]


def _options(story: Story, levels: Levels, drawn: list[Row], benchmark: list[Row]) -> dict[str, Any]:
    first, last = story.span
    value = next((len(row["s"]) for row in drawn if row["k"] == "last words"), 0)
    spans = len(shown_initiatives(story))
    return {
        "left": levels.longest * WIDEST_DIGIT + 12,
        "right": _right(story, value),
        "top": _TOP,
        "floor": FLOOR,
        "height": FLOOR + 32 + (26 * spans + 8 if spans else 0),
        "span": [milliseconds(first), milliseconds(last)],
        "reach": [levels.low, levels.high],
        "zooms": [
            [each.name, each.words, milliseconds(each.first), milliseconds(each.last)]
            for each in zooms(first, _latest(story), last)
        ],
        "remark": _remark(story),
        "key": _key(story, {row["k"] for row in (*drawn, *benchmark)} | _meanings(drawn)),
    }


def _right(story: Story, characters: int) -> int:
    """Room for the latest value right of its point, as far as the future does not leave it anyway."""
    needed = 14 + characters * WIDEST_DIGIT
    if story.bars or story.assessed.current is None:
        return _EDGE
    first, last = story.span
    share = (last - story.assessed.current.period.start) / (last - first)
    if share * WIDTH >= needed:
        return _EDGE
    return max(_EDGE, round((needed - share * WIDTH) / (1 - share)))


def _remark(story: Story) -> str:
    drawn, all_points = len(story.points), len(story.assessed.points)
    if drawn == all_points:
        return ""
    return say(
        "Drawn from {drawn} of {periods}; highest and lowest kept.",
        drawn=number_text(drawn),
        periods=periods_text(all_points, story.kpi.frequency),
    )


def _meanings(drawn: list[Row]) -> set[str]:
    """What marked values mean."""
    return {row["st"] for row in drawn if row["k"] == "signal"}


def _key(story: Story, kinds: set[str]) -> list[tuple[str, str]]:
    """Mark and words for each kind of mark that is there."""
    found = [("bar" if story.bars else "line", say("actual"))]
    names = _KEY | (_KEY_ALONG if story.assessed.signal.sloped else {})
    found += [(kind, told(name)) for kind, name in names.items() if kind in kinds]
    if "benchmark" in kinds and story.kpi.benchmark:
        found.append(("benchmark", _benchmark_words(story, story.kpi.benchmark)))
    return [*found, *([("span", say("initiatives that serve it"))] if shown_initiatives(story) else [])]


def _benchmark_words(story: Story, benchmark: Benchmark) -> str:
    low, high = min(_ends(benchmark)), max(_ends(benchmark))
    figures = figures_between(story.kpi, low, high) if low < high else figure_text(story.kpi, high)
    if benchmark.year is None:
        return say("benchmark {figures} ({source}, year not given)", figures=figures, source=benchmark.source)
    year = str(benchmark.year)
    return say("benchmark {figures} ({source}, {year})", figures=figures, source=benchmark.source, year=year)
