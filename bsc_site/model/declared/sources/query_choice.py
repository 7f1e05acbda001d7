"""Query choice: figures that are asked for instead of standing in one table of a file."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bsc_site.model.fields import Flag, Part, Text


class QueryChoice(Part):
    """Which question gives the table, and who is asked."""

    query: Annotated[
        Text | None,
        Field(examples=["select month, sum(amount) as value from 'data/orders/*.parquet' group by month"]),
    ] = None
    """A select in SQL over CSV, Parquet, JSON, Excel and SQLite files of the project, each named in quotes; its result
    is the table that all other keys read, in place of `file`."""
    connection: Annotated[Text | None, Field(examples=["warehouse"])] = None
    """The database that is asked, by its name in scorecard/connections.yml; `table` names its table, `period` the
    column of the day, `value` what is added up, such as sum(amount), and only the figures of each period come back."""
    fetched: Flag = False
    """Whether the figures are always those that `bsc-site fetch` wrote below data/fetched/, even where the connection
    could be asked."""
