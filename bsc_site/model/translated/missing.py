"""Missing translations: the texts of a project that some of its languages lack, each with its place."""

from __future__ import annotations

from bsc_site.model.problem import Place
from bsc_site.model.value_class import dataclass


@dataclass(frozen=True, slots=True)
class Untranslated:
    """A text that some languages lack.

    `element` is the id of what it belongs to, `key` the path of keys from there (`milestones[0].name`), `text` what
    stands there instead, `languages` the codes of those in which it is missing.
    """

    place: Place
    element: str
    key: str
    text: str
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Translations:
    """How far the texts of a project are translated: its languages, the number of its texts, those that lack some."""

    languages: tuple[str, ...] = ()
    total: int = 0
    missing: tuple[Untranslated, ...] = ()

    def lacking(self, language: str) -> int:
        """How many texts are missing in the language."""
        return sum(language in each.languages for each in self.missing)
