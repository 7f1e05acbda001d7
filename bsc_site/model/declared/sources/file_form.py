"""File form: which data file, and how its text is written."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from bsc_site.model.fields import Covers, Part, Text, Whole


class FileForm(Part):
    """Which file and which table of it holds the figures, and how the file is written."""

    file: Annotated[Text, Field(examples=["data/crm.csv"])] = ""
    """The data file as seen from the project folder; it lies inside of it."""
    format: Literal["csv", "excel", "json", "parquet"] | None = None
    """The kind of file, csv, excel, json or parquet, where its ending does not tell."""
    sheet: Annotated[Text | Whole | None, Field(examples=["Figures", 2])] = None
    """The sheet of an Excel file, by name or counted from 1; without it the visible one that has the columns, or all
    of them where they are named by periods or numbers and go on from one to the next."""
    records: Annotated[Text | None, Field(examples=["result/items"])] = None
    """The path of keys that leads to the list of records in a JSON file; the whole file is the list without it."""
    delimiter: Annotated[Text | None, Field(examples=[";"])] = None
    """The character between the cells of a text file; comma, semicolon, tab and | are found without it."""
    encoding: Annotated[Text | None, Field(examples=["cp1252"])] = None
    """The encoding of a text file; utf-8 unless said otherwise."""
    comment: Annotated[Text | None, Field(examples=["#"])] = None
    """The sign with which lines begin that are no rows of a text file."""
    covers: Covers | None = None
    """How far the file reaches where its rows do not show it: the last period of which everything is in, or `business
    days` where a month is over with its last day from Monday to Friday."""
