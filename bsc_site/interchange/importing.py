"""Importing: a file of another format becomes files of a project, or joins its data."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from bsc_site.exchange.draft.project_files import Draft
from bsc_site.exchange.entry.entered import is_template
from bsc_site.exchange.open_sdg.repository import looks_like_one
from bsc_site.exchange.open_sdg.repository_reading import RepositoryFolder, read_repository
from bsc_site.exchange.scorecard_sheets.table_reading import read_tables
from bsc_site.exchange.stratml.plan_reading import read_plan
from bsc_site.exchange.stratml.xml_tree import LARGEST
from bsc_site.exchange.workbooks.grid import text_grid, workbook_grids
from bsc_site.interchange.entering import entered
from bsc_site.interchange.repository_folders import packed_files, repository_files
from bsc_site.load.joining.yaml_files import FOLDER
from bsc_site.load.periods.period_reader import PeriodReader
from bsc_site.load.scorecards.project_folder import load_project
from bsc_site.model.failure import InputError
from bsc_site.model.period import Period, PeriodSpellingError
from bsc_site.model.problem import Place, Problem
from bsc_site.model.rules import problem
from bsc_site.model.value_class import dataclass
from bsc_site.outcomes import Order
from bsc_site.pipeline import examine
from bsc_site.publish.disk.new_files import add_files, refuse_standing
from bsc_site.publish.file_failures import file_failures
from bsc_site.wording.language import say, say_count

_ZIP = b"PK\x03\x04"
_TEXTS = {".csv", ".tsv"}


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import came to: sentences about what was written, and what of the file has no place in a scorecard."""

    lines: tuple[str, ...]
    remarks: tuple[Problem, ...]


def imported(order: Order, file: Path, *, disaggregations: bool = False) -> Imported:
    """What a file of another format holds, written as files of the project, or added to its data.

    A folder is a data repository of Open SDG, whose `disaggregations` become KPIs of their own where that is wanted.

    Raises InputError for a file that cannot be read or holds something wrong, WrongUse where a file stands in the way,
    MachineError when the disk refuses; nothing is written then.
    """
    with file_failures(order.root):
        if file.is_dir():
            folder = RepositoryFolder(file.resolve().name, repository_files(file), disaggregations)
            return _written(order.root, _repository(order.root, folder))
        content = _content(file)
        packed = packed_files(content, file.name) if content.startswith(_ZIP) else {}
        if looks_like_one(packed):
            folder = RepositoryFolder(file.stem, packed, disaggregations)
            return _written(order.root, _repository(order.root, folder))
        if content.startswith(_ZIP) or file.suffix.lower() in _TEXTS:
            return _cells(order, content, file)
        draft = _plan(content, file.name, order.root)
        return _written(order.root, draft)


def _written(root: Path, draft: Draft) -> Imported:
    files = dict(sorted(draft.files.items()))  # data first: only the last file, the scorecard, takes the names
    refuse_standing(root, files, "BSC604")
    written = add_files(root, files)
    return Imported(tuple(_told(written, root, draft)), draft.remarks)


def _cells(order: Order, content: bytes, file: Path) -> Imported:
    """What a workbook or a text file of cells holds: a filled template, or the table of a scorecard."""
    grids = workbook_grids(content, file.name) if content.startswith(_ZIP) else [text_grid(content, file.name)]
    if any(is_template(each) for each in grids):
        return Imported(entered(order, examine(order), grids, file.name), ())
    draft = read_tables([each for each in grids if not each.hidden], file.name, _period_of, _taken(order.root))
    if draft is not None:
        return _written(order.root, draft)
    words = "no sheet has a row of headings with the measures and their periods, nor one with kpi, period and value"
    raise InputError((problem("BSC603", Place(file.name), words),))


def _period_of(heading: str) -> Period | None:
    """The period that a heading spells, read as the headings of data files are."""
    try:
        return PeriodReader().read(heading)
    except PeriodSpellingError:
        return None


def _content(file: Path) -> bytes:
    size = file.stat().st_size
    if size > LARGEST:
        words = f"the file has {size:,} bytes; {LARGEST:,} are the most that is read"
        raise InputError((problem("BSC602", Place(file.name), words),))
    return file.read_bytes()


def _plan(content: bytes, name: str, root: Path) -> Draft:
    begins = content.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")[:1]
    if begins == b"<" or not begins or name.lower().endswith(".xml"):
        return read_plan(content, name, _taken(root))
    words = "this is neither StratML (.xml) nor a workbook (.xlsx) nor a filled template (.csv)"
    raise InputError((problem("BSC603", Place(name), words),))


def _repository(root: Path, folder: RepositoryFolder) -> Draft:
    if not looks_like_one(folder.files):
        words = "the folder is no data repository of Open SDG: meta/ and data/ hold no files such as 1-2-1"
        raise InputError((problem("BSC603", Place(folder.name), words),))
    return read_repository(folder, _taken(root))


def _taken(root: Path) -> dict[str, Collection[str]]:
    """The ids of the project that no new element may have, by kind."""
    if not (root / FOLDER).is_dir():
        return {}
    loaded = load_project(root)
    if loaded.readable is None:
        return {}
    cards = loaded.readable.scorecards
    return {
        "scorecard": [each.id for each in cards],
        "kpi": [*loaded.readable.kpis, *loaded.facts.broken],
        "person": list(loaded.readable.people),
    }


def _told(written: Collection[Path], root: Path, draft: Draft) -> list[str]:
    lines = [say("wrote {file}", file=each.relative_to(root).as_posix()) for each in written]
    if draft.remarks:
        lines.append(
            say_count(
                "{count} place of the file is not in them as it stands there; it is told above",
                "{count} places of the file are not in them as they stand there; they are told above",
                len(draft.remarks),
            )
        )
    return [*lines, say("Next: bsc-site check, and what it finds to be written")]
