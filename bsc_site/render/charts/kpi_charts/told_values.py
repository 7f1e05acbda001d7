"""What a reader is told who points at a value: the figures and patterns from which a script makes the words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bsc_site.model.concluded.assessment import Point
from bsc_site.model.period import Frequency, Period
from bsc_site.model.vocabularies import PointLabel
from bsc_site.render.charts.grammar.short_columns import column_of
from bsc_site.render.charts.kpi_charts.kpi_rows import Story
from bsc_site.wording.calculations.note_text import note_text
from bsc_site.wording.figure_frames import frame_of, framed_numbers
from bsc_site.wording.figures import month_names, period_pattern, period_text
from bsc_site.wording.kpi_figures import figure_text
from bsc_site.wording.language import number_signs, say
from bsc_site.wording.outlooks.kpi_conclusion import expectation_text
from bsc_site.wording.outlooks.point_words import point_word

_OF_MONTHS = (Frequency.DAILY, Frequency.MONTHLY)
_LETTERS = {Frequency.QUARTERLY: "Q", Frequency.HALF_YEARLY: "H"}
_ENGLISH = (",", ".")


def told_values(story: Story, drawn: Sequence[float]) -> dict[str, Any]:
    """Of the values in their order: period, value and expectation, status, signal and note, as far as there are any.

    `drawn` are the heights at which they stand; numbers that are the same are not told again. The words that
    bsc-chart-words.js makes of it are those of `period_text`, `figure_text`, `expectation_text` and so on.
    """
    told = {"p": _periods(story), **_figures(story, drawn), "w": _statuses(story), "l": _labels(story)}
    noted = {str(number): note_text(each.note) for number, each in enumerate(story.points) if each.note}
    return {name: each for name, each in {**told, "n": noted}.items() if each}


def _periods(story: Story) -> dict[str, Any]:
    """How the words of each period follow from its days."""
    periods = [each.period for each in story.points]
    if len({each.year_starts for each in periods}) > 1:
        return column_of(list(map(period_text, periods)))
    return {"pattern": period_pattern(periods[0]), **_parts(periods[0])}


def _parts(period: Period) -> dict[str, Any]:
    if period.frequency in _OF_MONTHS:
        return {"months": month_names()}
    if period.frequency is Frequency.WEEKLY:
        return {}
    of_a_year = {"every": period.frequency.months, "letter": _LETTERS.get(period.frequency, "")}
    return of_a_year if period.year_starts == 1 else {**of_a_year, "starts": period.year_starts, "fiscal": "FY"}


def _figures(story: Story, drawn: Sequence[float]) -> dict[str, Any]:
    """The frame in which all figures stand with their numbers; the texts of figures that are told otherwise."""
    frame, found = frame_of(story.kpi), {}
    if frame is not None:
        signs = number_signs()
        found["frame"] = {**frame._asdict(), **({"signs": signs} if signs != _ENGLISH else {})}
    if story.numbers is None:
        found["v"] = column_of([figure_text(story.kpi, each.value) for each in story.points])
    elif story.numbers != drawn:
        found["v"] = column_of(story.numbers)
    return {**found, "e": _expected(story)}


def _expected(story: Story) -> dict[str, Any]:
    """What was expected of each value; nothing where nothing ever was."""
    found = [(each.expected.target, each.expected.low, each.expected.high) for each in story.points]
    numbers = _targets(story, found)
    if numbers is not None:
        return column_of(numbers)
    each_once = dict(zip(found, (each.expected for each in story.points), strict=True))
    words = {ends: expectation_text(expected, story.kpi) for ends, expected in each_once.items()}
    return column_of([words[ends] for ends in found]) if any(words.values()) else {}


def _targets(story: Story, found: Sequence[tuple[float | None, ...]]) -> list[float | None] | None:
    """The targets as their texts tell them, None where there is none; nothing where words or bands are expected."""
    known = [target for target, _, _ in found if target is not None]
    bands = any(target is None and low is not None and high is not None for target, low, high in found)
    numbers = None if bands or not known else framed_numbers(story.kpi, known)
    if numbers is None:
        return None
    told = iter(numbers)
    return [None if target is None else next(told) for target, _, _ in found]


def _statuses(story: Story) -> dict[str, Any]:
    texts = [_status(story, each) for each in story.points]
    return column_of(texts) if any(texts) else {}


def _status(story: Story, point: Point) -> str:
    if point.status.judged:
        return story.names.of(point.status, point.score)
    return "" if point.complete else say("not complete yet")


def _labels(story: Story) -> dict[str, Any]:
    """What the value says of natural variation, where it is more than that."""
    words = {each: point_word(each) if each.side else "" for each in set(story.labels.values())}
    if not any(words.values()):
        return {}
    labels = (story.labels.get(each.period.start, PointLabel.COMMON_CAUSE) for each in story.points)
    return column_of([words.get(each, "") for each in labels])
