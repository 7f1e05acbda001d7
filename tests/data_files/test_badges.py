"""Badges say what the assessment says, in so few bytes that any page can show them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import product

import pytest
from lxml import etree

from bsc_site.model.vocabularies import Status
from bsc_site.publish.data_files.badges import badges
from bsc_site.render.badge import Badge, badge_svg
from bsc_site.render.palette import BADGE_GROUND, BADGE_TONES
from tests.builders.company import assessed_company, company, department, full_kpi
from tests.effort import growth

SVG = "{http://www.w3.org/2000/svg}"
NAMES = (
    "Net promoter score",
    "<script>alert('1')</script> & \"more\" {{ x }}",
    "🛍️" * 90,
    "\x00\x1b\ud800 a",
    "W" * 400,
    "",
)


def _told(svg: bytes) -> tuple[str, list[str]]:
    root = etree.fromstring(svg)
    title = root.find(f"{SVG}title")
    assert title is not None
    return str(title.text), [str(each.text or "") for each in root.iter(f"{SVG}text")]


def test_a_badge_says_the_status_in_the_words_of_the_organisation() -> None:
    """The name left; the word and the value right; the period for screen readers."""
    whole = assessed_company(company(status_names={"on_track": "On plan", "at_risk": "Watch", "off_track": "Act"}))
    found = whole.kpis["repeat-rate"]
    word = {"on_track": "On plan", "at_risk": "Watch", "off_track": "Act"}[found.status]
    title, texts = _told(badges(whole)["badges/repeat-rate.svg"])
    assert texts[0] == "Repeat purchase rate"
    assert texts[1].startswith(f"{word} · ")
    assert texts[1].endswith(" %")
    assert title == f"{texts[0]}: {texts[1]}, Jun 2025"
    assert BADGE_TONES[found.status].encode() in badges(whole)["badges/repeat-rate.svg"]


def test_every_kpi_of_a_scorecard_and_the_scorecard_itself_have_a_badge() -> None:
    """Those of a child below its home, also for a KPI that another scorecard declares."""
    child = department()
    child["perspectives"][0]["objectives"][0]["kpis"].append("nps")
    whole = assessed_company(company(), child)
    shop = replace(whole.scorecards["shop"], kpis=("helped", "nps"))
    files = badges(replace(whole, scorecards={**whole.scorecards, "shop": shop}))
    assert sorted(files) == [
        *(f"badges/{name}.svg" for name in ("days", "nps", "repeat-rate", "revenue", "scorecard")),
        *(f"s/shop/badges/{name}.svg" for name in ("helped", "nps", "scorecard")),
    ]
    assert "of 100" in _told(files["badges/scorecard.svg"])[1][1]


def test_a_kpi_that_the_audience_does_not_see_has_no_badge() -> None:
    """Nor does its name stand anywhere."""
    whole = assessed_company()
    files = badges(replace(whole, kpis={name: found for name, found in whole.kpis.items() if name != "nps"}))
    assert "badges/nps.svg" not in files
    assert not any(b"promoter" in each for each in files.values())


def test_a_kpi_named_scorecard_keeps_its_address() -> None:
    """An address of a KPI is never taken by something else."""
    whole = assessed_company(company(kpis=[full_kpi("scorecard", name="Mine")], perspectives=[], initiatives=[]))
    assert _told(badges(whole)["badges/scorecard.svg"])[1][0] == "Mine"


@pytest.mark.parametrize(("name", "status"), list(product(NAMES, Status)))
def test_any_name_makes_a_small_well_formed_picture(name: str, status: Status) -> None:
    """No script, no markup of others, an element for screen readers."""
    svg = badge_svg(Badge(name, status, f"{name[:50]} · € 1,234", "Jun 2025")).encode()
    root = etree.fromstring(svg)
    assert len(svg) < 1500
    assert root.get("role") == "img"
    allowed = {"svg", "title", "rect", "path", "circle", "g", "text"}
    assert {etree.QName(each).localname for each in root.iter()} <= allowed
    assert int(root.get("width", "")) <= 2 * 190 + 50


def test_a_badge_without_a_value_has_its_word_alone() -> None:
    """Nothing is made up."""
    whole = assessed_company()
    silent = replace(whole.kpis["nps"], current=None, status=Status.NO_DATA)
    files = badges(replace(whole, kpis={**whole.kpis, "nps": silent}))
    assert _told(files["badges/nps.svg"])[0] == "Net promoter score: No data"


def _light(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("colour", sorted({BADGE_GROUND, *BADGE_TONES.values()}))
def test_white_letters_can_be_read_on_every_colour(colour: str) -> None:
    """4.5 to 1, the least that WCAG 2.2 AA allows for small text."""
    assert 1.05 / (_light(colour) + 0.05) >= 4.5


def test_a_status_can_be_told_without_its_colour() -> None:
    """Each has a shape of its own."""
    drawn = {badge_svg(Badge("a", status, "b")).replace(BADGE_TONES[status], "") for status in Status}
    assert len(drawn) == len(Status)


def test_a_badge_is_no_more_work_among_many() -> None:
    """Counted in calls, which no load of the machine changes."""

    def many(count: int) -> Callable[[], object]:
        declared = [full_kpi(f"k{n}", name=f"Share of customers who come back, no. {n:04d}") for n in range(count)]
        whole = assessed_company(company(kpis=declared, perspectives=[], initiatives=[]))
        return lambda: badges(whole)

    assert growth(many(100), many(200)) < 2.1
