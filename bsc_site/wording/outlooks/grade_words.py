"""Grade words: the grades of evidence as the map, charts and pages call them, and what each means."""

from __future__ import annotations

from bsc_site.model.vocabularies import Grade
from bsc_site.wording.language import noted, told

_WORDS = {
    Grade.SUPPORTED: noted("Supported"),
    Grade.TENTATIVE: noted("Tentative"),
    Grade.CONSISTENT: noted("Consistent so far"),
    Grade.NOT_CONSISTENT: noted("Not consistent so far"),
    Grade.INCONCLUSIVE: noted("Inconclusive"),
    Grade.NO_EVIDENCE: noted("No evidence"),
    Grade.CONTRADICTED: noted("Contradicted"),
    Grade.COMPUTED_FROM_EACH_OTHER: noted("Computed from each other"),
    Grade.NOT_TESTABLE_YET: noted("Not testable yet"),
}
_KEYS = {
    Grade.SUPPORTED: noted("supported"),
    Grade.TENTATIVE: noted("tentative"),
    Grade.CONSISTENT: noted("consistent so far"),
    Grade.NOT_CONSISTENT: noted("not consistent so far"),
    Grade.INCONCLUSIVE: noted("inconclusive"),
    Grade.NO_EVIDENCE: noted("no evidence"),
    Grade.CONTRADICTED: noted("contradicted"),
    Grade.COMPUTED_FROM_EACH_OTHER: noted("computed from each other"),
    Grade.NOT_TESTABLE_YET: noted("not testable yet"),
}
_MEANINGS = {
    Grade.SUPPORTED: noted("the figures moved as the map says, more often than chance explains"),
    Grade.TENTATIVE: noted("the figures moved as the map says; chance or the reverse order of time could explain it"),
    Grade.CONSISTENT: noted("the figures moved as the map says, but fewer than 36 periods are too early to count on"),
    Grade.NOT_CONSISTENT: noted(
        "the figures did not move as the map says; fewer than 36 periods are too early to give up"
    ),
    Grade.INCONCLUSIVE: noted("nothing was found, and even an effect worth knowing could have been missed"),
    Grade.NO_EVIDENCE: noted("nothing was found, although an effect worth knowing would have been seen"),
    Grade.CONTRADICTED: noted("the figures moved the other way"),
    Grade.COMPUTED_FROM_EACH_OTHER: noted("the same figures stand behind both, so there is nothing to test"),
    Grade.NOT_TESTABLE_YET: noted("too few figures in common, periods that differ, or figures that tell too little"),
}
GRADES = tuple(_WORDS)
"""From the strongest support to none, in the order of keys and summaries."""


def grade_word(grade: Grade) -> str:
    """A grade that stands alone: `Not testable yet`."""
    return told(_WORDS[grade])


def grade_key(grade: Grade) -> str:
    """A grade in the key of a drawing: `not testable yet`."""
    return told(_KEYS[grade])


def grade_meaning(grade: Grade) -> str:
    """What a grade says of the figures of an arrow."""
    return told(_MEANINGS[grade])
