"""A chart that is ready to be drawn: its type, its rows and the finding that it shows."""

from __future__ import annotations

from typing import Any

from bsc_site.model.value_class import dataclass


@dataclass(frozen=True)
class Chart:
    """One chart of a named type, filled with data.

    `rows` are the records of its data (JSON values only, missing as None); `options` fill what differs besides the
    data: height, margins, the reach of the axes. `finding` is the sentence of the caption, also the description for
    screen readers.
    """

    type: str
    rows: tuple[dict[str, Any], ...]
    finding: str
    options: tuple[tuple[str, Any], ...] = ()
