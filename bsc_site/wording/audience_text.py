"""Audiences in words: which of them there are, where one is asked for that there is not."""

from __future__ import annotations

from bsc_site.compute.audience import UnknownAudienceError
from bsc_site.wording.language import say


def unknown_audience_statement(error: UnknownAudienceError) -> str:
    """`'bord' is not an audience of this project; use public, staff, board or all`."""
    *others, last = error.allowed
    return say(
        "'{audience}' is not an audience of this project; use {others} or {last}",
        audience=error.audience,
        others=", ".join(others),
        last=last,
    )
