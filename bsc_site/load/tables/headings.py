"""Headings: finds the column that a name means among those of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bsc_site.load.suggestions import did_you_mean, nearest
from bsc_site.load.tables.cells import plain

LISTED = 20
_QUOTES = "\"'“”„‟‘’‚«»"
"""Quotes of any kind around a heading, which a word processor may have turned, are none of it."""


class HeadingError(LookupError):
    """No column has the name (BSC307), or more than one has it (BSC322)."""

    def __init__(self, code: str, message: str) -> None:
        """Keep the rule."""
        super().__init__(message)
        self.code = code


def column_of(headings: Sequence[str], name: str) -> int:
    """The position of the column called `name`: exactly so, otherwise without regard to case and kinds of blanks.

    Raises HeadingError with the columns there are, nearest first where one is near.
    """
    wanted = name.strip()
    found = [index for index, heading in enumerate(headings) if heading == wanted] or [
        index for index, heading in enumerate(headings) if _seen(heading) == _seen(wanted)
    ]
    if len(found) == 1:
        return found[0]
    if found:
        raise HeadingError("BSC322", f"{len(found)} columns are called '{name}'; rename all but one")
    raise HeadingError(
        "BSC307", f"there is no column '{name}'{did_you_mean(wanted, headings)}; there are: {listed(headings)}"
    )


def find_column(headings: Sequence[str], name: str) -> int | None:
    """Like `column_of`, None where there is no such column."""
    if any(_seen(heading) == _seen(name) for heading in headings):
        return column_of(headings, name)
    return None


_TIDY = ("kpi", "period", "value")


def misspelt_headings(headings: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each heading of a tidy file that is missing where its two others stand, with that which seems to be meant."""
    missing = [name for name in _TIDY if find_column(headings, name) is None]
    if len(missing) == 1:
        near = nearest(missing[0], [heading for heading in headings if _seen(heading) not in _TIDY])
        if near:
            yield missing[0], near


def _seen(heading: str) -> str:
    """A heading as a reader tells it from others."""
    return plain(heading).strip(_QUOTES).casefold()


def listed(headings: Sequence[str]) -> str:
    """The names with commas between them, the first twenty of very many."""
    named = [heading for heading in headings if heading]
    more = f" and {len(named) - LISTED} more" if len(named) > LISTED else ""
    return ", ".join(named[:LISTED]) + more
