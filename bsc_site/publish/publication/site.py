"""The publication: pages and files become the finished site, proved and swapped into place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bsc_site.load.settings.own_settings import FILE, OwnSettings, read_own_settings
from bsc_site.load.settings.settings_check import settings_problems
from bsc_site.load.settings.settings_in_languages import in_language
from bsc_site.load.uncollected import forgotten
from bsc_site.model.command_progress import Progress, Silence
from bsc_site.model.failure import InputError, MachineError
from bsc_site.model.problem import Problem, Severity
from bsc_site.model.saying.said import said, sentence, sentence_of_count
from bsc_site.model.value_class import dataclass
from bsc_site.publish.disk.file_changes import Disk
from bsc_site.publish.disk.own_pages import own_in
from bsc_site.publish.disk.swap import check_target, take_spare
from bsc_site.publish.disk.tree import Sources, clashes, own_files, write_tree
from bsc_site.publish.engine.generated_settings import (
    HOOKS,
    Wishes,
    config_text,
    may_fill,
    usual_headings,
)
from bsc_site.publish.engine.language_switch import LanguageSwitch
from bsc_site.publish.engine.messages import Sightings, judge
from bsc_site.publish.engine.nav_paths import paths_in
from bsc_site.publish.engine.run_engine import Engine, EngineReport, engine_named
from bsc_site.publish.engine.search_answers import INDEX as SEARCH
from bsc_site.publish.engine.search_answers import complete_search
from bsc_site.publish.engine.search_hook import PREVIEWS
from bsc_site.publish.engine.theme_style import complete_style
from bsc_site.publish.filling.filling import Conditions, Filling
from bsc_site.publish.keeping.words import ground_word
from bsc_site.publish.link_check.file_reading import Read, read_file
from bsc_site.publish.link_check.flaws import NONE_KNOWN
from bsc_site.publish.link_check.reading import PageReading
from bsc_site.publish.manifest.making import Making
from bsc_site.publish.publication.assets import FOLDER, SCRIPT, STYLE
from bsc_site.publish.publication.flaw_lines import Origins, html_pages
from bsc_site.publish.publication.lost_page import LOST, Signpost, lost_page, with_signpost
from bsc_site.publish.publication.paper_margins import day_mark, shown_foot
from bsc_site.publish.repetition.repeatable import repeatable
from bsc_site.publish.site_language import ONLY, SiteLanguage
from bsc_site.publish.standing.kept_site import KeptSite, WholeSite
from bsc_site.render.matter.site_part import SCORECARDS, SitePart
from bsc_site.render.page import Page

STYLE_FILE, SCRIPT_FILE = f"{FOLDER}/{STYLE}", f"{FOLDER}/{SCRIPT}"
COMPLETED = frozenset({STYLE_FILE, LOST, f"{SEARCH}.json", f"{SEARCH}.js"})
"""The files of the site that change once more when all others stand."""
MARK = f"{FOLDER}/mark.svg"
"""The picture that stands for the site in the header and in the browser's tab."""


@dataclass(frozen=True)
class Edition:
    """What is to be published: pages, further files by path, the nav, and the css and js that every page loads.

    `site_name` and `site_url` stand for what mkdocs.yml does not say. `told` is what answers of the search say of a
    page, by its address; `sections` are title and address of each page that the page for missing pages lists.
    """

    site_name: str
    as_of: date
    pages: tuple[Page, ...]
    files: Mapping[str, bytes]
    nav: Sequence[Mapping[str, Any]] = ()
    css: tuple[str, ...] = ()
    javascript: tuple[str, ...] = ()
    site_url: str = ""
    told: Mapping[str, str] = field(default_factory=dict)
    sections: Sequence[tuple[str, str]] = ()
    part: SitePart | None = None
    """The part of the site that this is; None where it is all."""
    of_part: frozenset[str] = frozenset()
    """The files that come with the pages of the part; the others the site has once, whatever its parts."""
    plainly_written: bool = False
    """All pages are made by templates of ours."""
    switch: LanguageSwitch | None = None
    """What leads to the same site in other languages."""


@dataclass(frozen=True)
class Surroundings:
    """Where and how it is published: the project, the site's folder, who listens, the disk, and the engine.

    `engine` is the one that mkdocs.yml names unless it is given here. `read` reads files for the proof,
    `kept` is what earlier builds have left of their sites, `making` is what its manifest says of how it was made.
    """

    project: Path
    out: Path
    progress: Progress = Silence()  # it holds nothing
    disk: Disk = Disk()  # it holds nothing
    engine: Engine | None = None
    read: Read = read_file
    kept: KeptSite | None = None
    making: Making | None = None
    language: SiteLanguage = ONLY

    @property
    def docs(self) -> Path:
        """The folder of the Markdown tree."""
        return self.project / "build" / self.language.named("docs")


