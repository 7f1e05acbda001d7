"""The benchmarks of a scorecard: its own values against what others reach."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from bsc_site.model.concluded.overview import BenchmarkPosition
from bsc_site.model.declared.benchmark_age import is_old
from bsc_site.model.declared.kpi import Benchmark
from bsc_site.render.text import own
from bsc_site.render.views.parts.page_parts import Frame, Link
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.parts.value_sentences import benchmark_text, value_text
from bsc_site.wording.figures import period_text
from bsc_site.wording.language import enumeration, noted, say, say_count, told


@dataclass(frozen=True, slots=True)
class Position:
    """Where our own value lies against the others', as a word; `style` names its look."""

    word: str
    style: Markup


POSITIONS = {
    BenchmarkPosition.BETTER: Position(noted("Better"), own("better")),
    BenchmarkPosition.SAME: Position(noted("The same"), own("level")),
    BenchmarkPosition.WITHIN: Position(noted("Within"), own("level")),
    BenchmarkPosition.ABOVE: Position(noted("Above"), own("level")),
    BenchmarkPosition.BELOW: Position(noted("Below"), own("level")),
    BenchmarkPosition.WORSE: Position(noted("Worse"), own("worse")),
    BenchmarkPosition.UNKNOWN: Position(noted("No value yet"), own("level")),
}
"""The best first; their words are to be told."""


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
    title = say("Benchmarks: {scorecard}", scorecard=here.card.scorecard.title)
    kpis = here.seen(here.card.kpis)
    marks = {each: mark for each in kpis if (mark := here.assessment.kpis[each].kpi.benchmark)}
    rows = tuple(_row(here, each, mark) for each, mark in marks.items())
    return BenchmarksView(title, here.frame(title), _summary(here, marks), rows)


def _row(here: Standpoint, kpi: str, mark: Benchmark) -> BenchmarkRow:
    found = here.assessment.kpis[kpi]
    now = found.current
    age = say("more than three years old") if is_old(mark, here.assessment.as_of) else ""
    return BenchmarkRow(
        link=here.kpi(kpi),
        current=value_text(found.kpi, now.value if now else None),
        period=period_text(now.period) if now else "",
        others=benchmark_text(found.kpi, mark),
        position=_position(here.assessment.overviews[here.id].benchmarks[kpi]),
        source=mark.source,
        year=str(mark.year) if mark.year else say("not given"),
        age=age,
        note=mark.note,
    )


def _position(position: BenchmarkPosition) -> Position:
    found = POSITIONS[position]
    return Position(told(found.word), found.style)


def _summary(here: Standpoint, marks: Mapping[str, Benchmark]) -> str:
    """`5 benchmarks: 1 better, 3 within, 1 worse; 1 more than three years old`."""
    if not marks:
        return say("No KPI has a benchmark")
    positions = here.assessment.overviews[here.id].benchmarks
    counts = Counter(positions[each] for each in marks)
    told_counts = enumeration(_count(each, counts[each]) for each in POSITIONS if counts[each])
    told_marks = say_count(
        "{count} benchmark: {positions}", "{count} benchmarks: {positions}", len(marks), positions=told_counts
    )
    return "; ".join((told_marks, *_doubts(here, marks)))


def _count(position: BenchmarkPosition, count: int) -> str:
    return {
        BenchmarkPosition.BETTER: say_count("{count} better", "{count} better", count),
        BenchmarkPosition.SAME: say_count("{count} the same", "{count} the same", count),
        BenchmarkPosition.WITHIN: say_count("{count} within", "{count} within", count),
        BenchmarkPosition.ABOVE: say_count("{count} above", "{count} above", count),
        BenchmarkPosition.BELOW: say_count("{count} below", "{count} below", count),
        BenchmarkPosition.WORSE: say_count("{count} worse", "{count} worse", count),
        BenchmarkPosition.UNKNOWN: say_count("{count} no value yet", "{count} no value yet", count),
    }[position]


def _doubts(here: Standpoint, marks: Mapping[str, Benchmark]) -> Iterator[str]:
    old = sum(1 for each in marks.values() if is_old(each, here.assessment.as_of))
    unknown = sum(1 for each in marks.values() if not each.year)
    if old:
        yield say_count("{count} more than three years old", "{count} more than three years old", old)
    if unknown:
        yield say_count("{count} without a year", "{count} without a year", unknown)
