"""Suggesting: a data file that nobody has described yet becomes KPIs with their sources, and questions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

from bsc_site.exchange.draft.names_as_ids import IdBook
from bsc_site.interchange.suggestion.deciding import Deciding, named_kpis
from bsc_site.interchange.suggestion.suggested import SuggestedTable, Suggestion
from bsc_site.interchange.suggestion.trial_reading import TrialGround, trial_ground
from bsc_site.load.joining.yaml_files import FOLDER
from bsc_site.load.proposals.layout_shape import opening_keys
from bsc_site.load.proposals.openings import MOST_TABLES, OpenedTable, opened_tables
from bsc_site.load.proposals.proposed import Choice, Keys, OpenQuestion, Proposal, ProposedKpi
from bsc_site.load.proposals.table_shape import proposal_for
from bsc_site.load.scorecards.project_folder import load_project
from bsc_site.load.tables.cells import TableError
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.failure import InputError
from bsc_site.model.problem import Place, Severity
from bsc_site.model.rules import problem
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import suggestion_sentences as told
from bsc_site.publish.file_failures import file_failures
from bsc_site.wording.problems.finding_text import said_again
from bsc_site.wording.problems.problem_lines import told_in_order

_SETTLED = {"BSC318", "BSC319", "BSC341"}
"""What is only told because a proposal is no project yet, or is told as another table."""
_GIVEN = ("unit", "frequency", "aggregate", "cumulative", "fiscal_year_starts")
_CHOICES = 12


def suggested(root: Path, file: Path, kpi: str | None) -> Suggestion:
    """The KPIs that a file may hold, or the source for the KPI that is named; `root` is the project's folder.

    Raises InputError for a file of which no table can be read.
    """
    inside = file.resolve().is_relative_to(root.resolve())
    named = file.resolve().relative_to(root.resolve()).as_posix() if inside else f"data/{file.name}"
    declared = _declared(root, kpi)
    with file_failures(root), trial_ground(root, file, named) as ground:
        try:
            opened = opened_tables(ground.root, named)
        except TableError as error:
            raise InputError((problem(error.code, Place(named, error.line, error.column), error.message),)) from None
        desk = _Desk(ground, _taken(root), kpi, declared)
        tables = tuple(desk.table(each) for each in opened)
    remarks = (said_again(said(told.MORE_TABLES, count=MOST_TABLES)),) if len(tables) == MOST_TABLES else ()
    if remarks:
        tables = (*tables[:-1], replace(tables[-1], remarks=(*tables[-1].remarks, *remarks)))
    return Suggestion(named, tables, inside, declared.id if declared else "")


class _Desk:
    """What all tables of a file share: the ids that are taken, and the KPI that is asked for."""

    def __init__(self, ground: TrialGround, taken: Sequence[str], kpi: str | None, declared: Kpi | None) -> None:
        self.ground, self.kpi, self.declared = ground, kpi, declared
        self.ids = IdBook("kpi").reserve(taken)

    def table(self, opened: OpenedTable) -> SuggestedTable:
        """What is suggested for one table."""
        proposal = _with_names(proposal_for(opened), self.ground.file)
        if self.kpi and not proposal.tidy:
            proposal = _one_kpi(proposal, self.kpi, self.declared)
        if not proposal.tidy:
            proposal = replace(proposal, kpis=tuple(_opened_by(each, opened) for each in proposal.kpis))
        ids = [self._id(each.name, tidy=proposal.tidy) for each in proposal.kpis]
        given = _given(self.declared)
        deciding = Deciding(self.ground, given, named_kpis(ids, proposal.kpis), list(proposal.questions), proposal.tidy)
        trial = deciding.decide()
        left = [each for each in told_in_order(trial.problems, strict=False) if each.code not in _SETTLED]
        wrong = tuple(each for each in left if each.severity is not Severity.NOTE)
        notes = [str(each) for each in left if each.severity is Severity.NOTE]
        return SuggestedTable(
            opened.table.header_line,
            max((look.rows for look in opened.looks), default=0),
            len(opened.table.headings),
            str(opened.keys.get("sheet", "")),
            deciding.suggested(trial),
            deciding.questions(),
            (*map(said_again, proposal.remarks), *notes),
            wrong,
            proposal.tidy,
        )

    def _id(self, name: str, *, tidy: bool) -> str:
        if tidy:
            return name
        return self.kpi or self.ids.id_of(name)


def _opened_by(kpi: ProposedKpi, opened: OpenedTable) -> ProposedKpi:
    return replace(kpi, source={**opening_keys(opened), **kpi.source})


def _with_names(proposal: Proposal, file: str) -> Proposal:
    """The proposal with a name for each KPI, that of the file where its column does not give one."""
    stem = PurePosixPath(file).stem
    return (
        replace(proposal, kpis=tuple(replace(each, name=_readable(each.name or stem)) for each in proposal.kpis))
        if not proposal.tidy
        else proposal
    )


def _readable(name: str) -> str:
    """The name of a column as readers see it: `net_growth` as `Net growth`."""
    text = re.sub(r"[_\s]+", " ", name).strip()
    return text[:1].upper() + text[1:] if text.split(" ", 1)[0].strip(",").islower() else text


def _one_kpi(proposal: Proposal, wanted: str, declared: Kpi | None) -> Proposal:
    """The same for one KPI alone: the one that is called so, otherwise whichever the user takes."""
    names = {wanted.casefold(), declared.name.casefold() if declared else ""}
    called = [
        each for each in proposal.kpis if names & {each.name.casefold(), str(each.source.get("value")).casefold()}
    ]
    name = declared.name if declared else wanted
    if len(called) == 1 or len(proposal.kpis) == 1:
        kpi = (called or list(proposal.kpis))[0]
        return replace(proposal, kpis=(replace(kpi, name=name),))
    some = proposal.kpis[:_CHOICES]
    source, keys = _shared([each.source for each in some]), _shared([each.keys for each in some])
    choices = tuple(Choice(_without(each.keys, keys), _without(each.source, source)) for each in some)
    question = OpenQuestion(said(told.WHICH_COLUMN), choices)
    return replace(proposal, kpis=(ProposedKpi(name, source, keys),), questions=(*proposal.questions, question))


def _shared(keys: Sequence[Keys]) -> Keys:
    """The keys that all of them have with the same value."""
    return {key: value for key, value in keys[0].items() if all(each.get(key) == value for each in keys)}


def _without(keys: Keys, shared: Keys) -> Keys:
    return {key: value for key, value in keys.items() if key not in shared}


def _declared(root: Path, kpi: str | None) -> Kpi | None:
    readable = load_project(root).readable if kpi and (root / FOLDER).is_dir() else None
    return readable.kpis.get(kpi) if readable and kpi else None


def _given(declared: Kpi | None) -> dict[str, Any]:
    """What the project says of the KPI that is asked for, as far as it changes what is read."""
    if declared is None:
        return {}
    given = {key: getattr(declared, key) for key in _GIVEN if key in declared.model_fields_set}
    return {"frequency": declared.frequency, **given}


def _taken(root: Path) -> list[str]:
    readable = load_project(root).readable if (root / FOLDER).is_dir() else None
    return list(readable.kpis) if readable else []
