"""Headings: finds the column that a name means among those of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from bsc_site.load.suggestions import cut_list, did_you_mean, nearest
from bsc_site.load.tables.cells import plain
from bsc_site.model.declared.columns.column_name import (
    by_letter,
    column_letters,
    column_number,
    letters_in,
    letters_of_text,
)
from bsc_site.model.declared.columns.period_name import pattern_in
from bsc_site.model.saying.said import one_of, said
from bsc_site.model.sentences import table_sentences as told
from bsc_site.model.sentences.in_data.file_sentences import NO_COLUMN_CALLED

LISTED = 20
_QUOTES = "\"'“”„‟‘’‚«»"
"""Quotes of any kind around a heading, which a word processor may have turned, are none of it."""


class HeadingError(LookupError):
    """No column has the name (BSC307), or more than one has it (BSC322)."""

    def __init__(self, code: str, message: str) -> None:
        """Keep the rule."""
        super().__init__(message)
        self.code, self.message = code, message


def column_of(headings: Sequence[str], name: str) -> int:
    """The position of the column called `name`: exactly so, otherwise without regard to case and kinds of blanks.

    `{column: G}` is the seventh, and so is `column G` where none is called so. Raises HeadingError with the columns
    there are, nearest first where one is near.
    """
    if letters := letters_in(name):
        return _at_letters(headings, letters)
    wanted = name.strip()
    found = [index for index, heading in enumerate(headings) if heading == wanted] or [
        index for index, heading in enumerate(headings) if seen_as(heading) == seen_as(wanted)
    ]
    found = found or [index for index, heading in enumerate(headings) if heading.partition("\\")[:2] == (wanted, "\\")]
    if len(found) == 1:
        return found[0]
    if found:
        letters = one_of(f"`{by_letter(column_letters(index + 1))}`" for index in found)
        raise HeadingError("BSC322", said(told.SEVERAL_COLUMNS, count=len(found), name=name, letters=letters))
    if letters := letters_of_text(name):
        return _at_letters(headings, letters)
    hint = did_you_mean(wanted, headings)
    raise HeadingError("BSC307", said(NO_COLUMN_CALLED, name=name, hint=hint, there=listed(headings)))


def _at_letters(headings: Sequence[str], letters: str) -> int:
    index = column_number(letters) - 1
    if index < len(headings):
        return index
    last = column_letters(len(headings))
    raise HeadingError("BSC307", said(told.NO_SUCH_COLUMN_LETTER, letters=letters, count=len(headings), last=last))


def find_column(headings: Sequence[str], name: str) -> int | None:
    """Like `column_of`, None where there is no such column."""
    if letters_in(name) or any(seen_as(heading) == seen_as(name) for heading in headings):
        return column_of(headings, name)
    return None


_TIDY = ("kpi", "period", "value")


def misspelt_headings(headings: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each heading of a tidy file that is missing where its two others stand, with that which seems to be meant."""
    missing = [name for name in _TIDY if find_column(headings, name) is None]
    if len(missing) == 1:
        near = nearest(missing[0], [heading for heading in headings if seen_as(heading) not in _TIDY])
        if near:
            yield missing[0], near


@lru_cache(maxsize=4096)
def seen_as(heading: str) -> str:
    """A heading as a reader tells it from others."""
    return plain(heading).strip(_QUOTES).casefold()


def listed(headings: Sequence[str]) -> str:
    """The names with commas between them, the first twenty of very many."""
    named = [heading for heading in headings if heading and not pattern_in(heading)]
    return cut_list(named, LISTED)
