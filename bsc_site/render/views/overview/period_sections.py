"""Period sections: what happened in each period before the newest news, the first of everything and how much more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from markupsafe import Markup

from bsc_site.model.concluded.changes import PeriodNews, UnreadVersion
from bsc_site.model.value_class import dataclass
from bsc_site.render.text import own
from bsc_site.render.views.overview.change_rows import ChangeRow, Turned, change_row, turn_of
from bsc_site.render.views.overview.declared_changes import DeclaredGroup, DeclaredRow, grouped
from bsc_site.render.views.parts.page_parts import Link
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.wording.figures import date_text, period_text
from bsc_site.wording.language import enumeration, say, say_count

_MOST = 15
"""So many rows of one kind are told of a period; the others are counted."""
_Row = TypeVar("_Row")


@dataclass(frozen=True, slots=True)
class FlipGroup:
    """What got worse, better, or has another status on the same side of its target."""

    heading: str
    rows: tuple[ChangeRow, ...]
    more: str


@dataclass(frozen=True, slots=True)
class EditGroup:
    """What was edited, of one kind."""

    heading: str
    rows: tuple[DeclaredRow, ...]
    more: str


@dataclass(frozen=True, slots=True)
class PeriodSection:
    """A period: its name, how much happened, what that was, and where the status of everything at its end stands."""

    anchor: Markup
    title: str
    summary: str
    flips: tuple[FlipGroup, ...]
    edits: tuple[EditGroup, ...]
    unread: str
    """That the version at its end cannot be read."""
    stood: Link | None


def period_sections(here: Standpoint) -> tuple[PeriodSection, ...]:
    """The periods in which anything of this scorecard is told, the newest first."""
    found = (_section(here, each) for each in here.assessment.changes.periods)
    return tuple(each for each in found if each.flips or each.edits or each.unread)


def unread_text(unread: UnreadVersion | None) -> str:
    """That a version of the project cannot be read, and which one tells in its place; empty where all can."""
    if unread is None:
        return ""
    day = date_text(unread.day)
    if unread.instead is None:
        return say(
            "The version of {day} cannot be read, nor any shortly before it: what was edited by then is not told.",
            day=day,
        )
    return say(
        "The version of {day} cannot be read; that of {other} stands in its place.",
        day=day,
        other=date_text(unread.instead),
    )


def _section(here: Standpoint, news: PeriodNews) -> PeriodSection:
    kpis = set(here.seen(here.card.kpis))
    changes = [each for each in news.flips if each.kpi in kpis]
    by_turn = {turn: [each for each in changes if turn_of(each) is turn] for turn in (*reversed(Turned), None)}
    headings = {
        Turned.WORSE: say("Worse"),
        Turned.BETTER: say("Better"),
        None: say("Changed on the same side of the target"),
    }
    flips = tuple(
        FlipGroup(headings[turn], tuple(change_row(here, each) for each in found[:_MOST]), _more(found))
        for turn, found in by_turn.items()
        if found
    )
    edits = grouped(here, news.edits)
    ends = {each.period for each in here.assessment.past.get(here.id, ())}
    period, unread = str(news.period), unread_text(news.unread)
    summary = enumeration(_counted({turn: len(found) for turn, found in by_turn.items()}, edits))
    return PeriodSection(
        anchor=own(f"in-{period}"),
        title=period_text(news.period),
        summary=summary or say("a version that cannot be read"),
        flips=flips,
        edits=tuple(EditGroup(each.heading, each.rows[:_MOST], _more(each.rows)) for each in edits),
        unread=unread,
        stood=_stood(here, period) if news.period in ends else None,
    )


def _stood(here: Standpoint, period: str) -> Link:
    address = here.href(here.addresses.overview(here.id, "scorecard/as-of"))
    return Link(say("Everything as it stood at the end of this period"), address + Markup("?as-of=") + period)


def _counted(turned: dict[Turned | None, int], edits: Sequence[DeclaredGroup]) -> Iterator[str]:
    if turned[Turned.WORSE]:
        yield say_count("{count} worse", "{count} worse", turned[Turned.WORSE])
    if turned[Turned.BETTER]:
        yield say_count("{count} better", "{count} better", turned[Turned.BETTER])
    if turned[None]:
        yield say_count("{count} with another status", "{count} with another status", turned[None])
    edited = sum(len(each.rows) for each in edits)
    if edited:
        yield say_count("{count} edit", "{count} edits", edited)


def _more(found: Sequence[_Row]) -> str:
    left = len(found) - _MOST
    return say_count("and {count} more", "and {count} more", left) if left > 0 else ""
