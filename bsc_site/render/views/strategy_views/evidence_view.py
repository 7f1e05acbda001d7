"""The page of evidence: what the figures say about each arrow of the strategy map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from bsc_site.model.concluded.evidence import LinkEvidence
from bsc_site.model.vocabularies import Grade
from bsc_site.render.addresses import link_anchor
from bsc_site.render.text import own
from bsc_site.render.views.parts.page_parts import Fact, Frame, Link
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.strategy_views.grades import GradeMark, grade_mark
from bsc_site.wording.figures import number_text, period_text
from bsc_site.wording.language import enumeration, say, say_count
from bsc_site.wording.outlooks.evidence_text import correlation_text, evidence_sentence
from bsc_site.wording.outlooks.grade_words import GRADES, grade_count
from bsc_site.wording.period_counts import periods_text

_SMALL_P = 0.001


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One tested arrow as a row: `anchor` is the part of the page that tells more."""

    anchor: Markup
    text: str
    grade: GradeMark
    n: str
    lag: str
    effect: str
    interval: str
    detectable: str
    p: str
    q: str


@dataclass(frozen=True, slots=True)
class EvidenceCase:
    """One tested arrow in full; `figure` is its chart."""

    anchor: Markup
    title: str
    source: Link
    target: Link
    grade: GradeMark
    because: str
    sentence: str
    figure: Markup
    facts: tuple[Fact, ...]
    controls: tuple[Link, ...]
    unusable: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """An arrow that cannot be tested yet, or never: why, and from when on it can."""

    anchor: Markup
    source: Link
    target: Link
    because: str
    reason: str
    since: str
    order: Markup


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """Everything that `evidence.md.jinja` shows."""

    title: str
    frame: Frame
    summary: str
    key: tuple[GradeMark, ...]
    rows: tuple[EvidenceRow, ...]
    cases: tuple[EvidenceCase, ...]
    computed: tuple[WaitingRow, ...]
    waiting: tuple[WaitingRow, ...]


def evidence_view(here: Standpoint, figure: Callable[[str], Markup]) -> EvidenceView:
    """The evidence of the scorecard's map; `figure` gives the chart of an element address."""
    title = say("Evidence: {scorecard}", scorecard=here.card.scorecard.title)
    found = here.card.evidence
    tested = [each for each in found if each.grade not in {Grade.NOT_TESTABLE_YET, Grade.COMPUTED_FROM_EACH_OTHER}]
    counts = Counter(each.grade for each in found)
    return EvidenceView(
        title=title,
        frame=here.frame(title),
        summary=_summary(counts),
        key=tuple(grade_mark(each) for each in GRADES if counts[each]),
        rows=tuple(_row(here, each) for each in tested),
        cases=tuple(_case(here, each, figure) for each in tested),
        computed=tuple(_waiting(here, each) for each in found if each.grade is Grade.COMPUTED_FROM_EACH_OTHER),
        waiting=tuple(_waiting(here, each) for each in found if each.grade is Grade.NOT_TESTABLE_YET),
    )


def _summary(counts: Counter[Grade]) -> str:
    if not counts:
        return say("The map has no arrows yet, so there is nothing to test")
    grades = enumeration(grade_count(each, counts[each]) for each in GRADES if counts[each])
    return say_count(
        "{count} arrow on the map: {grades}", "{count} arrows on the map: {grades}", counts.total(), grades=grades
    )


def _anchor(link: LinkEvidence) -> Markup:
    return own(link_anchor(link.source, link.target))


def _names(here: Standpoint, link: LinkEvidence) -> str:
    return f"{here.objective(link.source).text} → {here.objective(link.target).text}"


def _row(here: Standpoint, link: LinkEvidence) -> EvidenceRow:
    return EvidenceRow(
        anchor=_anchor(link),
        text=_names(here, link),
        grade=grade_mark(link.grade),
        n=str(link.n),
        lag=_lag(here, link),
        effect=correlation_text(link.effect),
        interval=say("{low} to {high}", low=correlation_text(link.low), high=correlation_text(link.high)),
        detectable=_plain(link.detectable),
        p=_probability(link.p),
        q=_probability(link.q),
    )


def _case(here: Standpoint, link: LinkEvidence, figure: Callable[[str], Markup]) -> EvidenceCase:
    return EvidenceCase(
        anchor=_anchor(link),
        title=_names(here, link),
        source=here.objective(link.source),
        target=here.objective(link.target),
        grade=grade_mark(link.grade),
        because=_because(here, link),
        sentence=evidence_sentence(link, here.assessment.kpis),
        figure=figure(f"link/{here.id}/{link.source}/{link.target}"),
        facts=_facts(here, link),
        controls=tuple(here.kpi(each) for each in link.controls),
        unusable=tuple(here.kpi(each) for each in link.unusable_controls),
    )


def _facts(here: Standpoint, link: LinkEvidence) -> tuple[Fact, ...]:
    detectable, effect = _plain(link.detectable), correlation_text(link.effect)
    chance = say("p {p}, q {q}", p=_probability(link.p), q=_probability(link.q))
    interval = say(
        "correlation of the changes; 95 % interval {low} to {high}",
        low=correlation_text(link.low),
        high=correlation_text(link.high),
    )
    return (
        Fact(say("Common periods"), str(link.n), _tried(here, link)),
        Fact(say("Effect"), effect, interval),
        Fact(say("Would have been seen"), detectable, say("the smallest effect found in 80 % of such cases")),
        Fact(say("Chance"), chance, say("q is p after all arrows of the map were counted")),
    )


def _tried(here: Standpoint, link: LinkEvidence) -> str:
    if link.lags_tried == 1:
        return say("with a lag of {lag}", lag=_lag(here, link))
    return say_count(
        "with a lag of {lag}; the best of {count} tried; p and interval corrected for that",
        "with a lag of {lag}; the best of {count} tried; p and interval corrected for that",
        link.lags_tried,
        lag=_lag(here, link),
    )


def _lag(here: Standpoint, link: LinkEvidence) -> str:
    cause = here.assessment.kpis.get(link.cause or "")
    return "—" if cause is None or link.lag is None else periods_text(link.lag, cause.kpi.frequency)


def _because(here: Standpoint, link: LinkEvidence) -> str:
    drives = here.card.objectives[link.source].objective.drives if link.source in here.card.objectives else ()
    return next((each.because for each in drives if each.to == link.target), "")


def _waiting(here: Standpoint, link: LinkEvidence) -> WaitingRow:
    since = link.testable_from
    return WaitingRow(
        anchor=_anchor(link),
        source=here.objective(link.source),
        target=here.objective(link.target),
        because=_because(here, link),
        reason=evidence_sentence(link, here.assessment.kpis),
        since=period_text(since) if since else "—",
        order=own(f"{since.end:%Y%m%d}" if since else ""),
    )


def _plain(value: float | None) -> str:
    return "—" if value is None else number_text(value, 2)


def _probability(value: float | None) -> str:
    if value is None:
        return "—"
    return "< 0.001" if value < _SMALL_P else number_text(value, 3)
