"""The feeds: what changed about a scorecard's KPIs, for readers who are told and do not look (Atom, RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from urllib.parse import quote

from bsc_site.model.concluded.assessment import ScorecardAssessment
from bsc_site.model.concluded.changes import Change
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.value_class import dataclass
from bsc_site.render.addresses import Addresses, page_href
from bsc_site.render.matter.site_part import SitePart, cards_of
from bsc_site.render.text import xml_text
from bsc_site.wording.calculations.change_text import change_headline, change_summary

FEED = "feed.xml"


def feeds(assessment: Assessment, site_url: str = "", part: SitePart | None = None) -> dict[str, bytes]:
    """Every feed of the part by its path in the site: `feed.xml`, that of a child scorecard below `s/<id>/`.

    Links are absolute where the address of the site is known, relative to the feed where it is not.
    """
    addresses = Addresses(assessment.project)
    return {
        f"{addresses.home(card.scorecard.id)}{FEED}": _Feed(assessment, addresses, card, site_url).text().encode()
        for card in cards_of(assessment, part)
    }


@dataclass(frozen=True, slots=True)
class _Feed:
    assessment: Assessment
    addresses: Addresses
    card: ScorecardAssessment
    site_url: str

    @property
    def id(self) -> str:
        return self.card.scorecard.id

    def text(self) -> str:
        title = xml_text(self.card.scorecard.title)
        home = self.addresses.home(self.id)
        own = _absolute(self.site_url, home + FEED) or FEED
        return (
            '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n'
            f"<id>{_urn(self.id)}</id>\n<title>{title}</title>\n<updated>{_stamp(self.assessment.as_of)}</updated>\n"
            f'<author><name>{title}</name></author>\n<link rel="self" href="{xml_text(own)}"/>\n'
            f'<link rel="alternate" type="text/html" href="{self._href(f"{home}changes/")}"/>\n'
            f"{''.join(self._entries())}</feed>\n"
        )

    def _entries(self) -> Iterator[str]:
        changes, names = self.assessment.changes.by_kpi, self.card.scorecard.words
        found = [each for name in self.card.kpis if name in self.assessment.kpis for each in changes.get(name, ())]
        for change in sorted(found, key=self._day, reverse=True):
            kpi = self.assessment.kpis[change.kpi].kpi
            yield (
                f"<entry>\n<id>{_urn(self.id, change.kpi, change.kind.value, str(change.period))}</id>\n"
                f"<title>{xml_text(change_headline(change, kpi, names))}</title>\n"
                f"<updated>{_stamp(self._day(change))}</updated>\n"
                f'<link rel="alternate" type="text/html" href="{self._href(self.addresses.kpi(change.kpi))}"/>\n'
                f"<summary>{xml_text(change_summary(change, kpi))}</summary>\n</entry>\n"
            )

    def _day(self, change: Change) -> date:
        return min(change.period.end, self.assessment.as_of)

    def _href(self, address: str) -> str:
        href = _absolute(self.site_url, address) or page_href(self.addresses.home(self.id), address)
        return xml_text(href)


def _absolute(site_url: str, path: str) -> str:
    return f"{site_url.rstrip('/')}/{path}" if site_url else ""


def _urn(*parts: str) -> str:
    """The same thing has the same name in every build, wherever the site stands."""
    return f"urn:bsc-site:{':'.join(quote(each, safe='') for each in parts)}"


def _stamp(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
