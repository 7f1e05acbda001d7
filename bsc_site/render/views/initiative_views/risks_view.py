"""The risks of a scorecard: likelihood against impact, and for each what it threatens and what is done about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from markupsafe import Markup

from bsc_site.model.concluded.review_assessment import Element, element_of
from bsc_site.model.declared.review import Risk
from bsc_site.model.declared.risk_level import RiskLevel, level_of, seriousness_of
from bsc_site.model.value_class import dataclass
from bsc_site.render.text import own
from bsc_site.render.views.parts.elements import element_link, kind_word
from bsc_site.render.views.parts.first_lines import FirstLines, first_lines
from bsc_site.render.views.parts.page_parts import Frame, Link
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.wording.conclusions.risks_conclusion import risks_conclusion
from bsc_site.wording.language import noted, say, told

STEPS = range(1, 6)
LIKELIHOODS = (noted("Rare"), noted("Unlikely"), noted("Possible"), noted("Likely"), noted("Almost certain"))
IMPACTS = (noted("Negligible"), noted("Minor"), noted("Moderate"), noted("Major"), noted("Severe"))
_LEVELS = {
    RiskLevel.CRITICAL: (noted("Critical"), own("critical")),
    RiskLevel.HIGH: (noted("High"), own("high")),
    RiskLevel.MEDIUM: (noted("Medium"), own("medium")),
    RiskLevel.LOW: (noted("Low"), own("low")),
}
"""Word and look of each level."""


@dataclass(frozen=True, slots=True)
class RiskRating:
    """How serious: likelihood times impact, as number and word; `style` names its look."""

    number: str
    word: str
    style: Markup


@dataclass(frozen=True, slots=True)
class RiskRow:
    """A risk with everything that is known about it."""

    link: Link
    anchor: Markup
    likelihood: str
    impact: str
    rating: RiskRating
    about: Link
    kind: str
    response: str
    owner: Link
    number: str = ""
    """Its place in the order of seriousness, where all risks stand together."""


@dataclass(frozen=True, slots=True)
class RiskCell:
    """One cell of the matrix; its risks with the numbers that they have in the table."""

    rating: RiskRating
    risks: tuple[Numbered, ...]


@dataclass(frozen=True, slots=True)
class Numbered:
    """A risk with its number in the order of seriousness."""

    number: str
    link: Link


@dataclass(frozen=True, slots=True)
class Step:
    """One of the five steps of likelihood or impact, as number and word."""

    number: str
    word: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """All risks of one likelihood, from the smallest impact to the largest."""

    heading: Step
    cells: tuple[RiskCell, ...]


@dataclass(frozen=True, slots=True)
class RisksView:
    """Everything that `risks.md.jinja` shows."""

    title: str
    frame: Frame
    conclusion: str
    empty: FirstLines | None
    impacts: tuple[Step, ...]
    matrix: tuple[MatrixRow, ...]
    rows: tuple[RiskRow, ...]


def risks_view(here: Standpoint) -> RisksView:
    """The risks of the scorecard, the most serious first."""
    title = say("Risks: {scorecard}", scorecard=here.card.scorecard.title)
    risks = here.card.scorecard.risks
    ordered = _most_serious_first(risks)
    return RisksView(
        title=title,
        frame=here.frame(title),
        conclusion=risks_conclusion(
            [level_of(_seriousness(each)) for each in ordered], ordered[0].name if ordered else ""
        ),
        empty=None if risks else first_lines("risks"),
        impacts=tuple(Step(str(each), told(IMPACTS[each - 1])) for each in STEPS),
        matrix=tuple(_matrix_row(ordered, each) for each in reversed(STEPS)),
        rows=tuple(replace(risk_row(here, here.id, each), number=str(n)) for n, each in enumerate(ordered, 1)),
    )


def risks_about(here: Standpoint, elements: Iterable[Element]) -> tuple[RiskRow, ...]:
    """The risks of any scorecard that threaten one of the elements, the most serious first."""
    wanted = frozenset(elements)
    found = [
        (card.scorecard.id, risk)
        for card in here.assessment.scorecards.values()
        for risk in card.scorecard.risks
        if risk.on is not None and element_of(risk.on, card.scorecard.id) in wanted
    ]
    found.sort(key=lambda pair: -_seriousness(pair[1]))
    return tuple(risk_row(here, scorecard, risk) for scorecard, risk in found)


def rating_of(likelihood: int, impact: int) -> RiskRating:
    """How serious a risk of this likelihood and impact is."""
    number = seriousness_of(likelihood, impact)
    word, style = _LEVELS[level_of(number)]
    return RiskRating(str(number), told(word), style)


def risk_row(here: Standpoint, scorecard: str, risk: Risk) -> RiskRow:
    """The risk with links to what it threatens, and to its own place in the table of risks."""
    element = element_of(risk.on, scorecard) if risk.on else None
    page = here.href(here.overview_address("risks", scorecard))
    return RiskRow(
        link=Link(risk.name, own(f"{page}#risk-{risk.id}")),
        anchor=own(f"risk-{risk.id}"),
        likelihood=_step(risk.likelihood, LIKELIHOODS),
        impact=_step(risk.impact, IMPACTS),
        rating=rating_of(risk.likelihood, risk.impact),
        about=element_link(here, element) if element else Link(say("the whole scorecard")),
        kind=kind_word(element) if element else "",
        response=risk.response or say("no response yet"),
        owner=here.person(risk.owner),
    )


def _step(step: int, words: tuple[str, ...]) -> str:
    """`4 Likely`."""
    return say("{step} {word}", step=step, word=told(words[step - 1]))


def _seriousness(risk: Risk) -> int:
    return seriousness_of(risk.likelihood, risk.impact)


def _most_serious_first(risks: Iterable[Risk]) -> list[Risk]:
    return sorted(risks, key=lambda risk: (-_seriousness(risk), -risk.impact))


def _matrix_row(ordered: list[Risk], likelihood: int) -> MatrixRow:
    cells = tuple(_cell(ordered, likelihood, impact) for impact in STEPS)
    return MatrixRow(Step(str(likelihood), told(LIKELIHOODS[likelihood - 1])), cells)


def _cell(ordered: list[Risk], likelihood: int, impact: int) -> RiskCell:
    inside = tuple(
        Numbered(str(number), Link(each.name, own(f"#risk-{each.id}")))
        for number, each in enumerate(ordered, 1)
        if (each.likelihood, each.impact) == (likelihood, impact)
    )
    return RiskCell(rating_of(likelihood, impact), inside)
