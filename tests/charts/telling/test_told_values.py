"""What is told of a value where a reader points is, letter by letter, what the program writes of it elsewhere."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from gettext import NullTranslations
from typing import Any

import pytest
from babel import Locale

from bsc_site.compute.analytics import with_outlook
from bsc_site.compute.assess import assess
from bsc_site.model.concluded.assessment import Expectation, KpiAssessment
from bsc_site.model.declared.scorecard import StatusNames
from bsc_site.model.period import Frequency, period_of
from bsc_site.render.charts.catalogue import charts_of
from bsc_site.render.charts.grammar.chart import Chart
from bsc_site.render.charts.kpi_charts.kpi_chart import kpi_chart
from bsc_site.render.charts.kpi_charts.kpi_rows import Story
from bsc_site.render.charts.live_data import live_file
from bsc_site.wording.calculations.note_text import note_text
from bsc_site.wording.figures import period_text
from bsc_site.wording.kpi_figures import figure_text
from bsc_site.wording.language import ENGLISH, Language, speaking
from bsc_site.wording.outlooks.kpi_conclusion import expectation_text
from bsc_site.wording.outlooks.point_words import point_word
from tests.builders.charts import Observed, charted, observed_kpi
from tests.charts.plotting.test_own_drawing import whole_story
from tests.charts.telling.told_words import read_rows, told_words
from tests.yardstick.varied_kpis import varied_project

STATES = {"method": "states", "states": {"calm": 100, "choppy": 50.5, "storm": 0}}
UNITS = ("%", "", "count", "EUR", "CHF", "days", "a $& unit", "yes/no")


class Turned(NullTranslations):
    """A catalogue that says some sentences the other way round."""

    def gettext(self, message: str) -> str:
        """The sentence, dates and ranges turned round."""
        return {"{month} {year}": "{year}. {month}", "{part} {year}": "{year}, {part}"}.get(message, message)


LIKE = ("de", "fr", "hi", "pl", "ja", "de_AT", "tr")
LANGUAGES = [ENGLISH, *(Language(code, Locale.parse(code), Turned()) for code in LIKE)]


def numbers(dice: random.Random) -> list[float]:
    """Figures of every size that are short, long, halfway between two others, or near to a bound."""
    sizes = [dice.uniform(-1, 1) * 10 ** dice.randint(-7, 16) for _ in range(25)]
    short = [round(dice.uniform(-2000, 2000), dice.randint(0, 3)) for _ in range(25)]
    halves = [0.5, 1.5, 2.5, -0.5, 0.125, 0.375, 1.005, 2.675, 1234.5, 99999.5, 1e15, -1e15, 1e16, 1e-6, 1e-7]
    near = [0, -0.0, 100, 0.004, -0.004, 99.996, 99.9999999, 100.0001, 0.1 + 0.2, 1 / 3, 2 / 3 * 100, 999_999.5]
    return [*sizes, *short, *halves, *near]


def words_of(found: KpiAssessment, names: StatusNames) -> list[dict[str, str]]:
    """What the program writes of each value."""
    labels = {each.period: each.label for each in found.signal.points} if found.signal.grounds else {}
    return [
        {
            "p": period_text(each.period),
            "v": figure_text(found.kpi, each.value),
            "e": expectation_text(each.expected, found.kpi),
            "w": names.of(each.status, each.score)
            if each.status.judged
            else ("" if each.complete else "not complete yet"),
            "l": point_word(labels[each.period]) if each.period in labels and labels[each.period].side else "",
            "n": note_text(each.note),
        }
        for each in found.points
    ]


def observed(values: list[float], dice: random.Random, **keys: Any) -> KpiAssessment:
    """Those values month by month, of each of which a little more or less was expected."""
    expected = [Expectation(target=each * dice.choice((1, 0.9, 1 / 3))) for each in values]
    seen = Observed(values, "2010-01", expected.__getitem__, notes={3: "A <b>note</b>"}, last_complete=False)
    return observed_kpi(charted(**keys), seen)


@pytest.mark.parametrize("language", LANGUAGES, ids=[each.code for each in LANGUAGES])
def test_figures_of_any_size_are_told_as_they_are_written(language: Language) -> None:
    """With every unit and number of decimals: several of a kind, and each alone."""
    dice = random.Random(7)  # noqa: S311  # made-up data, not a secret
    some = numbers(dice)
    with speaking(language):
        kpis = [
            observed(values, dice, unit=unit, decimals=decimals)
            for unit in UNITS
            for decimals in (None, 0, 1, 2, 6)
            for values in ([each for each in some if 1e-3 < abs(each) < 1e9], some, [round(each, 2) for each in some])
        ]
        kpis += [observed([each, each], dice, unit=unit) for each in some for unit in ("%", "EUR")]
        kpis += [observed([100, 50.5, 0, 20], dice, unit="", scoring=STATES)]
        told = told_words(*(kpi_chart(Story(each, StatusNames())) for each in kpis))
        for words, kpi in zip(told, kpis, strict=True):
            assert words == words_of(kpi, StatusNames()), (kpi.kpi.unit, kpi.kpi.decimals)


@pytest.mark.parametrize("frequency", list(Frequency))
@pytest.mark.parametrize("starts", [1, 4, 12])
@pytest.mark.parametrize("aggregate", ["last", "sum"])
def test_periods_of_every_kind_are_told_as_they_are_written(frequency: Frequency, starts: int, aggregate: str) -> None:
    """Also where a week belongs to another year than its days, and a fiscal year to two."""
    kpi = observed([1.0] * 90, random.Random(1), frequency=frequency, aggregate=aggregate, unit="")  # noqa: S311
    first = period_of(date(2018, 12, 30), frequency, starts)
    for language in LANGUAGES[:2]:
        points = tuple(each._replace(period=first.shift(at)) for at, each in enumerate(kpi.points))
        moved = replace(kpi, points=points, current=points[-2])
        with speaking(language):
            (words,) = told_words(kpi_chart(Story(moved, StatusNames())))
            assert [each["p"] for each in words] == [period_text(each.period) for each in points]


def test_bands_are_told_as_they_are_written() -> None:
    ends = [Expectation(), Expectation(low=20, high=40), Expectation(low=20.04, high=20.05), Expectation(low=3)]
    kpi = observed_kpi(charted(decimals=1), Observed([30.0] * 12, "2024-01", lambda at: ends[at % 4]))
    (words,) = told_words(kpi_chart(Story(kpi, StatusNames())))
    assert [each["e"] for each in words] == [expectation_text(each.expected, kpi.kpi) for each in kpi.points]


def test_two_hundred_varied_kpis_are_told_and_read_as_they_are() -> None:
    """Their rows, too, come out of the data as they went in."""
    project, series = varied_project()
    found = with_outlook(assess(project, series, date(2025, 6, 10), None), series)
    charts = {name.removeprefix("kpi/"): each for name, each in charts_of(found).items() if name.startswith("kpi/")}
    for name, words in zip(charts, told_words(*charts.values()), strict=True):
        kpi = found.kpis[name]
        if len(kpi.points) == len(words):
            assert words == words_of(kpi, found.scorecards[kpi.scorecard].scorecard.words), name
    assert read_rows(*charts.values()) == [list(each.rows) for each in charts.values()]


def test_ten_years_with_everything_are_six_kilobytes() -> None:
    """A page of a thousand KPIs loads them one by one; a site holds them all."""
    dice = random.Random(3)  # noqa: S311
    months: list[float | None] = [round(100 + dice.gauss(0, 3), 2) for _ in range(120)]
    drawn: Chart = kpi_chart(whole_story(months, 1, targets=[{"period": "2030-12", "value": 70}], decimals=2))
    assert {"limit", "mean", "fan", "ahead", "actual"} <= {row["k"] for row in drawn.rows}
    assert len(live_file("kpi/k", drawn)[1].encode()) < 6_000
