"""The page of evidence: what the figures say about each arrow of the strategy map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from markupsafe import Markup

from bsc_site.model.concluded.evidence import LinkEvidence
from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Grade
from bsc_site.render.addresses import link_anchor
from bsc_site.render.text import own
from bsc_site.render.views.parts.first_lines import FirstLines, first_lines
from bsc_site.render.views.parts.page_parts import Fact, Frame, Link
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.strategy_views.grades import GradeMark, grade_mark
from bsc_site.render.views.strategy_views.pair_picture import PairPicture, pair_picture
from bsc_site.wording.conclusions.evidence_conclusion import evidence_conclusion
from bsc_site.wording.figures import number_text, period_text
from bsc_site.wording.language import say, say_count
from bsc_site.wording.outlooks.evidence_text import correlation_text, evidence_sentence
from bsc_site.wording.outlooks.grade_words import GRADES
from bsc_site.wording.period_counts import periods_text

_SMALL_P = 0.001
_UNTESTED = (Grade.COMPUTED_FROM_EACH_OTHER, Grade.NOT_TESTABLE_YET)
_MOST_TELLING = (Grade.CONTRADICTED, *(each for each in GRADES if each is not Grade.CONTRADICTED))
"""What a reader should look at first."""


@dataclass(frozen=True, slots=True)
class GradeCount:
    """How many arrows have a grade."""

    mark: GradeMark
    count: str


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
    """One tested arrow in full: both lines as a small picture, and the whole chart as `figure`."""

    anchor: Markup
    title: str
    pair: PairPicture
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
    grade: GradeMark
    because: str
    reason: str
    since: str
    order: Markup


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """Everything that `evidence.md.jinja` shows."""

    title: str
    frame: Frame
    conclusion: str
    empty: FirstLines | None
    key: tuple[GradeCount, ...]
    cases: tuple[EvidenceCase, ...]
    rows: tuple[EvidenceRow, ...]
    waiting: tuple[WaitingRow, ...]
    """Arrows that are not tested, or never; those that will be first come first."""


def evidence_view(here: Standpoint, figure: Callable[[str], Markup]) -> EvidenceView:
    """The evidence of the scorecard's map; `figure` gives the chart of an element address."""
    title = say("Evidence: {scorecard}", scorecard=here.card.scorecard.title)
    found = sorted(here.card.evidence, key=lambda each: _MOST_TELLING.index(each.grade))
    tested = [each for each in found if each.grade not in _UNTESTED]
    counts = Counter(each.grade for each in found)
    return EvidenceView(
        title=title,
        frame=here.frame(title),
        conclusion=evidence_conclusion(counts),
        empty=None if found else first_lines("arrows"),
        key=tuple(GradeCount(grade_mark(each), _arrows(counts[each])) for each in GRADES if counts[each]),
        cases=tuple(_case(here, each, figure) for each in tested),
        rows=tuple(_row(here, each) for each in tested),
        waiting=tuple(_waiting(here, each) for each in found if each.grade in _UNTESTED),
    )


def _arrows(count: int) -> str:
    return say_count("{count} arrow", "{count} arrows", count)


def _anchor(link: LinkEvidence) -> Markup:
    return own(link_anchor(link.source, link.target))


def _names(here: Standpoint, link: LinkEvidence) -> str:
    return say("{was} → {value}", was=here.objective(link.source).text, value=here.objective(link.target).text)


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
    kpis = here.assessment.kpis
    return EvidenceCase(
        anchor=_anchor(link),
        title=_names(here, link),
        pair=pair_picture(link, kpis[link.cause or ""], kpis[link.outcome or ""]),
        source=here.objective(link.source),
        target=here.objective(link.target),
        grade=grade_mark(link.grade),
        because=_because(here, link),
        sentence=evidence_sentence(link, kpis),
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
        grade=grade_mark(link.grade),
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
