"""Fetching: what connections say is written below data/fetched/, ready to be committed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from bsc_site.load.connections.fetched_series import FOLDER, FetchedSeries, file_of
from bsc_site.load.connections.patience import Asking
from bsc_site.load.connections.series_of_sources import SeriesOfSources, series_of_sources
from bsc_site.load.scorecards.project_folder import LoadedProject, load_project
from bsc_site.model.declared.project import Project
from bsc_site.model.problem import Finding, Place, Problem, Severity
from bsc_site.model.rules import problem
from bsc_site.model.saying.said import said
from bsc_site.model.sentences.asked import connection_sentences as told
from bsc_site.model.value_class import dataclass
from bsc_site.outcomes import Order
from bsc_site.publish.disk.new_files import write_files
from bsc_site.publish.file_failures import file_failures
from bsc_site.wording.language import say, say_count
from bsc_site.wording.problems.finding_text import worded


@dataclass(frozen=True, slots=True)
class Fetched:
    """What fetching came to: sentences about each file, and what was wrong."""

    lines: tuple[str, ...]
    problems: tuple[Problem, ...]

    @property
    def refused(self) -> bool:
        """Whether a connection gave nothing."""
        return any(each.severity is Severity.ERROR for each in self.problems)


def fetched(order: Order) -> Fetched:
    """Ask every connection, and write the series of each KPI that came back; a file that would be the same stands.

    A KPI whose connection does not answer keeps its file. Raises MachineError when the disk refuses.
    """
    loaded = load_project(order.root)
    if loaded.readable is None:
        return Fetched((), loaded.problems)
    asking = Asking(order.environment, always=True)
    found = series_of_sources(order.root, loaded.readable, asking)
    with file_failures(order.root):
        lines = tuple(_written(order.root, _files(loaded.readable, found.series)))
    problems = (*found.problems, *_wrong(loaded, found), *_left_over(order.root, loaded.readable))
    return Fetched(lines or (say("No KPI asks a connection that answered."),), problems)


def _files(project: Project, series: Mapping[str, FetchedSeries]) -> dict[str, FetchedSeries]:
    sources = {name: project.kpis[name].source for name in series}
    return {file_of(str(source.connection), name): series[name] for name, source in sources.items() if source}


def _written(root: Path, files: Mapping[str, FetchedSeries]) -> Iterator[str]:
    """All of them or none; what is said of each."""
    new = {file: each.content for file, each in files.items() if not _stands(root / file, each.content)}
    write_files(root, new)
    for file, series in files.items():
        count = say_count("{count} period", "{count} periods", len(series.rows))
        if file in new:
            yield say("{file}: {count}, written", file=file, count=count)
        else:
            yield say("{file}: {count}, as before", file=file, count=count)


def _stands(path: Path, content: bytes) -> bool:
    return path.exists() and path.read_bytes() == content


def _wrong(loaded: LoadedProject, found: SeriesOfSources) -> tuple[Problem, ...]:
    """What is wrong with the questions, and every connection that did not answer, as an error."""
    silent = (
        Finding(
            f"kpi/{each.kpi}",
            "source.connection",
            "BSC416",
            told.KEPT,
            (("wrong", str(each.wrong)), ("file", each.file)),
        )
        for each in found.stale
    )
    return loaded.marks.problems_of(worded(each) for each in (*found.findings, *silent))


def _left_over(root: Path, project: Project) -> Iterator[Problem]:
    """A note for each fetched file that no KPI reads."""
    asked = {
        file_of(kpi.source.connection, kpi.id)
        for kpi in project.kpis.values()
        if kpi.source is not None and kpi.source.connection
    }
    for path in sorted((root / FOLDER).rglob("*.csv")):
        file = path.relative_to(root).as_posix()
        if file not in asked:
            yield problem("BSC419", Place(file), said(told.NOBODY_READS))
