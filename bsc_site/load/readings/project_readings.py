"""The readings of a project: the rows of every KPI from all data files, with everything that is wrong in them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from bsc_site.load.beside.side_kpis import SIDES, findings_of_kpis, side_of, with_sides
from bsc_site.load.connections.connected import Connected, connected
from bsc_site.load.connections.patience import NOBODY, Asking
from bsc_site.load.connections.series_of_sources import Stale
from bsc_site.load.figures.agreement import agreed
from bsc_site.load.figures.problem_book import ProblemBook
from bsc_site.load.folder_facts import WHOLE, FolderFacts
from bsc_site.load.formats.any_file import open_table
from bsc_site.load.formats.kinds import ENDINGS
from bsc_site.load.packing.unpacked import PACKED
from bsc_site.load.periods.column_rules import column_rules
from bsc_site.load.queries.query_tables import QueryTables
from bsc_site.load.readings.settling import Settling, one_figure_a_period
from bsc_site.load.readings.source_tables import SourceTables
from bsc_site.load.tables.cells import TableError
from bsc_site.load.tables.file_layout import Layout
from bsc_site.load.tables.headings import HeadingError, listed
from bsc_site.load.tidy_files.tidy import TidyRows
from bsc_site.load.uncollected import uncollected
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.project import Project
from bsc_site.model.problem import Finding, Place, Problem, Severity
from bsc_site.model.provenance import Found, Provenance
from bsc_site.model.reading_facts import ReadingFacts, RowCounts
from bsc_site.model.rules.reading.promises import NO_FIGURES
from bsc_site.model.saying.said import said, together
from bsc_site.model.sentences.in_data import reading_sentences as told
from bsc_site.model.series import Reading, Readings
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Direction

FOLDER = "data"
_BESIDE = {"target": Found.TARGETS, "benchmark": Found.OTHERS}
_UNREADABLE = {".numbers", ".feather"}
_ONLY_NAMED = {".sqlite", ".sqlite3", ".db", ".fwf", ".prn"}
"""Files of which nobody can tell without a source which table is meant."""
_DATA_FILES = (ENDINGS.keys() | PACKED | _UNREADABLE) - {".txt", ".htm", ".html"}


@dataclass(frozen=True, slots=True)
class LoadedReadings:
    """The readings by KPI id, in the order of the project; KPIs without any are left out.

    `problems` stand in data files; `findings` are about what the YAML says of them (a missing file, a column that is
    not there, a KPI without data) and get their place in the YAML from the marks.
    """

    readings: dict[str, Readings]
    problems: tuple[Problem, ...]
    findings: tuple[Finding, ...] = ()
    explained: frozenset[str] = frozenset()
    queries: QueryTables | None = None
    stale: tuple[Stale, ...] = ()
    """KPIs whose connection did not answer, with the files of their last figures."""
    """KPIs without figures of which a problem or a finding already says why."""
    files: frozenset[str] = frozenset()
    """Every data file that was looked into, relative to the project."""

    def retold(self, problems: Iterable[Problem]) -> tuple[Sequence[Problem], Sequence[Finding]]:
        """Problems of readings: those in files as they are, and those in the results of queries as findings."""
        return self.queries.retold(problems) if self.queries else (tuple(problems), ())

    @property
    def sound(self) -> bool:
        """Whether every row could be read, so that a figure that is not there was in no row."""
        return not any(each.severity is Severity.ERROR for each in self.problems)

    def tells(self, finding: Finding) -> bool:
        """Whether a finding about the source of a KPI's figures only follows from what is told."""
        return finding.code == "BSC241" and finding.element.removeprefix("kpi/") in self.explained


