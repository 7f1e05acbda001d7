"""Series groups: which columns of a table tell groups of an indicator apart that can stand beside its whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from bsc_site.exchange.open_sdg.indicator_table import DataRow, IndicatorTable, Key
from bsc_site.model.value_class import dataclass

MOST_GROUPS = 100
"""More groups than a page shows side by side."""
_TOTAL = re.compile(
    r"\b(?:totals?|all|both|overall|every|whole|sum|gesamt|insgesamt|alle|tous|toutes|ensemble|todos|todas|ambos|всего|"
    r"итого|оба)\b",
    re.IGNORECASE,
)
"""Words by which a text may mean the whole, so that its rows would stand beside those that leave the cell empty."""


@dataclass(frozen=True)
class SeriesGroups:
    """The groups beside a series without any disaggregation."""

    table: IndicatorTable
    key: Key

    @cached_property
    def columns(self) -> dict[str, dict[str, tuple[DataRow, ...]]]:
        """Each column that tells groups apart, with the rows of each group by the text of its cells."""
        if any(text for name, text in self.key if name in self.table.disaggregations):
            return {}
        found = {name: dict(self._groups(name)) for name in self.table.disaggregations}
        return {name: groups for name, groups in found.items() if self._is_clear(name, groups)}

    @property
    def keys(self) -> set[Key]:
        """The series that are such groups."""
        return {self._key_of(name, text) for name, groups in self.columns.items() for text in groups}

    @property
    def rows(self) -> Iterator[DataRow]:
        """The rows of all groups."""
        return (row for groups in self.columns.values() for rows in groups.values() for row in rows)

    def _groups(self, name: str) -> Iterator[tuple[str, tuple[DataRow, ...]]]:
        for text in sorted(self.table.texts[name] - {""}):
            rows = self.table.series.get(self._key_of(name, text), ())
            if rows:
                yield text, rows

    def _key_of(self, name: str, text: str) -> Key:
        return tuple((each, text if each == name else own) for each, own in self.key)

    def _is_clear(self, name: str, groups: dict[str, tuple[DataRow, ...]]) -> bool:
        """Whether no text of the column may mean the whole, and each group has one figure a year, one at least any."""
        if not any(self.table.number(row) is not None for rows in groups.values() for row in rows):
            return False
        texts = self.table.texts[name]
        folded = {each.casefold() for each in texts}
        if len(texts) > MOST_GROUPS or len(folded) < len(texts) or any(_TOTAL.search(each) for each in texts):
            return False
        years = ([self.table.year(row) for row in rows if self.table.value(row)] for rows in groups.values())
        return all(len(each) == len(set(each)) for each in years)
