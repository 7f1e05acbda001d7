"""Changes: what is news about a scorecard's KPIs, and what moved without being news."""

from __future__ import annotations

from dataclasses import dataclass

from bsc_site.model.concluded.changes import News, NewsKind
from bsc_site.model.figures import count_text, date_text
from bsc_site.render.views.parts.page_parts import Frame, Link, StatusMark
from bsc_site.render.views.parts.standpoint import Standpoint

NOTHING_NEW = "Nothing changed that is news: no status, no target, no signal, no revised figure."
_HEADINGS = {
    NewsKind.STATUS: ("flips", "Another status"),
    NewsKind.TARGET: ("targets", "Targets crossed under the same status"),
    NewsKind.SIGNAL: ("signals", "More than noise"),
    NewsKind.REVISED: ("revised", "Figures revised afterwards"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One piece of news about a KPI: the statuses before and after (none where it is not about them), what and why."""

    link: Link
    flip: tuple[StatusMark, ...]
    sentence: str
    reason: str


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """All news of one kind, under a heading with its anchor."""

    anchor: str
    heading: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class ChangesView:
    """The page of changes."""

    title: str
    frame: Frame
    summary: str
    groups: tuple[ChangeGroup, ...]
    quiet: str
    quiet_kpis: tuple[Link, ...]
    history: str


def changes_view(here: Standpoint) -> ChangesView:
    """Everything that changed since each KPI's previous period, by kind, with its reason."""
    title = f"What changed: {here.card.scorecard.title}"
    news = _news(here)
    groups = tuple(
        ChangeGroup(anchor, heading, changes)
        for kind, (anchor, heading) in _HEADINGS.items()
        if (changes := tuple(_change(here, each) for each in news if each.kind is kind))
    )
    still = tuple(here.kpi(name) for name in here.seen(here.card.kpis) if name in here.assessment.bulletin.quiet)
    return ChangesView(
        title=title,
        frame=here.frame(title),
        summary=_summary(len(news)),
        groups=groups,
        quiet=_quiet(len(still)),
        quiet_kpis=still,
        history=_history(here),
    )


def changes_of(here: Standpoint) -> tuple[Change, ...]:
    """The news of the scorecard for its home page, the worst first."""
    return tuple(_change(here, each) for each in _news(here))


def _news(here: Standpoint) -> list[News]:
    bulletin = here.assessment.bulletin.news
    found = [each for name in here.seen(here.card.kpis) for each in bulletin.get(name, ())]
    return sorted(found, key=_weight)


def _weight(news: News) -> tuple[int, int]:
    """Falls in status first, then rises, then the other kinds."""
    if news.before is None or news.after is None:
        return (list(NewsKind).index(news.kind), 0)
    return (0, news.before.rank - news.after.rank)


def _change(here: Standpoint, news: News) -> Change:
    flip: tuple[StatusMark, ...] = ()
    if news.before is not None and news.after is not None and news.kind is NewsKind.STATUS:
        flip = (here.status(news.before, ""), here.status(news.after, ""))
    return Change(here.kpi(news.kpi), flip, news.what, news.why)


def _summary(count: int) -> str:
    if not count:
        return NOTHING_NEW
    return f"{count_text(count, 'change')} since the period before, each with its reason where one is known."


def _quiet(count: int) -> str:
    if not count:
        return ""
    moved = "1 more KPI has" if count == 1 else f"{count:,} more KPIs have"
    return f"{moved} another value than the period before, within natural variation. That is not news."


def _history(here: Standpoint) -> str:
    since = here.assessment.bulletin.since
    if since is None:
        return "Revised figures are found where the data has an earlier version in its git history; here there is none."
    return f"Figures were compared with those of {date_text(since)}, from the data's own git history."
