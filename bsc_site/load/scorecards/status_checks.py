"""Statuses as declared: they lead from the best to the worst, and tell a target that is met from one that is missed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from bsc_site.load.scorecards.target_checks import Complaint
from bsc_site.model.declared.own_statuses import ACHIEVED, RED_FLAG_SCORE, TARGET_SCORE, OwnStatus
from bsc_site.model.declared.scorecard import Scorecard
from bsc_site.model.saying.said import Said, said
from bsc_site.model.sentences import scoring_sentences as told

FEWEST, MOST = 2, 6


def status_complaints(card: Scorecard) -> Iterator[Complaint]:
    """What is wrong with the statuses that a scorecard declares; what follows from another flaw is not told as well."""
    statuses = card.statuses
    if not FEWEST <= len(statuses) <= MOST:
        form = {0: told.NO_STATUS, 1: told.SINGLE_STATUS}.get(len(statuses), told.MANY_STATUSES)
        message = said(form, found=len(statuses), fewest=FEWEST, most=MOST)
        yield Complaint(("statuses",), "BSC163", message)
        return
    yield from _names(card)
    wrong = tuple(_order(statuses))
    yield from wrong or _sides(statuses)
    yield from () if wrong else _paces(statuses)


def _names(card: Scorecard) -> Iterator[Complaint]:
    others = {"no_data": card.status_names.no_data, "not_scored": card.status_names.not_scored}
    taken = {name.casefold(): said(told.WORD_OF, key=key) for key, name in others.items()}
    for index, each in enumerate(card.statuses):
        if not each.name.strip():
            yield Complaint(("statuses", index, "name"), "BSC165", said(told.STATUS_WITHOUT_WORDS))
        elif each.name.casefold() in taken:
            yield Complaint(
                ("statuses", index, "name"),
                "BSC165",
                said(told.NAME_TAKEN, name=each.name, taken=taken[each.name.casefold()]),
            )
        taken.setdefault(each.name.casefold(), said(told.NAME_OF, index=str(index)))


def _order(statuses: tuple[OwnStatus, ...]) -> Iterator[Complaint]:
    for index, each in enumerate(statuses[:-1]):
        if each.from_ is None:
            word = "red flag" if index else "target"
            yield Complaint(("statuses", index), "BSC164", said(told.STATUS_WITHOUT_FROM, name=each.name, word=word))
    if statuses[-1].from_ is not None:
        message = said(told.LAST_HAS_FROM, name=statuses[-1].name)
        yield Complaint(("statuses", len(statuses) - 1, "from"), "BSC164", message)
    for index, (better, worse) in enumerate(pairwise(statuses[:-1])):
        if better.from_ is not None and worse.from_ is not None and worse.from_ >= better.from_:
            figures = {"score": _score(worse), "other": better.name, "above": _score(better)}
            message = said(told.NOT_BELOW_THE_BETTER, name=worse.name, **figures)
            yield Complaint(("statuses", index + 1, "from"), "BSC164", message)


def _sides(statuses: tuple[OwnStatus, ...]) -> Iterator[Complaint]:
    """A status begins at the target, and one at the red flag unless all below the target is one."""
    starts = [each.from_ for each in statuses[:-1]]
    if TARGET_SCORE not in starts:
        yield _over(statuses, TARGET_SCORE, "target")
    elif starts[-1] != TARGET_SCORE and RED_FLAG_SCORE not in starts:
        yield _over(statuses, RED_FLAG_SCORE, "red flag")


def _over(statuses: tuple[OwnStatus, ...], score: float, word: str) -> Complaint:
    """The status that reaches over the score, and which of its neighbours is nearer to it."""
    at = next(index for index, each in enumerate(statuses) if each.from_ is None or each.from_ < score)
    own = statuses[at]
    forms = told.BOTH_SIDES_OF_THE_TARGET if word == "target" else told.BOTH_SIDES_OF_THE_RED_FLAG
    figures = {"name": own.name, "score": f"{score:.2f}"}
    if own.from_ is None or (at and _nearer_above(statuses[at - 1], own, score)):
        mended = said(told.FROM_OF_THE_BETTER, word=word, better=statuses[at - 1].name) if at else _added(word)
        return Complaint(("statuses", at), "BSC166", said(forms, mended=mended, **figures))
    return Complaint(("statuses", at, "from"), "BSC166", said(forms, mended=said(told.FROM_HERE, word=word), **figures))


def _added(word: str) -> Said:
    return said(told.STATUS_ADDED, word=word)


def _nearer_above(better: OwnStatus, own: OwnStatus, score: float) -> bool:
    above, below = better.from_ or 0.0, own.from_ or 0.0
    return above - score < score - below and above != TARGET_SCORE


def _paces(statuses: tuple[OwnStatus, ...]) -> Iterator[Complaint]:
    if all(each.pace is None for each in statuses):
        return
    if statuses[-1].pace is not None:
        message = said(told.LAST_HAS_PACE, name=statuses[-1].name)
        yield Complaint(("statuses", len(statuses) - 1, "pace"), "BSC167", message)
    for index, each in enumerate(statuses[:-1]):
        if each.pace is None:
            yield Complaint(("statuses", index), "BSC167", said(told.STATUS_WITHOUT_PACE, name=each.name))
        elif each.pace == ACHIEVED and (index or each.from_ == TARGET_SCORE):
            message = said(told.ACHIEVED_IS_FIRST, pace=f"{_fitting_pace(statuses, index):.3g}")
            yield Complaint(("statuses", index, "pace"), "BSC167", message)
    for index, (better, worse) in enumerate(pairwise(statuses[:-1])):
        if isinstance(better.pace, float) and isinstance(worse.pace, float) and worse.pace >= better.pace:
            paces = {"pace": f"{worse.pace:g}", "above": f"{better.pace:g}"}
            message = said(told.PACE_NOT_BELOW, other=better.name, **paces)
            yield Complaint(("statuses", index + 1, "pace"), "BSC167", message)


def _fitting_pace(statuses: tuple[OwnStatus, ...], index: int) -> float:
    """A pace little below those before it, and above those after it that are lower."""
    paces = [(at, each.pace) for at, each in enumerate(statuses[:-1]) if isinstance(each.pace, float)]
    above = min((pace for at, pace in paces if at < index), default=1.0)
    below = [pace for at, pace in paces if at > index and pace < above]
    return (above + max([*below, above - 0.1])) / 2


def _score(own: OwnStatus) -> str:
    return f"{own.from_ or 0.0:.2f}".rstrip("0").rstrip(".")