def load_readings(
    root: Path,
    project: Project,
    facts: FolderFacts = WHOLE,
    *,
    asking: Asking = NOBODY,
    wanted: frozenset[str] | None = None,
) -> LoadedReadings:
    """Everything that the data files of the project folder `root` say about its KPIs. Never raises for bad input.

    Each file is read once. KPIs with a `source` get their rows from there, KPIs with neither source nor formula from
    the tidy files below data/. Connections are asked where `asking` can. Where only some KPIs are `wanted` no table is
    read that holds none of theirs, and what is wrong with the others is not told.
    """
    book = ProblemBook()
    with uncollected():
        joined = _joined(root, project, asking, book)
        sources = SourceTables(root, with_sides(joined.project), book, given=joined.tables)
        sources.read(wanted)
        tidy = TidyRows(joined.project, book, facts.broken)
        asked = [each for each in joined.project.kpis.values() if wanted is None or each.id in wanted]
        files = frozenset[str]()
        if not facts.torn and (wanted is None or any(not each.source and not each.computed for each in asked)):
            files = sources.files | facts.named
            files |= _read_tidy_files(root, tidy, files)
        readings = {}
        explained = set[str]()
        for kpi in asked:
            found = _source_readings(sources, kpi) if kpi.source else _tidy_readings(tidy, kpi)
            if found is not None and (found.rows or found.targets):
                readings[kpi.id] = found
            if found is not None and found.rows:
                continue
            known = facts.torn or sources.explains(kpi) or tidy.explains(kpi)
            if known or _needs_data(kpi):
                explained.add(kpi.id)
            if not known and _needs_data(kpi):
                book.find(kpi.id, "", "BSC318", together(_nothing_for(kpi), sources.texts_missed(kpi)))
        unsure = bool(facts.torn or facts.broken or sources.queries.unknown)
        if not unsure and not any(each.rows for each in readings.values()):
            _tell_of_no_figures(root, project, book)
    told = {name: _told_by(joined, each) for name, each in readings.items()}
    whole = _all_told(joined, sources, told, frozenset(explained), unsure=bool(facts.broken))
    return replace(whole, files=files)


def _all_told(
    joined: Connected, sources: SourceTables, known: dict[str, Readings], explained: frozenset[str], *, unsure: bool
) -> LoadedReadings:
    """The readings with all that was found; no file is useless where it is not known what is to read it."""
    in_files, about_queries = sources.queries.retold(sources.book.problems)
    unsure = unsure or sources.queries.unknown
    problems = (*joined.problems, *(each for each in in_files if not (unsure and each.code == "BSC319")))
    told = (*findings_of_kpis(sources.book.findings), *about_queries)
    return LoadedReadings(known, problems, told, explained, sources.queries, joined.stale)


def _joined(root: Path, project: Project, asking: Asking, book: ProblemBook) -> Connected:
    """The project with the series of its connections; what is wrong with them goes to the book."""
    joined = connected(root, project, asking)
    for each in joined.findings:
        book.keep(each)
    return joined


def _told_by(joined: Connected, readings: Readings) -> Readings:
    """The readings of a connection with the connection as what they come from."""
    origin = joined.origins.get(readings.kpi)
    return readings if origin is None else replace(readings, origin=Provenance((origin,)))


def _tell_of_no_figures(root: Path, project: Project, book: ProblemBook) -> None:
    """An error where there are data files, and no KPI got a figure from any; what refuses the data already is enough.

    A project that has no files yet may be published.
    """
    refused = any(each.severity is Severity.ERROR for each in book.problems) or book.findings_refuse
    files = () if refused or not any(map(_needs_data, project.kpis.values())) else tuple(_data_files(root))
    if files:
        book.add("BSC368", Place(FOLDER), said(NO_FIGURES, count=len(files), files=listed(files)))


def _read_tidy_files(root: Path, tidy: TidyRows, named: frozenset[str]) -> frozenset[str]:
    """Take the rows of every data file that is not `named` otherwise; those that were looked into."""
    looked_into = frozenset(_data_files(root)) - named
    for file in sorted(looked_into):
        try:
            _read_tidy_file(root, tidy, file)
        except TableError as error:
            tidy.unread.update([file] if error.code != "BSC319" else ())
            tidy.book.add_table_error(file, error)
        except HeadingError as error:
            tidy.unread.add(file)
            tidy.book.add(error.code, Place(file), error.message)
    return looked_into


