"""The one straight pass: load, check, compute, render, publish."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

from bsc_site.compute.analytics import with_outlook
from bsc_site.compute.assess import assess
from bsc_site.compute.audience import Apart, Circle, Readers, UnknownAudienceError, audience_of, audiences_of, set_apart
from bsc_site.compute.comparison import changes_since
from bsc_site.compute.health.checkup import checkup, findings
from bsc_site.compute.health.score import health_of
from bsc_site.compute.reviews.book import with_reviews
from bsc_site.compute.series.project_series import build_series
from bsc_site.load.git.last_changes import last_changes
from bsc_site.load.git.versions import earlier_version
from bsc_site.load.readings.project_readings import load_readings
from bsc_site.load.scorecards.element_places import Marks
from bsc_site.load.scorecards.project_folder import load_project
from bsc_site.load.suggestions import did_you_mean
from bsc_site.model.concluded.health import Health
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.declared.project import Project
from bsc_site.model.declared.scorecard import NO_AUDIENCE
from bsc_site.model.figures import count_text
from bsc_site.model.problem import Finding, Place, Problem, Severity
from bsc_site.model.rules import problem
from bsc_site.publish.build_progress import Progress, Silence
from bsc_site.publish.data_files.api import documents
from bsc_site.publish.data_files.badges import badges
from bsc_site.publish.data_files.feed import feeds
from bsc_site.publish.engine.own_settings import docs_folder, site_address
from bsc_site.publish.preview.server import Serving, preview_site, serve
from bsc_site.publish.publication.assets import FOLDER, assets_in
from bsc_site.publish.publication.drawings import draw_all, live_files
from bsc_site.publish.publication.site import Edition, Published, Surroundings, publish, site_problems
from bsc_site.render.charts.catalogue import charts_of
from bsc_site.render.pages.folder import templates_folder, templates_in
from bsc_site.render.pages.nav import navigation
from bsc_site.render.pages.site_pages import SiteMaterial, render_pages
from bsc_site.render.pages.templates import TemplateProblem
from bsc_site.wording.calculations.calculation_text import calculation_steps
from bsc_site.wording.finding_text import worded
from bsc_site.wording.freshness_text import freshness_steps
from bsc_site.wording.trend_text import trend_steps

__all__ = [
    "Circle",
    "Delivery",
    "Order",
    "UnknownAudienceError",
    "UnknownKpiError",
    "build_site",
    "examine",
    "explained",
    "preview",
]

CACHE = ".bsc-cache"
SILENCE = Silence()
TEMPLATES = "docs_templates"
A_MONTH = timedelta(days=31)
FOLLOW_UPS = frozenset({"BSC402", "BSC408"})
"""Findings about names that no KPI has: not told while a KPI is missing only because its declaration is wrong."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for: which project, at which date, for whom, how strictly."""

    root: Path
    as_of: date
    readers: Readers = Circle.EVERYTHING
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Delivery:
    """Where the site goes, how many charts are drawn at once, whether drawings are kept, and who is told.

    `site_url` is the address that the site will have on the web, with a slash at its end; empty where mkdocs.yml tells.
    """

    out: Path
    jobs: int = 1
    cached: bool = True
    progress: Progress = SILENCE
    site_url: str = ""


