"""Texts in several languages: one of them is chosen while a project is loaded; nothing later sees another."""

from __future__ import annotations

from pathlib import Path

import pytest

from bsc_site.load.languages.site_languages import published_languages, site_languages
from bsc_site.load.scorecards.project_folder import LoadedProject, load_project
from bsc_site.load.settings.own_settings import read_own_settings
from bsc_site.model.problem import Severity
from bsc_site.model.vocabularies import Status
from bsc_site.publish.engine.generated_settings import Wishes, config_text
from bsc_site.render.views.quality_views.translations_view import NO_LANGUAGES, translations_view
from bsc_site.speech import site_language
from bsc_site.wording.language import speaking

SHOP = """\
id: shop
title: {en: Corner shop, de: Eckladen}
languages: [en, de, de-CH, fr]
values: [{en: Care, de: Sorgfalt}, Courage]
perspectives:
  - id: customer
    name: {en: Customers, de: Kunden, de-CH: Kundschaft}
    question: How do they see us?
    objectives:
      - {id: loyal, name: {fr: Ils reviennent}, kpis: [nps]}
statuses:
  - {name: {en: Met, de: Erreicht}, from: target}
  - {name: {en: Missed, de: Verfehlt}}
people: [{id: kim, name: Kim Park, role: {en: Owner, de: Inhaberin}}]
kpis:
  - id: nps
    name: NPS
    unit: {en: points, de: Punkte}
    manual_status: {status: Erreicht, because: {en: seen, de: gesehen}, until: 2025-Q4}
"""


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """The folder of a small shop."""
    return written(tmp_path, SHOP)


def written(folder: Path, text: str) -> Path:
    """A project of one file."""
    (folder / "scorecard").mkdir()
    (folder / "scorecard" / "shop.yml").write_text(text, encoding="utf-8")
    return folder


def texts(loaded: LoadedProject) -> list[str]:
    """Some texts of the shop, as the pages will have them."""
    assert loaded.project is not None, loaded.problems
    card = loaded.project.root
    perspective = card.perspectives[0]
    objective, kpi = perspective.objectives[0], card.kpis[0]
    role = card.people[0].role
    return [card.title, *card.values, perspective.name, perspective.question, objective.name, kpi.unit, role]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Corner shop|Care|Courage|Customers|How do they see us?|Ils reviennent|points|Owner"),
        ("de", "Eckladen|Sorgfalt|Courage|Kunden|How do they see us?|Ils reviennent|Punkte|Inhaberin"),
        ("de-CH", "Eckladen|Sorgfalt|Courage|Kundschaft|How do they see us?|Ils reviennent|Punkte|Inhaberin"),
        ("fr", "Corner shop|Care|Courage|Customers|How do they see us?|Ils reviennent|points|Owner"),
    ],
)
def test_a_text_is_in_its_language_or_the_nearest_that_is_given(shop: Path, language: str, expected: str) -> None:
    assert texts(load_project(shop, language)) == expected.split("|")


def test_without_a_wish_texts_are_in_the_first_language_of_the_site(shop: Path) -> None:
    assert load_project(shop).language == "en"
    assert texts(load_project(shop)) == texts(load_project(shop, "en"))


def test_where_a_language_lacks_a_text_another_stands_in(shop: Path) -> None:
    """The first language of the site, else the one that was given first."""
    project = load_project(shop, "de-CH").project
    assert project is not None
    (customer,) = project.root.perspectives
    assert project.root.values[1] == "Courage"
    assert (customer.question, customer.objectives[0].name) == ("How do they see us?", "Ils reviennent")


def test_names_of_people_and_units_are_in_every_language(shop: Path) -> None:
    project = load_project(shop, "fr").project
    assert project is not None
    assert [each.name for each in project.root.people] == ["Kim Park"]
    assert project.kpis["nps"].unit == "points"


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_an_own_status_is_meant_by_its_name_in_any_language(shop: Path, language: str) -> None:
    project = load_project(shop, language).project
    assert project is not None
    manual = project.kpis["nps"].manual_status
    assert manual is not None
    assert manual.status is Status.ON_TRACK


def test_what_is_wrong_is_the_same_in_every_language(shop: Path) -> None:
    assert load_project(shop, "de").problems == load_project(shop, "fr").problems


def test_texts_that_are_not_translated_are_counted_once_a_language(shop: Path) -> None:
    told = [each.message for each in load_project(shop).problems if each.code == "BSC182"]
    three = "values[1], perspectives[0].question, perspectives[0].objectives[0].name .."
    assert told == [
        "fr: 10 of 11 texts of this file are not translated: title, values[0], values[1] ..",
        f"de-CH: 4 of 11 texts of this file are not translated: {three}",
        f"de: 4 of 11 texts of this file are not translated: {three}",
        "en: 1 of 11 texts of this file is not translated: perspectives[0].objectives[0].name",
    ]


def test_without_languages_the_theme_says_which_texts_are_taken(tmp_path: Path) -> None:
    folder = written(
        tmp_path, SHOP.replace("languages: [en, de, de-CH, fr]\n", "").replace("{fr: Ils", "{de: Sie, en: Ils")
    )
    (folder / "mkdocs.yml").write_text("theme: {language: de}\n", encoding="utf-8")
    loaded = load_project(folder)
    assert site_languages(folder) == ("de",)
    assert texts(loaded)[0] == "Eckladen"
    assert loaded.problems == ()


def test_a_default_may_be_in_several_languages(tmp_path: Path) -> None:
    defaults = "defaults: {purpose: {en: 'Why {name}', de: 'Wozu {name}'}}"
    folder = written(tmp_path, f"id: a\ntitle: A\n{defaults}\nkpis: [{{id: k, name: {{en: K, de: C}}}}]\n")
    loaded = load_project(folder, "de")
    assert loaded.readable is not None
    assert loaded.readable.kpis["k"].purpose == "Wozu C"


