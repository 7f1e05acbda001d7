"""Sentences of evidence: what a grade of evidence means, never more than the data can say."""

from __future__ import annotations

from bsc_site.compute.evidence.grading import LinkResult
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.figures import count_text, number_text, period_text
from bsc_site.model.period import Period
from bsc_site.model.vocabularies import Grade

CAVEAT = "An association in time order, not proof of cause."
VERDICTS = {
    Grade.SUPPORTED: "The data supports this hypothesis",
    Grade.TENTATIVE: "The data points the expected way, but chance or the reverse order could explain it",
    Grade.CONTRADICTED: "The data contradicts this hypothesis: the association has the other sign",
    Grade.NO_EVIDENCE: "No association, although one worth knowing would have been seen",
    Grade.INCONCLUSIVE: "The data cannot tell: even an association worth knowing could have been missed",
    Grade.CONSISTENT: "So far the data fits this hypothesis; it is too early to count on it",
    Grade.NOT_CONSISTENT: "So far the data does not fit this hypothesis; it is too early to give it up",
}


def sentence_of(grade: Grade, result: LinkResult, cause: Kpi, outcome: Kpi) -> str:
    """The verdict with its figures, and the caveat."""
    noun = cause.frequency.noun
    after = f"{count_text(result.lag, noun)} later" if result.lag else f"in the same {noun}"
    figures = (
        f"changes of {cause.name} and of {outcome.name} {after} have a correlation of {_signed(result.effect)} "
        f"(95 % interval {_signed(result.low)} to {_signed(result.high)}, {count_text(result.n, noun)})"
    )
    return f"{VERDICTS[grade]}: {figures}. {CAVEAT}"


def untested_sentence(reason: str, later: Period | None) -> str:
    """Why a link cannot be tested, and from when on it can."""
    when = f" From {period_text(later)} on it can be." if later else ""
    return f"Cannot be tested yet: {reason}.{when}"


def _signed(value: float) -> str:
    return ("+" if value > 0 else "") + number_text(value, 2)
