"""Status flips: which KPIs have another status than they had at the end of a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.concluded.review_assessment import Move


def flips_since(assessment: Assessment, day: date) -> Iterator[Move]:
    """KPIs whose latest status is another than that of the latest period which had ended by `day`.

    Both by today's definitions, from the figures as they are known today; without a figure by then there is no flip.
    """
    for name, found in assessment.kpis.items():
        then = [each for each in found.points if each.complete and each.period.end <= day]
        scale = assessment.scorecards[found.scorecard].scorecard.scale
        if then and found.current is not None and scale.told_apart(then[-1], found.current):
            yield Move(name, then[-1], found.current)
