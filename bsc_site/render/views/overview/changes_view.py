"""Changes: what is news about a scorecard's KPIs, and what moved without being news."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bsc_site.model.concluded.changes import Change, ChangeKind, Departed, Unnoted
from bsc_site.model.value_class import dataclass
from bsc_site.render.views.overview.change_rows import ChangeRow, Turned, change_row, turn_of
from bsc_site.render.views.overview.declared_changes import DeclaredGroup, declared_groups, edited_summary
from bsc_site.render.views.overview.period_sections import PeriodSection, period_sections, unread_text
from bsc_site.render.views.parts.page_parts import Frame, Link
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.wording.conclusions.changes_conclusion import changes_conclusion
from bsc_site.wording.figures import date_text
from bsc_site.wording.language import noted, say, say_count, told

NOTHING_NEW = noted("Nothing changed that is news: no status, no target, no signal, no revised figure.")
NOTHING_TO_COMPARE = noted("No KPI has figures of two periods yet, so there is nothing to compare.")
_HEADINGS = {
    ChangeKind.STATUS: ("flips", noted("Changed on the same side of the target")),
    ChangeKind.TARGET: ("targets", noted("Targets crossed under the same status")),
    ChangeKind.SIGNAL: ("signals", noted("More than noise")),
    ChangeKind.REVISED: ("revised", noted("Figures revised afterwards")),
}


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """All news of one kind, under a heading with its anchor."""

    anchor: str
    heading: str
    changes: tuple[ChangeRow, ...]


@dataclass(frozen=True, slots=True)
class StillKpis:
    """KPIs about which nothing is new, and why; no sentence where there are none."""

    sentence: str
    kpis: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ChangesView:
    """The page of changes: what got better, what got worse, and other news by kind."""

    title: str
    frame: Frame
    summary: str
    noise: str
    """How many of the moves natural variation explains."""
    better: tuple[ChangeRow, ...]
    worse: tuple[ChangeRow, ...]
    groups: tuple[ChangeGroup, ...]
    declared: tuple[DeclaredGroup, ...]
    """What the scorecard declares otherwise than a month ago."""
    lasting: StillKpis
    quiet: StillKpis
    untold: StillKpis
    gone: tuple[str, ...]
    periods: tuple[PeriodSection, ...]
    """The news of earlier periods, the newest first."""
    history: str
    subscribed: tuple[Link, ...]


def changes_view(here: Standpoint) -> ChangesView:
    """Everything that changed since each KPI's previous period, by kind, with its reason."""
    title = say("What changed: {scorecard}", scorecard=here.card.scorecard.title)
    found = _changes(here)
    turned = {way: tuple(change_row(here, each) for each in found if turn_of(each) is way) for way in Turned}
    groups = tuple(
        ChangeGroup(anchor, told(heading), changes)
        for kind, (anchor, heading) in _HEADINGS.items()
        if (changes := tuple(change_row(here, each) for each in found if each.kind is kind and turn_of(each) is None))
    )
    still, declared = here.assessment.changes, declared_groups(here)
    gone = tuple(_gone(each, here) for each in still.gone if each.scorecard == here.card.scorecard.id)
    return ChangesView(
        title=title,
        frame=here.frame(title),
        summary=_conclusion(turned, len(found), len(gone)) or edited_summary(declared) or told(NOTHING_NEW),
        noise=noise_of(here),
        better=turned[Turned.BETTER],
        worse=turned[Turned.WORSE],
        groups=groups,
        declared=declared,
        lasting=_still(here, still.lasting, _lasting),
        quiet=_still(here, still.quiet, _quiet),
        untold=_still(here, still.untold, _untold),
        gone=gone,
        periods=period_sections(here),
        history=_history(here),
        subscribed=here.subscribed(),
    )


def changes_of(here: Standpoint) -> tuple[ChangeRow, ...]:
    """The news of the scorecard for its home page, the worst first."""
    return tuple(change_row(here, each) for each in _changes(here))