def test_a_language_without_a_catalogue_is_told_where_it_is_named(tmp_path: Path) -> None:
    folder = written(tmp_path, "id: a\ntitle: {en: A, it: B}\nlanguages: [en, it]\n")
    told = [str(each) for each in load_project(folder).problems if each.code == "BSC520"]
    assert [each.partition(" 'it'")[0] for each in told] == [
        "scorecard/shop.yml:3:17: BSC520 warning languages[1]: there is no catalogue for"
    ]


def test_the_theme_chooses_among_the_languages_of_the_scorecard(shop: Path) -> None:
    (shop / "mkdocs.yml").write_text("theme: {language: de}\n", encoding="utf-8")
    assert load_project(shop).language == "de"
    assert site_language(shop).code == "de"


def test_a_theme_may_be_in_a_language_that_no_text_has(shop: Path) -> None:
    (shop / "mkdocs.yml").write_text("theme: {language: es}\n", encoding="utf-8")
    assert texts(load_project(shop)) == texts(load_project(shop, "en"))
    assert site_language(shop).code == "es"
    found = load_project(shop).translations
    assert (found.languages, found.lacking("es"), found.total) == (("en", "de", "de-CH", "fr", "es"), 11, 11)


def test_without_a_theme_the_site_is_in_the_first_language_of_the_scorecard(tmp_path: Path) -> None:
    folder = written(tmp_path, SHOP.replace("languages: [en, de, ", "languages: [de, en, "))
    assert texts(load_project(folder))[0] == "Eckladen"
    assert site_language(folder).code == "de"
    with speaking(site_language(folder)):
        assert "language: de" in config_text(read_own_settings(folder), Wishes("Laden"), [])


def test_a_table_has_a_column_for_each_language(tmp_path: Path) -> None:
    """The names of KPIs come from that of the site; one that the table lacks is told at its key."""
    name = 'name: {file: data/texts.csv, column: {en: Name, de: Titel}, where: {Code: "1"}}'
    root = written(tmp_path, SHOP.replace("name: NPS", name))
    (root / "data").mkdir()
    (root / "data" / "texts.csv").write_text("Code,Name,Titel\n1,Promoters,Empfehler\n", encoding="utf-8")
    found = {code: load_project(root, code).project for code in ("en", "de", "fr")}
    names = {code: each.root.kpis[0].name for code, each in found.items() if each is not None}
    assert names == {"en": "Promoters", "de": "Empfehler", "fr": "Promoters"}
    (root / "data" / "texts.csv").write_text("Code,Name\n1,Promoters\n", encoding="utf-8")
    (problem,) = [each for each in load_project(root, "de").problems if each.severity is Severity.ERROR]
    assert problem.key == "kpis[0].name.column"


def test_what_is_missing_is_listed_with_its_place(shop: Path) -> None:
    """Every text that lacks a language: the element, the key, the languages, file and line, and what stands there."""
    found = load_project(shop, "de").translations
    assert (found.languages, found.total) == (("en", "de", "de-CH", "fr"), 11)
    assert {code: found.lacking(code) for code in found.languages} == {"en": 1, "de": 4, "de-CH": 4, "fr": 10}
    goal = next(each for each in found.missing if each.element == "loyal")
    assert (goal.key, goal.text, goal.languages) == ("name", "Ils reviennent", ("en", "de", "de-CH"))
    assert goal.place[:2] == ("scorecard/shop.yml", 10)
    assert [each.text for each in found.missing if each.key == "title"] == ["Eckladen"]


def test_the_list_says_how_much_is_missing_in_which_language(shop: Path) -> None:
    view = translations_view(load_project(shop).translations)
    assert view.conclusion.startswith("Of the texts of the scorecards English lacks 1 of 11, German lacks 4 of 11,")
    assert view.rows[0].languages == "French"
    assert view.rows[0].where == "scorecard/shop.yml:2"


def test_nothing_is_listed_where_there_is_one_language(tmp_path: Path) -> None:
    folder = written(tmp_path, "id: a\ntitle: A\nlanguages: [en]\n")
    assert translations_view(load_project(folder).translations) == NO_LANGUAGES


def test_a_project_that_lacks_nothing_says_so(tmp_path: Path) -> None:
    folder = written(tmp_path, "id: a\ntitle: {en: A, de: B}\nlanguages: [en, de]\n")
    told = translations_view(load_project(folder).translations)
    assert told.conclusion == "Every text is there in every language of the project: English, German."
    assert told.rows == ()


def test_each_language_of_the_scorecard_has_a_site(shop: Path) -> None:
    """Unless mkdocs.yml names others; the one of the theme stands at the top."""
    assert published_languages(shop) == ("en", "de", "de-CH", "fr")
    (shop / "mkdocs.yml").write_text("theme: {language: fr}\n", encoding="utf-8")
    assert published_languages(shop) == ("fr", "en", "de", "de-CH")
    (shop / "mkdocs.yml").write_text("extra: {bsc_site: {languages: [de]}}\n", encoding="utf-8")
    assert published_languages(shop) == ("de",)


def test_languages_of_sites_are_those_of_texts_where_the_scorecard_names_none(tmp_path: Path) -> None:
    """So that what is missing is told there too."""
    folder = written(tmp_path, SHOP.replace("languages: [en, de, de-CH, fr]\n", ""))
    (folder / "mkdocs.yml").write_text("extra: {bsc_site: {languages: [de, fr]}}\n", encoding="utf-8")
    found = load_project(folder)
    assert found.translations.languages == ("de", "fr")
    assert texts(found)[0] == "Eckladen"
