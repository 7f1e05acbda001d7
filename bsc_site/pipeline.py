"""The one straight pass: load, check, compute, render, publish."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bsc_site.compute.analytics import with_outlook
from bsc_site.compute.assess import assess
from bsc_site.compute.audience import (
    Circle,
    UnknownAudienceError,
    audience_of,
    audiences_of,
    kept_without_a_word,
    set_apart,
)
from bsc_site.compute.comparison import changes_since
from bsc_site.compute.departures import departed_kpis
from bsc_site.compute.diagnosis import diagnosis_of
from bsc_site.compute.evidence.short_lags import short_lags
from bsc_site.compute.past.period_ends import with_past
from bsc_site.compute.plausibility.expected_figures import unexpected_figures
from bsc_site.compute.plausibility.vanished_figures import (
    Stood,
    in_site,
    in_version,
    needlessly_gone,
    vanished_figures,
)
from bsc_site.compute.plausibility.vanished_ids import ElementKind, ids_of, vanished_ids
from bsc_site.compute.reviews.book import with_reviews
from bsc_site.compute.series.project_series import build_series
from bsc_site.compute.worth.worth_of_figures import data_quality_of
from bsc_site.load.connections.patience import Asking
from bsc_site.load.future_rows import future_problems
from bsc_site.load.git.deliveries import committed_days, with_deliveries
from bsc_site.load.git.last_changes import last_changes
from bsc_site.load.git.last_good import with_last_good
from bsc_site.load.git.versions import A_MONTH, earlier_version
from bsc_site.load.quality.standing_site import standing_figures, standing_ids
from bsc_site.load.readings.project_readings import load_readings
from bsc_site.load.scorecards.project_folder import load_project
from bsc_site.load.settings.own_settings import docs_folder
from bsc_site.load.settings.settings_check import site_problems
from bsc_site.load.uncollected import uncollected
from bsc_site.model.command_progress import Progress, Silence
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.declared.project import Project
from bsc_site.model.failure import InputError
from bsc_site.model.problem import Finding, Problem
from bsc_site.model.series import Readings, Series
from bsc_site.outcomes import Before, Examination, Explanation, Order, Outcome
from bsc_site.wording.audience_text import remarks_on, shown_to
from bsc_site.wording.calculations.explanation import UnknownKpiError, explanation_of
from bsc_site.wording.problems.finding_text import worded
from bsc_site.wording.problems.problem_lines import told_in_order

if TYPE_CHECKING:  # `check` and `explain` need nothing that renders or publishes, and start sooner without
    from bsc_site.publish.delivery import Delivery
    from bsc_site.publish.publication.site import Edition, Published

__all__ = [
    "Circle",
    "Examination",
    "Order",
    "UnknownAudienceError",
    "UnknownKpiError",
    "build_site",
    "examine",
    "explained",
    "preview",
]

SILENCE = Silence()


@uncollected()
def examine(order: Order, progress: Progress = SILENCE) -> Examination:
    """Read everything, check everything, compute everything; write nothing.

    Problems come sorted by file and line, each once; under `strict` the warnings among them are errors. Raises
    UnknownAudienceError.
    """
    progress.step("Reading the scorecard and its data")
    loaded = load_project(order.root)
    if order.only and loaded.project is not None:
        _check_names(order.only, loaded.project)
    problems = [*loaded.problems, *site_problems(order.root)]
    if loaded.readable is None:
        return Examination(None, told_in_order(problems, strict=order.strict))
    read = load_readings(order.root, loaded.readable, loaded.facts, asking=Asking(order.environment))
    progress.step("Computing status, score and trend")
    last_good = with_last_good(order.root, read.readings, read.stale)
    readings = with_deliveries(order.root, loaded.readable, last_good.readings)
    built = build_series(loaded.readable, readings, order.as_of)
    coming, in_results = read.retold(future_problems(read.readings.values(), order.as_of))
    findings = (*read.findings, *in_results, *last_good.findings, *built.findings, *short_lags(loaded.readable))
    findings += (*unexpected_figures(loaded.readable, built.series),)
    problems += [*read.problems, *coming, *loaded.placed(map(worded, findings))]
    if loaded.project is None:
        return Examination(None, told_in_order(problems, strict=order.strict))
    audience = audience_of(loaded.project, order.readers)
    apart = set_apart(loaded.project, audience)
    assessment = assess(loaded.project, built.series, order.as_of, audience)
    everything = assess(loaded.project, built.series, order.as_of, None) if apart.left_out else assessment
    changed = last_changes(order.root, loaded.marks)
    diagnosis = diagnosis_of(assessment, everything, changed, loaded.marks.silenced)
    told = (*diagnosis.findings, *kept_without_a_word(loaded.project))
    problems += loaded.marks.problems_of(worded(each) for each in told if not read.tells(each))
    last, month_ago = _before(order, order.as_of), _before(order, order.as_of - A_MONTH)
    problems += loaded.placed(map(worded, _renamed(order, loaded.project, last)))
    if read.sound:
        problems += loaded.placed(map(worded, _gone(order, loaded.project, built.series, last or month_ago)))
    progress.step("Looking at noise, outlook and evidence")
    outlook = with_reviews(with_outlook(assessment, built.series))
    compared = _with_changes(outlook, month_ago, loaded.project)
    complete = replace(compared, quality=data_quality_of(compared, readings, {}))
    told_all = told_in_order(problems, strict=order.strict)
    return Examination(complete, told_all, diagnosis.health, apart, readings, built.series)


def _check_names(scorecards: Iterable[str], project: Project) -> None:
    """Raises UnknownScorecardError, before anything is read that takes long."""
    from bsc_site.render.site_part import part_of  # noqa: PLC0415  # `check` and `explain` never get here

    part_of(project, scorecards)


def _before(order: Order, day: date) -> Before | None:
    """The version that was committed last on that day; None without any, or where nothing has changed since."""
    earlier = earlier_version(order.root, day)
    if earlier is None:
        return None
    return Before(earlier.project, build_series(earlier.project, earlier.readings, order.as_of).series, earlier.day)


def _renamed(order: Order, project: Project, last: Before | None) -> Iterator[Finding]:
    """What is to be said of ids that the last version of the project or the site that stands has."""
    stood = [] if last is None else [ids_of(last.project)]
    in_site_ids = {ElementKind(*at): ids for at, ids in standing_ids(_standing(order)).items()}
    yield from vanished_ids(project, [*stood, in_site_ids])


def _standing(order: Order) -> Path:
    """The folder of the site that stands."""
    return order.stands or order.root / "build" / "site"


def _gone(order: Order, project: Project, now: Mapping[str, Series], last: Before | None) -> Iterator[Finding]:
    """What is to be said of figures that stood before, and of those that are said to be gone."""
    stood = tuple(_stood(order, project, now, last))
    yield from vanished_figures(project, stood, now)
    yield from needlessly_gone(project, now)


def _stood(order: Order, project: Project, now: Mapping[str, Series], last: Before | None) -> Iterator[Stood]:
    """What had figures before: the last version of the data, and the site that stands."""
    if last is not None:
        yield in_version(project.under_todays_ids(last.series), last.day)
    yield in_site(project.under_todays_ids(standing_figures(_standing(order))), project, now, order.as_of)


def _with_changes(assessment: Assessment, before: Before | None, project: Project) -> Assessment:
    """The assessment with its news, compared with an earlier version where the project has one."""
    if before is None:
        return replace(assessment, changes=changes_since(assessment, {}, None))
    gone = departed_kpis(project, before.project, assessment.audience)
    earlier = project.under_todays_ids(before.series)
    return replace(assessment, changes=replace(changes_since(assessment, earlier, before.day), gone=gone))


def _with_days(order: Order, assessment: Assessment, readings: Mapping[str, Readings]) -> Assessment:
    """The assessment with the day on which each data file last changed, as git tells."""
    files = {file for each in readings.values() for file in each.files}
    days = {file: day for file, day in committed_days(order.root, files).items() if day <= order.as_of}
    return replace(assessment, quality=data_quality_of(assessment, readings, days))


def explained(order: Order, kpi: str) -> Explanation:
    """The whole calculation of a KPI's status and score. Raises UnknownKpiError, UnknownAudienceError."""
    examination = examine(order)
    if examination.assessment is None:
        return Explanation((), examination.problems)
    return Explanation(explanation_of(examination.assessment, kpi), examination.problems)


