"""The benchmarks of a scorecard: its own values against what others reach."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from markupsafe import Markup

from bsc_site.model.concluded.overview import BenchmarkPosition
from bsc_site.model.declared.benchmark_age import is_old
from bsc_site.model.declared.kpi import Benchmark
from bsc_site.model.value_class import dataclass
from bsc_site.render.text import own
from bsc_site.render.views.kpi_views.benchmark_strip import BenchmarkStrip, strip_of
from bsc_site.render.views.parts.first_lines import FirstLines, first_lines
from bsc_site.render.views.parts.page_parts import Frame, Link
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.parts.value_sentences import benchmark_text, value_text
from bsc_site.wording.conclusions.benchmarks_conclusion import BenchmarkCount, benchmarks_conclusion
from bsc_site.wording.figures import period_text
from bsc_site.wording.language import noted, say, say_count, told


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
    strip: BenchmarkStrip
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
    conclusion: str
    empty: FirstLines | None
    rows: tuple[BenchmarkRow, ...]
    without: tuple[Link, ...]
    """KPIs that have none."""
    lacking: str
    """How many these are."""


def benchmarks_view(here: Standpoint) -> BenchmarksView:
    """The KPIs of the scorecard that have a benchmark, in the order of the file."""
    title = say("Benchmarks: {scorecard}", scorecard=here.card.scorecard.title)
    kpis = here.seen(here.card.kpis)
    marks = {each: mark for each in kpis if (mark := here.assessment.kpis[each].kpi.benchmark)}
    rows = tuple(_row(here, each, mark) for each, mark in marks.items())
    without = tuple(here.kpi(each) for each in kpis if each not in marks)
    return BenchmarksView(
        title=title,
        frame=here.frame(title),
        conclusion=benchmarks_conclusion(_counted(here, marks)),
        empty=None if rows else first_lines("benchmarks"),
        rows=rows,
        without=without if rows else (),
        lacking=say_count("{count} KPI has no benchmark", "{count} KPIs have no benchmark", len(without)),
    )


def _row(here: Standpoint, kpi: str, mark: Benchmark) -> BenchmarkRow:
    found = here.assessment.kpis[kpi]
    now = found.current
    age = say("more than three years old") if is_old(mark, here.assessment.as_of) else ""
    return BenchmarkRow(
        link=here.kpi(kpi),
        strip=strip_of(mark, now.value if now else None),
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


def _counted(here: Standpoint, marks: Mapping[str, Benchmark]) -> BenchmarkCount:
    positions = here.assessment.overviews[here.id].benchmarks
    counts = Counter(positions[each] for each in marks)
    return BenchmarkCount(
        total=len(marks),
        better=counts[BenchmarkPosition.BETTER],
        worse=counts[BenchmarkPosition.WORSE],
        within=counts[BenchmarkPosition.WITHIN] + counts[BenchmarkPosition.SAME],
        unknown=counts[BenchmarkPosition.UNKNOWN],
        old=sum(1 for each in marks.values() if is_old(each, here.assessment.as_of)),
        undated=sum(1 for each in marks.values() if not each.year),
    )
