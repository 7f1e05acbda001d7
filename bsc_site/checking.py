"""The first half of the one straight pass: load, check, judge, and tell every problem."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache, partial
from pathlib import Path

from bsc_site.compute.assess import assess
from bsc_site.compute.audience import audience_of, kept_with_others, kept_without_a_word, set_apart
from bsc_site.compute.diagnosis import diagnosis_of
from bsc_site.compute.evidence.short_lags import short_lags
from bsc_site.compute.known.memory import NO_MEMORY, Memory, Remembered
from bsc_site.compute.known.value_code import ValueCode
from bsc_site.compute.known.value_word import word_of_bytes
from bsc_site.compute.plausibility.expected_figures import unexpected_figures
from bsc_site.compute.plausibility.vanished_figures import (
    Stood,
    in_site,
    in_version,
    needlessly_gone,
    vanished_figures,
)
from bsc_site.compute.plausibility.vanished_ids import ElementKind, ids_of, vanished_ids
from bsc_site.compute.series.project_series import BuiltSeries, build_series
from bsc_site.compute.swapping.told_secrets import secrets_told
from bsc_site.load.connections.patience import Asking
from bsc_site.load.future_rows import future_problems
from bsc_site.load.git.committed_results import committed_results_problems
from bsc_site.load.git.deliveries import with_deliveries
from bsc_site.load.git.last_changes import last_changes
from bsc_site.load.git.last_good import with_last_good
from bsc_site.load.git.versions import A_MONTH, earlier_version
from bsc_site.load.quality.standing_site import standing_files, standing_ids, standing_periods
from bsc_site.load.readings.project_readings import load_readings
from bsc_site.load.scorecards.project_folder import LoadedProject, load_project
from bsc_site.load.settings.settings_check import site_problems
from bsc_site.load.uncollected import uncollected
from bsc_site.model.command_progress import Progress, Silence
from bsc_site.model.declared.project import Project
from bsc_site.model.problem import Finding
from bsc_site.model.saying.said import said, sentence
from bsc_site.model.value_class import dataclass
from bsc_site.outcomes import Before, Examination, Order
from bsc_site.wording.problems.finding_text import worded
from bsc_site.wording.problems.problem_lines import told_in_order
from bsc_site.wording.status_words import with_status_words

SILENCE = Silence()
_PLAIN = ValueCode()


@dataclass(frozen=True, slots=True)
class Checked:
    """A project with all its problems, judged as it stands: nothing says yet what lies ahead or what is news."""

    examination: Examination
    project: Project | None = None
    """With what is not for everybody; None when the input is too broken."""
    month_ago: Callable[[], Before | None] = lambda: None
    """The version of a month ago, read when it is first asked for."""


@uncollected()
def checked(order: Order, progress: Progress = SILENCE, memory: Memory = NO_MEMORY) -> Checked:
    """Read everything, check everything, judge everything; write nothing. `memory` holds what was concluded before.

    Problems come sorted by file and line, each once; under `strict` the warnings among them are errors. Raises
    UnknownAudienceError.
    """
    progress.step(said(sentence("Reading the scorecard and its data")))
    loaded = _in_own_words(load_project(order.root, order.language))
    order = replace(order, language=loaded.language)
    if order.only and loaded.project is not None:
        _check_names(order.only, loaded.project)
    problems = [*loaded.problems, *site_problems(order.root), *committed_results_problems(order.root)]
    if loaded.readable is None:
        return Checked(Examination(None, told_in_order(problems, strict=order.strict)))
    read = load_readings(order.root, loaded.readable, loaded.facts, asking=Asking(order.environment))
    progress.step(said(sentence("Computing status, score and trend")))
    last_good = with_last_good(order.root, read.readings, read.stale)
    readings = with_deliveries(order.root, loaded.readable, last_good.readings)
    built = build_series(loaded.readable, readings, order.as_of, memory)
    coming, in_results = read.retold(future_problems(read.readings.values(), order.as_of))
    findings = (*read.findings, *in_results, *last_good.findings, *built.findings, *short_lags(loaded.readable))
    findings += (*unexpected_figures(loaded.readable, built.series),)
    problems += [*read.problems, *coming, *loaded.placed(map(worded, findings))]
    if loaded.project is None:
        return Checked(Examination(None, told_in_order(problems, strict=order.strict)))
    audience = audience_of(loaded.project, order.readers)
    apart = set_apart(loaded.project, audience)
    judged = partial(
        assess, loaded.project, built.series, order.as_of, known=Remembered(memory, built.words, built.origins)
    )
    assessment = judged(audience)
    everything = judged(None) if apart.left_out else assessment
    changed = last_changes(order.root, loaded.marks)
    diagnosis = diagnosis_of(assessment, everything, changed, loaded.marks.silenced, memory)
    told = (*diagnosis.findings, *kept_without_a_word(loaded.project))
    problems += loaded.placed(map(worded, (*secrets_told(loaded.project), *kept_with_others(loaded.project))))
    problems += loaded.marks.problems_of(worded(each) for each in told if not read.tells(each))
    last = _before(order, order.as_of, memory)
    month_ago = cache(lambda: _before(order, order.as_of - A_MONTH, memory))
    problems += loaded.placed(map(worded, _renamed(order, loaded.project, last)))
    if read.sound:
        problems += loaded.placed(map(worded, _gone(order, loaded.project, built, memory, last or month_ago())))
    told_all = told_in_order(problems, strict=order.strict)
    examination = Examination(assessment, told_all, diagnosis.health, apart, readings, built.series, read.files)
    return Checked(_with_languages(examination, loaded), loaded.project, month_ago)


def _with_languages(examination: Examination, loaded: LoadedProject) -> Examination:
    return replace(examination, translations=loaded.translations, written_in=loaded.written_in)


def _in_own_words(loaded: LoadedProject) -> LoadedProject:
    """What was loaded with the words of the site's language for the statuses that the project does not name."""
    if loaded.readable is None:
        return loaded
    readable = with_status_words(loaded.readable)
    return replace(loaded, readable=readable, project=None if loaded.project is None else readable)