@dataclass(frozen=True, slots=True)
class Examination:
    """Everything that is known before anything is written; `assessment` is None when the input is too broken."""

    assessment: Assessment | None
    problems: tuple[Problem, ...]
    health: Mapping[str, Health] = field(default_factory=dict)
    """Scorecard id to how well it is made."""
    apart: Apart = field(default_factory=Apart)
    """What is not for everybody."""

    @property
    def refused(self) -> bool:
        """Whether a problem forbids to publish."""
        return self.assessment is None or any(each.severity is Severity.ERROR for each in self.problems)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build came to: every problem, and the site that stands; None when nothing was published.

    `remarks` are sentences about what was left out, and about what is shown that is not for everybody.
    """

    problems: tuple[Problem, ...]
    published: Published | None
    remarks: tuple[str, ...] = ()


def examine(order: Order, progress: Progress = SILENCE) -> Examination:
    """Read everything, check everything, compute everything; write nothing.

    Problems come sorted by file and line, each once; under `strict` the warnings among them are errors. Raises
    UnknownAudienceError.
    """
    progress.step("Reading the scorecard and its data")
    loaded = load_project(order.root)
    problems = [*loaded.problems, *site_problems(order.root)]
    if loaded.readable is None:
        return Examination(None, _in_order(problems, strict=order.strict))
    read = load_readings(order.root, loaded.readable, loaded.broken)
    progress.step("Computing status, score and trend")
    built = build_series(loaded.readable, read.readings, order.as_of)
    found = [each for each in (*read.findings, *built.findings) if not (loaded.broken and each.code in FOLLOW_UPS)]
    problems += [*read.problems, *_placed(found, loaded.marks)]
    if loaded.project is None:
        return Examination(None, _in_order(problems, strict=order.strict))
    audience = audience_of(loaded.project, order.readers)
    apart = set_apart(loaded.project, audience)
    assessment = assess(loaded.project, built.series, order.as_of, audience)
    everything = assess(loaded.project, built.series, order.as_of, None) if apart.left_out else assessment
    flaws, health = _balance(assessment, everything, loaded.marks, last_changes(order.root, loaded.marks))
    problems += flaws
    progress.step("Looking at noise, outlook and evidence")
    complete = _with_news(with_reviews(with_outlook(assessment, built.series)), order)
    return Examination(complete, _in_order(problems, strict=order.strict), health, apart)


def _with_news(assessment: Assessment, order: Order) -> Assessment:
    """The assessment with its news, figures compared with those of a month before where the project has a history."""
    earlier = earlier_version(order.root, order.as_of - A_MONTH)
    if earlier is None:
        return replace(assessment, changes=changes_since(assessment, {}, None))
    series = build_series(earlier.project, earlier.readings, order.as_of).series
    return replace(assessment, changes=changes_since(assessment, series, earlier.day))


class UnknownKpiError(ValueError):
    """The KPI is none of the project's; the message names one that is close."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a KPI came by its status: lines to read, and the problems when there is nothing to read."""

    lines: tuple[str, ...]
    problems: tuple[Problem, ...]

    @property
    def refused(self) -> bool:
        """Whether there is nothing to read."""
        return not self.lines


def explained(order: Order, kpi: str) -> Explanation:
    """The whole calculation of a KPI's status and score. Raises UnknownKpiError, UnknownAudienceError."""
    examination = examine(order)
    if examination.assessment is None:
        return Explanation((), examination.problems)
    found = examination.assessment.kpis.get(kpi)
    if found is None:
        close = did_you_mean(kpi, examination.assessment.kpis)
        raise UnknownKpiError(f"'{kpi}' is neither a KPI of this project nor a rule{close}")
    card = examination.assessment.scorecards[found.scorecard].scorecard
    heading = f"{found.kpi.name}: {card.status_names.of(found.status)}"
    trend = trend_steps(found.trend, found.kpi.frequency)
    steps = (*calculation_steps(found, card.status_names), *trend, *freshness_steps(found.freshness))
    outlook = (*found.signal.sentences, *found.forecast.sentences)
    return Explanation((heading, *steps, *outlook), examination.problems)


def build_site(order: Order, delivery: Delivery) -> Outcome:
    """The whole way from the project to its site; nothing is published when a problem forbids it.

    Raises PublishError (own pages and settings, the machine) and UnknownAudienceError; the site that stood before
    stands then as it was.
    """
    try:
        with _uncollected():
            examination = examine(order, delivery.progress)
            if examination.assessment is None or examination.refused:
                delivery.progress.done()
                return Outcome(examination.problems, None)
            edition = _edition(examination.assessment, examination, order, delivery)
    except TemplateProblem as error:
        delivery.progress.done()
        flaw = problem("BSC501", Place(f"{TEMPLATES}/{error.template}", error.line, 1), error.message)
        return Outcome((*examination.problems, flaw), None)
    published = publish(edition, Surroundings(order.root, delivery.out, delivery.progress))
    problems = _in_order((*examination.problems, *published.problems), strict=order.strict)
    return Outcome(problems, published, tuple(_remarks(examination.assessment.project, examination.apart)))


