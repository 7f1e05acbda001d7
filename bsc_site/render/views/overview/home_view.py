"""The home page of a scorecard: the strategy in one picture, what changed, what needs attention, how fresh it is."""

from __future__ import annotations

from markupsafe import Markup

from bsc_site.model.value_class import dataclass
from bsc_site.render.text import own
from bsc_site.render.views.overview.action_cards import ActionCards, action_cards
from bsc_site.render.views.overview.attention import AttentionGroup, attention_groups
from bsc_site.render.views.overview.change_rows import ChangeRow, Turned
from bsc_site.render.views.overview.changes_view import (
    NOTHING_NEW,
    NOTHING_TO_COMPARE,
    changes_of,
    noise_of,
)
from bsc_site.render.views.overview.headline import Headline, headline_of
from bsc_site.render.views.overview.next_step import NextStep, first_figures
from bsc_site.render.views.parts.page_parts import Frame, Link, ScoreMark
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.review_views.reviews_view import ReviewsBrief, brief_of
from bsc_site.wording.figures import date_text
from bsc_site.wording.language import say, say_count, told


@dataclass(frozen=True, slots=True)
class Strip:
    """A perspective or a scorecard below, as a card with its standing."""

    link: Link
    question: str
    standing: ScoreMark
    width: Markup
    """The score as a share of the bar, 0 to 100; empty without one."""


@dataclass(frozen=True, slots=True)
class HomeView:
    """Everything that `home.md.jinja` shows."""

    title: str
    frame: Frame
    as_of: str
    headline: Headline
    next_step: NextStep
    action: ActionCards
    standing: ScoreMark
    parent: Link
    vision: str
    strategy: Link
    map: Markup
    perspectives: tuple[Strip, ...]
    children: tuple[Strip, ...]
    more_children: str
    alignment: Link
    better: tuple[ChangeRow, ...]
    worse: tuple[ChangeRow, ...]
    other: tuple[ChangeRow, ...]
    noise: str
    more_changes: str
    no_changes: str
    all_changes: Link
    attention: tuple[AttentionGroup, ...]
    reviews: ReviewsBrief
    overviews: tuple[Link, ...]
    subscribed: tuple[Link, ...]


CHANGES_SHOWN = 12
CHILDREN_SHOWN = 12


def home_view(here: Standpoint, drawing: Markup) -> HomeView:
    """The home page of the scorecard; `drawing` is its strategy map with the text behind it."""
    declared = here.card.scorecard
    changes = changes_of(here)
    hidden, shown = len(changes) - CHANGES_SHOWN, changes[:CHANGES_SHOWN]
    return HomeView(
        title=declared.title,
        frame=here.frame(declared.title),
        as_of=say("As of {day}", day=date_text(here.assessment.as_of)),
        headline=headline_of(here),
        next_step=first_figures(here),
        action=action_cards(here),
        standing=here.standing(here.card.standing),
        parent=_parent(here, declared.parent),
        vision=declared.vision,
        strategy=here.overview("strategy"),
        map=drawing,
        perspectives=tuple(_perspective(here, each) for each in here.card.perspectives),
        children=tuple(_child(here, each) for each in here.children[:CHILDREN_SHOWN]),
        more_children=_more_children(here),
        alignment=here.overview("alignment", say("Who supports what")),
        better=tuple(each for each in shown if each.turn is Turned.BETTER),
        worse=tuple(each for each in shown if each.turn is Turned.WORSE),
        other=tuple(each for each in shown if each.turn is None),
        noise=noise_of(here),
        more_changes=say_count("And {count} more change.", "And {count} more changes.", hidden) if hidden > 0 else "",
        no_changes="" if changes else told(NOTHING_NEW if _compared(here) else NOTHING_TO_COMPARE),
        all_changes=here.overview("changes", say("What changed, with reasons")),
        attention=attention_groups(here),
        reviews=brief_of(here),
        overviews=here.overviews(),
        subscribed=here.subscribed(),
    )


def _perspective(here: Standpoint, perspective: str) -> Strip:
    found = here.card.perspectives[perspective]
    standing = found.standing
    return Strip(
        here.perspective(perspective), found.perspective.question, here.standing(standing), _width(standing.score)
    )


def _child(here: Standpoint, scorecard: str) -> Strip:
    card = here.assessment.scorecards[scorecard]
    standing = here.standing(card.standing, card.scorecard.words)
    return Strip(here.scorecard(scorecard), card.scorecard.mission, standing, _width(card.standing.score))


def _compared(here: Standpoint) -> bool:
    return any(here.assessment.kpis[each].previous is not None for each in here.seen(here.card.kpis))


def _width(score: float | None) -> Markup:
    return own("" if score is None else f"{score:.0f}")


def _more_children(here: Standpoint) -> str:
    hidden = len(here.children) - CHILDREN_SHOWN
    return say_count("and {count} more scorecard", "and {count} more scorecards", hidden) if hidden > 0 else ""


def _parent(here: Standpoint, parent: str | None) -> Link:
    return here.scorecard(parent) if parent and parent in here.assessment.scorecards else Link("")
