"""Texts of mkdocs.yml in several languages: each site has those of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from bsc_site.load.settings.own_settings import OwnSettings, read_own_settings
from bsc_site.load.settings.settings_check import site_problems
from bsc_site.load.settings.settings_in_languages import in_language
from bsc_site.publish.engine.generated_settings import Wishes, config_text
from tests.builders.program import called
from tests.builders.project_folders import write
from tests.several_languages.polyglot import DAY, SCORECARD, polyglot

LOOK = """\
site_name: Shop
nav:
  - Home: index.md
  - More:
      - About us: about.md
extra:
  bsc_site:
    languages: [en, de, fr]
    site_name: {de: Laden, fr: Boutique}
    site_description: {de: Wie es geht}
    nav:
      About us: {de: Über uns}
"""


def look(root: Path, text: str = LOOK) -> OwnSettings:
    return read_own_settings(write(root, {"mkdocs.yml": text}))


@pytest.mark.parametrize(
    ("code", "name", "description"),
    [("en", "Shop", None), ("de", "Laden", "Wie es geht"), ("de-CH", "Laden", "Wie es geht"), ("fr", "Boutique", None)],
)
def test_a_site_has_the_name_of_its_language(tmp_path: Path, code: str, name: str, description: str | None) -> None:
    """One that is missing has what stands at its usual place."""
    found = in_language(look(tmp_path), code)
    assert (found.text("site_name"), found.text("site_description")) == (name, description)


def test_without_a_language_it_is_that_of_the_theme(tmp_path: Path) -> None:
    found = look(tmp_path, LOOK + "theme: {name: material, language: fr}\n")
    assert in_language(found).text("site_name") == "Boutique"


def test_the_engine_gets_them_with_the_titles_of_the_navigation(tmp_path: Path) -> None:
    """At whatever depth; nothing else of the settings changes."""
    ours = Wishes("The scorecard's", [{"Map": "map/index.md"}])
    made = config_text(in_language(look(tmp_path), "de"), ours, [])
    assert "site_name: Laden\n" in made
    assert "site_description: Wie es geht\n" in made
    assert "- Über uns: about.md\n" in made
    assert "- Home: index.md\n" in made
    assert "- About us: about.md\n" in config_text(in_language(look(tmp_path), "fr"), ours, [])


def test_a_code_that_nobody_knows_gets_a_line(tmp_path: Path) -> None:
    text = LOOK.replace("fr: Boutique", "france: Boutique").replace("{de: Über uns}", "{de: ''}")
    write(tmp_path, {"mkdocs.yml": text})
    assert [(each.code, each.key, each.place.line) for each in site_problems(tmp_path)] == [
        ("BSC029", "extra.bsc_site.site_name.france", 9),
        ("BSC030", "extra.bsc_site.nav.About us.de", 12),
    ]


@pytest.mark.slow
def test_the_languages_of_the_scorecard_have_a_site_each_with_its_own_name(tmp_path: Path) -> None:
    """Without a word about languages in mkdocs.yml; a text in another language than its page says so."""
    two = SCORECARD.replace("languages: [en, de, ar, nl]", "languages: [en, nl]")
    root = polyglot(tmp_path, "site_name: Shop\nextra: {bsc_site: {site_name: {nl: De winkel}}}\n")
    (root / "scorecard" / "shop.yml").write_text(two, encoding="utf-8")
    assert called("build", "-C", root, "--as-of", DAY).code == 0
    pages = {code: (root / "build/site" / code / "index.html").read_text(encoding="utf-8") for code in ("", "nl")}
    assert ("De winkel" in pages[""], "De winkel" in pages["nl"]) == (False, True)
    assert '<bdi lang="nl">Klanten</bdi>' in pages["nl"]
    assert "<bdi" not in pages[""]
    assert sorted(each.name for each in (root / "build/site").iterdir() if len(each.name) == 2) == ["nl"]
