"""The page of all scorecards: the whole organisation as a tree, each scorecard with its standing."""

from __future__ import annotations

from dataclasses import dataclass

from bsc_site.render.views.parts.page_parts import Frame, Link, ScoreMark
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.wording.language import say, say_count


@dataclass(frozen=True, slots=True)
class Branch:
    """A scorecard and those below it."""

    link: Link
    standing: ScoreMark
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
    total = len(here.assessment.scorecards)
    sentence = say_count("{count} scorecard in all.", "{count} scorecards in all.", total)
    return ScorecardsView(title, here.frame(title), sentence, _branch(here, here.id))


def _branch(here: Standpoint, scorecard: str) -> Branch:
    below = tuple(_branch(here, each) for each in here.assessment.project.cascade.children[scorecard])
    card = here.assessment.scorecards[scorecard]
    standing = here.standing(card.standing, card.scorecard.words)
    return Branch(here.scorecard(scorecard), standing, _count(here, scorecard), below, open=scorecard == here.id)


def _count(here: Standpoint, scorecard: str) -> str:
    children = here.assessment.project.cascade.children
    waiting = list(children[scorecard])
    for each in waiting:
        waiting += children[each]
    return say_count("{count} scorecard below", "{count} scorecards below", len(waiting)) if waiting else ""
