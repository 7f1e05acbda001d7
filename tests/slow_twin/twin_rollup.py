"""The roll-up of the twin: from scores of KPIs up to the scorecard, as docs/methods/roll-up.md has it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from tests.slow_twin.twin_judgement import status_of

ORDER = ("on_track", "at_risk", "off_track")


@dataclass(frozen=True)
class TwinStanding:
    """Status, score, and of how many KPIs below how many have a score."""

    status: str
    score: Fraction | None
    scored: int
    total: int
    weight: Fraction = Fraction(1)


def rolled_up(children: Sequence[TwinStanding], how: str, min_coverage: Fraction = Fraction(0)) -> TwinStanding:
    """What the children come to; one without a score is left out, one without a weight counts for nothing."""
    scored, total = sum(each.scored for each in children), sum(each.total for each in children)
    known = [each for each in children if each.score is not None and each.weight > 0]
    if how == "self" and scored and Fraction(scored, total) >= min_coverage:
        own = children[0]
        return TwinStanding(own.status if own.score is not None else "", own.score, scored, total)
    if not known or Fraction(scored, total) < min_coverage:
        return TwinStanding("", None, scored, total)
    scores = [each.score for each in known if each.score is not None]
    if how == "worst":
        score: Fraction | None = min(scores)
    elif how == "best":
        score = max(scores)
    elif how == "most_frequent":
        counts = {word: sum(each.status == word for each in known) for word in ORDER}
        most = max(counts.values())
        return TwinStanding([word for word in ORDER if counts[word] == most][-1], None, scored, total)
    else:
        weights = sum((each.weight for each in known), Fraction(0))
        score = sum((each.weight * (each.score or 0) for each in known), Fraction(0)) / weights
    return TwinStanding(status_of(score) if score is not None else "", score, scored, total)
