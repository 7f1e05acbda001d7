"""The publication in several languages: each site is made whole, all are proved together and swapped in at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from bsc_site.load.settings.own_settings import site_address
from bsc_site.model.problem import Place, Problem
from bsc_site.model.rules import problem
from bsc_site.model.value_class import dataclass
from bsc_site.publish.build_progress import PROVING, told
from bsc_site.publish.delivery import Delivery
from bsc_site.publish.disk.lock import build_lock
from bsc_site.publish.disk.site_size import count
from bsc_site.publish.disk.swap import workshop
from bsc_site.publish.engine.language_switch import LanguageSwitch
from bsc_site.publish.file_failures import file_failures
from bsc_site.publish.keeping.kept_readings import KeptReadings
from bsc_site.publish.keeping.kept_results import KeptResults
from bsc_site.publish.link_check.flaws import Flaw, prove
from bsc_site.publish.link_check.reading import PageReading
from bsc_site.publish.manifest.site_manifest import write_manifest
from bsc_site.publish.publication.flaw_lines import flaw_problems
from bsc_site.publish.publication.site import (
    Edition,
    Published,
    PublishedMaterial,
    Surroundings,
    made_before,
    make_site,
    material_of,
    stop_on,
)
from bsc_site.publish.several_languages.one_site import publish
from bsc_site.publish.site_language import SiteLanguage
from bsc_site.publish.standing.kept_site import KeptSite
from bsc_site.publish.standing.site_record import SiteRecord
from bsc_site.wording.language import Language, speaking


@dataclass(frozen=True)
class SiteInLanguage:
    """What is to be published in one language, which is `spoken` meanwhile, and how it is delivered."""

    delivery: Delivery
    spoken: Language
    edition: Edition

    def kept(self, project: Path, until: ExitStack, readings: KeptReadings) -> KeptSite | None:
        """What earlier builds have left of the site, and what this one leaves; None where nothing is kept."""
        cache = self.delivery.cache(project)
        if cache is None:
            return None
        grounds = until.enter_context(KeptResults(cache, "ground", most_unused=3))
        pages = until.enter_context(KeptResults(cache, "html", most_unused=400))
        record = until.enter_context(KeptResults(cache, "site", most_unused=0))
        return KeptSite(grounds, pages, SiteRecord(record), readings)


@dataclass(frozen=True)
class _Making:
    """One site with all that it is made from."""

    spoken: Language
    edition: Edition
    around: Surroundings
    material: PublishedMaterial

    @property
    def below(self) -> str:
        return self.around.language.below


def publish_sites(sites: Sequence[SiteInLanguage], around: Surroundings, readings: KeptReadings) -> Published:
    """Write and make every site, the first of them at the top, prove the whole, swap it in.

    `readings` are those of earlier builds.

    Raises what the publication of one site raises; the site that stood before stands then as it was, in all languages.
    """
    with ExitStack() as until:
        kept = [each.kept(around.project, until, readings) for each in sites]
        if len(sites) == 1:
            return publish(sites[0].edition, replace(around, kept=kept[0]))
        return _published([_Site(each, of) for each, of in zip(sites, kept, strict=True)], around)


class _Site(NamedTuple):
    wanted: SiteInLanguage
    kept: KeptSite | None


def _published(sites: Sequence[_Site], around: Surroundings) -> Published:
    home = sites[0].wanted.delivery.site_url or site_address(around.project)
    with told(around.progress), file_failures(around.project):
        makings = _switched([_making(each, around) for each in sites], home)
        stop_on(_in_the_way(makings))
        with build_lock(around.project / "build" / ".lock"), workshop(around.out, around.disk) as new:
            for anew in (False, True):
                found = _made(makings, new, anew=anew)
                around.progress.step(PROVING)
                flaws = prove(new, found.pages, around.read, known=found.known)
                if not (flaws and found.of_earlier):
                    break
            stop_on(each for making in makings for each in _told_of(making, makings, flaws))
            write_manifest(around.making, new, around.disk)
        odd = {(each.code, each.place): each for making in makings for each in making.material.odd}
        return Published(around.out, len(found.pages), *count(around.out), tuple(odd.values()))


def _making(site: _Site, around: Surroundings) -> _Making:
    delivery, spoken, edition = site.wanted.delivery, site.wanted.spoken, site.wanted.edition
    own = replace(around, language=delivery.language, kept=site.kept, progress=delivery.progress)
    with speaking(spoken):
        return _Making(spoken, edition, own, material_of(edition, own))


def _switched(makings: Sequence[_Making], home: str) -> list[_Making]:
    """The same, where each knows which of its pages the others lack."""
    pages = {each.around.language.code: frozenset(each.material.origins.html) for each in makings}

    def switch(language: SiteLanguage) -> LanguageSwitch:
        here = pages[language.code]
        return LanguageSwitch(language, home, {code: tuple(sorted(here - there)) for code, there in pages.items()})

    return [replace(each, edition=replace(each.edition, switch=switch(each.around.language))) for each in makings]


def _in_the_way(makings: Sequence[_Making]) -> Iterator[Problem]:
    """The project's own files at the top that stand where another language has its site."""
    top, *others = makings
    for path in top.material.sources.own:
        for each in others:
            if path.startswith(each.below):
                message = f"the site in '{each.around.language.code}' stands there; move this file to another folder"
                yield problem("BSC511", Place(f"{top.material.look.docs}/{path}"), message)


class _Found(NamedTuple):
    """What is known of sites that were made: their pages, what pages refer to, whether any is of earlier builds."""

    pages: frozenset[str]
    known: Mapping[str, PageReading]
    of_earlier: bool


def _made(makings: Sequence[_Making], new: Path, *, anew: bool) -> _Found:
    """Make every site in the folder `new`, that at the top first: the engine empties the folder that it is given."""
    known: dict[str, PageReading] = {}
    pages, of_earlier = set[str](), False
    for each in makings:
        asked = each.edition, each.around, each.material, new / each.below
        with speaking(each.spoken):
            readings = None if anew or each.around.kept is None else made_before(*asked)
            of_earlier |= readings is not None
            readings = make_site(*asked) if readings is None else readings
        known |= {each.below + path: reading for path, reading in readings.items()}
        pages |= {each.below + path for path in each.material.origins.html}
    return _Found(frozenset(pages), known, of_earlier)


def _told_of(making: _Making, makings: Sequence[_Making], flaws: Sequence[Flaw]) -> Iterator[Problem]:
    """The flaws of one site as problems, as they would be told if it were alone."""
    below = making.below
    others = tuple(each.below for each in makings if each.below and each is not making)
    own = [each for each in flaws if each.path.startswith(below) and not (not below and each.path.startswith(others))]
    yield from flaw_problems(
        [replace(each, path=each.path.removeprefix(below)) for each in own], making.material.origins
    )
