"""Looking back: what git tells of a project's past, beside what is concluded about it today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache, partial
from typing import NamedTuple

from bsc_site.compute.comparison import changes_since
from bsc_site.compute.departures import departed_kpis, renamed_kpis, with_last_standing
from bsc_site.compute.known.memory import NO_MEMORY, Memory
from bsc_site.compute.known.value_code import ValueCode
from bsc_site.compute.known.value_word import word_of_values
from bsc_site.compute.past.found_targets import (
    AimsCode,
    FoundAims,
    aims_in,
    carries_targets,
    files_of,
    versions_worth,
    with_histories_of_found,
)
from bsc_site.compute.past.period_edits import SeenVersion, VersionThen, edits_between, seen_version
from bsc_site.compute.past.period_flips import earlier_periods, flips_of, told_of_edits
from bsc_site.compute.series.project_series import build_series
from bsc_site.compute.swapping.declared_histories import histories_of
from bsc_site.compute.swapping.matching import elements_of
from bsc_site.load.git.declared_versions import declared_versions
from bsc_site.load.git.monthly_commits import monthly_commits
from bsc_site.load.git.versions import A_MONTH, commit_of, data_word, line_of, version_at
from bsc_site.model.concluded.changes import PeriodNews, UnreadVersion
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.declared.project import Project
from bsc_site.model.differences.difference import DifferenceKind, ToldDifference
from bsc_site.model.kept_fields import kept_in
from bsc_site.outcomes import Before, Examination, Order
from bsc_site.wording.language import spoken
from bsc_site.wording.reporting.told_differences import ToldCode, told_differences
from bsc_site.wording.status_words import with_status_words

_PLAIN = ValueCode()


def with_changes(assessment: Assessment, before: Before | None, today: VersionThen) -> Assessment:
    """The assessment with its news, compared with an earlier version where the project has one."""
    if before is None:
        return replace(assessment, changes=changes_since(assessment, {}, None))
    project = today.project
    gone = departed_kpis(project, before.project, assessment.audience)
    gone = with_last_standing(gone, before.project, before.series, assessment.as_of, assessment.audience)
    renamed = renamed_kpis(project, before.project, assessment.audience)
    changes = changes_since(assessment, project.under_todays_ids(before.series), before.day)
    then = VersionThen(before.project, before.series, "then", before.day)
    sides = [seen_version(each, project, assessment.audience) for each in (then, today)]
    edits = edits_between(sides[0], sides[1], assessment.as_of) if sides[0] and sides[1] else None
    found = told_differences(edits.differences, edits.projects) if edits else ()
    declared = tuple(each for each in found if each.kind is not DifferenceKind.FIGURES)
    return replace(assessment, changes=replace(changes, gone=gone, renamed=renamed, declared=declared))


def with_periods(order: Order, assessment: Assessment, project: Project, memory: Memory = NO_MEMORY) -> Assessment:
    """The assessment with the news of earlier periods; `project` is the whole of it.

    What was edited in the month before the day of the build is told with the newest news.
    """
    periods = earlier_periods(assessment)
    flips = flips_of(assessment, periods)
    versions = _Versions(order, assessment, project, memory)
    until = order.as_of - A_MONTH
    told = told_of_edits(assessment, periods)
    spans = {each: (each.shift(-1).end, min(each.end, until)) for each in periods if each in told}
    edits = {each: versions.edits(*span) for each, span in spans.items()}
    unread = {each: versions.unread_within(*span) for each, span in spans.items()}
    every = (PeriodNews(each, flips[each], edits.get(each, ()), unread.get(each)) for each in periods)
    news = tuple(each for each in every if each.flips or each.edits or each.unread)
    return replace(assessment, changes=replace(assessment.changes, periods=news, unread=versions.at(until).unread))


class _Nearest(NamedTuple):
    """The commit that tells how the project stood at the end of a day, empty without any.

    Where the latest one cannot be read, its day and that of the one that tells.
    """

    commit: str = ""
    missed: date | None = None
    instead: date | None = None

    @property
    def unread(self) -> UnreadVersion | None:
        """The version that cannot be read."""
        return UnreadVersion(self.missed, self.instead) if self.missed else None


class _Versions:
    """The versions of a project by the days at whose ends they were committed, each read once when it is asked for."""

    def __init__(self, order: Order, assessment: Assessment, project: Project, memory: Memory) -> None:
        """No version is read yet."""
        self._order, self._memory, self._now, self._audience = order, memory, project, assessment.audience
        self._seen = word_of_values(_known_of(project), _known_of(assessment.project))
        self._commit = cache(lambda day: commit_of(order.root, day))
        self._load = cache(lambda commit: version_at(order.root, commit, order.language))
        self._versions: dict[str, SeenVersion | None] = {}
        self._days: dict[date, _Nearest] = {}

    def edits(self, first: date, last: date) -> tuple[ToldDifference, ...]:
        """What was edited after the end of one day up to the end of another; nothing where git cannot tell."""
        if not self._moved(first, last):
            return ()
        before, after = self.at(first).commit, self.at(last).commit
        if not before or not after or before == after:
            return ()
        word = word_of_values(before, after, self._order.language, spoken().code, self._audience, self._seen)
        return self._memory.recalled("edits", word, lambda: self._told(before, after), ToldCode())

    def unread_within(self, first: date, last: date) -> UnreadVersion | None:
        """The version at the end of the other day, where that was committed after the first one and cannot be read."""
        return self.at(last).unread if self._moved(first, last) else None

    def _moved(self, first: date, last: date) -> bool:
        return first < last and bool(self._commit(first)) and self._commit(first) != self._commit(last)

    def at(self, day: date) -> _Nearest:
        """What tells how the project stood at the end of a day."""
        if day not in self._days:
            self._days[day] = self._nearest(day)
        return self._days[day]

    def _nearest(self, day: date) -> _Nearest:
        """By the version at the end of that day, or the nearest one before it that can be read."""
        commit = self._commit(day)
        if not commit:
            return _Nearest()
        word = word_of_values(commit, self._order.language)
        return _Nearest(*self._memory.recalled("readable", word, lambda: self._readable(commit), _PLAIN))

    def _readable(self, commit: str) -> tuple[str, date | None, date | None]:
        """What `_Nearest` says of the commit."""
        line = line_of(self._order.root, commit)
        found = next((each for each in line if self._load(each) is not None), "")
        return (commit, None, None) if found == commit else (found, line.get(commit), line.get(found))

    def _told(self, before: str, after: str) -> tuple[ToldDifference, ...]:
        old, new = self._read(before), self._read(after)
        if old is None or new is None:
            return ()
        found = edits_between(old, new, new.version.day)
        return told_differences(found.differences, found.projects)

    def _read(self, commit: str) -> SeenVersion | None:
        if commit not in self._versions:
            self._versions[commit] = self._version(commit)
        return self._versions[commit]

    def _version(self, commit: str) -> SeenVersion | None:
        found = self._load(commit)
        if found is None:
            return None
        project = with_status_words(found.project)
        series = build_series(project, found.readings, found.day).series
        version = VersionThen(project, series, data_word(self._order.root, commit), found.day)
        return seen_version(version, self._now, self._audience)


def _known_of(project: Project) -> list[tuple[str, str]]:
    """Every element, and what of it is kept from some readers."""
    return [(key.address, str(kept_in(each))) for key, each in elements_of(project).items()]


def with_histories(order: Order, assessment: Assessment) -> Assessment:
    """The assessment with what became of its declarations, as git tells."""
    versions = declared_versions(order.root, order.as_of)
    return replace(assessment, histories=histories_of(assessment.project, versions)) if versions else assessment


def with_target_histories(order: Order, found: Examination, memory: Memory = NO_MEMORY) -> Examination:
    """What was found with what became of the targets that stand in data, as git tells."""
    assessment, project = found.assessment, found.project
    if assessment is None or project is None:
        return found
    seen, told = assessment.project.kpis, found.readings
    open_to_all = [name for name in assessment.kpis if kept_in(project.kpis[name]) == kept_in(seen[name])]
    kpis = [name for name in open_to_all if name in told and carries_targets(told[name])]
    files = {file for name in kpis for file in files_of(found.readings[name])}
    commits = monthly_commits(order.root, files, order.as_of, versions_worth(project)) if kpis else {}
    if not commits:
        return found

    def read(commit: str) -> tuple[FoundAims, ...]:
        then = version_at(order.root, commit, order.language)
        series = build_series(then.project, then.readings, then.day).series if then else {}
        return aims_in(then.project, series, kpis, project) if then else ()

    code = AimsCode()
    versions: list[tuple[date | None, tuple[FoundAims, ...]]] = []
    for day, commit in commits.items():
        word = word_of_values(commit, order.language, kpis)
        versions.append((day, memory.recalled("aims", word, partial(read, commit), code)))
    today = {name: found.series[name] for name in kpis}
    versions.append((None, aims_in(project, today, kpis, project)))
    return replace(found, assessment=with_histories_of_found(assessment, versions))
