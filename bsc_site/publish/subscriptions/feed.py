"""The feeds: what changed about KPIs, for readers who are told and do not look (Atom, RFC 4287)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from bsc_site.model.concluded.assessment import ScorecardAssessment
from bsc_site.model.concluded.changes import Change, Departed, Renamed
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.value_class import dataclass
from bsc_site.publish.subscriptions.lasting_names import LastingNames, names_of
from bsc_site.render.addresses import Addresses, page_href
from bsc_site.render.matter.site_part import SitePart, cards_of
from bsc_site.render.text import xml_text
from bsc_site.wording.calculations.change_text import (
    change_headline,
    change_summary,
    departed_headline,
    departed_summary,
    renamed_headline,
    renamed_summary,
)
from bsc_site.wording.language import say

FEED = "feed.xml"


def feeds(
    assessment: Assessment, site_url: str = "", part: SitePart | None = None, site_name: str = "", site_id: str = ""
) -> dict[str, bytes]:
    """Every feed of the part by its path in the site.

    `feed.xml` tells of a scorecard, `kpis/<id>/feed.xml` of a KPI, `people/<id>/feed.xml` of the KPIs that a person
    owns or updates; those of a child scorecard stand below `s/<id>/`. That of a KPI that is gone says
    so for a month. Links are absolute where the address of the site is known, relative to the feed where it is not.
    """
    names = names_of(assessment.project, site_url, site_name, site_id)
    news = _news_of(assessment)
    around = _FeedSite(site_url, names, assessment.as_of)
    return {
        f"{each.folder}{FEED}": each.text(around).encode()
        for card in cards_of(assessment, part)
        for each in news.feeds_at(card)
    }


@dataclass(frozen=True, slots=True)
class _FeedSite:
    """What all feeds of a site share."""

    site_url: str
    names: LastingNames
    as_of: date

    def href(self, folder: str, address: str) -> str:
        """The way from the feed in this folder to a page."""
        return xml_text(_absolute(self.site_url, address) or page_href(folder, address))


@dataclass(frozen=True, slots=True)
class _Entry:
    """One piece of news: the parts of its name, of which day it is, the page that tells more, and its words."""

    name: tuple[str, ...]
    day: date
    page: str
    title: str
    summary: str

    def text(self, folder: str, around: _FeedSite) -> str:
        return (
            f"<entry>\n<id>{xml_text(around.names.of(*self.name))}</id>\n<title>{xml_text(self.title)}</title>\n"
            f"<updated>{_stamp(self.day)}</updated>\n"
            f'<link rel="alternate" type="text/html" href="{around.href(folder, self.page)}"/>\n'
            f"<summary>{xml_text(self.summary)}</summary>\n</entry>\n"
        )


@dataclass(frozen=True, slots=True)
class _Feed:
    """One feed: the parts of its name, its folder, the page that shows the same, its words and its entries."""

    name: tuple[str, ...]
    folder: str
    page: str
    title: str
    author: str
    entries: tuple[_Entry, ...]

    def text(self, around: _FeedSite) -> str:
        own = _absolute(around.site_url, self.folder + FEED) or FEED
        told = (each.text(self.folder, around) for each in sorted(self.entries, key=_day, reverse=True))
        return (
            '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
            f"<id>{xml_text(around.names.of(*self.name))}</id>\n<title>{xml_text(self.title)}</title>\n"
            f"<updated>{_stamp(around.as_of)}</updated>\n<author><name>{xml_text(self.author)}</name></author>\n"
            f'<link rel="self" href="{xml_text(own)}"/>\n'
            f'<link rel="alternate" type="text/html" href="{around.href(self.folder, self.page)}"/>\n'
            f"{''.join(told)}</feed>\n"
        )


@dataclass(frozen=True, slots=True)
class _News:
    """All news of the project, and who is told of it."""

    assessment: Assessment
    addresses: Addresses
    renamed: Mapping[str, Renamed]
    """By the id that the KPI has now."""
    kpis_of: Mapping[str, list[str]]
    """Person to the KPIs that he owns or updates."""
    gone_of: Mapping[str, list[Departed]]
    """Scorecard and person, as `scorecard/id` and `person/id`, to what they have lost."""

    def feeds_at(self, card: ScorecardAssessment) -> Iterator[_Feed]:
        """The feed of a scorecard, and those of the KPIs and people that it declares."""
        home, title, kpis = self.addresses.home(card.scorecard.id), card.scorecard.title, self.assessment.kpis
        found = [each for name in card.kpis if name in kpis for each in self._of_kpi(name, card)]
        told = (*found, *self._removed(f"scorecard/{card.scorecard.id}"))
        yield _Feed((card.scorecard.id,), home, f"{home}changes/", title, title, tuple(told))
        for kpi in card.scorecard.kpis:
            if kpi.id in kpis:
                page = self.addresses.kpi(kpi.id)
                yield _Feed(("kpis", kpi.id), page, page, kpi.name, title, tuple(self._of_kpi(kpi.id, card)))
        for gone in self.gone_of.get(f"scorecard/{card.scorecard.id}", ()):
            page = f"{home}kpis/{gone.kpi}/"
            yield _Feed(("kpis", gone.kpi), page, f"{home}changes/", gone.name, title, (self._departed(gone, card),))
        for person in card.scorecard.people:
            page = self.addresses.person(person.id)
            name = say("What {person} answers for", person=person.name)
            yield _Feed(("people", person.id), page, page, name, title, tuple(self._of_person(person.id)))

    def _of_kpi(self, name: str, card: ScorecardAssessment) -> Iterator[_Entry]:
        for change in self.assessment.changes.by_kpi.get(name, ()):
            yield self._change(change, card)
        if name in self.renamed:
            yield self._renamed(self.renamed[name], card)

    def _of_person(self, person: str) -> Iterator[_Entry]:
        for name in self.kpis_of.get(person, ()):
            yield from self._of_kpi(name, self.assessment.scorecards[self.assessment.kpis[name].scorecard])
        yield from self._removed(f"person/{person}")

    def _removed(self, whose: str) -> Iterable[_Entry]:
        return (
            self._departed(each, self.assessment.scorecards[each.scorecard]) for each in self.gone_of.get(whose, ())
        )

    def _change(self, change: Change, card: ScorecardAssessment) -> _Entry:
        kpi = self.assessment.kpis[change.kpi].kpi
        return _Entry(
            (card.scorecard.id, change.kpi, change.kind.value, str(change.period)),
            min(change.period.end, self.assessment.as_of),
            self.addresses.kpi(change.kpi),
            change_headline(change, kpi, card.scorecard.words),
            change_summary(change, kpi),
        )

    def _departed(self, gone: Departed, card: ScorecardAssessment) -> _Entry:
        """Of the day of its last figures, which is the same as long as it is news."""
        day = self.assessment.as_of if gone.last is None else min(gone.last.period.end, self.assessment.as_of)
        page = f"{self.addresses.home(card.scorecard.id)}changes/"
        title = departed_headline(gone, card.scorecard.words)
        return _Entry((card.scorecard.id, gone.kpi, "removed"), day, page, title, departed_summary(gone))

    def _renamed(self, renamed: Renamed, card: ScorecardAssessment) -> _Entry:
        found = self.assessment.kpis[renamed.kpi]
        day = self.assessment.as_of if found.current is None else min(found.current.period.end, self.assessment.as_of)
        name = (card.scorecard.id, renamed.kpi, "renamed", renamed.was, renamed.name)
        title, summary = renamed_headline(renamed, found.kpi), renamed_summary(renamed, found.kpi)
        return _Entry(name, day, self.addresses.kpi(renamed.kpi), title, summary)


def _news_of(assessment: Assessment) -> _News:
    kpis_of, gone_of = defaultdict[str, list[str]](list), defaultdict[str, list[Departed]](list)
    for name, found in assessment.kpis.items():
        for person in {found.kpi.owner, found.kpi.updater} - {None}:
            kpis_of[str(person)].append(name)
    for gone in assessment.changes.gone:
        for whose in (f"scorecard/{gone.scorecard}", *(f"person/{each}" for each in gone.owners)):
            gone_of[whose].append(gone)
    renamed = {each.kpi: each for each in assessment.changes.renamed if each.kpi in assessment.kpis}
    return _News(assessment, Addresses(assessment.project), renamed, kpis_of, gone_of)


def _day(entry: _Entry) -> date:
    return entry.day


def _absolute(site_url: str, path: str) -> str:
    return f"{site_url.rstrip('/')}/{path}" if site_url else ""


def _stamp(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