def _remarks(project: Project, apart: Apart) -> Iterator[str]:
    """What was left out, with the way to see it; and what the site holds that is not for everybody."""
    if apart.left_out:
        are, were, them = ("is", "was", "it") if sum(apart.left_out.values()) == 1 else ("are", "were", "them")
        count, circles = _set_apart_words(project, apart.left_out)
        yield f"{count} {are} for {circles} only and {were} left out; build with --audience {NO_AUDIENCE} to see {them}"
    if apart.shown:
        count, circles = _set_apart_words(project, apart.shown)
        yield f"This site holds {count} for {circles} only; do not publish it for everyone"


def _set_apart_words(project: Project, found: Mapping[str, int]) -> tuple[str, str]:
    """`3 elements` and `staff or board`."""
    circles = sorted(found, key=[*audiences_of(project), *sorted(found)].index)
    return count_text(sum(found.values()), "element"), " or ".join(circles)


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for unreachable cycles: frozen values have none, and looking at millions of them takes a sixth more."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


def _edition(assessment: Assessment, examination: Examination, order: Order, delivery: Delivery) -> Edition:
    problems = None if examination.apart.left_out else examination.problems
    cache = order.root / CACHE if delivery.cached else None
    delivery.progress.step("Filling the charts")
    charts = charts_of(assessment)
    delivery.progress.step(f"Drawing {len(charts):,} charts")
    drawings = draw_all(charts, cache, delivery.jobs, lambda _, __: None)
    live = {f"{FOLDER}/{name}": content for name, content in live_files(cache).items()}
    delivery.progress.step("Writing the pages")
    own = templates_in(order.root / TEMPLATES)
    assets = assets_in(templates_folder(), order.root / TEMPLATES)
    return Edition(
        site_name=assessment.project.root.title,
        as_of=order.as_of,
        pages=render_pages(SiteMaterial(assessment, problems, charts, drawings, own, examination.health)),
        files={
            **_published(assessment, problems or (), delivery.site_url or site_address(order.root)),
            **assets.files,
            **live,
        },
        nav=navigation(assessment),
        css=assets.css,
        javascript=assets.javascript,
        site_url=delivery.site_url,
    )


def _published(assessment: Assessment, problems: tuple[Problem, ...], address: str) -> dict[str, bytes]:
    """Every file for other programs and for other pages."""
    return {**documents(assessment, problems), **badges(assessment), **feeds(assessment, address)}


def preview(order: Order, port: int | None) -> None:
    """Serve a preview of the site on this machine alone, rebuilt at every change of its files, until interrupted.

    Raises MachineError when the port is taken.
    """
    site = preview_site(order.root)

    def rebuild() -> tuple[Problem, ...]:
        outcome = build_site(order, Delivery(site))
        return () if outcome.published else outcome.problems

    serve(Serving(order.root, site, rebuild, port, docs=docs_folder(order.root), shows=_shows(order.readers)))


def _shows(readers: Readers) -> str:
    """What of the project a preview shows."""
    if readers is Circle.EVERYTHING or readers == NO_AUDIENCE:
        return "everything, also what is not for everybody"
    return f"what is for {readers.value if isinstance(readers, Circle) else readers}"


def _balance(
    seen: Assessment, everything: Assessment, marks: Marks, changed: Mapping[str, date]
) -> tuple[tuple[Problem, ...], dict[str, Health]]:
    """What is to be mended about the balance of the scorecards, and their health.

    Of what was found in the part that an audience sees, only what holds for everything is told: an objective whose only
    KPI is hidden has a KPI; and what was found in the part alone names nothing hidden.
    """
    checked = checkup(seen, changed)
    true = frozenset(checked.findings if everything is seen else findings(everything, changed))
    reasons = {each: marks.silenced(each) for each in checked.findings if each in true}
    problems = tuple(marks.problem_of(each) for each, because in reasons.items() if because is None)
    return problems, {name: health_of(checked, name, reasons) for name in seen.scorecards}


def _placed(found: Iterable[Finding], marks: Marks) -> tuple[Problem, ...]:
    return tuple(marks.problem_of(worded(each)) for each in found if marks.silenced(each) is None)


def _in_order(problems: Iterable[Problem], *, strict: bool) -> tuple[Problem, ...]:
    each_once = sorted(set(problems), key=lambda problem: problem.sort_key)
    return tuple(_hardened(problem) for problem in each_once) if strict else tuple(each_once)


def _hardened(problem: Problem) -> Problem:
    return replace(problem, severity=Severity.ERROR) if problem.severity is Severity.WARNING else problem
