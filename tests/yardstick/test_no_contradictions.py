"""No page contradicts itself, whatever its figures, its way of scoring and what people set by hand."""

from __future__ import annotations

import random
import re
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bsc_site.model.concluded.against import Against, against
from bsc_site.model.concluded.assessment import FEWEST_FOR_TREND, KpiAssessment
from bsc_site.model.concluded.changes import ChangeKind
from bsc_site.model.vocabularies import Assurance, Status, TrendWord
from bsc_site.wording.outlooks.kpi_conclusion import kpi_conclusion
from tests.yardstick.made_pages import MET, NAMES, OWN, MadeSite, made, statuses_in

MONTHS = [f"{year}-{month:02d}" for year in (2022, 2023, 2024, 2025) for month in range(1, 13)]
METHODS: list[Any] = [
    "goal_red_flag",
    "progress",
    "pace",
    "percent_of_target",
    {"method": "percent_of_target", "on_track": 0.9, "at_risk": 0.7},
    {"method": "bands", "bands": [{"from": 110, "status": "on_track"}, {"from": 90, "status": "at_risk"}]},
    {
        "method": "rules",
        "rules": [{"when": "value > 95", "status": "at_risk"}, {"when": "value > 0", "status": "on_track"}],
    },
]
BY_HAND = {"because": "we know better", "until": "2026-06"}
ROW = re.compile(r"(up|down) \d+ \w+ in a row")


@st.composite
def figures(draw: st.DrawFn) -> dict[str, float]:
    """Months of a course with a slope, noise, a late turn and a last value that may stand out."""
    length = draw(st.sampled_from([1, 2, 5, 9, 14, 30, 48]))
    chance = random.Random(draw(st.integers(0, 10_000)))  # noqa: S311  # no secret hangs on it
    slope, noise = draw(st.sampled_from([-1.5, -0.2, 0, 0.2, 1.5])), draw(st.sampled_from([0, 1, 6]))
    turn, jump = draw(st.sampled_from([0, 3, 8])), draw(st.sampled_from([0, -25, 25]))
    values = [100 + slope * at + chance.gauss(0, noise) for at in range(length)]
    for back in range(min(turn, length - 1)):
        values[-1 - back] -= 2 * slope * (turn - back)
    values[-1] += jump
    if draw(st.integers(0, 5)) == 0:
        values = [0 if chance.random() < 0.8 else value for value in values]  # events are rare
        return {month: round(value, 2) for month, value in zip(MONTHS[-length:], values, strict=True)}
    return {month: round(max(value, 1), 2) for month, value in zip(MONTHS[-length:], values, strict=True)}


@st.composite
def kpis(draw: st.DrawFn) -> dict[str, Any]:
    """The keys of a KPI, without its id."""
    direction = draw(st.sampled_from(["higher", "lower", "higher", "lower", "none"]))
    target = draw(st.sampled_from([80, 99, 101, 120]))
    keys: dict[str, Any] = {"direction": direction, "targets": [{"period": "2026-12", "value": target}]}
    if draw(st.booleans()):
        keys["baseline"] = {"period": "2021-12", "value": 100}
    if direction != "none":
        keys["scoring"] = draw(st.sampled_from(METHODS))
    if draw(st.integers(0, 3)) == 0:
        keys["manual_status"] = BY_HAND | {"status": draw(st.sampled_from(["on_track", "at_risk", "off_track"]))}
    return keys


@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # a smaller example is not worth minutes
)
@given(st.lists(st.tuples(kpis(), figures()), min_size=6, max_size=6), st.sampled_from([(), OWN, (), MET]))
def test_what_a_page_says_of_a_kpi_agrees(
    made_up: list[tuple[dict[str, Any], dict[str, float]]], statuses: tuple[dict[str, Any], ...]
) -> None:
    names = [f"k{number}" for number in range(len(made_up))]
    keys = [{"id": name, "name": f"Kennzahl {name}"} | kpi for name, (kpi, _) in zip(names, made_up, strict=True)]
    site = made(keys, {name: values for name, (_, values) in zip(names, made_up, strict=True)}, statuses)
    for name in names:
        one_status(site, name)
        one_direction(site, name)
        one_outlook(site, name)
        news_or_not(site, name)


