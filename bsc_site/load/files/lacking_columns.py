"""Lacking columns: those that a source names and some of its many files do not have."""

from __future__ import annotations

import re

from bsc_site.load.tables.table import Table
from bsc_site.model.declared.sources.source import Source
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import table_sentences as told

_OF_THE_FILE = {"file", "table", "format", "member", "sheet", "records"}


def lacking_column(table: Table, source: Source) -> str:
    """What is wrong where a column that the source names is missing in some of its files; nothing where none is."""
    if not table.lacking:
        return ""
    named = repr([each for key, each in source if key in source.model_fields_set - _OF_THE_FILE]).casefold()
    for place, files in table.lacking:
        heading = table.headings[place]
        if heading and re.search(rf"(?<!\w){re.escape(heading.casefold())}(?!\w)", named):
            if len(files) == 1:
                return said(told.COLUMN_MISSING_IN_FILES, column=heading, file=files[0])
            return said(told.COLUMN_MISSING_IN_MORE, column=heading, file=files[0], more=len(files) - 1)
    return ""
