"""What stands around a KPI's plot: switches, the few signs that have no words in the plot, and notes in full."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from bsc_site.model.vocabularies import PointLabel, SpcMethod
from bsc_site.render.charts.kpi_charts.end_words import benchmark_figures
from bsc_site.render.charts.kpi_charts.kpi_rows import Row, Story, place_of
from bsc_site.render.charts.kpi_charts.lanes import WorkLane
from bsc_site.render.charts.kpi_charts.placed_words import Note
from bsc_site.wording.figures import date_text, number_text, period_text
from bsc_site.wording.language import noted, say, told
from bsc_site.wording.period_counts import periods_text

_SIGNS = {
    "partial": noted("period not complete"),
    "unfinished": noted("period not complete"),
    "aim": noted("target"),
    "tolerance": noted("between target and red flag"),
    "baseline": noted("baseline"),
    "fan": noted("forecast: 80 % likely in the darker part, 95 % in both"),
    "limit": noted("limits of natural variation"),
    "mean": noted("mean"),
    "better": noted("real improvement"),
    "worse": noted("real change for the worse"),
    "change": noted("real change"),
    "rebase": noted("limits drawn anew"),
}
_ALONG = {"mean": noted("trend line")}
"""What stands in the key where limits follow a trend."""

Room = Literal["", "narrow"]
"""Where something is told below the plot: everywhere, or only where there is no room for it in the plot."""


def switches_of(
    story: Story, drawn: Sequence[Row], beside: Sequence[object], lanes: Sequence[WorkLane]
) -> list[tuple[str, str, bool]]:
    """What a reader can switch on and off: its name, its words, and whether it is on at first.

    Limits are on where the latest value says something: the first view is a calm one. Who asks for the limits of the
    NHS by name reads charts by them, and gets them at first sight.
    """
    kinds = {row["k"] for row in drawn}
    now = story.assessed.current
    label = story.labels.get(now.period.start, PointLabel.COMMON_CAUSE) if now else PointLabel.COMMON_CAUSE
    read_by = story.assessed.signal.method is SpcMethod.NHS
    there = {
        "limits": (kinds & {"limit", "mean", "signal"}, say("Noise limits"), bool(label.side) or read_by),
        "forecast": ("fan" in kinds, say("Forecast"), True),
        "benchmark": (story.kpi.benchmark and beside, say("Benchmark"), True),
        "initiatives": (lanes, say("Initiatives"), True),
    }
    return [(name, words, on) for name, (found, words, on) in there.items() if found]


def key_of(story: Story, kinds: set[str]) -> list[tuple[str, str]]:
    """Mark and words for each kind of mark that is there and does not say itself what it is."""
    names = _SIGNS | (_ALONG if story.assessed.signal.sloped else {})
    found = [(kind, told(name)) for kind, name in names.items() if kind in kinds]
    if story.kpi.benchmark is None:
        return found
    return [*found, ("benchmark", _benchmark_words(story))]


def _benchmark_words(story: Story) -> str:
    benchmark = story.kpi.benchmark
    if benchmark is None:
        return ""
    figures = benchmark_figures(story, benchmark)
    if benchmark.year is None:
        return say("benchmark {figures} ({source}, year not given)", figures=figures, source=benchmark.source)
    year = str(benchmark.year)
    return say("benchmark {figures} ({source}, {year})", figures=figures, source=benchmark.source, year=year)


def remark_of(story: Story) -> str:
    """How many values a thinned series shows; empty where it shows all."""
    drawn, all_points = len(story.points), len(story.assessed.points)
    if drawn == all_points:
        return ""
    return say(
        "Drawn from {drawn} of {periods}; highest and lowest kept.",
        drawn=number_text(drawn),
        periods=periods_text(all_points, story.kpi.frequency),
    )


def notes_below(story: Story, notes: Sequence[Note], lanes: Sequence[WorkLane]) -> list[tuple[str, str, Room]]:
    """What the numbers and letters in the plot stand for: the sign, the words, and where they are told."""
    noted = [each.period for each in story.points if each.note] if notes else []
    periods = {place_of(story, each).isoformat(): period_text(each) for each in noted}
    found: list[tuple[str, str, Room]] = [
        (
            str(each.number),
            say("{period}: {note}", period=periods[each.row["t"]], note=each.words),
            "narrow" if each.written else "",
        )
        for each in notes
    ]
    return found + [(each.letter, _lane_words(each), "narrow" if each.named else "") for each in lanes]


def _lane_words(lane: WorkLane) -> str:
    work = lane.initiative
    return say(
        "{initiative}, {first} to {last}",
        initiative=work.name,
        first=date_text(work.start.start),
        last=date_text(work.end.end),
    )
