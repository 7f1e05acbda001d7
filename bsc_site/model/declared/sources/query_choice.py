"""Query choice: figures that are asked for by SQL instead of standing in one table."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bsc_site.model.fields import Part, Text


class QueryChoice(Part):
    """Which question gives the table."""

    query: Annotated[
        Text | None,
        Field(examples=["select month, sum(amount) as value from 'data/orders/*.parquet' group by month"]),
    ] = None
    """A select in SQL over CSV, Parquet, JSON, Excel and SQLite files of the project, each named in quotes; its result
    is the table that all other keys read, in place of `file`."""
