"""Grade words: the grades of evidence as the map, charts and pages call them, and what each means."""

from __future__ import annotations

from bsc_site.model.vocabularies import Grade
from bsc_site.wording.language import say, say_count

GRADES = (
    Grade.SUPPORTED,
    Grade.TENTATIVE,
    Grade.CONSISTENT,
    Grade.NOT_CONSISTENT,
    Grade.INCONCLUSIVE,
    Grade.NO_EVIDENCE,
    Grade.CONTRADICTED,
    Grade.NOT_TESTABLE_YET,
)
"""From the strongest support to none, in the order of keys and summaries."""


def grade_word(grade: Grade) -> str:
    """A grade that stands alone: `Not testable yet`."""
    return {
        Grade.SUPPORTED: say("Supported"),
        Grade.TENTATIVE: say("Tentative"),
        Grade.CONSISTENT: say("Consistent so far"),
        Grade.NOT_CONSISTENT: say("Not consistent so far"),
        Grade.INCONCLUSIVE: say("Inconclusive"),
        Grade.NO_EVIDENCE: say("No evidence"),
        Grade.CONTRADICTED: say("Contradicted"),
        Grade.NOT_TESTABLE_YET: say("Not testable yet"),
    }[grade]


def grade_key(grade: Grade) -> str:
    """A grade in the key of a drawing: `not testable yet`."""
    return {
        Grade.SUPPORTED: say("supported"),
        Grade.TENTATIVE: say("tentative"),
        Grade.CONSISTENT: say("consistent so far"),
        Grade.NOT_CONSISTENT: say("not consistent so far"),
        Grade.INCONCLUSIVE: say("inconclusive"),
        Grade.NO_EVIDENCE: say("no evidence"),
        Grade.CONTRADICTED: say("contradicted"),
        Grade.NOT_TESTABLE_YET: say("not testable yet"),
    }[grade]


def grade_count(grade: Grade, count: int) -> str:
    """So many arrows of a grade, in a list: `2 supported`."""
    return {
        Grade.SUPPORTED: say_count("{count} supported", "{count} supported", count),
        Grade.TENTATIVE: say_count("{count} tentative", "{count} tentative", count),
        Grade.CONSISTENT: say_count("{count} consistent so far", "{count} consistent so far", count),
        Grade.NOT_CONSISTENT: say_count("{count} not consistent so far", "{count} not consistent so far", count),
        Grade.INCONCLUSIVE: say_count("{count} inconclusive", "{count} inconclusive", count),
        Grade.NO_EVIDENCE: say_count("{count} no evidence", "{count} no evidence", count),
        Grade.CONTRADICTED: say_count("{count} contradicted", "{count} contradicted", count),
        Grade.NOT_TESTABLE_YET: say_count("{count} not testable yet", "{count} not testable yet", count),
    }[grade]


def grade_meaning(grade: Grade) -> str:
    """What a grade says of the figures of an arrow."""
    return {
        Grade.SUPPORTED: say(
            "the figures moved as the map says, in this order of time, more often than chance explains"
        ),
        Grade.TENTATIVE: say("they did, but chance or the reverse order of time could explain it"),
        Grade.CONSISTENT: say("they did, but fewer than 36 periods are too early to count on"),
        Grade.NOT_CONSISTENT: say("they did not so far, and fewer than 36 periods are too early to give up"),
        Grade.INCONCLUSIVE: say("nothing was found, and even an effect worth knowing could have been missed"),
        Grade.NO_EVIDENCE: say("nothing was found, although an effect worth knowing would have been seen"),
        Grade.CONTRADICTED: say("the figures moved the other way"),
        Grade.NOT_TESTABLE_YET: say("too few figures in common, or periods that differ"),
    }[grade]
