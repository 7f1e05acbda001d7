"""The edition: every page and every file of a site, made from its assessment; nothing is written yet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from functools import partial
from pathlib import Path

from markupsafe import Markup

from bsc_site.load.git.committed_results import CACHE, committed_results
from bsc_site.load.settings.own_settings import OwnSettings, read_own_settings, site_address
from bsc_site.load.settings.settings_in_languages import in_language
from bsc_site.model.concluded.health import Health
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.failure import InputError
from bsc_site.model.problem import Place, Problem
from bsc_site.model.rules import problem
from bsc_site.model.saying.said import said, sentence
from bsc_site.model.translated.missing import Translations
from bsc_site.model.value_class import dataclass
from bsc_site.publish.data_files.api import Make, each_document, made_anew
from bsc_site.publish.data_files.badges import badges
from bsc_site.publish.data_files.finder_index import INDEX, answers, finder_index
from bsc_site.publish.data_files.former_addresses import Pictures, former_addresses
from bsc_site.publish.data_files.later_files import chart_files, later_files
from bsc_site.publish.delivery import Delivery
from bsc_site.publish.file_failures import file_failures
from bsc_site.publish.keeping.compiled_templates import compiled_templates
from bsc_site.publish.keeping.kept_details import KeptDetails
from bsc_site.publish.keeping.kept_figures import KeptFigures
from bsc_site.publish.keeping.kept_kpi_rows import KeptKpiRows
from bsc_site.publish.keeping.kept_pages import KeptPages
from bsc_site.publish.keeping.kept_results import KeptResults
from bsc_site.publish.keeping.kept_texts import kept_texts
from bsc_site.publish.keeping.words import Words
from bsc_site.publish.publication.assets import FOLDER, STYLE, Assets, Join, assets_in
from bsc_site.publish.publication.joined_script import Joined, joined_script
from bsc_site.publish.publication.joined_style import joined_style
from bsc_site.publish.publication.laid_pages import LaidPages, Writing, laid_pages
from bsc_site.publish.publication.late_charts import LateCharts, LateDrawings
from bsc_site.publish.publication.paper_margins import paper_margins
from bsc_site.publish.publication.preview_files import FOLDER as PREVIEWS
from bsc_site.publish.publication.preview_files import preview_files
from bsc_site.publish.publication.site import Edition
from bsc_site.publish.sharing.laid_aside import LaidFiles, Store
from bsc_site.publish.site_language import SiteLanguage
from bsc_site.publish.subscriptions.due_calendar import calendars
from bsc_site.publish.subscriptions.feed import feeds
from bsc_site.publish.subscriptions.lasting_names import names_of
from bsc_site.publish.subscriptions.oembed import oembeds
from bsc_site.render.charts.bundle import live_bundle
from bsc_site.render.charts.catalogue import charts_to_fill
from bsc_site.render.charts.grammar.chart import Chart
from bsc_site.render.matter.row_making import RowMaking, made_now
from bsc_site.render.matter.site_part import SitePart
from bsc_site.render.page import Page
from bsc_site.render.pages.finder_rows import finder_rows
from bsc_site.render.pages.folder import templates_folder, templates_in
from bsc_site.render.pages.nav import navigation
from bsc_site.render.pages.site_material import chart_made_now, value_made_now
from bsc_site.render.pages.site_pages import PageWriter, SiteMaterial, outlines_of, pages_at
from bsc_site.render.pages.template_problem import TemplateProblem
from bsc_site.render.previews.site_previews import site_previews

TEMPLATES = "docs_templates"


@dataclass(frozen=True, slots=True)
class EditionMaterial:
    """What the pages tell: the assessment, the problems (None: not for these readers), and scorecard id to health.

    `part` is the part of the site that is wanted; None is all of it.
    """

    assessment: Assessment
    problems: tuple[Problem, ...] | None
    health: Mapping[str, Health]
    part: SitePart | None = None
    translations: Translations = field(default_factory=Translations)
    """How far the texts are translated; nothing of it for readers from whom something is hidden."""
    set_off: Mapping[str, Markup] = field(default_factory=dict)
    """Each text in another language or direction than that of the pages to the attributes that say so."""


@dataclass(frozen=True, slots=True)
class _Cache:
    """What is kept of earlier builds in a folder.

    Style sheets, pages, details of KPIs in the published data, rows of KPIs in long pages and files, charts.
    """

    folder: Path | None
    styles: KeptResults
    pages: KeptResults
    details: KeptResults
    rows: KeptResults
    charts: KeptResults


def edition_of(material: EditionMaterial, root: Path, delivery: Delivery) -> Edition:
    """The edition of the project in the folder `root`. InputError for an own file that cannot be used."""
    folder = delivery.cache(root)
    with (
        compiled_templates(),
        KeptResults(folder, "style", most_unused=3) as styles,
        KeptResults(folder, "page") as pages,
        KeptResults(folder, "detail") as details,
        KeptResults(folder, "row", most_unused=1) as rows,
        KeptResults(folder, "chart") as charts,
    ):
        return _edition(material, root, delivery, _Cache(folder, styles, pages, details, rows, charts))


def _edition(material: EditionMaterial, root: Path, delivery: Delivery, cache: _Cache) -> Edition:
    assessment, progress = material.assessment, delivery.progress
    assets = _assets(root, cache.styles)
    own = templates_in(root / TEMPLATES)
    progress.step(said(sentence("Writing the pages")))
    fill = charts_to_fill(assessment, material.part)
    address = delivery.site_url or site_address(root)
    kept, charts = _kept_of(material, (own, address), cache, fill), LateCharts(fill)
    live = {f"{FOLDER}/{name}": content for name, content in live_bundle().items()}
    rows = finder_rows(assessment)
    live[f"{FOLDER}/{INDEX}"] = finder_index(rows)
    drawings = LateDrawings(charts)
    told = SiteMaterial(assessment, material.problems, charts, drawings, own, material.health)
    told = replace(told, plots=drawings.plots, chart_text=kept.chart_text)
    told = replace(told, value_text=kept.value_text, rows=kept.rows, site_url=address)
    told = replace(told, translations=material.translations, set_off=material.set_off)
    laid = partial(Store, root / "build")
    writer, outlines = PageWriter(told, progress.goes_on), tuple(outlines_of(assessment, material.part))
    with file_failures(root):
        written = _pages(Writing(outlines, writer, kept.pages(told), kept.details), delivery.jobs, laid)
        look = read_own_settings(root)
        organisation = in_language(look, delivery.language.code).text("site_name") or assessment.project.root.title
        subscribed = _subscribed(material, address, organisation, _site_id(material, look, delivery.language))
        data = _data_files(material, replace(kept, details=written.details), laid())
        files = LaidFiles(data, subscribed, chart_files(charts, kept.chart_text), written.beside)
    kept.keep()
    pages = written.pages
    previews = preview_files(site_previews(assessment, rows, organisation), cache.folder) if address else {}
    pictures = Pictures(address, PREVIEWS, previews)
    former, shown = former_addresses(assessment, pages, files, pictures), pictures.under_former(assessment)
    return Edition(
        site_name=assessment.project.root.title,
        as_of=assessment.as_of,
        pages=pages,
        files=LaidFiles(files, former, _with_margins(assets.files, organisation, assessment.as_of), live, shown),
        nav=navigation(assessment),
        css=assets.css,
        javascript=assets.javascript,
        site_url=delivery.site_url,
        told=answers(rows),
        sections=[(row.name, row.address) for row in rows if row.is_page],
        plainly_written=not own,
        part=material.part,
        of_part=frozenset({*files, *former}),
    )


def pages_first(material: EditionMaterial, root: Path, addresses: Sequence[str]) -> Iterator[Page]:
    """The pages at these addresses, in this order, as the edition will have them. Raises TemplateProblem."""
    charts = LateCharts(charts_to_fill(material.assessment, material.part))
    drawings, own = LateDrawings(charts), templates_in(root / TEMPLATES)
    told = SiteMaterial(material.assessment, material.problems, charts, drawings, own, material.health)
    told = replace(told, translations=material.translations, set_off=material.set_off)
    return pages_at(replace(told, site_url=site_address(root)), addresses)


def edition_first(material: EditionMaterial, root: Path, addresses: Sequence[str]) -> Edition:
    """The pages at these addresses alone, with what every page loads. Raises TemplateProblem and InputError."""
    project, as_of = material.assessment.project, material.assessment.as_of
    cache = None if committed_results(root) else root / CACHE
    with KeptResults(cache, "style", most_unused=3) as styles:
        assets = _assets(root, styles)
    with compiled_templates():
        pages = tuple(pages_first(material, root, addresses))
    organisation = in_language(read_own_settings(root)).text("site_name") or project.root.title
    live = {f"{FOLDER}/{name}": content for name, content in live_bundle().items()}
    return Edition(
        site_name=project.root.title,
        as_of=as_of,
        pages=pages,
        files={**_with_margins(assets.files, organisation, as_of), **live},
        nav=navigation(material.assessment),
        css=assets.css,
        javascript=assets.javascript,
    )


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is kept of earlier builds: pages, details of KPIs in the published data, rows, what charts are shown as."""

    pages: Callable[[SiteMaterial], KeptPages | None] = lambda _: None
    details: Make = made_anew
    rows: RowMaking = made_now
    chart_text: Callable[[str, str, Callable[[], str]], str] = chart_made_now
    value_text: Callable[[str, object, Callable[[], str]], str] = value_made_now
    keep: Callable[[], None] = lambda: None


