"""What the library answers to a question, in the form that was asked for."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TypeAlias

from bsc_site.interchange.choosing.measure_blocks import kpi_blocks
from bsc_site.interchange.choosing.measure_lines import listed_measures, told_measures
from bsc_site.load.library.library_measure import Sector, Shelved, UsualPerspective
from bsc_site.load.library.library_search import found_measures, on_shelf
from bsc_site.load.library.shelves import all_measures
from bsc_site.load.suggestions import did_you_mean
from bsc_site.model.value_class import dataclass
from bsc_site.wording.language import say
from bsc_site.wording.problems.finding_text import said_again

Shelf: TypeAlias = tuple[Sector | None, UsualPerspective | None]


class UnknownMeasureError(ValueError):
    """An id that no measure of the library has."""


@dataclass(frozen=True, slots=True)
class LibraryAnswer:
    """The text, and whether anything was found."""

    text: str
    found: bool


def searched(words: Sequence[str], shelf: Shelf, form: str) -> LibraryAnswer:
    """The measures that the words find, those of a sector and a perspective where they are named."""
    found = found_measures(on_shelf(all_measures(), *shelf), words)
    return LibraryAnswer(_text(found, form, listed=False), bool(found))


def listed(shelf: Shelf, form: str) -> LibraryAnswer:
    """All measures, or those of a sector and a perspective."""
    found = on_shelf(all_measures(), *shelf)
    return LibraryAnswer(_text(found, form, listed=True), bool(found))


def shown(ids: Sequence[str], form: str) -> LibraryAnswer:
    """The measures of these ids. Raises UnknownMeasureError for one that does not exist."""
    return LibraryAnswer(_text(tuple(measures_of(ids)), form, listed=False), found=True)


def measures_of(ids: Sequence[str]) -> list[Shelved]:
    """The measures of these ids, in this order. Raises UnknownMeasureError for one that does not exist."""
    known = {each.measure.id: each for each in all_measures()}
    for name in ids:
        if name not in known:
            hint = said_again(did_you_mean(name, known))
            raise UnknownMeasureError(say("the library has no measure '{name}'{hint}", name=name, hint=hint))
    return [known[name] for name in ids]


def _text(found: Sequence[Shelved], form: str, *, listed: bool) -> str:
    if form == "json":
        return json.dumps([each.plain for each in found], ensure_ascii=False, indent=2)
    if form == "yaml":
        return kpi_blocks(found).rstrip("\n") if found else "kpis: []"
    return "\n".join(listed_measures(found) if listed else told_measures(found))
