"""File form: which data file, and how its text is written."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from bsc_site.model.fields import Covers, Part, Text, Whole
from bsc_site.model.known_exports import LayoutName

FormatName = Literal["csv", "fixed width", "html", "sqlite", "json", "parquet", "excel"]


class FileForm(Part):
    """Which file and which table of it holds the figures, and how the file is written."""

    file: Annotated[Text, Field(examples=["data/crm.csv", "data/orders-*.csv"])] = ""
    """The data file as seen from the project folder, inside of which it lies; `*` stands for any part of a name and
    `**` for any folders where many files are one table."""
    layout: LayoutName | None = None
    """The tool whose export the file is, which stands for the keys by which all such files are read, where the source
    does not say otherwise: google_analytics_4, search_console, shopify_orders, hubspot_report, salesforce_report,
    google_sheets, power_bi_matrix, tableau_crosstab, world_bank, eurostat or open_sdg."""
    format: FormatName | None = None
    """The kind of file where its ending does not tell: csv, fixed width, html, sqlite, json, parquet, or excel for
    any workbook."""
    member: Annotated[Text | None, Field(examples=["orders.csv"])] = None
    """The file that is meant of several that are packed in a .zip file."""
    sheet: Annotated[Text | Whole | None, Field(examples=["Figures", 2])] = None
    """The sheet of an Excel file, by name or counted from 1; without it the visible one that has the columns, or all
    of them where they are named by periods or numbers and go on from one to the next."""
    records: Annotated[Text | None, Field(examples=["result/items"])] = None
    """The path of keys that leads to the list of records in a JSON file; the whole file is the list without it."""
    delimiter: Annotated[Text | None, Field(examples=[";"])] = None
    """The character between the cells of a text file; comma, semicolon, tab and | are found without it."""
    encoding: Annotated[Text | None, Field(examples=["cp1252"])] = None
    """The encoding of a text file; utf-8 unless said otherwise."""
    widths: Annotated[tuple[Annotated[Whole, Field(ge=1)], ...], Field(examples=[[10, 5, 8]])] = ()
    """How many characters each column of a fixed width file has, from the first on; the last takes what is left."""
    columns_at: Annotated[tuple[Annotated[Whole, Field(ge=1)], ...], Field(examples=[[1, 11, 16]])] = ()
    """At which character each column of a fixed width file begins, counted from 1."""
    comment: Annotated[Text | None, Field(examples=["#"])] = None
    """The sign with which lines begin that are no rows of a text file."""
    covers: Covers | None = None
    """How far the file reaches where its rows do not show it: the last period of which everything is in, or `business
    days` where a month is over with its last day from Monday to Friday."""
