"""A chart that is ready to be drawn: its type, its rows and the finding that it shows."""

from __future__ import annotations

import json
from functools import cached_property
from hashlib import sha256
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

    @cached_property
    def content(self) -> str:
        """Everything that decides how it looks, as canonical JSON."""
        parts = {"type": self.type, "rows": self.rows, "finding": self.finding, "options": dict(self.options)}
        return json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)

    @cached_property
    def key(self) -> str:
        """A name made of its content: the same content has the same key for ever."""
        return sha256(self.content.encode()).hexdigest()[:24]
