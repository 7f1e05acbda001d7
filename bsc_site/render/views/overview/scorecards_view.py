"""The page of all scorecards: the whole organisation as a tree, each scorecard with its standing."""

from __future__ import annotations

from collections import Counter

from markupsafe import Markup

from bsc_site.model.concluded.assessment import ScorecardAssessment
from bsc_site.model.value_class import dataclass
from bsc_site.render.text import own
from bsc_site.render.views.parts.page_parts import Frame, Link, ScoreMark, StatusMark
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.parts.value_sentences import score_text
from bsc_site.wording.conclusions.changes_conclusion import scorecards_conclusion
from bsc_site.wording.language import say, say_count


@dataclass(frozen=True, slots=True)
class KpiTally:
    """How many KPIs of a scorecard have a status; `width` is the same for the bar."""

    mark: StatusMark
    count: str
    width: Markup


@dataclass(frozen=True, slots=True)
class Branch:
    """A scorecard and those below it."""

    link: Link
    standing: ScoreMark
    kpis: tuple[KpiTally, ...]
    """The worst first."""
    count: str
    """How many scorecards stand below it at any depth; empty for none."""
    below: tuple[Branch, ...]
    open: bool
    """Whether those directly below are shown at once: only below the root."""


@dataclass(frozen=True, slots=True)
class ScorecardsView:
    """Everything that `scorecards.md.jinja` shows."""

    title: str
    frame: Frame
    sentence: str
    root: Branch


def scorecards_view(here: Standpoint) -> ScorecardsView:
    """All scorecards from this one down."""
    title = say("All scorecards")
    scored = [each for each in here.assessment.scorecards.values() if each.standing.score is not None]
    lowest = min(scored, key=lambda each: each.standing.score or 0.0, default=None)
    name, score = (lowest.scorecard.title, score_text(lowest.standing.score)) if lowest else ("", "")
    sentence = scorecards_conclusion(len(here.assessment.scorecards), name, score)
    return ScorecardsView(title, here.frame(title), sentence, _branch(here, here.id))


def _branch(here: Standpoint, scorecard: str) -> Branch:
    below = tuple(_branch(here, each) for each in here.assessment.project.cascade.children[scorecard])
    card = here.assessment.scorecards[scorecard]
    standing = here.standing(card.standing, card.scorecard.words)
    count = _count(here, scorecard)
    return Branch(here.scorecard(scorecard), standing, _kpis(here, card), count, below, open=scorecard == here.id)


def _kpis(here: Standpoint, card: ScorecardAssessment) -> tuple[KpiTally, ...]:
    words = card.scorecard.words
    found = [here.assessment.kpis[each] for each in here.seen(card.kpis)]
    counted = Counter((each.status, here.status(each.status, each.score, names=words)) for each in found)
    ordered = sorted(counted.items(), key=lambda pair: (-pair[0][0].rank, pair[0][1].word))
    return tuple(KpiTally(mark, str(count), own(str(count))) for (_, mark), count in ordered)


def _count(here: Standpoint, scorecard: str) -> str:
    children = here.assessment.project.cascade.children
    waiting = list(children[scorecard])
    for each in waiting:
        waiting += children[each]
    return say_count("{count} scorecard below", "{count} scorecards below", len(waiting)) if waiting else ""