@dataclass(frozen=True)
class Published:
    """A site that stands: where, how many generated and own pages, how many files and bytes, and what was odd."""

    site: Path
    pages: int
    files: int
    size: int
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class PublishedMaterial:
    """What a site is made from: the project's settings, every source of its pages, and what is odd about them."""

    look: OwnSettings
    sources: Sources
    origins: Origins
    odd: tuple[Problem, ...]


def material_of(edition: Edition, around: Surroundings) -> PublishedMaterial:
    """What the site is made from. Raises InputError, or WrongUse where something else stands in its place."""
    look = read_own_settings(around.project)
    odd = settings_problems(look, around.project)
    stop_on(odd)
    check_target(around.out, around.project, look.docs)
    own = own_in(own_files(around.project / look.docs), around.language)
    sources = Sources(edition.pages, edition.files, own)
    stop_on(clashes(sources, look.docs))
    found = Sightings(around.project, look.docs, own, around.docs.name)
    origins = Origins(found, html_pages(sources), frozenset(sources.files))
    return PublishedMaterial(in_language(look, around.language.code), sources, origins, odd)


def made_before(
    edition: Edition, around: Surroundings, material: PublishedMaterial, new: Path
) -> Mapping[str, PageReading] | None:
    """Make the site in the folder `new` of what earlier builds have left; None where that is too little.

    Otherwise what pages refer to, by their paths, as far as it is known.
    """
    kept = around.kept
    return kept.page_readings() if kept and made_of_kept(edition, around, material, new, spare=False) else None


def made_of_kept(
    edition: Edition, around: Surroundings, material: PublishedMaterial, new: Path, *, spare: bool
) -> bool:
    """Whether the site was made so, with or without the `spare` one; if not, the folder is empty."""
    sources, kept = material.sources, around.kept
    word = _ground_word(edition, around, material)
    if kept is None or word is None or not kept.knows(word):
        return False
    _write_tree(around, sources, None)
    if spare:
        take_spare(new, around.out, around.disk)
    around.disk.make_folder(new)
    if kept.made(word, _whole(around, sources), new, around.disk):
        _complete(edition, around, material, new)
        return True
    emptied(new, around.disk)
    return False


def emptied(folder: Path, disk: Disk) -> None:
    """Nothing is left in the folder."""
    disk.remove_folder(folder)
    disk.make_folder(folder)


def make_site(
    edition: Edition, around: Surroundings, material: PublishedMaterial, new: Path
) -> Mapping[str, PageReading]:
    """Write the tree and let the engine make the site in the folder `new`; what filled pages refer to, by their paths.

    Raises InputError or MachineError.
    """
    sources, look, kept = material.sources, material.look, around.kept
    filling = _filling(edition, look, sources)
    _write_tree(around, sources, filling)
    _by_engine(edition, around, material, _EngineRun(settings_text(edition, material), filling, new))
    readings = filling.readings if filling else NONE_KNOWN
    word = _ground_word(edition, around, material)
    if kept is not None and word is not None and filling is not None:
        readings = kept.keep(word, _whole(around, sources), new, filling.filled)
    _complete(edition, around, material, new)
    return readings


_WRITING, _BY_ENGINE = sentence("Writing {pages} and {files}"), sentence("Building the site with {engine}")
_PAGES, _FILES = sentence_of_count("{count} page", "{count} pages"), sentence_of_count("{count} file", "{count} files")


def _write_tree(around: Surroundings, sources: Sources, filling: Filling | None) -> None:
    pages, files = said(_PAGES, count=len(sources.pages)), said(_FILES, count=len(sources.files) + len(sources.own))
    around.progress.step(said(_WRITING, pages=pages, files=files))
    seen, words = filling.take if filling else None, around.kept.words if around.kept else None
    write_tree(around.docs, sources, around.disk, seen, words)


def _whole(around: Surroundings, sources: Sources) -> WholeSite:
    stands = around.out / around.language.below
    return WholeSite(sources.pages, sources.files, around.docs, stands, COMPLETED)


def settings_text(edition: Edition, material: PublishedMaterial) -> str:
    """The settings of the engine."""
    return config_text(material.look, _wishes(edition), [each for each in material.sources.own if each.endswith(".md")])


@dataclass(frozen=True)
class _EngineRun:
    """What the engine is given: the text of its settings, what fills pages for it, and the folder of the site."""

    text: str
    filling: Filling | None
    new: Path