def _kept_of(
    material: EditionMaterial,
    around: tuple[Mapping[str, str], str],
    cache: _Cache,
    fill: Mapping[str, Callable[[], Chart]],
) -> _Kept:
    """`around` are the project's own templates and the address of the site."""
    if cache.folder is None:
        return _Kept()
    words = Words(material.assessment, *around, material.set_off)
    rows, figures = KeptKpiRows(cache.rows, words), KeptFigures(cache.charts, words, fill)
    details = KeptDetails(cache.details, words).of
    pages = partial(KeptPages, cache.pages, words)
    return _Kept(pages, details, rows.row, figures.text, figures.of_value, rows.keep)


def _assets(root: Path, results: KeptResults) -> Assets:
    """What the pages load, the scripts and the style sheets joined now or before."""
    style, script = partial(_kept_joined, results, joined_style), partial(_kept_joined, results, joined_script)
    return assets_in(templates_folder(), root / TEMPLATES, join_style=style, join_script=script)


def _kept_joined(results: KeptResults, join: Join, entry: str, sources: Mapping[str, str]) -> Joined:
    """One of them: of style sheets only others come into one, and none into a script."""

    def joined() -> tuple[str, ...]:
        made = join(entry, sources)
        return made.text, *made.files

    sheets = entry.endswith(".css")
    texts = sorted((name, text) for name, text in sources.items() if name.endswith(".css") is sheets)
    text, *files = kept_texts(results, (entry, texts), joined)
    return Joined(text, tuple(files))