def _read_tidy_file(root: Path, tidy: TidyRows, file: str) -> None:
    if Path(file).suffix.lower() in _UNREADABLE:
        raise TableError("BSC319", said(told.CANNOT_BE_USED))
    if Path(file).suffix.lower() in _ONLY_NAMED:
        raise TableError("BSC319", said(told.NOT_NAMED))
    table = open_table(root, Layout(file))
    taken = tidy.take(table)
    for sheet in table.sheets.visible[1:]:
        taken |= _take_sheet(root, tidy, Layout(file, sheet=sheet))
    if not taken and not tidy.book.knows(file):
        unused = said(told.NOT_NAMED_WITHOUT_KPI, there=listed(table.headings))
        tidy.book.add("BSC319", Place(file), unused)
    elif not tidy.book.knows(file) and not any(file in files for files in tidy.files.values()):
        tidy.book.add("BSC319", Place(file), said(told.NO_ROW_WITH_A_FIGURE))


def _take_sheet(root: Path, tidy: TidyRows, layout: Layout) -> bool:
    """Whether a further sheet of a workbook names KPIs; one that is no table names none."""
    try:
        table = open_table(root, layout)
    except TableError:
        return False
    return tidy.take(table)


def _data_files(root: Path) -> Iterator[str]:
    """Every data file below data/, relative to the project, in a stable order; hidden ones are left out."""
    for folder, folders, names in os.walk(root / FOLDER):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if Path(name).suffix.lower() in _DATA_FILES and not name.startswith((".", "~$")):
                yield Path(folder, name).relative_to(root).as_posix()


def _source_readings(sources: SourceTables, kpi: Kpi) -> Readings | None:
    """The rows of a KPI with a source, and what is read beside them."""
    beside = {side: _read_beside(sources, apart) for side in SIDES if (apart := side_of(kpi, side)) is not None}
    found = sources.readings_of(kpi)
    if found is None:
        return None
    origin = found.origin
    for side, each in beside.items():
        origin = origin.with_fact(_BESIDE[side], each.origin.tables[0]) if each and each.origin.tables else origin
    return replace(found, target=beside.get("target"), benchmark=beside.get("benchmark"), origin=origin)


def _read_beside(sources: SourceTables, side: Kpi) -> Readings | None:
    found = sources.readings_of(side, coarser=True)
    if (found is None or not found.rows) and not sources.explains(side):
        sources.book.find(side.id, "source", "BSC346", together(_nothing_for(side), sources.texts_missed(side)))
    return found


def _tidy_readings(tidy: TidyRows, kpi: Kpi) -> Readings | None:
    rows: Sequence[Reading] = agreed(kpi, tidy.rows.get(kpi.id, ()), tidy.book)
    grid = Settling(kpi, column_rules(tidy.project, kpi), one_figure_a_period(kpi))
    settled = grid.settle(rows, tidy.book)
    files = tidy.files.get(kpi.id, {})
    origin = Provenance(tuple(files.values()))
    read, taken = sum(tidy.lengths[file] for file in files), len(tidy.rows.get(kpi.id, ()))
    facts = ReadingFacts(RowCounts(read, taken, len(settled.rows)))
    known = Readings(kpi.id, tuple(settled.rows), origin, tuple(files), settled.covers_to, facts=facts)
    return replace(known, targets=settled.targets)


def _needs_data(kpi: Kpi) -> bool:
    return not kpi.computed and (kpi.direction is not Direction.NONE or kpi.source is not None)


def _nothing_for(kpi: Kpi) -> str:
    if kpi.source is None:
        return said(told.NO_FILE_NAMES, id=kpi.id)
    if kpi.source.query:
        return said(told.QUERY_PASSES_NONE if kpi.source.where else told.QUERY_HAS_NONE)
    return said(told.NO_ROW_PASSES if kpi.source.where else told.NO_ROW_HAS_A_FIGURE, file=kpi.source.file or "")
