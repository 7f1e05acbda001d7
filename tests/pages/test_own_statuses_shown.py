"""An organisation's own statuses on every page: its words, with a shape and a colour for each."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bsc_site.model.declared.project import Project
from bsc_site.model.vocabularies import Status
from bsc_site.render.charts.catalogue import charts_of
from bsc_site.render.pages.site_pages import SiteMaterial, render_pages
from tests.builders.small_projects import assessed, card, readings
from tests.yardstick.made_pages import AS_OF, MET, OWN, MadeSite, made

FIGURES: Mapping[str, Mapping[str, float]] = {
    "far": {"2024-12": 130.0, "2025-12": 60.0},
    "near": {"2024-12": 99.0, "2025-12": 97.0},
    "met": {"2024-12": 90.0, "2025-12": 121.0},
}
KPIS = tuple(
    {"id": name, "name": f"Kennzahl {name}", "targets": [{"period": "2026-12", "value": 100}]} for name in FIGURES
)


def page_of(site: MadeSite, folder: str) -> str:
    """The text of an overview page."""
    return next(text for address, text in site.pages.items() if address.endswith(f"{folder}/"))


def test_pages_that_list_statuses_list_the_own_ones_by_their_thresholds() -> None:
    site = made(KPIS, FIGURES, OWN)
    words = [str(each["name"]) for each in OWN]
    for folder in ("heatmap", "scorecard", "method"):
        text = page_of(site, folder)
        assert [word for word in words if word not in text] == []
        assert "GRÜN eins" not in text.partition("Initiatives")[0]
    assert "From a score of 66.67, which is that of a target just reached. By pace from 0.95." in page_of(
        site, "method"
    )
    assert "Below all others. By pace below that of the one before." in page_of(site, "method")


def test_what_is_short_of_the_target_has_one_word_where_nothing_lies_between() -> None:
    site = made(KPIS, FIGURES, MET)
    for name, word in (("far", "Nicht DA"), ("near", "Nicht DA"), ("met", "Das IST es")):
        found = site.found(name)
        assert site.assessment.scorecards["c"].scorecard.words.of(found.status, found.score) == word
        assert site.page(name).split("Status")[1].split()[: len(word.split())] == word.split()
        assert "Red flag" not in site.page(name)


def test_initiatives_keep_the_words_for_what_has_no_score() -> None:
    text = page_of(made(KPIS, FIGURES, OWN), "initiatives")
    assert "ROT drei" in text or "GRÜN eins" in text or "Zwei GELB" in text


def test_a_scorecard_shows_a_kpi_of_another_one_in_its_own_words() -> None:
    """What is at risk below is not met where nothing lies between, in the colour of that."""
    below = card({"id": "k", "name": "K", "targets": [{"period": "2025-12", "value": 100}]}, id="below", parent="top")
    row = [{"id": "p", "name": "P", "objectives": [{"id": "o", "name": "O", "kpis": ["k"]}]}]
    top = card(id="top", perspectives=row, statuses=list(MET))
    whole = assessed(Project((top, below)), readings("k", {"2025-12": 97.0}), as_of=AS_OF)
    found = whole.kpis["k"]
    assert found.status is Status.AT_RISK
    pages = {each.address: each.markdown for each in render_pages(SiteMaterial(whole, charts=charts_of(whole)))}
    assert re.search(r'class="bsc-status bsc-off-track"[^>]*>Nicht DA<', pages["objectives/o/"])
    assert whole.scorecards["top"].standing.status is Status.OFF_TRACK
