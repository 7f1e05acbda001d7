"""The words inside a KPI's plot: the latest value and the notes, each where it covers nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from bsc_site.render.charts.grammar.free_places import (
    AROUND,
    Course,
    FreeSpot,
    Plot,
    best_spot,
    both_plots,
    box_of,
)
from bsc_site.render.charts.grammar.ink import LETTER
from bsc_site.render.charts.grammar.levels import Levels
from bsc_site.render.charts.kpi_charts.end_words import LOWEST_PLOT, NOW_SIZE, figure_words
from bsc_site.render.charts.kpi_charts.kpi_rows import Row, Story, place_of
from bsc_site.wording.calculations.note_text import note_text
from bsc_site.wording.language import say

HIGHEST_PLOT = 340
_MOST_NOTES = 9
_FREE = 1.0
_LINES = ("actual", "target", "limit", "mean", "ahead")
_BESIDE_A_MARK = (FreeSpot("left", 6, 4), FreeSpot("right", 0, -6), FreeSpot("right", 0, 16))
_BARS = ("actual", "newest", "partial")


class Note(NamedTuple):
    """A noted value that is told below the chart: its number, its words, and whether they stand in the plot as well."""

    number: int
    row: Row
    words: str
    written: bool


def placed_words(story: Story, drawn: Sequence[Row], levels: Levels) -> tuple[list[Row], list[Note]]:
    """Rows of the words inside the plot, and the notes in their order."""
    plots = _plots(story, drawn, levels)
    rows = [*_latest(story, plots), *_aimed(drawn, plots[0])]
    notes: list[Note] = []
    for number, (row, words) in enumerate(_noted(story, drawn), 1):
        spot, cost = best_spot((words, LETTER), (row["t"], row["y"]), plots[:1])
        written = cost < _FREE
        kind = "narrow words" if written else "words"
        if written:
            rows.append(_beside("wide words", row, spot, words))
            plots[0].taken.append(box_of((words, LETTER), plots[0].place(row["t"], row["y"]), spot))
        near, _ = best_spot((str(number), LETTER), (row["t"], row["y"]), plots[1:] if written else plots)
        rows.append(_beside(kind, row, near, str(number)))
        notes.append(Note(number, row, words, written))
    return rows, notes


def _plots(story: Story, drawn: Sequence[Row], levels: Levels) -> tuple[Plot, Plot]:
    """The plot on a desk and on a phone with its lines; marks of notes are places that are taken."""
    plots = both_plots((HIGHEST_PLOT, LOWEST_PLOT), story.span, (levels.low, levels.high))
    lines = tuple(_lines(story, drawn))
    filled = tuple(Plot(each.size, each.days, each.reach, lines) for each in plots)
    for plot in filled:
        for row in drawn:
            if row["k"] == "note":
                plot.taken.append(box_of(("o", LETTER), plot.place(row["t"], row["y"]), FreeSpot("center", 0, 4)))
    return filled[0], filled[1]


def _lines(story: Story, drawn: Sequence[Row]) -> Iterator[Course]:
    """The lines that words must not cover, bars as the outlines that they are."""
    if story.bars:
        for row in drawn:
            if row["k"] in _BARS:
                yield Course([row["t"], row["t"], row["u"], row["u"]], [0.0, row["y"], row["y"], 0.0])
            if row["k"] == "aim":
                yield Course([row["t"], row["u"]], [row["y"], row["y"]])
    ends = dict.fromkeys(_LINES, ("y",)) | {"fan": ("lo", "hi")}
    for (kind, _), group in groupby(drawn, key=lambda row: (row["k"], row.get("g", 0))):
        if kind in ends and not (story.bars and kind == "actual"):
            rows = list(group)
            for end in ends[kind]:
                yield Course([row["t"] for row in rows], [row[end] for row in rows])


def _latest(story: Story, plots: tuple[Plot, Plot]) -> list[Row]:
    """The latest value beside its mark, unless its line ends at the right edge; on a phone at a place of its own."""
    now = story.assessed.current
    if now is None or story.ends_now:
        return []
    row: Row = {"t": place_of(story, now.period).isoformat(), "y": now.value}
    words, size = figure_words(story, now.value), LETTER * NOW_SIZE
    spots = [best_spot((words, size), (row["t"], row["y"]), [plot], _spots(story))[0] for plot in plots]
    for plot, spot in zip(plots, spots, strict=True):
        plot.taken.append(box_of((words, size), plot.place(row["t"], row["y"]), spot))
    if spots[0] == spots[1]:
        return [_beside("last words", row, spots[0], words)]
    kinds = ("wide last words", "narrow last words")
    return [_beside(kind, row, spot, words) for kind, spot in zip(kinds, spots, strict=True)]


def _aimed(drawn: Sequence[Row], desk: Plot) -> list[Row]:
    """What the marks over bars are, beside the last of them, where there is room."""
    aims = [row for row in drawn if row["k"] == "aim"]
    if not aims:
        return []
    row, words = {"t": aims[-1]["u"], "y": aims[-1]["y"]}, say("target")
    spot, cost = best_spot((words, LETTER), (row["t"], row["y"]), [desk], _BESIDE_A_MARK)
    if cost >= _FREE:
        return []
    desk.taken.append(box_of((words, LETTER), desk.place(row["t"], row["y"]), spot))
    return [_beside("wide words", row, spot, words)]


def _spots(story: Story) -> Sequence[FreeSpot]:
    """Over a bar is the first place for its value."""
    return (FreeSpot("center", 0, -7), *AROUND) if story.bars else AROUND


def _noted(story: Story, drawn: Sequence[Row]) -> list[tuple[Row, str]]:
    """The latest notes with their words, none where there are so many that numbers would fill the plot."""
    rows = [row for row in drawn if row["k"] == "note"]
    words = [note_text(each.note) for each in story.points if each.note]
    return list(zip(rows, words, strict=True)) if len(rows) <= _MOST_NOTES else []


def _beside(kind: str, row: Row, spot: FreeSpot, words: str) -> Row:
    return {"k": kind, "t": row["t"], "y": row["y"], "al": spot.al, "dx": spot.dx, "dy": spot.dy, "s": words}
