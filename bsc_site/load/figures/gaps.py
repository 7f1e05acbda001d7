"""Gaps: figures that cannot be read and are declared to be left out, counted and listed."""

from __future__ import annotations

from dataclasses import field

from bsc_site.load.figures.problem_book import EXAMPLES, ProblemBook
from bsc_site.load.tables.cells import shown
from bsc_site.model.problem import Place
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import figure_sentences as told
from bsc_site.model.series import Mended, MendedBy
from bsc_site.model.value_class import dataclass

LEFT_OUT = frozenset({"BSC309", "BSC391"})
"""What is said of cells that hold something else than a figure; what may be two figures is no gap."""


@dataclass(slots=True)
class Gaps:
    """The texts of one KPI that were left out, each with its places."""

    found: dict[tuple[int, str], list[Place]] = field(default_factory=dict)

    def leave(self, text: str, place: Place) -> None:
        """Remember a cell that is left out."""
        places = self.found.setdefault((place.column, text), [])
        if place not in places:
            places.append(place)

    def tell(self, headings: tuple[str, ...], book: ProblemBook) -> tuple[Mended, ...]:
        """What was left out, text by text; one warning for all of it goes to the book."""
        if not self.found:
            return ()
        count = sum(map(len, self.found.values()))
        most = sorted(self.found.items(), key=lambda each: -len(each[1]))
        texts = ", ".join(f"{shown(text)} ({len(places)})" for (_, text), places in most[:EXAMPLES])
        first = min(place for places in self.found.values() for place in places)
        book.add("BSC389", first, said(told.LEFT_AS_GAPS, count=count, texts=texts))
        return tuple(
            Mended(MendedBy.UNREADABLE, headings[column - 1], "", len(places), text, "", places[0])
            for (column, text), places in self.found.items()
        )
