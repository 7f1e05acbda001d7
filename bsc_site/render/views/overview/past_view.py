"""The page of how a scorecard stood: its score and those of its perspectives when each of its periods ended."""

from __future__ import annotations

from markupsafe import Markup

from bsc_site.model.concluded.assessment import Standing
from bsc_site.model.concluded.past_periods import PastPeriod
from bsc_site.model.value_class import dataclass
from bsc_site.render.text import own
from bsc_site.render.views.parts.page_parts import Frame, Link, StatusMark
from bsc_site.render.views.parts.sparkline import card_sparkline
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.parts.value_sentences import score_text
from bsc_site.wording.figures import period_text
from bsc_site.wording.language import say

DATA = "past.js"
"""Beside the page: what its script shows of one period."""
_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class PastColumn:
    """What stands in a column: the scorecard or a perspective, and the course of its score."""

    link: Link
    course: Markup


@dataclass(frozen=True, slots=True)
class PastRow:
    """One period: its name, its text, and status and score of every column."""

    name: Markup
    text: str
    cells: tuple[tuple[StatusMark, str], ...]


@dataclass(frozen=True, slots=True)
class PastView:
    """Everything that `past.md.jinja` shows."""

    title: str
    frame: Frame
    sentence: str
    data: str
    id: Markup
    columns: tuple[PastColumn, ...]
    rows: tuple[PastRow, ...]


def past_view(here: Standpoint) -> PastView:
    """The scorecard over its periods, the newest first."""
    title = say("As it stood: {scorecard}", scorecard=here.card.scorecard.title)
    past = here.assessment.past.get(here.id, ())
    links = [here.scorecard(here.id), *map(here.perspective, here.card.perspectives)]
    standings = [_standings(here, each) for each in past]
    courses = [_course([each[at] for each in standings]) for at in range(len(links))]
    return PastView(
        title=title,
        frame=here.frame(title),
        sentence=_sentence(past),
        data=DATA,
        id=own(here.id),
        columns=tuple(map(PastColumn, links, courses)),
        rows=tuple(_row(here, each, found) for each, found in zip(past, standings, strict=True)),
    )


def _standings(here: Standpoint, then: PastPeriod) -> tuple[Standing, ...]:
    return (then.standing, *(then.perspectives[each] for each in here.card.perspectives))


def _row(here: Standpoint, then: PastPeriod, found: tuple[Standing, ...]) -> PastRow:
    cells = tuple((here.status(each.status, each.score), score_text(each.score)) for each in found)
    return PastRow(own(str(then.period)), period_text(then.period), cells)


def _course(newest_first: list[Standing]) -> Markup:
    scores = [each.score for each in reversed(newest_first) if each.score is not None]
    return card_sparkline(scores, ())


def _sentence(past: tuple[PastPeriod, ...]) -> str:
    """The latest score, beside that of a year before where there is one."""
    if not past or past[0].standing.score is None:
        return say("There is no score of an earlier period yet.")
    score, period = score_text(past[0].standing.score), period_text(past[0].period)
    year = past[0].period.frequency.months
    back = _A_YEAR // year if year else _A_YEAR
    before = past[back].standing.score if len(past) > back else None
    if before is None:
        return say("{score} of 100 at the end of {period}.", score=score, period=period)
    then = score_text(before)
    return say(
        "{score} of 100 at the end of {period}; a year before it was {then}.", score=score, period=period, then=then
    )
