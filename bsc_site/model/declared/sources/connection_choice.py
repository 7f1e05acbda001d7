"""Connection choice: figures that a database adds up instead of standing in a file."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from bsc_site.model.fields import Flag, Part, Text


class ConnectionChoice(Part):
    """Which database is asked, and when."""

    connection: Annotated[Text | None, Field(examples=["warehouse"])] = None
    """The database that is asked, by its name in scorecard/connections.yml; `table` names its table, `period` the
    column of the day, `value` what is added up, such as sum(amount), and only the figures of each period come back."""
    fetched: Flag = False
    """Whether the figures are always those that `bsc-site fetch` wrote below data/fetched/, even where the connection
    could be asked."""
