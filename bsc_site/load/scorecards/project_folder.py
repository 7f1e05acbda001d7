"""The project's folder: every scorecard of a folder, read and checked in one go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from pathlib import Path
from typing import Any

from bsc_site.load.folder_facts import WHOLE, FolderFacts
from bsc_site.load.joining.kept_apart import kept_apart
from bsc_site.load.joining.table_texts import TableTexts
from bsc_site.load.joining.taken_defaults import with_defaults
from bsc_site.load.joining.taken_layouts import with_layouts
from bsc_site.load.joining.told_once import told_once
from bsc_site.load.joining.yaml_files import JoinedCard, join_scorecards, scorecard_files
from bsc_site.load.languages.chosen_texts import choose_texts
from bsc_site.load.languages.language_checks import language_problems
from bsc_site.load.languages.site_languages import chosen_language, declared_languages, languages_of_texts
from bsc_site.load.scorecards.declaration_checks import value_problems
from bsc_site.load.scorecards.default_checks import default_problems
from bsc_site.load.scorecards.element_places import Marks, marks_of
from bsc_site.load.scorecards.identities import card_id, known_ids
from bsc_site.load.scorecards.perspectives import join_perspectives
from bsc_site.load.scorecards.references import parent_problems, reference_problems
from bsc_site.load.scorecards.rollup_checks import rollup_problems
from bsc_site.load.scorecards.validation import Sheet, validate
from bsc_site.model.declared.project import Project
from bsc_site.model.problem import Finding, Problem, Severity
from bsc_site.model.rules.formulas import ABOUT_MISSING_KPIS
from bsc_site.model.translated.missing import Translations
from bsc_site.model.value_class import dataclass

_NONE = Translations()
_INHERITED = (
    "fiscal_year_starts", "periods", "currency", "due", "status_names", "statuses", "audiences", "partial_rollups",
)  # fmt: skip


@dataclass(frozen=True)
class LoadedProject:
    """What a project folder holds: the project, the places of its elements, and everything that is wrong.

    `project` is None when there is an error; `readable` then holds what could be read all the same, good for finding
    further problems but not for publishing (None when there is no scorecard at all).
    """

    project: Project | None
    marks: Marks
    problems: tuple[Problem, ...]
    readable: Project | None = None
    facts: FolderFacts = WHOLE
    """What this tells about the data files."""
    language: str = ""
    """The language of its texts, where there was a choice."""
    translations: Translations = _NONE
    """How far they are translated."""
    written_in: Mapping[str, str] = field(default_factory=dict)
    """Each of them to the code of the language in which it is; empty where nobody says."""

    def placed(self, findings: Iterable[Finding]) -> tuple[Problem, ...]:
        """The findings that are not silenced, as problems; none about missing KPIs while any is broken or unknown."""
        unknown = self.facts.broken or self.facts.torn
        return self.marks.placed(each for each in findings if not (unknown and each.code in ABOUT_MISSING_KPIS))


def load_project(root: Path, language: str = "") -> LoadedProject:
    """Everything under `scorecard/` of the folder `root`, with all problems sorted by file and line; raises nothing.

    Texts in several languages are those of `language`; where none is named, those of the site.
    """
    files, problems = scorecard_files(root)
    texts = TableTexts(root)
    spoken = _InOneLanguage(language)
    cards: list[JoinedCard] = []
    if files:
        cards, homeless = join_scorecards(files)
        problems += homeless
        spoken = _in_one_language(cards, root, language)
        problems += spoken.problems
        cards, torn = join_perspectives(spoken.cards, frozenset().union(*(file.mentioned for file in files)))
        problems += torn
        cards = _completed(cards, texts, problems)
    sheets: list[Sheet] = []
    for card in _parents_first(cards):
        above = _inherited(card, sheets)
        sheet, found = validate(card, above)
        problems += [*default_problems(card, above), *found]
        sheets += [sheet] if sheet is not None else []
    known, clashes = known_ids(cards, files)
    problems += clashes
    problems += parent_problems(sheets, known)
    problems += reference_problems(sheets, known)
    problems += value_problems(sheets)
    problems += rollup_problems(sheets)
    readable = Project(tuple(sheet.card for sheet in sheets)) if sheets else None
    flawed = any(each.severity is Severity.ERROR for each in problems)
    ordered = tuple(sorted(set(told_once(problems)), key=lambda each: each.sort_key))
    broken = frozenset(known.of("kpi")) | known.mentioned
    broken -= frozenset(readable.kpis) if readable else frozenset()
    unread = any(file.root is None and not file.empty for file in files)
    facts = FolderFacts(broken, unread, frozenset(texts.files))
    sound, marks = None if flawed else readable, marks_of(sheets)
    loaded = LoadedProject(sound, marks, ordered, readable, facts, spoken.language)
    return replace(loaded, translations=spoken.translations, written_in=spoken.written_in)


@dataclass(frozen=True)
class _InOneLanguage:
    """Scorecards whose texts are chosen, and what is wrong with their languages."""

    language: str
    cards: list[JoinedCard] = field(default_factory=list)
    problems: tuple[Problem, ...] = ()
    translations: Translations = _NONE
    written_in: Mapping[str, str] = field(default_factory=dict)


def _in_one_language(cards: list[JoinedCard], root: Path, language: str) -> _InOneLanguage:
    declared = declared_languages(card.value for card in cards)
    offered = languages_of_texts(declared, root)
    language = language or chosen_language(declared, root)
    chosen = choose_texts(cards, language, offered)
    problems = (*language_problems(cards, declared), *chosen.problems)
    return _InOneLanguage(language, list(chosen.cards), problems, chosen.translations, chosen.written_in)


def _completed(cards: Iterable[JoinedCard], texts: TableTexts, problems: list[Problem]) -> list[JoinedCard]:
    """The scorecards with what their KPIs have by defaults, by layouts of exports and by tables of texts."""
    taken = [with_defaults(card) for card in cards]
    problems += [each for _, found in taken for each in found]
    put = [texts.put_in(with_layouts(kept_apart(card, problems))) for card, _ in taken]
    problems += [each for _, found in put for each in found]
    return [card for card, _ in put]


def _parents_first(cards: Iterable[JoinedCard]) -> list[JoinedCard]:
    """Parents before their children, otherwise in the order of the files; a circle of parents stays at the end."""
    waiting = list(cards)
    names = {card_id(card) for card in waiting}
    placed: set[str] = set()
    ordered: list[JoinedCard] = []
    while waiting:
        ready = [card for card in waiting if _parent(card) not in names - placed]
        ready = ready or waiting
        ordered += ready
        placed |= {card_id(card) for card in ready}
        waiting = [card for card in waiting if not any(card is each for each in ready)]
    return ordered


def _parent(card: JoinedCard) -> str:
    return str(card.value.get("parent"))


def _inherited(card: JoinedCard, sheets: Iterable[Sheet]) -> Mapping[str, Any]:
    """What the scorecards above say for the whole organisation, as it stands in their files."""
    for sheet in sheets:
        if sheet.card.id == _parent(card):
            return {key: value for key, value in sheet.settings.items() if key in _INHERITED and sheet.sound((key,))}
    return {}
