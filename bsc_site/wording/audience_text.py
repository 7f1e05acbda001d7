"""Audiences in words: which there are, what was left out of a site, and what of it is not for everybody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bsc_site.compute.audience import Apart, Circle, Readers, UnknownAudienceError
from bsc_site.model.declared.scorecard import NO_AUDIENCE
from bsc_site.wording.figures import count_text
from bsc_site.wording.language import say


def remarks_on(apart: Apart, audiences: Sequence[str]) -> Iterator[str]:
    """What was left out, with the way to see it; and what the site holds that is not for everybody.

    `audiences` are the project's, from the widest to the narrowest.
    """
    if apart.left_out:
        are, were, them = ("is", "was", "it") if sum(apart.left_out.values()) == 1 else ("are", "were", "them")
        count, circles = _counted(apart.left_out, audiences)
        yield f"{count} {are} for {circles} only and {were} left out; build with --audience {NO_AUDIENCE} to see {them}"
    if apart.shown:
        count, circles = _counted(apart.shown, audiences)
        yield f"This site holds {count} for {circles} only; do not publish it for everyone"


def _counted(found: Mapping[str, int], audiences: Sequence[str]) -> tuple[str, str]:
    """`3 elements` and `staff or board`."""
    circles = sorted(found, key=[*audiences, *sorted(found)].index)
    return count_text(sum(found.values()), "element"), " or ".join(circles)


def shown_to(readers: Readers) -> str:
    """What of the project a preview for these readers shows."""
    if readers is Circle.EVERYTHING or readers == NO_AUDIENCE:
        return "everything, also what is not for everybody"
    return f"what is for {readers.value if isinstance(readers, Circle) else readers}"


def unknown_audience_statement(error: UnknownAudienceError) -> str:
    """`'bord' is not an audience of this project; use public, staff, board or all`."""
    *others, last = error.allowed
    return say(
        "'{audience}' is not an audience of this project; use {others} or {last}",
        audience=error.audience,
        others=", ".join(others),
        last=last,
    )
