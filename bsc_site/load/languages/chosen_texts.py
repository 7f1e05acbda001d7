"""Chosen texts: of texts in several languages those of the language of one site, as if nothing else stood there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from typing import Any

from bsc_site.load.joining.kept_apart import is_kept
from bsc_site.load.joining.yaml_files import JoinedCard
from bsc_site.load.languages.text_places import TextPlaces, text_places
from bsc_site.load.languages.untranslated import Ledger
from bsc_site.load.settings.offered_languages import base, known
from bsc_site.load.suggestions import did_you_mean
from bsc_site.load.yaml.marked_file import KeyPath
from bsc_site.model.declared.table_text import TEXTS
from bsc_site.model.problem import Problem
from bsc_site.model.rules.translating import text_languages as told
from bsc_site.model.saying.said import said
from bsc_site.model.translated.missing import Translations
from bsc_site.model.translated.prose import InLanguages
from bsc_site.model.value_class import dataclass

_NONE = Translations()
_COLUMN = "column"
_IN_A_TABLE = frozenset({"file", _COLUMN, "where"})
"""The keys by which a text that stands in a table is known from one in several languages."""


@dataclass(frozen=True)
class ChosenTexts:
    """Scorecards with plain texts, and what is wrong with those in several languages."""

    cards: tuple[JoinedCard, ...]
    problems: tuple[Problem, ...]
    translations: Translations = _NONE
    written_in: Mapping[str, str] = field(default_factory=dict)
    """Each text that was taken to the code of the language in which it is; empty where nobody says."""


def choose_texts(cards: Iterable[JoinedCard], language: str, offered: Sequence[str]) -> ChosenTexts:
    """The texts in `language` of a site in the languages `offered`; none are offered where nobody names any.

    Where one is missing the text stands in of its language without a region, then of the first language offered, then
    the one that was given first. A text without a language is in the first one.
    """
    cards = tuple(cards)
    choosing = _Choosing(language, tuple(offered), Ledger(tuple(offered)))
    choosing.learn_statuses(cards)
    chosen = tuple(choosing.card(each) for each in cards)
    ledger = choosing.ledger
    problems = (*choosing.problems, *ledger.problems())
    return ChosenTexts(chosen, problems, ledger.translations(), choosing.written_in)


@dataclass
class _Choosing:
    """What becomes known while texts are chosen."""

    language: str
    offered: tuple[str, ...]
    ledger: Ledger
    problems: list[Problem] = field(default_factory=list)
    statuses: dict[str, str] = field(default_factory=dict)
    """The name of an own status in any language, to the one that is shown."""
    written_in: dict[str, str] = field(default_factory=dict)

    def learn_statuses(self, cards: Iterable[JoinedCard]) -> None:
        """Learn by which names the organisation's own statuses may be meant."""
        for card in cards:
            declared = card.value.get("statuses")
            for status in declared if isinstance(declared, list) else ():
                name = status.get("name") if isinstance(status, dict) else None
                texts = _sound(name) if isinstance(name, dict) else {}
                self.statuses |= {each.casefold(): texts[self._wanted(texts)] for each in texts.values()}

    def card(self, card: JoinedCard) -> JoinedCard:
        """The scorecard with plain texts."""
        value = self._mapping(card, (), card.value, text_places())
        return card if value is card.value else replace(card, value=value)

    def _mapping(self, card: JoinedCard, path: KeyPath, value: dict[str, Any], places: TextPlaces) -> dict[str, Any]:
        changed: dict[str, Any] = {}
        for key, each in value.items():
            mark, below = places.texts.get(key), places.parts.get(key)
            if mark is not None:
                new = self._text(card, (*path, key), each, mark)
            elif below is not None:
                new = self._part(card, (*path, key), each, below)
            elif key == "status" and places.names_a_status and isinstance(each, str):
                new = self.statuses.get(each.casefold(), each)
            else:
                continue
            if new is not each:
                changed[key] = new
        return {**value, **changed} if changed else value

    def _part(self, card: JoinedCard, path: KeyPath, value: Any, places: TextPlaces) -> Any:
        if is_kept(value):
            return {**value, "value": self._part(card, (*path, "value"), value["value"], places)}
        if isinstance(value, dict):
            return self._mapping(card, path, value, places)
        if not isinstance(value, list):
            return value
        parts = [self._part(card, (*path, index), each, places) for index, each in enumerate(value)]
        return parts if any(new is not old for new, old in zip(parts, value, strict=True)) else value

    def _text(self, card: JoinedCard, path: KeyPath, value: Any, mark: InLanguages) -> Any:
        if isinstance(value, str):
            self._plain(card, path, value, mark)
        elif isinstance(value, list):
            texts = [self._text(card, (*path, index), each, mark) for index, each in enumerate(value)]
            return texts if any(new is not old for new, old in zip(texts, value, strict=True)) else value
        elif is_kept(value):
            return {**value, "value": self._text(card, (*path, "value"), value["value"], mark)}
        elif isinstance(value, dict) and _in_a_table(path, value):
            return self._looked_up(card, path, value, mark)
        elif isinstance(value, dict):
            return self._of_several(card, path, value, mark)
        return value

    def _looked_up(self, card: JoinedCard, path: KeyPath, value: dict[str, Any], mark: InLanguages) -> dict[str, Any]:
        """Where the text stands in a table, which may have a column for each language."""
        column = value.get(_COLUMN)
        chosen = self._of_several(card, (*path, _COLUMN), column, mark) if isinstance(column, dict) else column
        return value if chosen is column else {**value, _COLUMN: chosen}

    def _plain(self, card: JoinedCard, path: KeyPath, text: str, mark: InLanguages) -> None:
        """A text without a language is in the first one; names need no other."""
        self._take(text, next(iter(self.offered), "") if mark.translated else "")
        if len(self.offered) > 1 and mark.translated and text:
            self.ledger.note(card.origin(path), self.offered[:1], text)

    def _of_several(self, card: JoinedCard, path: KeyPath, value: dict[str, Any], mark: InLanguages) -> str:
        texts = _sound(value)
        slips = tuple(self._slips(card, path, value))
        self.problems += slips
        if not texts:
            self.problems += [] if slips else [card.problem("BSC030", path, said(told.NOTHING_GIVEN))]
            return ""
        wanted = self._wanted(texts)
        if mark.translated:
            self.ledger.note(card.origin(path), tuple(texts), texts[wanted])
        first = self.offered[0] if self.offered else self.language
        if not slips and not {first, base(first)} & texts.keys():
            self.problems.append(card.problem("BSC181", path, said(told.NOT_IN_THE_FIRST, code=first, given=wanted)))
        self._take(texts[wanted], wanted)
        return texts[wanted]

    def _take(self, text: str, code: str) -> None:
        """Note in which language a text is; that of the site, where it stands in several that have it among them."""
        if text not in self.written_in or base(code) == base(self.language):
            self.written_in[text] = code

    def _wanted(self, texts: Mapping[str, str]) -> str:
        ways = (self.language, base(self.language), *self.offered[:1], *map(base, self.offered[:1]))
        return next((each for each in ways if each in texts), next(iter(texts)))

    def _slips(self, card: JoinedCard, path: KeyPath, value: Mapping[str, Any]) -> Iterator[Problem]:
        for code, text in value.items():
            if not known(code):
                hint = did_you_mean(code, self.offered or (self.language,))
                yield card.problem("BSC029", (*path, code), said(told.NO_CODE, code=code, hint=hint))
            elif text is None or text == "":
                yield card.problem("BSC030", (*path, code), said(told.EMPTY, code=code))
            elif not isinstance(text, str):
                yield card.problem("BSC006", (*path, code), said(told.NO_TEXT))


def _sound(value: Mapping[str, Any]) -> dict[str, str]:
    """The texts by their languages, without those that cannot be read."""
    return {code: text for code, text in value.items() if known(code) and isinstance(text, str) and text}


def _in_a_table(path: KeyPath, value: Mapping[str, Any]) -> bool:
    """Whether a text of a KPI stands in a table: then it is looked up there."""
    of_a_kpi = path[0] in {"kpis", "defaults"} and path[-1] in TEXTS
    return of_a_kpi and not _IN_A_TABLE.isdisjoint(value)
