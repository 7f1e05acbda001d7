"""Audiences in words: which there are, what was left out of a site, and what of it is not for everybody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bsc_site.compute.audience import Apart, Circle, Readers, UnknownAudienceError
from bsc_site.model.declared.scorecard import NO_AUDIENCE
from bsc_site.wording.language import enumeration, say, say_count


def remarks_on(apart: Apart, audiences: Sequence[str]) -> Iterator[str]:
    """What was left out, with the way to see it; and what the site holds that is not for everybody.

    `audiences` are the project's, from the widest to the narrowest.
    """
    if apart.left_out:
        yield say_count(
            "{count} element is for {circles} only and was left out; build with --audience {all} to see it",
            "{count} elements are for {circles} only and were left out; build with --audience {all} to see them",
            sum(apart.left_out.values()),
            circles=_circles(apart.left_out, audiences),
            all=NO_AUDIENCE,
        )
    if apart.shown:
        yield say_count(
            "This site holds {count} element for {circles} only; do not publish it for everyone",
            "This site holds {count} elements for {circles} only; do not publish it for everyone",
            sum(apart.shown.values()),
            circles=_circles(apart.shown, audiences),
        )


def left_out_of_file(apart: Apart, audiences: Sequence[str]) -> Iterator[str]:
    """What was left out of a file that is written for others, with the way to have it in."""
    if apart.left_out:
        yield say_count(
            "{count} element is for {circles} only and is not in the file; --audience {all} writes it too",
            "{count} elements are for {circles} only and are not in the file; --audience {all} writes them too",
            sum(apart.left_out.values()),
            circles=_circles(apart.left_out, audiences),
            all=NO_AUDIENCE,
        )


def _circles(found: Mapping[str, int], audiences: Sequence[str]) -> str:
    """`staff or board`."""
    *others, last = sorted(found, key=[*audiences, *sorted(found)].index)
    return say("{others} or {last}", others=enumeration(others), last=last) if others else last


def shown_to(readers: Readers) -> str:
    """What of the project a preview for these readers shows."""
    if readers is Circle.EVERYTHING or readers == NO_AUDIENCE:
        return say("everything, also what is not for everybody")
    return say("what is for {audience}", audience=readers.value if isinstance(readers, Circle) else readers)


def unknown_audience_statement(error: UnknownAudienceError) -> str:
    """`'bord' is not an audience of this project; use public, staff, board or all`."""
    *others, last = error.allowed
    return say(
        "'{audience}' is not an audience of this project; use {others} or {last}",
        audience=error.audience,
        others=enumeration(others),
        last=last,
    )
