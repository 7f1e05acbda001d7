"""The feed tells what changed, under names that stay, in XML that every reader understands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from bsc_site.load.settings.own_settings import site_address
from bsc_site.model.concluded.changes import (
    Change,
    ChangeKind,
    Changes,
    Crossing,
    Departed,
    LastStanding,
    Moved,
    Renamed,
    Revised,
    StoodOut,
    Unnoted,
)
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.period import parse_period
from bsc_site.model.vocabularies import PointLabel, Status, Variation
from bsc_site.publish.subscriptions.feed import feeds
from bsc_site.publish.subscriptions.lasting_names import names_of
from tests.builders.company import COMPANY_DAY, assessed_company, company, department, full_kpi
from tests.effort import growth

ATOM = "{http://www.w3.org/2005/Atom}"
NASTY = '<b>Küsse & "mehr"</b> 🛍️ {{ x }} ]]> \x00\x1b'
JUNE = parse_period("2025-06")
FLIP = Change(
    "nps",
    ChangeKind.STATUS,
    parse_period("2025-Q2"),
    Moved(parse_period("2025-Q1"), 31, 36, None, None),
    "a note",
    *(
        Status.AT_RISK,
        Status.ON_TRACK,
    ),
)
CROSSED = Change("days", ChangeKind.TARGET, JUNE, Moved(JUNE.shift(-1), 3, 2, 2, Crossing.REACHED))
SIGNAL = Change("revenue", ChangeKind.SIGNAL, JUNE, StoodOut(JUNE, Variation.IMPROVEMENT_HIGH, PointLabel.ABOVE_LIMIT))
REVISED = Change("revenue", ChangeKind.REVISED, parse_period("2025-03"), Revised(1, 2), Unnoted.NO_NOTE)

OFF = (Status.OFF_TRACK, 12.0)


def _with(whole: Assessment, *news: Change) -> Assessment:
    told: dict[str, tuple[Change, ...]] = {}
    for each in news:
        told[each.kpi] = (*told.get(each.kpi, ()), each)
    return replace(whole, changes=Changes(told))


def _feed(whole: Assessment, path: str = "feed.xml", site_url: str = "") -> Any:
    return etree.fromstring(feeds(whole, site_url)[path])


def _entries(feed: Any) -> list[dict[str, str]]:
    """The texts of each entry, its link under `link`."""
    return [
        {etree.QName(each).localname: each.text or each.get("href") for each in entry}
        for entry in feed.findall(f"{ATOM}entry")
    ]


def test_each_kind_of_news_is_an_entry_in_the_words_of_the_organisation() -> None:
    """The newest first, each with its figures, its reason and the page of its KPI."""
    words = {"on_track": "On plan", "at_risk": "Watch"}
    whole = _with(assessed_company(company(status_names=words)), FLIP, CROSSED, SIGNAL, REVISED)
    entries = _entries(_feed(whole))
    assert [each["title"] for each in entries] == [
        "Revenue: A real improvement, not noise: Jun 2025 is above the upper limit of natural variation",
        "Net promoter score: Watch to On plan",
        "Delivery time: reached its target",
        "Revenue: figure of Mar 2025 revised",
    ]
    assert entries[1] == {
        "id": names_of(whole.project).of("corporate", "nps", "status", "2025-Q2"),
        "title": "Net promoter score: Watch to On plan",
        "updated": "2025-06-30T00:00:00Z",
        "link": "kpis/nps/index.html",
        "summary": "31 in Q1 2025, 36 in Q2 2025. a note",
    }


def test_the_feed_says_whose_it_is_and_of_which_day() -> None:
    """Everything that Atom demands of a feed."""
    whole = assessed_company()
    feed = _feed(whole)
    found = {name: feed.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated")}
    assert found == {
        "id": names_of(whole.project).of("corporate"),
        "title": "Corporate scorecard",
        "updated": f"{COMPANY_DAY.isoformat()}T00:00:00Z",
    }
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Corporate scorecard"


def test_no_entry_is_younger_than_the_day_of_the_figures() -> None:
    """A period that has not ended yet."""
    whole = replace(_with(assessed_company(), CROSSED), as_of=date(2025, 6, 12))
    assert [each["updated"] for each in _entries(_feed(whole))] == ["2025-06-12T00:00:00Z"]


def test_a_child_scorecard_has_the_feed_of_its_own_kpis() -> None:
    """Below its home, under ids of its own."""
    helped = replace(CROSSED, kpi="helped")
    whole = _with(assessed_company(company(), department()), FLIP, helped)
    (entry,) = _entries(_feed(whole, "s/shop/feed.xml"))
    names = names_of(whole.project)
    assert entry["id"] == names.of("shop", "helped", "target", "2025-06")
    assert entry["link"] == "kpis/helped/index.html"
    assert [each["id"] for each in _entries(_feed(whole))] == [names.of("corporate", "nps", "status", "2025-Q2")]


def test_links_are_absolute_where_the_site_has_an_address() -> None:
    """And so are the names, which nobody else can have."""
    whole = _with(assessed_company(), FLIP)
    site = _feed(whole, site_url="https://example.org/scorecard/")
    (entry,) = _entries(site)
    assert entry["link"] == "https://example.org/scorecard/kpis/nps/"
    assert entry["id"] == "tag:example.org,2026:scorecard/corporate/nps/status/2025-Q2"
    links = {each.get("rel"): each.get("href") for each in site.findall(f"{ATOM}link")}
    assert links == {
        "self": "https://example.org/scorecard/feed.xml",
        "alternate": "https://example.org/scorecard/changes/",
    }


@pytest.mark.parametrize(
    ("settings", "address"),
    [
        ("site_url: https://example.org/bsc/", "https://example.org/bsc/"),
        ("site_url: !ENV SITE", ""),
        ("site_url: !ENV [SITE, 'https://example.org']", ""),
        ("site_url: ''", ""),
        ("site_name: [", ""),
        (None, ""),
    ],
)
def test_the_address_of_the_site_is_the_one_that_its_settings_write(
    settings: str | None, address: str, tmp_path: Path
) -> None:
    """Not one of the environment, of which the pages must not depend."""
    if settings is not None:
        (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    assert site_address(tmp_path) == address


def test_markup_and_control_characters_in_texts_stay_texts() -> None:
    """What XML cannot hold becomes a space."""
    kpis = [full_kpi("nps", name=NASTY, frequency="quarterly")]
    whole = assessed_company(company(title=NASTY, kpis=kpis, perspectives=[], initiatives=[]))
    feed = _feed(_with(whole, replace(FLIP, why=NASTY)))
    shown = NASTY.replace("\x00\x1b", "  ")
    assert feed.findtext(f"{ATOM}title", "").strip() == shown.strip()
    assert _entries(feed)[0]["title"].startswith(shown.strip())
    assert {etree.QName(each).namespace for each in feed.iter()} == {ATOM[1:-1]}


def test_a_kpi_has_a_feed_of_its_own_news_and_a_person_of_theirs() -> None:
    """Under the names that the same news has in the feed of the scorecard, with links from where they stand."""
    whole = _with(assessed_company(), FLIP, CROSSED)
    (entry,) = _entries(_feed(whole, "kpis/nps/feed.xml"))
    assert entry["id"] in {each["id"] for each in _entries(_feed(whole))}
    assert entry["link"] == "index.html"
    owner = whole.kpis["nps"].kpi.owner
    (theirs,) = _entries(_feed(whole, f"people/{owner}/feed.xml"))
    assert (theirs["id"], theirs["link"]) == (entry["id"], "../../kpis/nps/index.html")
    ids = [_feed(whole, path).findtext(f"{ATOM}id") for path in feeds(whole)]
    assert len(set(ids)) == len(ids) > 5


def test_who_subscribed_to_a_kpi_that_is_gone_is_told_so_at_the_address_that_they_have() -> None:
    gone = Departed("letters", "Letters answered", "corporate", last=LastStanding(JUNE, *OFF))
    whole = replace(assessed_company(), changes=Changes(gone=(gone,)))
    feed = _feed(whole, "kpis/letters/feed.xml", "https://example.org/")
    (entry,) = _entries(feed)
    assert (feed.findtext(f"{ATOM}title"), entry["title"]) == (
        "Letters answered",
        "Removed: Letters answered, was Off track",
    )
    before = _feed(assessed_company(), next(each for each in feeds(whole) if each.startswith("kpis/")))
    assert feed.findtext(f"{ATOM}id") != before.findtext(f"{ATOM}id")


def test_what_was_removed_is_news_with_how_it_stood() -> None:
    """To those who look at the scorecard, and to those who owned it."""
    gone = Departed("letters", "Letters answered", "corporate", last=LastStanding(JUNE, *OFF))
    whole = assessed_company()
    person = next(iter(whole.project.people))
    whole = replace(whole, changes=Changes(gone=(replace(gone, owners=(person,)),)))
    for path in ("feed.xml", f"people/{person}/feed.xml"):
        (entry,) = _entries(_feed(whole, path, "https://example.org/"))
        assert entry["title"] == "Removed: Letters answered, was Off track"
        assert entry["summary"] == "It is no KPI of this scorecard any more; its last figure is of Jun 2025."
        assert entry["updated"] == "2025-06-30T00:00:00Z"
        assert entry["link"] == "https://example.org/changes/"
        assert entry["id"] == "tag:example.org,2026:corporate/letters/removed"


def test_what_was_renamed_is_news() -> None:
    """By name or by id."""
    whole = assessed_company()
    named = replace(whole, changes=Changes(renamed=(Renamed("nps", "nps", "Loyalty"),)))
    (entry,) = _entries(_feed(named))
    assert entry["title"] == "Renamed: Loyalty is now Net promoter score"
    moved = replace(whole, changes=Changes(renamed=(Renamed("nps", "old", "Net promoter score"),)))
    (entry,) = _entries(_feed(moved, "kpis/nps/feed.xml"))
    assert entry["title"] == "Renamed: the id of Net promoter score is now nps"
    assert entry["summary"] == "Its old addresses, with the id old, lead to the new ones."


def test_without_news_the_feed_is_empty() -> None:
    """And still a feed."""
    assert not _entries(_feed(_with(assessed_company())))


def test_news_of_a_kpi_that_the_audience_does_not_see_is_not_told() -> None:
    """Neither its name nor its id."""
    whole = _with(assessed_company(), FLIP, CROSSED)
    seen = replace(whole, kpis={name: found for name, found in whole.kpis.items() if name != "nps"})
    assert b"nps" not in feeds(seen)["feed.xml"]
    assert len(_entries(_feed(seen))) == 1


def test_every_entry_has_a_name_of_its_own() -> None:
    """The kind tells apart what happened to one KPI in one period."""
    whole = _with(assessed_company(), *(replace(CROSSED, kind=kind) for kind in ChangeKind))
    ids = [each["id"] for each in _entries(_feed(whole))]
    assert len(set(ids)) == len(ChangeKind)


def test_the_news_of_a_kpi_are_no_more_work_among_many() -> None:
    """Counted in calls, which no load of the machine changes."""

    def many(count: int) -> Callable[[], object]:
        names = [f"k{n}" for n in range(count)]
        whole = assessed_company(company(kpis=[full_kpi(name) for name in names], perspectives=[], initiatives=[]))
        told = _with(whole, *(replace(FLIP, kpi=name) for name in names))
        return lambda: feeds(told)

    assert growth(many(100), many(200)) < 2.1
