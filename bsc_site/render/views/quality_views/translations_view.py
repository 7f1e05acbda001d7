"""How far the texts of a project are translated: how many each language lacks, which they are and where they stand."""

from __future__ import annotations

from bsc_site.model.translated.missing import Translations, Untranslated
from bsc_site.model.value_class import dataclass
from bsc_site.wording.figures import number_text
from bsc_site.wording.language import enumeration, language_name, say, say_count

MOST_SHOWN = 200
"""Rows; whoever has more of them has to translate these first."""


@dataclass(frozen=True, slots=True)
class UntranslatedRow:
    """A text that some languages lack: what stands there, to what it belongs, the languages, file and line."""

    text: str
    element: str
    key: str
    languages: str
    where: str


@dataclass(frozen=True, slots=True)
class TranslationsView:
    """What is missing, in a sentence and in rows; no sentence where texts are in one language alone."""

    conclusion: str
    rows: tuple[UntranslatedRow, ...]
    more: str


NO_LANGUAGES = TranslationsView("", (), "")


def translations_view(found: Translations) -> TranslationsView:
    """The list of what is missing."""
    if not found.languages:
        return NO_LANGUAGES
    rest = len(found.missing) - MOST_SHOWN
    more = say_count("and {count} more text", "and {count} more texts", rest) if rest > 0 else ""
    return TranslationsView(_conclusion(found), tuple(map(_row, found.missing[:MOST_SHOWN])), more)


def _conclusion(found: Translations) -> str:
    lacking = {code: found.lacking(code) for code in found.languages}
    if not any(lacking.values()):
        names = enumeration(map(language_name, found.languages))
        return say("Every text is there in every language of the project: {languages}.", languages=names)
    total = number_text(found.total, 0)
    each = (
        say_count(
            "{language} lacks {count} of {total}",
            "{language} lacks {count} of {total}",
            count,
            language=language_name(code),
            total=total,
        )
        for code, count in lacking.items()
        if count
    )
    told = enumeration(each)
    return say("Of the texts of the scorecards {lacking}; another language stands in for each.", lacking=told)


def _row(found: Untranslated) -> UntranslatedRow:
    names = enumeration(map(language_name, found.languages))
    line = f":{found.place.line}" if found.place.line else ""
    return UntranslatedRow(found.text, found.element, found.key, names, f"{found.place.file}{line}")
