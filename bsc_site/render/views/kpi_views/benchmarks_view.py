"""The benchmarks of a scorecard: its own values against what others reach."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from bsc_site.model.concluded.overview import BenchmarkPosition
from bsc_site.model.declared.benchmark_age import is_old
from bsc_site.model.declared.kpi import Benchmark
from bsc_site.model.figures import count_text, period_text
from bsc_site.render.text import own
from bsc_site.render.views.parts.page_parts import Frame, Link
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.parts.value_sentences import benchmark_text, value_text


@dataclass(frozen=True, slots=True)
class Position:
    """Where our own value lies against the others', as a word; `style` names its look."""

    word: str
    style: Markup


POSITIONS = {
    BenchmarkPosition.BETTER: Position("Better", own("better")),
    BenchmarkPosition.SAME: Position("The same", own("level")),
    BenchmarkPosition.WITHIN: Position("Within", own("level")),
    BenchmarkPosition.ABOVE: Position("Above", own("level")),
    BenchmarkPosition.BELOW: Position("Below", own("level")),
    BenchmarkPosition.WORSE: Position("Worse", own("worse")),
    BenchmarkPosition.UNKNOWN: Position("No value yet", own("level")),
}


@dataclass(frozen=True, slots=True)
class BenchmarkRow:
    """A KPI with its benchmark."""

    link: Link
    current: str
    period: str
    others: str
    position: Position
    source: str
    year: str
    age: str
    """Why the figures are to be taken with care; empty where they need not be."""
    note: str


@dataclass(frozen=True, slots=True)
class BenchmarksView:
    """Everything that `benchmarks.md.jinja` shows."""

    title: str
    frame: Frame
    summary: str
    rows: tuple[BenchmarkRow, ...]


def benchmarks_view(here: Standpoint) -> BenchmarksView:
    """The KPIs of the scorecard that have a benchmark, in the order of the file."""
    title = f"Benchmarks: {here.card.scorecard.title}"
    found = tuple(
        _row(here, each, mark)
        for each in here.seen(here.card.kpis)
        if (mark := here.assessment.kpis[each].kpi.benchmark)
    )
    return BenchmarksView(title, here.frame(title), _summary(found), found)


def _row(here: Standpoint, kpi: str, mark: Benchmark) -> BenchmarkRow:
    found = here.assessment.kpis[kpi]
    now = found.current
    age = "more than three years old" if is_old(mark, here.assessment.as_of) else ""
    return BenchmarkRow(
        link=here.kpi(kpi),
        current=value_text(found.kpi, now.value if now else None),
        period=period_text(now.period) if now else "",
        others=benchmark_text(found.kpi, mark),
        position=POSITIONS[here.assessment.overviews[here.id].benchmarks[kpi]],
        source=mark.source,
        year=str(mark.year) if mark.year else "not given",
        age=age,
        note=mark.note,
    )


def _summary(rows: tuple[BenchmarkRow, ...]) -> str:
    """`5 benchmarks: 1 better, 3 within, 1 worse; 1 more than three years old`."""
    if not rows:
        return "No KPI has a benchmark"
    words = [row.position.word for row in rows]
    order = (each.word for each in POSITIONS.values())
    parts = ", ".join(f"{words.count(word)} {word.lower()}" for word in order if word in words)
    old = sum(1 for row in rows if row.age)
    unknown = sum(1 for row in rows if row.year == "not given")
    doubts = [f"{old} more than three years old"] * bool(old) + [f"{unknown} without a year"] * bool(unknown)
    return "; ".join((f"{count_text(len(rows), 'benchmark')}: {parts}", *doubts))
