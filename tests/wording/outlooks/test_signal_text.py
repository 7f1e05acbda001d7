"""What a control chart says reads as a manager speaks: the latest value, the target, and what the limits stand on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bsc_site.compute.signal.control_chart import signal_of
from bsc_site.model.concluded.outlook import NO_SIGNAL, Grounds, Signal, SignalPoint, Uncounted
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.period import parse_period
from bsc_site.model.vocabularies import Assurance, PointLabel, Variation
from bsc_site.wording.outlooks.point_words import point_cell, point_word
from bsc_site.wording.outlooks.signal_text import (
    assurance_sentence,
    assurance_word,
    limit_sentences,
    signal_sentences,
    variation_meaning,
    variation_sentence,
    variation_word,
)
from tests.builders.small_projects import course, declared

CALM = [20.0, 22.0, 21.0, 19.0, 20.0, 21.0, 22.0, 20.0, 19.0, 21.0, 20.0, 22.0, 21.0, 20.0]
LABELS = {
    PointLabel.ABOVE_LIMIT: "is above the upper limit of natural variation.",
    PointLabel.BELOW_LIMIT: "is below the lower limit of natural variation.",
    PointLabel.RISING: "is part of seven or more rising values in a row.",
    PointLabel.FALLING: "is part of seven or more falling values in a row.",
    PointLabel.TWO_OF_THREE_HIGH: "is one of two in three values close to the upper limit.",
    PointLabel.TWO_OF_THREE_LOW: "is one of two in three values close to the lower limit.",
    PointLabel.RUN_HIGH: "is part of a long run above the mean.",
    PointLabel.RUN_LOW: "is part of a long run below the mean.",
}
SPREAD = (
    "The values spread more than their counts alone explain, so these limits are too narrow: as a measurement "
    "(kind_of_data: measurement) the KPI would give fewer false alarms."
)
SEASON = (
    "Its season, highest in December and lowest in February, was taken out before the limits were drawn, and put back "
    "into them."
)
CAVEATS = {
    Uncounted.NO_BASES: "the data has no numerators and denominators",
    Uncounted.NEGATIVE: "a count cannot be negative",
    Uncounted.NOT_POSITIVE: "a numerator or denominator is not positive",
    Uncounted.NO_RATIO: "the values are not numerator / denominator",
    Uncounted.BEYOND_WHOLE: "a numerator is larger than its denominator",
}


def _signal(values: list[float], kpi: Kpi, target: float | None = None) -> Signal:
    return signal_of(kpi, course(values, "2024-01"), target)


def _labelled(label: PointLabel, variation: Variation) -> Signal:
    point = SignalPoint(parse_period("2025-06"), label, 1.0, 0.0, 2.0)
    return replace(NO_SIGNAL, points=(point,), variation=variation, grounds=Grounds(20, 0.0, 2.0))


def test_a_calm_chart_is_told_from_the_latest_value_to_its_limits() -> None:
    kpi = declared(unit="%")
    assert signal_sentences(_signal(CALM, kpi, 10.0), kpi) == (
        "Nothing unusual: the latest value moves within its natural variation.",
        "As it runs now, this will keep meeting the target.",
        "Values from 16.89 to 24.25 % are natural variation around 20.57 %.",
    )


@pytest.mark.parametrize(("label", "told"), LABELS.items())
def test_each_kind_of_signal_is_told_with_its_period(label: PointLabel, told: str) -> None:
    signal = _labelled(label, Variation.CONCERN_LOW)
    assert variation_sentence(signal, declared()) == f"A real change for the worse, not noise: Jun 2025 {told}"


def test_whether_a_change_is_good_is_said_in_two_words_and_in_a_sentence() -> None:
    told = {each: (variation_word(each), variation_meaning(each)) for each in Variation}
    good, bad = (
        ("Real improvement", "A real improvement, not noise."),
        ("Real concern", "A real change for the worse, not noise."),
    )
    change = ("Real change", "A real change, not noise.")
    usual = ("Usual variation", "Nothing unusual: the latest value moves within its natural variation.")
    assert told == {
        Variation.IMPROVEMENT_HIGH: good,
        Variation.IMPROVEMENT_LOW: good,
        Variation.CONCERN_HIGH: bad,
        Variation.CONCERN_LOW: bad,
        Variation.NEUTRAL_HIGH: change,
        Variation.NEUTRAL_LOW: change,
        Variation.COMMON_CAUSE: usual,
    }


def test_a_target_is_met_missed_or_both_and_without_one_nothing_is_said() -> None:
    assert [(assurance_word(each), assurance_sentence(each)[:38]) for each in Assurance] == [
        ("Meets the target", "As it runs now, this will keep meeting"),
        ("Misses the target", "As it runs now, this will keep missing"),
        ("Hit or miss", "As it runs now, this meets the target "),
        ("", ""),
    ]


def test_figures_that_never_moved_have_no_variation() -> None:
    kpi = declared(unit="days")
    told = signal_sentences(_signal([5.0] * 20, kpi), kpi)
    assert told == ("It has been 5 days all along: there is no variation yet to tell noise from.",)


def test_a_range_goes_no_further_than_values_of_its_kind_can() -> None:
    kpi = declared(unit="%")
    told = limit_sentences(_signal([1.0, 99.0] * 10, kpi), kpi)
    assert told[0] == "Values from 0 to 100 % are natural variation around 50 %."


def test_everything_that_a_reader_should_beware_of_is_said() -> None:
    kpi = declared(unit="%", kind_of_data="count")
    signal = replace(
        _labelled(PointLabel.COMMON_CAUSE, Variation.COMMON_CAUSE),
        trial=True,
        seasonal=True,
        suggestion=parse_period("2024-09"),
        grounds=Grounds(
            drawn_from=5,
            lower=0.0,
            upper=2.0,
            correlation=0.4,
            overspread=True,
            uncounted=Uncounted.NEGATIVE,
            sloped=True,
            season=(parse_period("2024-12"), parse_period("2025-02")),
        ),
    )
    assert limit_sentences(signal, kpi) == (
        "In Jun 2025 values from 0 to 2 % are natural variation around 1 %.",
        "The limits are drawn from only 5 values and are on trial until there are 13.",
        "The limits follow its trend: they stand around the line, not around one level.",
        SEASON,
        "Neighbouring values resemble each other, so the limits are wider and runs must be longer.",
        SPREAD,
        "It is declared as a count, but a count cannot be negative: the limits are those of a measurement.",
        "Since Sep 2024 all values lie on one side of the mean: if something changed, declare a rebase.",
    )


@pytest.mark.parametrize("reason", Uncounted)
def test_each_reason_why_nothing_can_be_counted_is_said(reason: Uncounted) -> None:
    signal = replace(NO_SIGNAL, points=_labelled(PointLabel.RISING, Variation.COMMON_CAUSE).points)
    signal = replace(signal, grounds=Grounds(20, 0.0, 2.0, uncounted=reason))
    assert limit_sentences(signal, declared(kind_of_data="proportion"))[1:] == (
        f"It is declared as a proportion, but {CAVEATS[reason]}: the limits are those of a measurement.",
    )


@pytest.mark.parametrize("label", PointLabel)
def test_the_label_of_every_value_has_words_for_the_pointer_and_for_a_cell(label: PointLabel) -> None:
    assert point_cell(label) == point_word(label).capitalize()
