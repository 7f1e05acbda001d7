"""Series of sources: the figures of every KPI that asks a connection, fresh or as they were fetched last."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from pathlib import Path
from typing import Any

from bsc_site.load.connections.connections_file import FILE, DeclaredConnections, declared_connections
from bsc_site.load.connections.declared_questions import question_of
from bsc_site.load.connections.fetched_series import FetchedSeries, fetched_series, file_of
from bsc_site.load.connections.patience import NOBODY, WAITS, Asking, TooSlowError, within
from bsc_site.load.connections.questions import Question, QuestionError, expression_of, table_named
from bsc_site.load.connections.warehouse import MissingPackageError, answer_to, opened_warehouse
from bsc_site.load.suggestions import did_you_mean
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.project import Project
from bsc_site.model.problem import Finding, Problem
from bsc_site.model.saying.said import Said, said
from bsc_site.model.sentences.asked import connection_sentences as told
from bsc_site.model.value_class import dataclass

_ABOUT_THE_WAY = {"OperationalError", "InterfaceError", "AdminShutdown", "IOException", "ConnectionException"}
_ABOUT_THE_WAY |= {"Py4JNetworkError", "Py4JError", "RetryError", "ServiceUnavailable", "DatabaseError"}
"""What drivers call an error of the network or the server."""


@dataclass(frozen=True, slots=True)
class Stale:
    """A KPI whose connection did not answer, what is wrong, and the file with its last figures."""

    kpi: str
    wrong: Said
    file: str


@dataclass(slots=True)
class SeriesOfSources:
    """What the connections of a project gave: a series by KPI, KPIs that read their files, and what is wrong."""

    series: dict[str, FetchedSeries] = field(default_factory=dict)
    from_files: dict[str, str] = field(default_factory=dict)
    """KPI id to the file that holds its figures."""
    failed: set[str] = field(default_factory=set)
    stale: list[Stale] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class _Switchboard:
    """Connections while they are asked: each is opened once, and given up once."""

    root: Path
    asking: Asking
    declared: DeclaredConnections
    open: dict[str, Any] = field(default_factory=dict)
    down: dict[str, Said] = field(default_factory=dict)

    def backend(self, name: str) -> Any:
        """The open connection. Raises ConnectionError with what is wrong, after it was tried often enough."""
        if name in self.down:
            raise ConnectionError(self.down[name])
        if name in self.open:
            return self.open[name]
        connection = self.declared.known[name]
        missing = connection.missing(self.asking.environment)
        if missing:
            raise ConnectionError(said(told.UNSET, name=name, variable=missing))
        url = connection.filled(self.asking.environment)
        self.open[name] = self.tried(name, lambda: opened_warehouse(name, url, self.root))
        return self.open[name]

    def tried(self, name: str, ask: Callable[[], Any], *, asked: bool = False) -> Any:
        """What asking gives, after some waiting where it fails. Raises ConnectionError.

        No message of a driver is told, for it may hold an address or a password.
        """
        reason = ""
        for wait in (*WAITS, None):
            try:
                return within(self.asking.seconds, ask)
            except (MissingPackageError, QuestionError):
                raise
            except Exception as error:  # noqa: BLE001  # each driver has errors of its own
                reason = type(error).__name__
                if asked and not _is_down(error):
                    raise QuestionError("connection", said(told.REFUSED, name=name, reason=reason)) from None
                if wait is not None:
                    self.asking.sleep(wait)
        self.down[name] = said(told.DOWN, name=name, reason=reason, count=len(WAITS) + 1)
        raise ConnectionError(self.down[name])


def series_of_sources(root: Path, project: Project, asking: Asking = NOBODY) -> SeriesOfSources:
    """The series of every KPI with a connection; never raises for what is wrong there."""
    kpis = [kpi for kpi in project.kpis.values() if kpi.source is not None and kpi.source.connection]
    found = SeriesOfSources()
    if not kpis and not (root / FILE).exists():
        return found
    declared = declared_connections(root)
    found.problems = declared.problems
    desk = _Switchboard(root, asking, declared)
    for kpi in kpis:
        _ask(desk, project, kpi, found)
    return found


def _ask(desk: _Switchboard, project: Project, kpi: Kpi, found: SeriesOfSources) -> None:
    source = kpi.source
    name = (source.connection if source else None) or ""
    if name not in desk.declared.known:
        found.failed.add(kpi.id)
        if name not in desk.declared.names:
            meant = did_you_mean(name, desk.declared.names)
            found.findings.append(
                _finding(kpi, "connection", "BSC027", said(told.NO_CONNECTION, name=name, meant=meant))
            )
        return
    try:
        question = question_of(kpi, project.year_starts_of(kpi))
        missing = desk.declared.known[name].missing(desk.asking.environment)
        if not desk.asking.always and (missing or (source and source.fetched)):
            unset = said(told.UNSET, name=name, variable=missing) if missing else said(told.NOT_ASKED, name=name)
            _from_file(desk.root, kpi, name, unset, found)
            return
        found.series[kpi.id] = _answer(desk, name, question)
    except QuestionError as error:
        found.failed.add(kpi.id)
        found.findings.append(_finding(kpi, error.key, error.code, error.message))
    except MissingPackageError as error:
        found.failed.add(kpi.id)
        found.findings.append(_finding(kpi, "connection", "BSC418", error.args[0]))
    except ConnectionError as error:
        _last_good(desk.root, kpi, name, error.args[0], found)


def _answer(desk: _Switchboard, name: str, question: Question) -> FetchedSeries:
    backend = desk.backend(name)

    def ask() -> list[dict[str, Any]]:
        return answer_to(backend, expression_of(table_named(backend, name, question.table), question))

    return fetched_series(desk.tried(name, ask, asked=True), question)


def _from_file(root: Path, kpi: Kpi, connection: str, unset: Said, found: SeriesOfSources) -> None:
    file = file_of(connection, kpi.id)
    if (root / file).is_file():
        found.from_files[kpi.id] = file
        return
    found.failed.add(kpi.id)
    found.findings.append(_finding(kpi, "connection", "BSC416", said(told.NOTHING_FETCHED, wrong=unset, file=file)))


def _last_good(root: Path, kpi: Kpi, connection: str, wrong: Said, found: SeriesOfSources) -> None:
    """The figures as they were fetched last, where there are any; that they are these is told with their day."""
    _from_file(root, kpi, connection, wrong, found)
    if kpi.id in found.from_files:
        found.stale.append(Stale(kpi.id, wrong, found.from_files[kpi.id]))


def _is_down(error: Exception) -> bool:
    """Whether an error is about the way there, not about what was asked."""
    return isinstance(error, OSError | TooSlowError) or type(error).__name__ in _ABOUT_THE_WAY


def _finding(kpi: Kpi, key: str, code: str, message: str) -> Finding:
    return Finding(f"kpi/{kpi.id}", f"source.{key}", code, message)
