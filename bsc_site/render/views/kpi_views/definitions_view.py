"""The definitions page: what every KPI of a scorecard means, and every word that pages explain."""

from __future__ import annotations

from markupsafe import Markup

from bsc_site.model.value_class import dataclass
from bsc_site.render.text import own
from bsc_site.render.views.parts.page_parts import Frame, Link, word_anchor
from bsc_site.render.views.parts.standpoint import Standpoint
from bsc_site.render.views.parts.value_sentences import direction_in_list, unit_text
from bsc_site.wording.calculations.origin_text import source_text
from bsc_site.wording.conclusions.figures_conclusion import definitions_conclusion
from bsc_site.wording.glossary.terms import TERMS, term_named
from bsc_site.wording.language import enumeration, say
from bsc_site.wording.period_counts import frequency_word


@dataclass(frozen=True, slots=True)
class Definition:
    """One KPI in words; an em dash where the scorecard says nothing."""

    link: Link
    anchor: Markup
    measured: str
    """`%, monthly, higher is better`."""
    description: str
    purpose: str
    formula: str
    owner: Link
    updater: Link
    origin: str


@dataclass(frozen=True, slots=True)
class WordEntry:
    """A word of the glossary, what it means, and the anchor to which its explanations lead."""

    word: str
    meaning: str
    anchor: Markup


@dataclass(frozen=True, slots=True)
class DefinitionsView:
    """Everything that `definitions.md.jinja` shows."""

    title: str
    frame: Frame
    conclusion: str
    letters: tuple[Link, ...]
    """The alphabet: each letter with which a name begins, leading to the first of them."""
    definitions: tuple[Definition, ...]
    words: tuple[WordEntry, ...]


def definitions_view(here: Standpoint) -> DefinitionsView:
    """The definitions of the scorecard's KPIs, by name."""
    title = say("Definitions: {scorecard}", scorecard=here.card.scorecard.title)
    found = (_definition(here, each) for each in here.seen(here.card.kpis))
    definitions = tuple(sorted(found, key=lambda each: each.link.text.casefold()))
    undescribed = sum(not here.assessment.kpis[each].kpi.description for each in here.seen(here.card.kpis))
    return DefinitionsView(
        title=title,
        frame=here.frame(title),
        conclusion=definitions_conclusion(len(definitions), undescribed),
        letters=_letters(definitions),
        definitions=definitions,
        words=word_entries(),
    )


def _letters(definitions: tuple[Definition, ...]) -> tuple[Link, ...]:
    first: dict[str, Markup] = {}
    for each in definitions:
        first.setdefault(each.link.text[:1], each.anchor)
    return tuple(Link(letter, own(f"#{anchor}")) for letter, anchor in first.items())


def word_entries() -> tuple[WordEntry, ...]:
    """Every word of the glossary, in the order of the alphabet."""
    found = (WordEntry(*term_named(key), word_anchor(key)) for key in TERMS)
    return tuple(sorted(found, key=lambda each: each.word.casefold()))


def _definition(here: Standpoint, kpi: str) -> Definition:
    found = here.assessment.kpis[kpi]
    declared = found.kpi
    measures = (unit_text(declared), frequency_word(declared.frequency), direction_in_list(declared.direction))
    return Definition(
        link=here.kpi(kpi),
        anchor=own(f"kpi-{kpi}"),
        measured=enumeration(measures),
        description=declared.description or "—",
        purpose=declared.purpose or "—",
        formula=declared.formula_in_words or declared.formula or "—",
        owner=here.person(declared.owner),
        updater=here.person(declared.updater or declared.owner),
        origin=source_text(found.origin) or "—",
    )
