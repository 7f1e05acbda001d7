"""Former addresses: a page that leads on from each address of an earlier id, and copies of its files."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import NamedTuple

from bsc_site.model.concluded.assessment import ScorecardAssessment
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.declared.initiative import Initiative
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.declared.scorecard import Objective, Person, Perspective
from bsc_site.publish.engine.policy_hook import bare_policy
from bsc_site.render.addresses import EMBEDDED, Addresses, page_href
from bsc_site.render.page import Page
from bsc_site.wording.language import html_language, say

_FILES_OF_A_KPI = (
    *("api/v1/kpis/{}.json", "api/v1/oembed/{}.json", "data/{}.csv", "badges/{}.svg", "kpis/{}/feed.xml"),
)
_FILES_OF_A_PERSON = ("people/{}/feed.xml", "people/{}/calendar.ics")


class Pictures(NamedTuple):
    """The pictures that other programs show of pages: the address of the site, and PNG by path; none without one."""

    site_url: str
    folder: str
    files: Mapping[str, bytes]

    def of(self, address: str) -> str:
        """The path of the picture of a page, whether there is one or not."""
        return f"{self.folder}/{address}index.png"

    def under_former(self, assessment: Assessment) -> dict[str, bytes]:
        """All of them, and once more under the addresses that their pages had: old messages go on to show them."""
        begin, end = len(self.folder) + 1, -len("index.png")
        moved = _moved(assessment, {path[begin:end] for path in self.files})
        return {self.of(former): self.files[self.of(address)] for address, former in moved} | {**self.files}


def former_addresses(
    assessment: Assessment, pages: Iterable[Page], files: Mapping[str, bytes], pictures: Pictures
) -> dict[str, bytes]:
    """HTML by its path for each address that a page had, and the files of each KPI once more under its earlier ids.

    An address at which something stands today is left to that. All below the home page of a scorecard that had another
    id leads on from there too.
    """
    titles = {page.address: page.title for page in pages}
    embedded = {f"{address}{EMBEDDED}": title for address, title in titles.items()}
    titles |= {address: title for address, title in embedded.items() if f"{address}index.html" in files}
    found: dict[str, bytes] = {}
    for address, former in _moved(assessment, titles):
        if former not in titles:
            shown = _shown(pictures, address, titles[address])
            found[f"{former}index.html"] = _leading_on(page_href(former, address), titles[address], shown)
    for path, former in _copied(assessment, files):
        if former not in files and former not in found:
            found[former] = files[path]
    return found


def _moved(assessment: Assessment, titles: Collection[str]) -> Iterator[tuple[str, str]]:
    """Address of a page and one that it had."""
    addresses = Addresses(assessment.project)
    for card in assessment.scorecards.values():
        home = addresses.home(card.scorecard.id)
        homes = _homes(assessment, card)
        own = {address for address in titles if address.startswith(home)} if homes[1:] else set()
        yield from ((address, f"{each}{address[len(home) :]}") for address in sorted(own) for each in homes[1:])
        for folder, id_, former in _named(card, assessment):
            for below in ("", EMBEDDED):
                address = f"{home}{folder}/{id_}/{below}"
                if address in titles:
                    yield from ((address, f"{each}{folder}/{name}/{below}") for each in homes for name in former)


def _copied(assessment: Assessment, files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Path of a file and one that it had."""
    addresses = Addresses(assessment.project)
    for card in assessment.scorecards.values():
        home, homes = addresses.home(card.scorecard.id), _homes(assessment, card)
        own = [path for path in files if path.startswith(home)] if homes[1:] else []
        yield from ((path, f"{each}{path[len(home) :]}") for path in own for each in homes[1:])
        kpis = [each for name in card.kpis if (each := assessment.project.kpis.get(name)) is not None]
        named = [(pattern, each.id, each.was) for each in kpis for pattern in _FILES_OF_A_KPI]
        named += [(pattern, each.id, each.was) for each in card.scorecard.people for pattern in _FILES_OF_A_PERSON]
        for pattern, id_, former in named:
            path = f"{home}{pattern.format(id_)}"
            if path in files:
                yield from ((path, f"{each}{pattern.format(one)}") for each in homes for one in former)


def _homes(assessment: Assessment, card: ScorecardAssessment) -> Sequence[str]:
    """The home page of a scorecard and those that it had; the one at the top has always been there."""
    here = Addresses(assessment.project).home(card.scorecard.id)
    return (here, *(f"s/{each}/" for each in card.scorecard.was)) if here else (here,)


def _named(card: ScorecardAssessment, assessment: Assessment) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Folder, id and earlier ids of each element of a scorecard that has any."""
    own = (
        each for id_, each in assessment.project.kpis.items() if assessment.project.home_of[id_].id == card.scorecard.id
    )
    kinds: dict[str, Iterable[Kpi | Person | Perspective | Objective | Initiative]] = {
        "kpis": own,
        "people": card.scorecard.people,
        "perspectives": card.scorecard.perspectives,
        "objectives": card.scorecard.objectives.values(),
        "initiatives": card.scorecard.initiatives,
    }
    for folder, elements in kinds.items():
        yield from ((folder, each.id, each.was) for each in elements if each.was)


def _shown(pictures: Pictures, address: str, title: str) -> str:
    """What programs show where the earlier address is shared, for those that do not follow it; see https://ogp.me."""
    path = pictures.of(address)
    if path not in pictures.files:
        return ""
    base = pictures.site_url.rstrip("/")
    told = {"og:title": title, "og:url": f"{base}/{address}", "og:image": f"{base}/{path}"}
    return "".join(f'<meta property="{name}" content="{_inert(text)}">\n' for name, text in told.items())


def _leading_on(href: str, title: str, shown: str) -> bytes:
    """A page that leads on by itself, with or without a script, and keeps what follows the `#` where it can."""
    parts = {
        "language": html_language(),
        "policy": bare_policy(_SCRIPT),
        "script": _SCRIPT,
        "title": _inert(say("{page} has another address now", page=title)),
        "href": _inert(href),
        "to": _inert(say("Go to {page}", page=title)),
        "shown": shown,
    }
    return _PAGE.format(**parts).encode()


def _inert(text: str) -> str:
    return escape(text).replace("{", "&#123;")


_SCRIPT = 'location.replace(document.querySelector("link[rel=canonical]").href + location.hash);'
_PAGE = """\
<!doctype html>
<html {language}>
<head>
<meta charset="utf-8">
{policy}
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={href}">
<link rel="canonical" href="{href}">
{shown}<link rel="icon" href="data:,">
<title>{title}</title>
<script>{script}</script>
</head>
<body>
<p><a href="{href}">{to}</a></p>
</body>
</html>
"""