def _with_margins(files: Mapping[str, bytes], organisation: str, as_of: date) -> dict[str, bytes]:
    """The files with the margins of printed pages in the style sheet of every page."""
    style = f"{FOLDER}/{STYLE}"
    return {**files, style: files[style] + paper_margins(organisation, as_of).encode()}


def _pages(writing: Writing, jobs: int, store: Callable[[], Store]) -> LaidPages:
    try:
        return laid_pages(writing, jobs, store)
    except TemplateProblem as error:
        place = Place(f"{TEMPLATES}/{error.template}", error.line, 1)
        raise InputError((problem("BSC501", place, error.message),)) from error


def _data_files(material: EditionMaterial, kept: _Kept, store: Store) -> LaidFiles:
    """Every file for other programs and for other pages; many and long ones are laid aside."""
    assessment, part = material.assessment, material.part
    published = each_document(assessment, material.problems or (), kept.details, part, kept.rows)
    return LaidFiles(
        {path: store.put(content) for path, content in published},
        badges(assessment, part, kept.rows),
        later_files(assessment, part, kept.rows),
    )


def _site_id(material: EditionMaterial, look: OwnSettings, language: SiteLanguage) -> str:
    """What tells the site from every other one without an address: that in another language is another one."""
    if not language.below:
        return look.site_id
    project = material.assessment.project
    whole = names_of(project, "", look.text("site_name") or project.root.title, look.site_id)
    return f"{whole.authority}/{language.code}"


def _subscribed(material: EditionMaterial, address: str, organisation: str, site_id: str) -> dict[str, bytes]:
    """Feeds and calendars, and what tells other programs how to show a KPI."""
    asked = material.assessment, address, material.part, organisation
    return feeds(*asked, site_id) | calendars(*asked, site_id) | oembeds(*asked)