def noise_of(here: Standpoint) -> str:
    """How many of this news are moves that natural variation explains: `4 of these moves lie within ..`."""
    found = _changes(here)
    quiet = sum(each.why is Unnoted.WITHIN_VARIATION for each in found)
    if not quiet:
        return ""
    if quiet == len(found):
        return say_count(
            "The move lies within natural variation.", "All {count} moves lie within natural variation.", quiet
        )
    return say_count(
        "{count} of these moves lies within natural variation.",
        "{count} of these moves lie within natural variation.",
        quiet,
    )


def _changes(here: Standpoint) -> list[Change]:
    changes = here.assessment.changes.by_kpi
    found = [each for name in here.seen(here.card.kpis) for each in changes.get(name, ())]
    return sorted(found, key=_weight)


def _weight(change: Change) -> tuple[int, int]:
    """Falls in status first, then rises, then the other kinds."""
    if change.before is None or change.after is None:
        return (list(ChangeKind).index(change.kind), 0)
    return (0, change.before.rank - change.after.rank)


def _conclusion(turned: Mapping[Turned, tuple[ChangeRow, ...]], count: int, gone: int) -> str:
    better, worse = len(turned[Turned.BETTER]), len(turned[Turned.WORSE])
    if not better and not worse:
        return _summary(count, gone)
    return changes_conclusion(better, worse, count - better - worse)


def _summary(count: int, gone: int) -> str:
    if not count and gone:
        return say_count(
            "{count} KPI of a month ago is gone or has another id; nothing else is news.",
            "{count} KPIs of a month ago are gone or have another id; nothing else is news.",
            gone,
        )
    if not count:
        return ""
    return say_count(
        "{count} piece of news since the period before; no KPI got better or worse.",
        "{count} pieces of news since the period before; no KPI got better or worse.",
        count,
    )


def _still(here: Standpoint, kpis: frozenset[str], told_of: Callable[[int], str]) -> StillKpis:
    links = tuple(here.kpi(name) for name in here.seen(here.card.kpis) if name in kpis)
    return StillKpis(told_of(len(links)) if links else "", links)


def _lasting(count: int) -> str:
    return say_count(
        "{count} KPI stands out of its natural variation as it did the period before.",
        "{count} KPIs stand out of their natural variation as they did the period before.",
        count,
    )


def _untold(count: int) -> str:
    return say_count(
        "{count} more KPI has another value, and no control chart that tells whether it is more than noise.",
        "{count} more KPIs have another value, and no control chart that tells whether it is more than noise.",
        count,
    )


def _quiet(count: int) -> str:
    return say_count(
        "{count} more KPI has another value than the period before, within natural variation. That is not news.",
        "{count} more KPIs have another value than the period before, within natural variation. That is not news.",
        count,
    )


def _gone(departed: Departed, here: Standpoint) -> str:
    if departed.now and departed.now in here.assessment.kpis:
        return say(
            "{name} has the id {now} instead of {kpi}: its page, its badge and its data have another address.",
            name=departed.name,
            now=departed.now,
            kpi=departed.kpi,
        )
    if departed.last is not None:
        was = here.names.of(departed.last.status, departed.last.score)
        return say("{name} ({kpi}) is no KPI any more; was {status}.", name=departed.name, kpi=departed.kpi, status=was)
    return say("{name} ({kpi}) is no KPI any more.", name=departed.name, kpi=departed.kpi)


def _history(here: Standpoint) -> str:
    since, unread = here.assessment.changes.since, unread_text(here.assessment.changes.unread)
    if since is None and unread:
        return unread
    if since is None and any(each.edits for each in here.assessment.changes.periods):
        return say("The files of the scorecard and its data are what they were a month ago.")
    if since is None:
        return say(
            "Revised figures are found where the data has an earlier version in its git history; here there is none."
        )
    compared = say(
        "Figures and declarations were compared with those of {day}, from the project's own git history.",
        day=date_text(since),
    )
    return " ".join(filter(None, (compared, unread)))
