"""Rules about the strategy map: how many objectives there are, and how they are linked."""

from __future__ import annotations

from collections.abc import Iterator

from bsc_site.compute.health.cycles import circles
from bsc_site.compute.health.subject import Subject, Verdict, breach
from bsc_site.compute.health.vague_names import vague_words
from bsc_site.model.problem import NameChain
from bsc_site.model.rules.balance_sentences import (
    LINK_LEADS_DOWN,
    LINK_WITHOUT_REASON,
    LINKS_IN_A_CIRCLE,
    NO_LINK_AT_ALL,
    OBJECTIVE_WITHOUT_LINK,
    ONLY_LINKS_OF_THE_TOP_ROW,
    TOO_FEW_OBJECTIVES,
    TOO_MANY_OBJECTIVES,
    VAGUE_NAME,
)

MOST_OBJECTIVES, FEWEST_OBJECTIVES = 24, 4
_FEWEST_ROWS = 3
"""With two rows every arrow between them touches the upper one."""


def too_many_objectives(subject: Subject) -> Iterator[Verdict]:
    """At most 24 on one map."""
    count = len(subject.card.objectives)
    told = breach(TOO_MANY_OBJECTIVES, count=count, most=MOST_OBJECTIVES)
    yield Verdict(subject.address, told if count > MOST_OBJECTIVES else None, "perspectives")


def too_few_objectives(subject: Subject) -> Iterator[Verdict]:
    """At least 4 on one map."""
    count = len(subject.card.objectives)
    told = breach(TOO_FEW_OBJECTIVES, count=count, fewest=FEWEST_OBJECTIVES)
    yield Verdict(subject.address, told if count < FEWEST_OBJECTIVES else None, "perspectives")


def objective_without_link(subject: Subject) -> Iterator[Verdict]:
    """Every objective moves another one, is moved by one, or supports one of the parent scorecard."""
    objectives = subject.card.objectives.values()
    if not subject.links and len(objectives) > 1 and not any(each.supports for each in objectives):
        yield Verdict(subject.address, breach(NO_LINK_AT_ALL, count=len(objectives)), "perspectives")
        return
    linked = {link.source.id for link in subject.links} | {link.drive.to for link in subject.links}
    for each in objectives:
        told = breach(OBJECTIVE_WITHOUT_LINK, count=len(subject.links), name=each.name)
        alone = each.id not in linked and not each.supports and len(objectives) > 1
        yield Verdict(subject.objective(each.id), told if alone else None)


def link_to_a_lower_row(subject: Subject) -> Iterator[Verdict]:
    """Links lead up, from the causes to the results; a trade-off may lead anywhere."""
    rows = subject.card.perspectives
    for source, position, drive in subject.links:
        above, below = subject.row_of[source.id], subject.row_of[drive.to]
        told = breach(
            LINK_LEADS_DOWN,
            name=subject.card.objectives[drive.to].name,
            from_row=above + 1,
            from_name=rows[above].name,
            to_row=below + 1,
            to_name=rows[below].name,
        )
        down = below > above and drive.sign == "+"
        yield Verdict(subject.objective(source.id), told if down else None, f"drives[{position}]")


def links_in_a_circle(subject: Subject) -> Iterator[Verdict]:
    """No chain of links leads back to where it began."""
    found = circles((link.source.id, link.drive.to) for link in subject.links)
    names = {each.id: each.name for each in subject.card.objectives.values()}
    for circle in found:
        chain = NameChain(tuple(names[each] for each in (*circle, circle[0])))
        told = breach(LINKS_IN_A_CIRCLE, count=len(circle), chain=chain)
        yield Verdict(subject.objective(circle[0]), told, "drives")
    inside = {each for circle in found for each in circle}
    yield from (Verdict(subject.objective(each)) for each in names if each not in inside and subject.links)


def link_without_reason(subject: Subject) -> Iterator[Verdict]:
    """Every link says why one should move the other."""
    for source, position, drive in subject.links:
        to = subject.card.objectives[drive.to].name
        told = breach(LINK_WITHOUT_REASON, position=position + 1, count=len(source.drives), name=to)
        yield Verdict(subject.objective(source.id), None if drive.because else told, f"drives[{position}]")


def only_links_of_the_top_row(subject: Subject) -> Iterator[Verdict]:
    """Rows below the top one are linked with each other too."""
    rows = len(subject.card.perspectives)
    if rows < _FEWEST_ROWS or not subject.links:
        return
    touching = [link for link in subject.links if 0 in (subject.row_of[link.source.id], subject.row_of[link.drive.to])]
    top = subject.card.perspectives[0].name
    told = breach(ONLY_LINKS_OF_THE_TOP_ROW, count=len(subject.links), name=top, rows=rows - 1)
    yield Verdict(subject.address, told if len(touching) == len(subject.links) > 1 else None, "perspectives")


def vague_name(subject: Subject) -> Iterator[Verdict]:
    """A name says what is to be different, and where."""
    for each in subject.card.objectives.values():
        words = vague_words(each.name)
        told = breach(VAGUE_NAME, name=each.name, count=len(words))
        yield Verdict(subject.objective(each.id), told if words else None, "name")
