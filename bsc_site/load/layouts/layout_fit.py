"""Layout fit: whether a file is the export that its source says, and whether its figures can stand in one series."""

from __future__ import annotations

import re
from dataclasses import field
from pathlib import Path

from bsc_site.load.formats.file_head import FileHead, head_of
from bsc_site.load.layouts.known_layouts import LAYOUTS, layout_of_file
from bsc_site.load.layouts.shopify_orders import CURRENCY, MONEY, SHOPIFY_ORDERS
from bsc_site.load.tables.cells import text_of
from bsc_site.load.tables.headings import find_column
from bsc_site.load.tables.table import Table
from bsc_site.model.declared.sources.source import Source
from bsc_site.model.saying.said import Said, said
from bsc_site.model.sentences import suggestion_sentences as told
from bsc_site.model.value_class import dataclass

_SHOWN = 5
_MONEY = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in MONEY), re.IGNORECASE)


@dataclass(slots=True)
class LayoutFit:
    """Compares files of the project folder `root` with the layouts that sources name, each file looked at once."""

    root: Path
    _known: dict[str, FileHead] = field(default_factory=dict)

    def misfit(self, source: Source, file: str) -> Said | None:
        """What a file lacks of its layout, and which one it has; None where it fits, or is not there."""
        layout = LAYOUTS.get(source.layout or "")
        if layout is None or not self._is_there(file):
            return None
        if file not in self._known:
            self._known[file] = head_of(self.root / file)
        head = self._known[file]
        missing = layout.lacks(head)
        if not missing:
            return None
        other = layout_of_file(head)
        if other is None:
            return said(told.ANOTHER_FILE, file=file, title=layout.title, missing=missing)
        return said(
            told.ANOTHER_LAYOUT, file=file, title=layout.title, missing=missing, other=other.title, name=other.name
        )

    def _is_there(self, file: str) -> bool:
        """Whether it is a file of the project; what is wrong otherwise is told when it is opened."""
        try:
            path = (self.root / file).resolve()
            return path.is_relative_to(self.root.resolve()) and path.is_file()
        except (OSError, RuntimeError, ValueError):
            return False


def mixed_money(table: Table, source: Source) -> Said | None:
    """The question which currency is meant where amounts of orders are in several; None anywhere else."""
    amounts = " ".join(str(each) for each in (source.value, source.numerator, source.denominator) if each is not None)
    named = {name.casefold() for name in source.where}
    if source.layout != SHOPIFY_ORDERS.name or not _MONEY.search(amounts) or CURRENCY.casefold() in named:
        return None
    column = find_column(table.headings, CURRENCY)
    cells = () if column is None else table.columns[column].cells
    found = sorted({text for cell in cells if (text := text_of(cell))})
    if len(found) < 2:  # noqa: PLR2004  # one currency is no question
        return None
    return said(told.SEVERAL_CURRENCIES, file=table.file, currencies=", ".join(found[:_SHOWN]), first=found[0])
