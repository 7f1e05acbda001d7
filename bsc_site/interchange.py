"""The ways in and out: other formats become the files of a project, and a project becomes files of other formats."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from bsc_site.compute.audience import audiences_of
from bsc_site.exchange.draft.project_files import Draft
from bsc_site.exchange.stratml.plan_reading import read_plan
from bsc_site.exchange.stratml.plan_writing import write_plan
from bsc_site.exchange.stratml.xml_tree import LARGEST
from bsc_site.load.scorecards.project_folder import load_project
from bsc_site.load.scorecards.yaml_files import FOLDER
from bsc_site.model.declared.project import Project
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.failure import InputError, WrongUse
from bsc_site.model.problem import Place, Problem
from bsc_site.model.rules import problem
from bsc_site.outcomes import Order
from bsc_site.pipeline import examine
from bsc_site.publish.disk.new_files import add_files, refuse_standing, write_files
from bsc_site.publish.file_failures import file_failures
from bsc_site.wording.audience_text import left_out_of_file
from bsc_site.wording.language import say, say_count

_ENDINGS = {"stratml": ".stratml.xml"}


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import came to: sentences about what was written, and what of the file has no place in a scorecard."""

    lines: tuple[str, ...]
    remarks: tuple[Problem, ...]


def imported(root: Path, file: Path) -> Imported:
    """The scorecard that a file of another format holds, written as files of the project in `root`.

    Raises InputError for a file that cannot be read, WrongUse where a file stands in the way, MachineError when the
    disk refuses; nothing is written then.
    """
    with file_failures(root):
        draft = _draft(_content(file), file.name, _taken(root))
        refuse_standing(root, draft.files, "BSC604")
        written = add_files(root, draft.files)
    return Imported(tuple(_told(written, root, draft)), draft.remarks)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be written: in which format, about which scorecard (the one at the top without a name), where."""

    form: str
    scorecard: str | None = None
    out: Path | None = None


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export came to: problems and remarks, and sentences about the file; none where nothing was written."""

    lines: tuple[str, ...]
    problems: tuple[Problem, ...]


def exported(order: Order, wanted: Wanted) -> Exported:
    """The project as a file of another format, for the readers of the order; nothing when an error forbids it.

    Raises UnknownAudienceError, WrongUse for a scorecard that does not exist, MachineError when the disk refuses.
    """
    examination = examine(order)
    if examination.assessment is None or examination.refused:
        return Exported((), examination.problems)
    project = examination.assessment.project
    card = _card(project, wanted.scorecard)
    out = wanted.out or order.root / "build" / f"{card.id}{_ENDINGS[wanted.form]}"
    plan = write_plan(examination.assessment, examination.series, card, out.name)
    with file_failures(order.root):
        write_files(out.parent, {out.name: plan.content})
    lines = (say("wrote {file}", file=out), *left_out_of_file(examination.apart, audiences_of(project)))
    return Exported(lines, plan.remarks)


def _card(project: Project, name: str | None) -> Scorecard:
    found = next((each for each in project.scorecards if name in (None, each.id)), None)
    if found is None:
        words = f"there is no scorecard '{name}'; there are: {', '.join(each.id for each in project.scorecards)}"
        raise WrongUse((problem("BSC606", Place(FOLDER), words),))
    return found


def _content(file: Path) -> bytes:
    size = file.stat().st_size
    if size > LARGEST:
        words = f"the file has {size:,} bytes; {LARGEST:,} are the most that is read"
        raise InputError((problem("BSC602", Place(file.name), words),))
    return file.read_bytes()


def _draft(content: bytes, name: str, taken: Mapping[str, Collection[str]]) -> Draft:
    begins = content.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")[:1]
    if begins == b"<" or not begins or name.lower().endswith(".xml"):
        return read_plan(content, name, taken)
    words = "this is no XML; StratML (.xml) is what can be imported"
    raise InputError((problem("BSC603", Place(name), words),))


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
        "kpi": [*loaded.readable.kpis, *loaded.broken],
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