def one_status(site: MadeSite, name: str) -> None:
    """Title, verdict, hero and table tell the same status, in the very words that were declared."""
    found, page = site.found(name), site.page(name)
    assert found.current is not None
    assert (found.current.status, found.freshness.latest) == (found.status, found.current.period)
    names = site.assessment.scorecards["c"].scorecard.words
    title = kpi_conclusion(found, names)
    assert title in page
    expected = {names.of(found.status, found.score)} if found.status.judged else set()
    assert statuses_in(title, names) == expected
    verdict = next(line for line in page.splitlines() if " in Dec 2025 " in line and line != title)
    assert statuses_in(verdict, names) == expected
    hero = page[: page.index("On this page")]
    assert statuses_in(hero, names) == expected
    words = (*NAMES.values(), *(each.name for each in names.scale.statuses))
    assert not [word for word in words if word.lower() in page or word.upper() + "." in page]
    good, bad = found.status is Status.ON_TRACK, found.status in (Status.AT_RISK, Status.OFF_TRACK)
    assert not (bad and "exactly on " in hero)
    assert not ("which is enough" in hero and not good)


def one_direction(site: MadeSite, name: str) -> None:
    """Trend, run and latest signal go one way, or the page says that they do not."""
    found, page = site.found(name), site.page(name)
    word, arrow, up = found.trend.word, found.trend.rising, found.run_rising
    assert "moved the same way" not in page
    said = ROW.search(page)
    assert not (word is TrendWord.STEADY and arrow is None and said)
    if said and arrow is not None:
        assert (said[1] == "up") == up
        assert ("lately" in page) == (up != arrow)
    opposite = {TrendWord.IMPROVING: "A real change for the worse", TrendWord.WORSENING: "A real improvement"}
    title = kpi_conclusion(found, site.assessment.scorecards["c"].scorecard.words)
    if word in opposite and opposite[word] in title:
        assert re.search(r"The latest value (goes the other way|does not keep up with that)\.", title)
        assert not ("goes the other way" in title and found.signal.sloped and up == arrow)
    assert not re.search(r"steady[;.,] .*not noise", title)
    one_course(found, page)


def one_course(found: KpiAssessment, page: str) -> None:
    """Limits slope the way of the trend, a rise without a step back is one, and nothing rare is called usual."""
    values = [each.value for each in found.points if each.complete]
    signal, slope = found.signal, found.signal.segments[-1].slope if found.signal.segments else 0.0
    assert signal.sloped == (slope != 0)
    if slope:
        assert (slope > 0) == (found.trend.rising if found.trend.rising is not None else slope > 0)
        assert found.trend.rising is not None
    if len(values) >= FEWEST_FOR_TREND and found.trend.run_length == len(values) - 1:
        assert found.trend.rising == found.run_rising
        assert signal.points[-1].label.side == (1 if found.run_rising else -1)
    assert not (signal.rare and ("natural variation around" in page or "Nothing unusual" in page))
    assert all(each.run <= max(len(values) / 2, 7) for each in signal.segments)


def one_outlook(site: MadeSite, name: str) -> None:
    """What the control chart says of the target does not deny the latest value, nor the forecast."""
    found, page = site.found(name), site.page(name)
    chance = found.forecast.next_chance
    side = against(found.current, found.kpi) if found.current else Against.NOTHING
    if "will keep missing the target" in page:
        assert side is not Against.BETTER
        assert chance is None or chance <= 1 / 2
    if "will keep meeting the target" in page:
        assert side is not Against.SHORT
        assert chance is None or chance >= 1 / 2
    assert found.signal.assurance is not Assurance.NONE or "will keep" not in page
    stages = re.search(r"Under way for it:\s+What goes on\s", page)
    assert stages
    assert re.search(r"Done for it:\s+What is over\s", page)


def news_or_not(site: MadeSite, name: str) -> None:
    """What its page calls more than noise is never called no news, and the other way round."""
    found, page = site.found(name), site.page(name)
    _, _, still = site.changes().partition("Moved, without being news")
    quiet = still.partition("no control chart")[0]
    if found.kpi.name in quiet and name in site.assessment.changes.quiet:
        assert "not noise" not in page
    if name in site.assessment.changes.lasting:
        assert "not noise" in page
    if found.by_hand is not None:
        told = site.assessment.changes.by_kpi.get(name, ())
        assert ChangeKind.STATUS not in {each.kind for each in told}
