"""The table of a source: of one file or of many, with the period that their names say, without rows left out."""

from __future__ import annotations

from dataclasses import field, replace
from pathlib import Path

from bsc_site.load.files.file_patterns import files_of
from bsc_site.load.files.joined_files import joined_files
from bsc_site.load.files.periods_in_names import with_periods_of_names
from bsc_site.load.files.skipped_rows import without_skipped
from bsc_site.load.formats.any_file import open_table, with_joins
from bsc_site.load.tables.cells import TableError
from bsc_site.load.tables.file_layout import Layout
from bsc_site.load.tables.headings import HeadingError, listed
from bsc_site.load.tables.table import Table
from bsc_site.load.yaml.yaml_words import in_yaml
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import table_sentences as told
from bsc_site.model.value_class import dataclass


@dataclass(frozen=True, slots=True)
class OpenedFiles:
    """Opens the tables of sources in a project folder, each file once for all sources that read it alike."""

    root: Path
    _known: dict[Layout, Table] = field(default_factory=dict)

    def table(self, layout: Layout) -> Table:
        """The table that a layout describes. Raises TableError where it cannot be read."""
        table = self._whole(replace(layout, skip=(), fill=(), from_name="", joins=()))
        if layout.from_name:
            table = with_periods_of_names(table, layout.from_name)
        if layout.skip:
            table = _without_skipped(table, layout)
        return with_joins(self.root, table, layout.joins)

    def files(self, layout: Layout) -> frozenset[str]:
        """The files that a layout names, whether they are there or not."""
        try:
            return frozenset(files_of(self.root, layout.file))
        except TableError:
            return frozenset({layout.file})

    def _whole(self, layout: Layout) -> Table:
        if layout not in self._known:
            self._known[layout] = self._opened(layout)
        return self._known[layout]

    def _opened(self, layout: Layout) -> Table:
        files = files_of(self.root, layout.file)
        if files == (layout.file,):
            return open_table(self.root, layout)
        return joined_files(layout.file, files, [self._of_many(replace(layout, file=file)) for file in files])

    def _of_many(self, layout: Layout) -> Table | TableError:
        """The table of one of many files, or what is wrong with it."""
        try:
            table = open_table(self.root, layout)
        except TableError as error:
            return error
        visible = table.sheets.visible
        if len(visible) > 1:
            first, there = in_yaml(visible[0]), listed(visible)
            return TableError("BSC373", said(told.SEVERAL_SHEETS_IN_MANY, first=first, there=there))
        return table


def _without_skipped(table: Table, layout: Layout) -> Table:
    try:
        return without_skipped(table, layout.skip, layout.fill)
    except HeadingError as error:
        raise TableError(error.code, error.message) from None