def build_site(order: Order, delivery: Delivery) -> Outcome:
    """The whole way from the project to its site; nothing is published when a problem forbids it.

    Raises PublishError (own pages and settings, the machine), UnknownAudienceError and UnknownScorecardError; the site
    that stood before stands then as it was.
    """
    from bsc_site.publish.publication.edition import EditionMaterial, edition_of  # noqa: PLC0415  # see above
    from bsc_site.render.site_part import part_of  # noqa: PLC0415  # likewise

    with uncollected():
        stands = order.stands or (None if order.only else delivery.out)
        examination = examine(replace(order, stands=stands), delivery.progress)
        assessment, problems, apart = examination.assessment, examination.problems, examination.apart
        if assessment is None or examination.refused:
            delivery.progress.done()
            return Outcome(problems, None)
        assessment = with_past(_with_days(order, assessment, examination.readings))
        part = part_of(assessment.project, order.only) if order.only else None
        material = EditionMaterial(assessment, None if apart.left_out else problems, examination.health, part)
        try:
            edition = edition_of(material, order.root, delivery)
        except InputError as error:
            delivery.progress.done()
            return Outcome((*problems, *error.problems), None)
    published = _published(order, delivery, edition, examination)
    problems = told_in_order((*problems, *published.problems), strict=order.strict)
    return Outcome(problems, published, tuple(remarks_on(apart, audiences_of(assessment.project))))


def _published(order: Order, delivery: Delivery, edition: Edition, examination: Examination) -> Published:
    """The whole site, or the part of it that is wanted with what it has in common with all other parts."""
    from bsc_site.publish.assembly.common_input import made_from  # noqa: PLC0415  # see above
    from bsc_site.publish.assembly.part_publication import publish_part  # noqa: PLC0415  # likewise
    from bsc_site.publish.publication.site import Surroundings, publish  # noqa: PLC0415  # likewise

    around = Surroundings(order.root, delivery.out, delivery.progress)
    if edition.part is None:
        return publish(edition, around)
    assessment = examination.assessment
    readers = assessment.audience if assessment else None
    data = (file for each in examination.readings.values() for file in each.files)
    common = made_from(order.root, data, examination.series, order.as_of, readers)
    return publish_part(edition, around, edition.part, {**common, "address": delivery.site_url})


def preview(order: Order, port: int | None) -> None:
    """Serve a preview of the site on this machine alone, rebuilt at every change of its files, until interrupted.

    Raises MachineError when the port is taken.
    """
    from bsc_site.publish.delivery import Delivery, default_out  # noqa: PLC0415  # see above
    from bsc_site.publish.preview.server import Serving, preview_site, serve  # noqa: PLC0415  # likewise

    site = preview_site(order.root)

    def rebuild() -> tuple[Problem, ...]:
        outcome = build_site(replace(order, stands=default_out(order.root)), Delivery(site))
        return () if outcome.published else outcome.problems

    serve(Serving(order.root, site, rebuild, port, docs=docs_folder(order.root), shows=shown_to(order.readers)))
