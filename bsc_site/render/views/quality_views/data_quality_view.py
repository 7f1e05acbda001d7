"""The data quality page: how fresh, how complete, what is wrong, what was silenced."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import starmap

from markupsafe import Markup

from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.declared.kpi import Ignore
from bsc_site.model.problem import Problem, Severity
from bsc_site.model.translated.missing import Translations
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import FreshnessWord
from bsc_site.render.views.parts.freshness_marks import LATE, OLDEST_FIRST, freshness_mark, word_mark
from bsc_site.render.views.parts.page_parts import NOWHERE, Frame, Link, ScoreMark, StatusMark
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.quality_views.translations_view import NO_LANGUAGES, TranslationsView, translations_view
from bsc_site.render.views.quality_views.worth_of_data import WorthView, worth_view
from bsc_site.wording.calculations.origin_text import source_text
from bsc_site.wording.conclusions.figures_conclusion import data_conclusion
from bsc_site.wording.figures import date_text, number_text, period_text
from bsc_site.wording.language import say, say_count, say_in
from bsc_site.wording.period_counts import periods_text
from bsc_site.wording.problems.problem_lines import first_of, title_of


@dataclass(frozen=True, slots=True)
class FreshRow:
    """How fresh the figures of one KPI are, and how many periods between its first and last are missing."""

    link: Link
    freshness: StatusMark
    latest: str
    due: str
    gaps: str
    owner: Link
    origin: str


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """One problem that the checks found."""

    code: str
    severity: str
    where: str
    message: str


@dataclass(frozen=True, slots=True)
class SilencedLine:
    """A rule that does not apply to an element, and why."""

    link: Link
    rule: str
    because: str


@dataclass(frozen=True, slots=True)
class FreshCount:
    """How many KPIs have a freshness."""

    mark: StatusMark
    count: str


@dataclass(frozen=True, slots=True)
class QualityView:
    """Everything that `data-quality.md.jinja` shows."""

    title: str
    frame: Frame
    conclusion: str
    as_of: str
    counts: tuple[FreshCount, ...]
    standing: ScoreMark
    worth: WorthView
    late: tuple[FreshRow, ...]
    rows: tuple[FreshRow, ...]
    """Every KPI, the oldest figures first."""
    problems: tuple[ProblemRow, ...]
    """Of a rule that finds the same again and again the first, and how many more there are."""
    all_problems: Markup
    """The way to the file that lists all of them; empty where the page does."""
    no_problems: str
    elsewhere: Link
    """Below the root: the page that lists the problems of the whole project, or every page would list them all."""
    translations: TranslationsView
    """At the root alone, and where the project is written in several languages."""
    silenced: tuple[SilencedLine, ...]


_UNKNOWN = Translations()


def quality_view(
    here: Standpoint, problems: Sequence[Problem] | None, translations: Translations = _UNKNOWN
) -> QualityView:
    """The data quality of the scorecard, the oldest figures first; `problems` are those of the whole project.

    They are None for readers from whom something is hidden, because a problem may name it.
    """
    title = say("Data quality: {scorecard}", scorecard=here.card.scorecard.title)
    kpis = [here.assessment.kpis[each] for each in here.seen(here.card.kpis)]
    kpis.sort(key=lambda each: OLDEST_FIRST.index(each.freshness.word))
    elsewhere = _elsewhere(here) if problems else Link("")
    late = [each for each in kpis if each.freshness.word in LATE]
    worth, told = worth_view(here, problems or ()), list(first_of(problems or ()))
    return QualityView(
        title=title,
        frame=here.frame(title),
        conclusion=data_conclusion(worth.score, len(late), len(kpis)),
        as_of=date_text(here.assessment.as_of),
        counts=tuple(
            FreshCount(word_mark(word), say_count("{count} KPI", "{count} KPIs", here.card.freshness.get(word, 0)))
            for word in FreshnessWord
        ),
        standing=here.standing(here.card.standing),
        worth=worth,
        late=tuple(_row(here, each) for each in late),
        rows=tuple(_row(here, each) for each in kpis),
        problems=() if elsewhere.href else tuple(starmap(_problem, told)),
        all_problems=here.file("api/v1/scorecard.json") if any(more for _, more in told) else NOWHERE,
        no_problems=_silence(problems),
        elsewhere=elsewhere,
        translations=translations_view(translations) if here.id == here.assessment.project.root.id else NO_LANGUAGES,
        silenced=tuple(_silenced(here, kpis)),
    )


def _elsewhere(here: Standpoint) -> Link:
    root = here.assessment.project.root
    if here.id == root.id:
        return Link("")
    return Link(root.title, here.href(here.overview_address("data-quality", root.id)))


def _silence(problems: Sequence[Problem] | None) -> str:
    if problems is None:
        return say("What the checks found is shown to those who see the whole scorecard.")
    return "" if problems else say("The checks found nothing wrong.")


def _row(here: Standpoint, found: KpiAssessment) -> FreshRow:
    fresh = found.freshness
    gaps = found.gaps
    return FreshRow(
        link=here.kpi(found.kpi.id),
        freshness=freshness_mark(fresh),
        latest=period_text(fresh.latest) if fresh.latest else say("none yet"),
        due=date_text(fresh.next_due) if fresh.next_due else "—",
        gaps=say("{periods} missing", periods=periods_text(gaps, found.kpi.frequency))
        if gaps
        else say_in("gaps", "none"),
        owner=here.person(found.kpi.updater or found.kpi.owner),
        origin=source_text(found.origin),
    )


def _problem(problem: Problem, more: int) -> ProblemRow:
    """The row of a problem, or of so many more of its rule."""
    if more:
        message = say("and {more} more: {title}", more=number_text(more, 0), title=title_of(problem.code))
        return ProblemRow(problem.code, _severity(problem.severity), problem.place.file, message)
    line = f":{problem.place.line}" if problem.place.line else ""
    message = f"{problem.key}: {problem.message}" if problem.key else problem.message
    return ProblemRow(problem.code, _severity(problem.severity), f"{problem.place.file}{line}", message)


def _severity(severity: Severity) -> str:
    return {
        Severity.ERROR: say_in("severity", "error"),
        Severity.WARNING: say_in("severity", "warning"),
        Severity.NOTE: say_in("severity", "note"),
    }[severity]


def _silenced(here: Standpoint, kpis: Sequence[KpiAssessment]) -> Iterable[SilencedLine]:
    yield from _each(here.scorecard(here.id), here.card.scorecard.ignore)
    for row in here.card.perspectives.values():
        yield from _each(here.perspective(row.perspective.id), row.perspective.ignore)
    for goal in here.card.objectives.values():
        yield from _each(here.objective(goal.objective.id), goal.objective.ignore)
    for each in kpis:
        yield from _each(here.kpi(each.kpi.id), each.kpi.ignore)
    for plan in here.card.initiatives.values():
        yield from _each(here.initiative(plan.initiative.id), plan.initiative.ignore)


def _each(link: Link, ignored: tuple[Ignore, ...]) -> Iterable[SilencedLine]:
    return (SilencedLine(link, one.rule, one.because) for one in ignored)
