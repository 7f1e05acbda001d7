"""The health of a scorecard in words: how its score and those of its parts came about."""

from __future__ import annotations

from bsc_site.model.concluded.health import AspectHealth, Health
from bsc_site.wording.figures import number_text
from bsc_site.wording.language import say, say_count


def health_step(health: Health) -> str:
    """The mean of the parts: `(75.0 + 100.0) / 2 = 87.5`."""
    if health.score is None:
        return say("Nothing was checked")
    scores = [number_text(each.score, 1) for each in health.aspects if each.score is not None]
    return f"({' + '.join(scores)}) / {len(scores)} = {number_text(health.score, 1)}"


def aspect_step(health: AspectHealth) -> str:
    """The points of one part: `3.25 of 4 points from 2 rules: 81.2`."""
    if health.score is None:
        return say("Nothing to check")
    return say_count(
        "{passed} of {weight} points from {count} rule: {score}",
        "{passed} of {weight} points from {count} rules: {score}",
        health.rules,
        passed=number_text(health.passed, 2),
        weight=health.weight,
        score=number_text(health.score, 1),
    )
