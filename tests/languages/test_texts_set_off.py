"""Texts in another language or direction than that of their page say so; all others say nothing, at no cost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markupsafe import Markup

from bsc_site.load.scorecards.project_folder import load_project
from bsc_site.render.pages.page_terms import PageTerms
from bsc_site.render.pages.templates import Templates
from bsc_site.render.text import set_off
from bsc_site.speech import language_of
from bsc_site.wording.language import speaking
from tests.builders.program import DAY, called
from tests.languages.test_texts_in_several_languages import SHOP, written

ARABIC = "رضا العملاء"


@pytest.mark.parametrize(
    ("page", "text", "code", "told"),
    [
        ("en", "Customers", "en", None),
        ("en", "Customers", "", None),
        ("en", "Kunden", "de", ' lang="de"'),
        ("de", "Kunden", "de-CH", None),
        ("en", ARABIC, "ar", ' dir="auto" lang="ar"'),
        ("en", ARABIC, "", ' dir="auto"'),
        ("ar", ARABIC, "ar", None),
        ("ar", "Customers", "en", ' dir="auto" lang="en"'),
        ("ar", "Kim Park", "", ' dir="auto"'),
        ("ar", "2025", "", None),
    ],
)
def test_a_text_says_what_differs_from_its_page(page: str, text: str, code: str, told: str | None) -> None:
    with speaking(language_of(page)):
        assert set_off({text: code}).get(text) == told


def test_a_text_that_stands_in_for_another_is_known_by_its_language(tmp_path: Path) -> None:
    """One that the site has in its own language, in one place at least, is of that language."""
    folder = written(tmp_path, SHOP)
    found = {text: code for text, code in load_project(folder, "fr").written_in.items() if code != "fr"}
    assert (found["Customers"], found["Courage"], found["Kim Park"]) == ("en", "en", "")
    assert "Ils reviennent" not in found


def _placed(template: str, **fields: str) -> str:
    view = type("View", (), fields)()
    made = Templates({"own.md.jinja": template}, {"Kunden": Markup(' lang="de"')})
    return made.place("own.md.jinja", view, PageTerms())


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("# {{ view.name }}", '# <bdi lang="de">Kunden</bdi>'),
        ('<a title="{{ view.name }}">{{ view.name }}</a>', '<a title="Kunden"><bdi lang="de">Kunden</bdi></a>'),
        ('<a{% if 1 %} title="{{ view.name }}"{% endif %}>', '<a title="Kunden">'),
        ("<option>{{ view.name }}</option>{{ view.name }}", '<option>Kunden</option><bdi lang="de">Kunden</bdi>'),
        ("<title>{{ view.name }}</title>", "<title>Kunden</title>"),
        ("{{ view.other }} 1 < 2 {{ view.name }}", 'Clients 1 < 2 <bdi lang="de">Kunden</bdi>'),
        ("{% macro m(x) %}<b>{{ x }}</b>{% endmacro %}{{ m(view.name) }}", '<b><bdi lang="de">Kunden</bdi></b>'),
    ],
)
def test_markup_stands_between_tags_alone(template: str, expected: str) -> None:
    """Never in an attribute, or in an element that holds text alone."""
    assert _placed(template, name="Kunden", other="Clients") == expected


@pytest.mark.slow
def test_a_site_of_another_language_than_its_scorecard_says_so(tmp_path: Path) -> None:
    """Names in headings, links and tables, never in what programs read; a site of one language has none of it."""
    root = tmp_path / "shop"
    assert called("init", root).code == 0
    first = next((root / "scorecard").glob("*.yml"))
    first.write_text(f"languages: [en]\n{first.read_text(encoding='utf-8')}", encoding="utf-8")
    counts = {}
    for code in ("en", "ar"):
        settings = f"theme: {{name: material, language: {code}}}\nextra: {{bsc_site: {{languages: [{code}]}}}}\n"
        (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
        assert called("build", "-C", root, "--as-of", DAY).code == 0
        pages = [path.read_text(encoding="utf-8") for path in (root / "build" / "site").rglob("*.html")]
        counts[code] = sum(page.count("<bdi") for page in pages)
        assert not any(re.search('="[^"]*<bdi', page) for page in pages)
    assert counts["en"] == 0
    assert counts["ar"] > 50
    assert re.search(r'<h1[^>]*><bdi dir="?auto"? lang="?en"?>', "".join(pages))