def _by_engine(edition: Edition, around: Surroundings, material: PublishedMaterial, run: _EngineRun) -> None:
    """Let the engine make the site, which needs much memory. Raises what it complains of."""
    forgotten()
    build, look = around.project / "build", material.look
    settings = build / around.language.named("mkdocs.yml")
    around.disk.write(settings, run.text.encode())
    for hook in HOOKS:
        around.disk.write(build / hook.name, hook.read_bytes())
    around.progress.step(said(_BY_ENGINE, engine=look.engine))
    report = _built(around.engine or engine_named(look.engine, edition.as_of), settings, run, around)
    judge(report, material.origins.sightings)


def _complete(edition: Edition, around: Surroundings, material: PublishedMaterial, new: Path) -> None:
    """Add what the engine knows nothing of."""
    complete_search(new, edition.told, around.disk)
    _complete_style(edition, material.sources, new, around.disk)
    lost = _lost_page(edition, around.project, material.look, material.sources, new / LOST)
    if lost is not None:
        around.disk.write(new / LOST, lost)


def _ground_word(edition: Edition, around: Surroundings, material: PublishedMaterial) -> str | None:
    """The word of the ground of the site; None where nothing is kept, or where the engine may see more than files."""
    if around.kept is None or around.engine or not may_fill(material.look) or not repeatable(around.project, ()):
        return None
    settings = around.project / FILE
    texts = settings_text(edition, material), settings.read_bytes() if settings.is_file() else b""
    return ground_word((edition.as_of, *texts), material.sources, frozenset(paths_in(edition.nav)))


def _filling(edition: Edition, look: OwnSettings, sources: Sources) -> Filling | None:
    """What fills pages that are made alike; None where the project looks at pages itself."""
    if not may_fill(look):
        return None
    nav, files, own = frozenset(paths_in(edition.nav)), tuple(sources.files), tuple(sources.own)
    return Filling(
        Conditions(
            nav,
            own,
            files,
            pictured=lambda page: f"{PREVIEWS}/{page}index.png" in sources.files,
            usual_headings=usual_headings(look),
            plainly_written=edition.plainly_written,
        )
    )


def _built(engine: Engine, settings: Path, run: _EngineRun, around: Surroundings) -> EngineReport:
    """What the engine says of the site; it makes every page where one would be filled otherwise."""
    folder, filling, disk = settings.with_name("filling"), run.filling, around.disk
    report = engine.build(settings, run.new, filling.ask(folder, disk) if filling else None)
    if filling is None or not report.succeeded or filling.complete(folder, around.docs, run.new, disk):
        return report
    filling.gave_up()
    return engine.build(settings, run.new)


def _complete_style(edition: Edition, sources: Sources, new: Path, disk: Disk) -> None:
    own = [page for page, source in html_pages(sources).items() if source in sources.own]
    scripts = [path for path in (*edition.javascript, *sources.own) if path.endswith(".js") and path != SCRIPT_FILE]
    complete_style(new, STYLE_FILE, ["index.html", *own], scripts, disk)


def _lost_page(edition: Edition, project: Path, look: OwnSettings, sources: Sources, made: Path) -> bytes | None:
    """The page for missing pages where what the engine `made` will not do: without an address, or over the own one."""
    if LOST in sources.own:
        return sources.own[LOST].read_bytes()
    theme = project / (look.text("theme", "custom_dir") or "build") / LOST
    if "404.md" in sources.own or theme.is_file():
        return None
    post = Signpost(look.text("site_name") or edition.site_name, sources.tops | _others(edition.part), edition.sections)
    address = str(edition.site_url or look.text("site_url") or "")
    if not address and not look.get("site_url"):
        return lost_page(post).encode()
    home = f"{urlsplit(address).path.rstrip('/')}/"
    return with_signpost(made.read_text("utf-8"), post, home).encode() if address and made.is_file() else None


def _others(part: SitePart | None) -> frozenset[str]:
    """The folder at the top of the site in which other parts stand."""
    return frozenset({SCORECARDS} if part is not None and part.owners else ())


def _wishes(edition: Edition) -> Wishes:
    return Wishes(
        edition.site_name,
        edition.nav,
        edition.css,
        edition.javascript,
        mark=MARK if MARK in edition.files else "",
        footer=shown_foot(edition.as_of),
        stamp=day_mark(edition.as_of, "hidden"),
        site_url=edition.site_url,
        switch=edition.switch,
    )


def stop_on(problems: Iterable[Problem]) -> None:
    """Raise for errors among the problems: the project's own as InputError, ours as MachineError."""
    errors = tuple(each for each in problems if each.severity is Severity.ERROR)
    if any(each.code.startswith("BSC9") for each in errors):
        raise MachineError(errors)
    if errors:
        raise InputError(errors)
