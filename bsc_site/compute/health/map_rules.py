"""Rules about the strategy map: how many objectives there are, and how they are linked."""

from __future__ import annotations

from collections.abc import Iterator

from bsc_site.compute.health.cycles import circles
from bsc_site.compute.health.subject import Subject, Verdict
from bsc_site.compute.health.vague_names import vague_words
from bsc_site.model.figures import count_text

MOST_OBJECTIVES, FEWEST_OBJECTIVES = 24, 4
_FEWEST_ROWS = 3
"""With two rows every arrow between them touches the upper one."""


def too_many_objectives(subject: Subject) -> Iterator[Verdict]:
    """At most 24 on one map."""
    count = len(subject.card.objectives)
    flaw = f"{count} objectives; {MOST_OBJECTIVES} are the most that stay readable"
    yield Verdict(subject.address, flaw if count > MOST_OBJECTIVES else "", "perspectives")


def too_few_objectives(subject: Subject) -> Iterator[Verdict]:
    """At least 4 on one map."""
    count = len(subject.card.objectives)
    flaw = f"{count_text(count, 'objective')}; with fewer than {FEWEST_OBJECTIVES} there is no way from one to another"
    yield Verdict(subject.address, flaw if count < FEWEST_OBJECTIVES else "", "perspectives")


def objective_without_link(subject: Subject) -> Iterator[Verdict]:
    """Every objective moves another one, is moved by one, or supports one of the parent scorecard."""
    objectives = subject.card.objectives.values()
    if not subject.links and len(objectives) > 1 and not any(each.supports for each in objectives):
        yield Verdict(
            subject.address, f"none of the {len(objectives)} objectives is linked to another one", "perspectives"
        )
        return
    linked = {link.source.id for link in subject.links} | {link.drive.to for link in subject.links}
    for each in objectives:
        flaw = f"none of the {count_text(len(subject.links), 'link')} of the map begins or ends at '{each.name}'"
        alone = each.id not in linked and not each.supports and len(objectives) > 1
        yield Verdict(subject.objective(each.id), flaw if alone else "")


def link_to_a_lower_row(subject: Subject) -> Iterator[Verdict]:
    """Links lead up, from the causes to the results; a trade-off may lead anywhere."""
    rows = subject.card.perspectives
    for source, position, drive in subject.links:
        above, below = subject.row_of[source.id], subject.row_of[drive.to]
        flaw = (
            f"the link to '{subject.card.objectives[drive.to].name}' leads down "
            f"from row {above + 1} ({rows[above].name}) to row {below + 1} ({rows[below].name})"
        )
        down = below > above and drive.sign == "+"
        yield Verdict(subject.objective(source.id), flaw if down else "", f"drives[{position}]")


def links_in_a_circle(subject: Subject) -> Iterator[Verdict]:
    """No chain of links leads back to where it began."""
    found = circles((link.source.id, link.drive.to) for link in subject.links)
    names = {each.id: each.name for each in subject.card.objectives.values()}
    for circle in found:
        way = " → ".join(f"'{names[each]}'" for each in (*circle, circle[0]))
        yield Verdict(
            subject.objective(circle[0]), f"{len(circle)} objectives drive each other in a circle: {way}", "drives"
        )
    inside = {each for circle in found for each in circle}
    yield from (Verdict(subject.objective(each)) for each in names if each not in inside and subject.links)


def link_without_reason(subject: Subject) -> Iterator[Verdict]:
    """Every link says why one should move the other."""
    for source, position, drive in subject.links:
        flaw = (
            f"link {position + 1} of {len(source.drives)}, to '{subject.card.objectives[drive.to].name}', "
            "does not say why it should hold"
        )
        yield Verdict(subject.objective(source.id), "" if drive.because else flaw, f"drives[{position}]")


def only_links_of_the_top_row(subject: Subject) -> Iterator[Verdict]:
    """Rows below the top one are linked with each other too."""
    rows = len(subject.card.perspectives)
    if rows < _FEWEST_ROWS or not subject.links:
        return
    touching = [link for link in subject.links if 0 in (subject.row_of[link.source.id], subject.row_of[link.drive.to])]
    flaw = (
        f"all {len(subject.links)} links begin or end in the top row ({subject.card.perspectives[0].name}); "
        f"the {rows - 1} rows below are not linked with each other"
    )
    yield Verdict(subject.address, flaw if len(touching) == len(subject.links) > 1 else "", "perspectives")


def vague_name(subject: Subject) -> Iterator[Verdict]:
    """A name says what is to be different, and where."""
    for each in subject.card.objectives.values():
        words = vague_words(each.name)
        flaw = f"the name '{each.name}' holds {count_text(len(words), 'general word')} and nothing definite"
        yield Verdict(subject.objective(each.id), flaw if words else "", "name")
