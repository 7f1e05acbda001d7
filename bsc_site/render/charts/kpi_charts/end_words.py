"""The words at the right edge: what each line is, where it ends, in one column without touching each other."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from bsc_site.model.declared.kpi import Benchmark
from bsc_site.render.charts.grammar.free_places import stacked
from bsc_site.render.charts.grammar.ink import LETTER
from bsc_site.render.charts.grammar.levels import EM, Levels
from bsc_site.render.charts.kpi_charts.kpi_rows import Row, Story
from bsc_site.render.lettering import Style, width_of, wrapped
from bsc_site.wording.figures import number_text, period_text, range_text
from bsc_site.wording.kpi_figures import figures_between
from bsc_site.wording.language import say

LOWEST_PLOT = 230
"""Pixels: on the lowest plot the words are just apart, on higher ones more."""
NOW_SIZE = 1.25
"""The size of the latest value, by that of other words."""
_LINE = 14
_AIR = 3
_BESIDE = 12
_WIDEST = 10.5
_LONGEST_UNIT = 8
_MOST_LINES = 3
_BOLD = Style(NOW_SIZE, bold=True)


class EndWords(NamedTuple):
    """Words of one line: their kind of row, their ink, the height of the line, and the lines of words."""

    kind: str
    ink: str
    y: float
    lines: tuple[str, ...]

    @property
    def line(self) -> float:
        """Pixels from one base line to the next."""
        return _LINE * (NOW_SIZE if self.kind == "end now" else 1)


def end_words(story: Story, drawn: list[Row], benchmark: list[Row], levels: Levels) -> list[EndWords]:
    """What is to be written at the right edge, from the top down."""
    found = [*_latest(story), *_target(story, drawn), *_bands(story, drawn), *_limits(drawn, levels), *_forecast(drawn)]
    found += _benchmark(story, benchmark, levels)
    inside = [each for each in found if each.lines]
    return sorted(inside, key=lambda each: -each.y)


def end_rows(words: list[EndWords], levels: Levels) -> list[Row]:
    """A row for each line of words, moved up or down where they would touch."""
    reach = levels.high - levels.low
    wanted = [(levels.high - each.y) / reach * LOWEST_PLOT for each in words]
    sizes = [len(each.lines) * each.line + _AIR for each in words]
    rows: list[Row] = []
    for each, middle in zip(words, stacked(wanted, sizes, (-24.0, LOWEST_PLOT + 16.0)), strict=True):
        height = levels.high - middle / LOWEST_PLOT * reach
        for number, line in enumerate(each.lines):
            away = (number - (len(each.lines) - 1) / 2) * each.line + (5 if each.kind == "end now" else 4)
            rows.append({"k": each.kind, "y": height, "dy": round(away, 1), "f": each.ink, "s": line})
    return rows


def width_right(words: list[EndWords]) -> float:
    """The room right of the plot, in the size of its letters."""
    widths = [width_of(line, _BOLD if each.kind == "end now" else EM) for each in words for line in each.lines]
    return max(widths, default=-_BESIDE / LETTER) + (_BESIDE + 2) / LETTER


def figure_words(story: Story, value: float) -> str:
    """A figure as short as can be: without a unit that is a long word, for that stands beside the axis."""
    text = story.text(value)
    if _short_unit(story):
        return text
    return number_text(value, story.kpi.decimals)


def _range_words(story: Story, low: float, high: float) -> str:
    """Two figures as short as can be, or one where they are the same."""
    if low == high:
        return figure_words(story, low)
    if _short_unit(story):
        return figures_between(story.kpi, low, high)
    return range_text(low, high, "", story.kpi.decimals)


def _short_unit(story: Story) -> bool:
    return len(story.kpi.unit) <= _LONGEST_UNIT or bool(story.kpi.scoring.states)


@lru_cache(maxsize=4096)
def _lines(text: str) -> tuple[str, ...]:
    """The lines of a text that may hold line breaks, none too wide."""
    return tuple(line for part in text.split("\n") for line in wrapped(part, _WIDEST, EM, _MOST_LINES))


def _latest(story: Story) -> list[EndWords]:
    """The latest value, where its line ends at the right edge."""
    now = story.assessed.current
    if now is None or story.bars or not story.ends_now:
        return []
    words = wrapped(figure_words(story, now.value), _WIDEST, _BOLD, _MOST_LINES)
    return [EndWords("end now", "actual", now.value, words)]


def _target(story: Story, drawn: list[Row]) -> list[EndWords]:
    path = [row for row in drawn if row["k"] == "target"]
    if not path:
        return []
    aim = story.outlook.aim
    if aim is None:
        words = say("target {value}", value=figure_words(story, path[-1]["y"]))
    else:
        words = say("target {value}\nby {period}", value=figure_words(story, aim[1]), period=period_text(aim[0]))
    return [EndWords("end", "target", path[-1]["y"], _lines(words))]


def _bands(story: Story, drawn: list[Row]) -> list[EndWords]:
    band = [row for row in drawn if row["k"] == "band"]
    if not band:
        return []
    low, high = band[-1]["lo"], band[-1]["hi"]
    words = say("target {value}", value=_range_words(story, low, high))
    return [EndWords("end", "band", (low + high) / 2, _lines(words))]


def _limits(drawn: list[Row], levels: Levels) -> list[EndWords]:
    lines = [row for row in drawn if row["k"] == "limit"]
    if not lines:
        return []
    end = max(row["t"] for row in lines)
    last = [row["y"] for row in lines if row["t"] == end]
    return [EndWords("end limits", "limits", min(max(last), levels.high), _lines(say("natural range")))]


def _forecast(drawn: list[Row]) -> list[EndWords]:
    fan = [row for row in drawn if row["k"] == "fan"]
    if not fan:
        return []
    return [EndWords("end forecast", "forecast", (fan[-1]["lo"] + fan[-1]["hi"]) / 2, _lines(say("forecast")))]


def _benchmark(story: Story, bracket: list[Row], levels: Levels) -> list[EndWords]:
    benchmark = story.kpi.benchmark
    if benchmark is None:
        return []
    ends = benchmark_ends(benchmark)
    figures = _range_words(story, min(ends), max(ends))
    if bracket:
        middle, words = (bracket[0]["lo"] + bracket[0]["hi"]) / 2, say("benchmark\n{figures}", figures=figures)
    elif max(ends) > levels.high:
        middle, words = levels.high, say("benchmark\n{figures} ↑", figures=figures)
    else:
        middle, words = levels.low, say("benchmark\n{figures} ↓", figures=figures)
    return [EndWords("end benchmark", "benchmark", middle, _lines(words))]


def benchmark_ends(benchmark: Benchmark | None) -> list[float]:
    """The figures of a benchmark: one, or a lowest and a highest."""
    if benchmark is None:
        return []
    return [each for each in (benchmark.low, benchmark.high, benchmark.value) if each is not None]


def benchmark_figures(story: Story, benchmark: Benchmark) -> str:
    """Its figure, or both with their unit once."""
    low, high = min(benchmark_ends(benchmark)), max(benchmark_ends(benchmark))
    return figures_between(story.kpi, low, high) if low < high else story.text(high)
