"""Statuses as declared: they lead from the best to the worst, and tell a target that is met from one that is missed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from bsc_site.load.scorecards.target_checks import Complaint
from bsc_site.model.declared.own_statuses import ACHIEVED, RED_FLAG_SCORE, TARGET_SCORE, OwnStatus
from bsc_site.model.declared.scorecard import Scorecard

FEWEST, MOST = 2, 6


def status_complaints(card: Scorecard) -> Iterator[Complaint]:
    """What is wrong with the statuses that a scorecard declares; what follows from another flaw is not told as well."""
    statuses = card.statuses
    if not FEWEST <= len(statuses) <= MOST:
        found = {0: "no status", 1: "a single status"}.get(len(statuses), f"{len(statuses)} statuses")
        message = f"{found}; list {FEWEST} to {MOST}, the best first"
        yield Complaint(("statuses",), "BSC163", message)
        return
    yield from _names(card)
    wrong = tuple(_order(statuses))
    yield from wrong or _sides(statuses)
    yield from () if wrong else _paces(statuses)


def _names(card: Scorecard) -> Iterator[Complaint]:
    others = {"no_data": card.status_names.no_data, "not_scored": card.status_names.not_scored}
    taken = {name.casefold(): f"the word for {key} in status_names" for key, name in others.items()}
    for index, each in enumerate(card.statuses):
        if not each.name.strip():
            yield Complaint(("statuses", index, "name"), "BSC165", "the name is empty; write the status in words")
        elif each.name.casefold() in taken:
            message = f"'{each.name}' is {taken[each.name.casefold()]} too; write another one"
            yield Complaint(("statuses", index, "name"), "BSC165", message)
        taken.setdefault(each.name.casefold(), f"the name of statuses[{index}]")


def _order(statuses: tuple[OwnStatus, ...]) -> Iterator[Complaint]:
    for index, each in enumerate(statuses[:-1]):
        if each.from_ is None:
            message = f"'{each.name}' has no from:, which the last status alone goes without; add the score, such as"
            yield Complaint(("statuses", index), "BSC164", f"{message} from: {'target' if not index else 'red flag'}")
    if statuses[-1].from_ is not None:
        message = f"'{statuses[-1].name}' is the last status and holds below all others; remove from:"
        yield Complaint(("statuses", len(statuses) - 1, "from"), "BSC164", message)
    for index, (better, worse) in enumerate(pairwise(statuses[:-1])):
        if better.from_ is not None and worse.from_ is not None and worse.from_ >= better.from_:
            message = f"'{worse.name}' begins at {_score(worse)}, not below the {_score(better)} of '{better.name}'"
            yield Complaint(("statuses", index + 1, "from"), "BSC164", f"{message}; list the best status first")


def _sides(statuses: tuple[OwnStatus, ...]) -> Iterator[Complaint]:
    """A status begins at the target, and one at the red flag unless all below the target is one."""
    starts = [each.from_ for each in statuses[:-1]]
    if TARGET_SCORE not in starts:
        yield _over(statuses, TARGET_SCORE, "a target just reached", "target")
    elif starts[-1] != TARGET_SCORE and RED_FLAG_SCORE not in starts:
        yield _over(statuses, RED_FLAG_SCORE, "the red flag", "red flag")


def _over(statuses: tuple[OwnStatus, ...], score: float, what: str, word: str) -> Complaint:
    """The status that reaches over the score, and which of its neighbours is nearer to it."""
    at = next(index for index, each in enumerate(statuses) if each.from_ is None or each.from_ < score)
    own = statuses[at]
    says = f"'{own.name}' holds on both sides of {score:.2f}, the score of {what}"
    if own.from_ is None or (at and _nearer_above(statuses[at - 1], own, score)):
        mended = f"; write from: {word} for '{statuses[at - 1].name}'" if at else f"; add a status with from: {word}"
        return Complaint(("statuses", at), "BSC166", f"{says}{mended}, or add a status with that")
    return Complaint(("statuses", at, "from"), "BSC166", f"{says}; write from: {word}, or add a status with that")


def _nearer_above(better: OwnStatus, own: OwnStatus, score: float) -> bool:
    above, below = better.from_ or 0.0, own.from_ or 0.0
    return above - score < score - below and above != TARGET_SCORE


def _paces(statuses: tuple[OwnStatus, ...]) -> Iterator[Complaint]:
    if all(each.pace is None for each in statuses):
        return
    if statuses[-1].pace is not None:
        message = f"'{statuses[-1].name}' is the last status and holds below all paces; remove pace:"
        yield Complaint(("statuses", len(statuses) - 1, "pace"), "BSC167", message)
    for index, each in enumerate(statuses[:-1]):
        if each.pace is None:
            message = f"'{each.name}' has no pace:, and others have one; add it, or remove pace: from all of them"
            yield Complaint(("statuses", index), "BSC167", message)
        elif each.pace == ACHIEVED and (index or each.from_ == TARGET_SCORE):
            message = "achieved stands at the first status only, above the one with from: target; write a pace such as"
            yield Complaint(("statuses", index, "pace"), "BSC167", f"{message} {_fitting_pace(statuses, index):.3g}")
    for index, (better, worse) in enumerate(pairwise(statuses[:-1])):
        if isinstance(better.pace, float) and isinstance(worse.pace, float) and worse.pace >= better.pace:
            message = f"a pace of {worse.pace:g} is not below the {better.pace:g} of '{better.name}'; write a lower one"
            yield Complaint(("statuses", index + 1, "pace"), "BSC167", message)


def _fitting_pace(statuses: tuple[OwnStatus, ...], index: int) -> float:
    """A pace little below those before it, and above those after it that are lower."""
    paces = [(at, each.pace) for at, each in enumerate(statuses[:-1]) if isinstance(each.pace, float)]
    above = min((pace for at, pace in paces if at < index), default=1.0)
    below = [pace for at, pace in paces if at > index and pace < above]
    return (above + max([*below, above - 0.1])) / 2


def _score(own: OwnStatus) -> str:
    return f"{own.from_ or 0.0:.2f}".rstrip("0").rstrip(".")
