"""Forecasts of percentages at their bound, of counts, of totals with holes, and of three seasons."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pytest

from bsc_site.compute.analytics import with_outlook
from bsc_site.compute.forecast.estimated_season import estimated_season
from bsc_site.compute.forecast.kpi_forecast import forecast_of
from bsc_site.model.concluded.outlook import Forecast
from bsc_site.model.declared.kpi import Kpi
from bsc_site.model.period import parse_period
from bsc_site.model.series import Observation
from bsc_site.publish.data_files.api_outlook import chances
from tests.builders.small_projects import assessed, built, kpi, monthly, project, readings

FIRST = parse_period("2021-01")


def _forecast(values: Iterable[float], *, without: tuple[int, ...] = (), **keys: object) -> Forecast:
    kpi = Kpi.model_validate({"id": "k", "name": "K", **keys})
    observations = [Observation(FIRST.shift(at), float(each)) for at, each in enumerate(values) if at not in without]
    return forecast_of(kpi, observations, None)


@pytest.mark.parametrize("share", [0.4, 0.7])
def test_a_percentage_that_often_reaches_its_bound_will_reach_it_again(share: float) -> None:
    """The intervals hold 100, and the chance of it is about the share of the past."""
    dice = np.random.default_rng(11)
    values = np.where(dice.random(48) < share, 100.0, np.round(99 - dice.gamma(2, 0.5, 48), 2))
    found = _forecast(values, unit="%", targets=[{"period": "2025-06", "value": 100}])
    assert all(each.upper80 == 100 for each in found.points)
    assert found.chances[0].probability == pytest.approx(np.mean(values == 100), abs=0.15)


@pytest.mark.parametrize(("direction", "limit", "sign"), [("higher", 20.0, 1), ("lower", 4.0, -1)])
def test_a_declared_limit_that_is_often_reached_will_be_reached_again(direction: str, limit: float, sign: int) -> None:
    """As 100 % is, on the better side."""
    dice = np.random.default_rng(3)
    values = np.where(dice.random(48) < 0.5, limit, np.round(limit - sign * dice.gamma(2, 0.5, 48), 2))
    unit = "%" if direction == "lower" else "points"
    targets = [{"period": "2025-06", "value": limit}]
    found = _forecast(values, direction=direction, limit=limit, targets=targets, unit=unit)
    assert found.chances[0].probability == pytest.approx(np.mean(values == limit), abs=0.1)
    ends = [end for each in found.points for end in (each.lower95, each.upper95)]
    assert (max(ends) if sign > 0 else min(ends)) == limit


def test_shares_that_add_up_over_the_year_have_a_chance_of_their_total() -> None:
    """A tenth of a programme each month: 120 % of the plan in the year."""
    values = 10 + np.random.default_rng(4).normal(0, 0.5, 45)
    found = _forecast(values, unit="%", aggregate="sum", targets=[{"period": "2024", "value": 110}])
    assert found.chances[0].total
    assert found.chances[0].probability > 0.95


def test_the_chance_of_no_accident_is_about_the_share_of_months_without_any() -> None:
    dice = np.random.default_rng(5)
    values = dice.poisson(0.4, 48)
    found = _forecast(values, unit="count", direction="lower", targets=[{"period": "2025-03", "value": 0}])
    assert found.chances[0].probability == pytest.approx(np.mean(values == 0), abs=0.1)


def test_the_fan_of_a_count_holds_whole_numbers() -> None:
    for mean in (0.4, 40):
        found = _forecast(np.random.default_rng(2).poisson(mean, 40), unit="count")
        ends = [end for each in found.points for end in (each.value, each.lower80, each.upper95)]
        assert all(end == round(end) >= 0 for end in ends)


def test_a_missing_month_of_a_yearly_total_is_estimated_and_not_taken_for_nothing() -> None:
    """100 a month, nine months of the year gone, one of them without a figure."""
    values = 100 + np.random.default_rng(3).normal(0, 2, 45)
    targets = [{"period": "2024", "value": 1180}]
    whole, holed = (_forecast(values, without=gap, aggregate="sum", targets=targets).chances[0] for gap in ((), (38,)))
    assert min(whole.probability, holed.probability) > 0.95
    assert (whole.estimated, holed.estimated) == (0, 1)
    assert holed.required == pytest.approx(whole.required, abs=3)


def test_three_decembers_are_a_season() -> None:
    """Twice the other months, and noise of a tenth."""
    dice = np.random.default_rng(7)
    values = np.where(np.arange(36) % 12 == 11, 200.0, 100.0) * np.exp(dice.normal(0, 0.1, 36))
    found = _forecast(values)
    assert found.seasonal
    assert found.points[11].value > 1.5 * found.points[5].value


def test_of_noise_hardly_any_season_is_left() -> None:
    left = [estimated_season(np.random.default_rng(seed).normal(100, 5, 60), 12)[1] for seed in range(40)]
    assert np.mean(left) < 0.25


def test_what_changed_for_good_is_followed() -> None:
    """Faults in nearly every month, then in nearly none; two accidents a month, then hardly any."""
    dice = np.random.default_rng(6)
    late = np.arange(48) >= 24
    values = np.where(dice.random(48) < np.where(late, 0.9, 0.1), 100.0, np.round(97 - dice.gamma(2, 1, 48), 2))
    faultless = _forecast(values, unit="%", targets=[{"period": "2025-06", "value": 100}])
    counts = dice.poisson(np.where(late, 0.15, 2.0))
    targets = [{"period": "2025-03", "value": 0}]
    harmless = _forecast(counts, unit="count", direction="lower", targets=targets)
    assert min(faultless.chances[0].probability, harmless.chances[0].probability) > 0.65


def test_the_published_chance_counts_the_estimated_months() -> None:
    """A month of the running year without a figure, and later ones with theirs."""
    values = {month: 100.0 + at % 3 for at, month in enumerate(monthly([0.0] * 45, "2021-01")) if at != 38}
    one = project(kpi(aggregate="sum", targets=[{"period": "2024", "value": 1180}]))
    rows = readings("k", values)
    found = with_outlook(assessed(one, rows), built(one, rows).series).kpis["k"]
    (chance,) = chances(found)
    assert chance.estimated == 1
    assert chance.sentence.endswith("1 month without a figure in between is estimated.")