def _check_names(scorecards: Iterable[str], project: Project) -> None:
    """Raises UnknownScorecardError, before anything is read that takes long."""
    from bsc_site.render.matter.site_part import part_of  # noqa: PLC0415  # `check` and `explain` never get here

    part_of(project, scorecards)


def _before(order: Order, day: date, memory: Memory) -> Before | None:
    """The version that was committed last on that day; None without any, or where nothing has changed since."""
    earlier = earlier_version(order.root, day, order.language)
    if earlier is None:
        return None
    built = build_series(earlier.project, earlier.readings, order.as_of, memory)
    return Before(earlier.project, built.series, earlier.day)


def _renamed(order: Order, project: Project, last: Before | None) -> Iterator[Finding]:
    """What is to be said of ids that the last version of the project or the site that stands has."""
    stood = [] if last is None else [ids_of(last.project)]
    in_site_ids = {ElementKind(*at): ids for at, ids in standing_ids(_standing(order)).items()}
    yield from vanished_ids(project, [*stood, in_site_ids])


def _standing(order: Order) -> Path:
    """The folder of the site that stands."""
    return order.stands or order.root / "build" / "site"


def _gone(order: Order, project: Project, built: BuiltSeries, memory: Memory, last: Before | None) -> Iterator[Finding]:
    """What is to be said of figures that stood before, and of those that are said to be gone."""
    now, stood = built.series, []
    if last is not None:
        stood.append(in_version(project.under_todays_ids(last.series), last.day))
    stood.append(_stands(order, project, built, memory))
    yield from vanished_figures(project, stood, now)
    yield from needlessly_gone(project, now)


def _stands(order: Order, project: Project, built: BuiltSeries, memory: Memory) -> Stood:
    """What has figures in the site that stands and not now; that a file has none of these is remembered."""
    files = project.under_todays_ids(standing_files(_standing(order)))
    words = {name: f"{built.words[name]} {word_of_bytes(each)}" for name, each in files.items() if name in built.words}
    asked = {name: each for name, each in files.items() if not memory.found("stands", words.get(name, ""), _PLAIN)}
    periods = {name: standing_periods(each) for name, each in asked.items()}
    stood = in_site(periods, project, built.series, order.as_of)
    for name in asked.keys() - stood.periods.keys():
        memory.keep("stands", words.get(name, ""), conclusion=True, code=_PLAIN)
    return stood
