"""Measures of the library as lines for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from msgspec import UNSET

from bsc_site.load.library.library_measure import KnownBenchmark, Shelved
from bsc_site.model.vocabularies import Direction, Kind
from bsc_site.wording.figures import number_text
from bsc_site.wording.language import say, say_count

_WIDTH = 100


def listed_measures(found: Sequence[Shelved]) -> Iterator[str]:
    """A line for each measure, below the name of its sector, and how many there are."""
    wide = max((len(each.measure.id) for each in found), default=0)
    for position, each in enumerate(found):
        if not position or found[position - 1].sector != each.sector:
            yield from (
                ["", f"{each.sector.name} ({each.sector.sector.value})"]
                if position
                else [f"{each.sector.name} ({each.sector.sector.value})"]
            )
        yield f"  {each.measure.id:{wide}}  {each.measure.name} ({each.measure.unit})"
    yield ""
    yield (
        say_count("{count} measure.", "{count} measures.", len(found))
        + " "
        + say("`bsc-site library show ID` tells all about one.")
    )


def told_measures(found: Sequence[Shelved]) -> Iterator[str]:
    """Everything about each of them, the best first."""
    for position, each in enumerate(found):
        yield from [""] if position else []
        yield from _told(each)


def _told(one: Shelved) -> Iterator[str]:
    measure = one.measure
    yield f"{measure.id}: {measure.name}"
    yield from _wrapped(say("Formula: {formula}", formula=measure.formula))
    yield from _wrapped(
        say(
            "{unit}, {direction}, {kind}, {frequency}; {sector}, perspective {perspective}",
            unit=measure.unit,
            direction=_direction(measure.direction),
            kind=say("leading") if measure.kind is Kind.LEADING else say("lagging"),
            frequency=measure.frequency.value,
            sector=one.sector.name,
            perspective=measure.perspective.value,
        )
    )
    yield from _wrapped(say("Figures usually from: {source}", source=measure.figures))
    if measure.definition:
        yield from _wrapped(say("Defined by: {publication}", publication=measure.definition))
    if measure.benchmark is not None:
        yield from _wrapped(_benchmark(measure.benchmark, measure.unit))
    if measure.also:
        yield from _wrapped(say("Also found as: {words}", words=", ".join(measure.also)))


def _direction(direction: Direction) -> str:
    return say("lower is better") if direction is Direction.LOWER else say("higher is better")


def _benchmark(known: KnownBenchmark, unit: str) -> str:
    """A limit on one side, a value, or a range, with who published it and when."""
    low, high, value = (
        "" if each is UNSET else f"{number_text(each)} {unit}" for each in (known.low, known.high, known.value)
    )
    figure = say("{low} to {high}", low=low, high=high) if low and high else value
    figure = figure or (say("{low} or more", low=low) if low else say("{high} or less", high=high))
    return say("Benchmark: {figure} ({source}, {year})", figure=figure, source=known.source, year=known.year)


def _wrapped(text: str) -> Iterator[str]:
    yield from textwrap.wrap(text, _WIDTH, initial_indent="  ", subsequent_indent="    ")
