"""Repository reading: a data repository of Open SDG as the draft of a scorecard."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import field
from typing import Any

from bsc_site.exchange.draft.names_as_ids import id_text
from bsc_site.exchange.draft.not_carried import listed
from bsc_site.exchange.draft.project_files import Draft, card_files
from bsc_site.exchange.open_sdg.goals_and_targets import GoalsAndTargets
from bsc_site.exchange.open_sdg.indicator_kpis import IndicatorKpis, data_file, identity_of
from bsc_site.exchange.open_sdg.indicator_table import VALUE, YEAR, IndicatorTable, IndicatorTableError, read_table
from bsc_site.exchange.open_sdg.repository import IndicatorRecord, Repository, sorted_repository
from bsc_site.exchange.open_sdg.repository_remarks import RepositoryRemarks
from bsc_site.exchange.open_sdg.source_people import SourcePeople
from bsc_site.model.failure import InputError, WrongUse
from bsc_site.model.problem import Place
from bsc_site.model.rules import problem
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import open_sdg_sentences as told
from bsc_site.model.value_class import dataclass

_TITLE = "Sustainable Development Goals"
_STATUSES = (
    {"name": "Target achieved", "from": 100, "pace": "achieved"},
    {"name": "On track", "from": "target", "pace": 0.95},
    {"name": "Progress made but acceleration needed", "from": "red flag", "pace": 0.6},
    {"name": "Limited progress", "from": 16.67, "pace": 0},
    {"name": "Deterioration"},
)
"""The statuses of Open SDG with the share of the growth needed from which on each holds."""


@dataclass(frozen=True, slots=True)
class RepositoryFolder:
    """A folder with a data repository: its name, its files by path below it, and what is wanted of them."""

    name: str
    files: Mapping[str, bytes]
    disaggregations: bool = False


def read_repository(folder: RepositoryFolder, taken: Mapping[str, Collection[str]]) -> Draft:
    """The scorecard that a repository describes, with a remark for all that has no place in it.

    `taken` are ids that the project has by kind: scorecard, kpi, person. Raises InputError for a folder without any
    indicator that has figures, WrongUse where the project has its scorecard already.
    """
    remarks = RepositoryRemarks()
    repository = sorted_repository(folder.files, remarks)
    reading = _RepositoryReading(repository, folder, remarks)
    reading.kpis.ids.reserve(taken.get("kpi", ()))
    reading.people.ids.reserve(taken.get("person", ()))
    title = _title(repository)
    card = id_text(title, "scorecard")
    _refuse_taken(card, taken, folder.name)
    reading.all(card)
    if not reading.declared:
        words = "the folder holds no indicator with figures: there is metadata and data below meta/ and data/ in one"
        raise InputError((problem("BSC603", Place(folder.name), words), *remarks.each))
    return reading.draft(card, title)


@dataclass(slots=True)
class _RepositoryReading:
    """What is known while a repository is read."""

    repository: Repository
    folder: RepositoryFolder
    remarks: RepositoryRemarks
    people: SourcePeople = field(init=False)
    kpis: IndicatorKpis = field(init=False)
    goals: GoalsAndTargets = field(init=False)
    declared: list[dict[str, Any]] = field(default_factory=list)
    data: dict[str, bytes] = field(default_factory=dict)
    left: dict[str, list[str]] = field(default_factory=dict)
    """Indicators that are left out, by why."""

    def __post_init__(self) -> None:
        phrases = self.repository.phrases
        self.people, self.goals = SourcePeople(phrases), GoalsAndTargets(phrases)
        self.kpis = IndicatorKpis(phrases, self.people, self.remarks, self.folder.disaggregations)

    def all(self, card: str) -> None:
        """Every indicator in the order of the numbers."""
        for name, record in self.repository.records.items():
            status = record.take("reporting_status")
            path = self.repository.data.get(name)
            if status is not None and status.line.casefold().replace(" ", "") == "notapplicable":
                self.left.setdefault("not applicable", []).append(name)
            elif path is None:
                self.left.setdefault("no data", []).append(name)
            elif (table := self._table(path)) is not None:
                self._indicator(record, table, f"data/{card}/{data_file(identity_of(record))}")
        self._tell_what_is_left()

    def draft(self, card: str, title: str) -> Draft:
        """The files of the scorecard."""
        source = {"file": f"data/{card}/{data_file('{id}')}", "period": YEAR, "value": VALUE, "decimal": "."}
        whole: dict[str, Any] = {"id": card, "title": title, "statuses": _STATUSES}
        whole["defaults"] = {"frequency": "yearly", "source": source}
        whole |= {"perspectives": self.goals.perspectives, "kpis": self.declared, "people": self.people.each}
        told_in_order = tuple(sorted(self.remarks.each, key=lambda each: each.sort_key))
        return Draft(card, card_files(whole) | self.data, told_in_order)

    def _indicator(self, record: IndicatorRecord, table: IndicatorTable, file: str) -> None:
        made = self.kpis.of(record, table, file)
        if not made:
            return
        if not record.values:
            self.remarks.add("BSC614", Place(table.file), said(told.NO_META, id=record.name))
        self._tell_manual_status(record)
        self.declared += made
        self.goals.add(record, [str(each["id"]) for each in made])
        self.data[file] = self.folder.files[table.file]

    def _table(self, path: str) -> IndicatorTable | None:
        try:
            return read_table(self.folder.files[path], path, self.repository.roles)
        except IndicatorTableError as error:
            self.remarks.add("BSC614", error.place, said(told.UNREADABLE, why=str(error)))
            return None

    def _tell_manual_status(self, record: IndicatorRecord) -> None:
        computed, status = record.values.get("auto_progress_calculation"), record.take("progress_status")
        if status is not None and not (computed and computed.is_true) and status.line != "not_available":
            self.remarks.add("BSC613", status.place, said(told.MANUAL_STATUS, status=status.line))

    def _tell_what_is_left(self) -> None:
        for why, form in (("no data", told.NO_DATA), ("not applicable", told.NOT_APPLICABLE)):
            names = self.left.get(why, [])
            if names:
                place = self.repository.records[names[0]].place
                words = said(form, count=len(names), ids=listed([each.replace("-", ".") for each in names]))
                self.remarks.add("BSC613", place, words)
        self.remarks.about_phrases(self.repository.phrases.missing)
        kept = {name: self._unused(name) for name in self.repository.records if name not in self._all_left()}
        self.remarks.about_the_rest(kept)

    def _all_left(self) -> set[str]:
        return {name for names in self.left.values() for name in names}

    def _unused(self, name: str) -> Iterator[Any]:
        return self.repository.records[name].unused


def _title(repository: Repository) -> str:
    """The title of the scorecard, with the country that most indicators are about."""
    named = (record.values.get("national_geographical_coverage") for record in repository.records.values())
    texts = Counter(text for each in named if each is not None and (text := repository.phrases.said(each)))
    common = texts.most_common(1)
    for record in repository.records.values():
        record.take("national_geographical_coverage")
    return f"{_TITLE}: {common[0][0]}" if common else _TITLE


def _refuse_taken(card: str, taken: Mapping[str, Collection[str]], file: str) -> None:
    if card.casefold() in {each.casefold() for each in taken.get("scorecard", ())}:
        words = f"the project has a scorecard '{card}' already; import into another folder"
        raise WrongUse((problem("BSC604", Place(file), words),))
