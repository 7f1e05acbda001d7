"""Table text: a name or a description of a KPI that stands in a table of metadata."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from bsc_site.model.declared.sources.file_form import FileForm
from bsc_site.model.declared.sources.table_choice import TableChoice
from bsc_site.model.fields import Text
from bsc_site.model.translated.prose import ProperName

TEXTS = ("name", "description", "purpose", "formula_in_words", "unit")
"""The keys of a KPI whose text may stand in a table."""


class TableText(FileForm, TableChoice):
    """Where a text of a KPI stands: the cell of one row of a table."""

    file: Annotated[Text, Field(examples=["data/metadata.csv"])]
    """The data file with the table of metadata, as seen from the project folder."""
    column: Annotated[ProperName, Field(examples=["Title"])]
    """The column in which the text stands; one for each language where the table has it in several."""
    where: Annotated[dict[str, Any], Field(min_length=1, examples=[{"Code": "1-2-1"}])]
    """Which row is meant: column by column the text or number that it must have there."""
