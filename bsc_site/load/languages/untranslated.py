"""Untranslated: which texts of a scorecard lack one of the languages of the site, counted and with their places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from bsc_site.load.joining.yaml_files import Origin
from bsc_site.load.settings.offered_languages import base
from bsc_site.load.suggestions import key_text
from bsc_site.load.yaml.marked_file import KeyPath, MarkedFile
from bsc_site.model.problem import Problem
from bsc_site.model.rules import problem
from bsc_site.model.rules.translating import text_languages as told
from bsc_site.model.saying.said import said
from bsc_site.model.translated.missing import Translations, Untranslated
from bsc_site.model.value_class import dataclass

_SHOWN = 3


@dataclass
class _FileCount:
    """What was found in one file."""

    file: MarkedFile
    total: int = 0
    missing: dict[str, list[KeyPath]] = field(default_factory=dict)
    """Language to the places of the texts that lack it."""
    unread: dict[str, list[KeyPath]] = field(default_factory=dict)
    """Language in which there is no site to the places of texts in it."""


@dataclass
class Ledger:
    """Every text that is to be translated, into the languages of the site."""

    languages: tuple[str, ...]
    _files: dict[str, _FileCount] = field(default_factory=dict)
    _lacking: list[tuple[Origin, tuple[str, ...], str]] = field(default_factory=list)

    def note(self, origin: Origin, given: tuple[str, ...], shown: str) -> None:
        """Note a text that is given in some languages, and the one of them that is `shown`."""
        if not self.languages:
            return
        count = self._files.setdefault(origin.file.file, _FileCount(origin.file))
        count.total += 1
        lacking = [each for each in self.languages if base(each) not in map(base, given)]
        for language in lacking:
            count.missing.setdefault(language, []).append(origin.path)
        if lacking:
            self._lacking.append((origin, tuple(lacking), shown))
        for code in given:
            if base(code) not in map(base, self.languages):
                count.unread.setdefault(code, []).append((*origin.path, code))

    def problems(self) -> Iterator[Problem]:
        """One for each file and language in which texts are missing, or which no site has."""
        for count in self._files.values():
            for language, found in count.missing.items():
                shown = [key_text(path) for path in found[:_SHOWN]]
                keys = ", ".join(shown) + (" .." if len(found) > len(shown) else "")
                message = said(told.NOT_TRANSLATED, language=language, count=len(found), total=count.total, keys=keys)
                yield _at(count.file, found[0], "BSC182", message)
            for language, paths in count.unread.items():
                codes = f"[{', '.join((*self.languages, language))}]"
                message = said(told.NO_SITE, count=len(paths), language=language, codes=codes)
                yield _at(count.file, paths[0], "BSC184", message)

    def translations(self) -> Translations:
        """How far all texts are translated; those that lack a language in the order of the files."""
        found = [
            Untranslated(origin.file.place(origin.path), *_element(origin), shown, lacking)
            for origin, lacking, shown in self._lacking
        ]
        found.sort(key=lambda each: (each.place, each.key))
        total = sum(each.total for each in self._files.values())
        return Translations(self.languages if len(self.languages) > 1 else (), total, tuple(found))


def _element(origin: Origin) -> tuple[str, str]:
    """The id of the innermost element to which a text belongs, empty for none, and the path of keys from there."""
    inner: object = origin.file.value
    found, rest = "", origin.path
    for depth, step in enumerate(origin.path):
        if isinstance(inner, dict):
            found, rest = (str(inner["id"]), origin.path[depth:]) if "id" in inner else (found, rest)
            inner = inner.get(step)
        elif isinstance(inner, list) and isinstance(step, int) and step < len(inner):
            inner = inner[step]
    return found, key_text(rest)


def _at(file: MarkedFile, path: KeyPath, code: str, message: str) -> Problem:
    return problem(code, file.place(path), message, key_text(path))
