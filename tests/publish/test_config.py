"""The generated mkdocs.yml keeps what the project says and adds what the site needs."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from bsc_site.load.settings.own_settings import read_own_settings
from bsc_site.load.settings.settings_check import settings_problems
from bsc_site.model.failure import InputError
from bsc_site.publish.engine.generated_settings import WORDS_END, Wishes, config_text
from tests.builders.publications import site_folder

WISHES = Wishes("Scorecard", ({"Home": "index.md"},), ("ours.css",), ("ours.js",))


def _text(folder: Path, settings: str | None, own: tuple[str, ...] = ()) -> str:
    site_folder(folder, {} if settings is None else {"mkdocs.yml": settings})
    return config_text(read_own_settings(folder), WISHES, own)


def _config(folder: Path, settings: str | None, own: tuple[str, ...] = ()) -> dict[str, Any]:
    text = re.sub(r"!!python/name:\S+", "!!str", _text(folder, settings, own))
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded


def _problems(folder: Path, settings: str) -> list[str]:
    site_folder(folder, {"mkdocs.yml": settings})
    return [str(each) for each in settings_problems(read_own_settings(folder), folder)]


def test_a_project_without_mkdocs_yml_gets_a_name_and_defaults(tmp_path: Path) -> None:
    """Nothing to inherit from, so the site takes the scorecard's title."""
    config = _config(tmp_path, None)
    assert "INHERIT" not in config
    assert (config["site_name"], config["theme"]["name"], config["plugins"]) == (
        "Scorecard",
        "material",
        [{"search": {"separator": WORDS_END}}],
    )


def test_the_project_names_its_site_itself(tmp_path: Path) -> None:
    """What it says is inherited, not repeated."""
    config = _config(tmp_path, "site_name: Mine\n")
    assert config["INHERIT"] == "../mkdocs.yml"
    assert "site_name" not in config


def test_style_sheets_and_scripts_of_both_are_loaded(tmp_path: Path) -> None:
    """Inheritance replaces lists, so ours must repeat theirs."""
    config = _config(tmp_path, "extra_css: [own.css]\nextra_javascript: [{path: own.js, defer: true}]\n")
    assert config["extra_css"] == ["ours.css", "own.css"]
    assert config["extra_javascript"] == ["ours.js", {"path": "own.js", "defer": True}]


def test_extensions_that_the_project_configures_stay_as_they_are(tmp_path: Path) -> None:
    """Ours fill the gaps."""
    config = _config(tmp_path, "markdown_extensions: {toc: {toc_depth: 2}, smarty: }\n")
    names = [each if isinstance(each, str) else next(iter(each)) for each in config["markdown_extensions"]]
    assert {"toc": {"toc_depth": 2}} in config["markdown_extensions"]
    assert names.count("toc") == 1
    assert {"smarty", "attr_list", "md_in_html"} <= set(names)


def test_tags_of_the_project_survive(tmp_path: Path) -> None:
    """Nothing is constructed, nothing is lost."""
    settings = (
        "site_name: !ENV [SITE, Demo]\nmarkdown_extensions:\n- pymdownx.superfences:\n"
        "    custom_fences: [{name: math, format: !!python/name:my.format }]\nextra_css: [!ENV [CSS, a.css]]\n"
    )
    text = _text(tmp_path, settings)
    assert "format: !!python/name:my.format ''" in text
    assert "!ENV [CSS, a.css]" in text


def test_own_nav_follows_ours(tmp_path: Path) -> None:
    """Overview pages first."""
    config = _config(tmp_path, "nav: [{About: about.md}]\n", ("about.md",))
    assert config["nav"] == [{"Home": "index.md"}, {"About": "about.md"}]


def test_own_pages_without_a_nav_are_listed_by_folder(tmp_path: Path) -> None:
    """A folder is a section."""
    config = _config(tmp_path, None, ("about.md", "how-to/a.md", "how-to/b.md"))
    assert config["nav"] == [{"Home": "index.md"}, "about.md", {"How to": ["how-to/a.md", "how-to/b.md"]}]


def test_the_projects_palette_and_features_win(tmp_path: Path) -> None:
    """Defaults only for what is left open; fonts never come from elsewhere."""
    theme = _config(tmp_path, "theme: {name: material, features: [navigation.instant], font: {text: Roboto}}\n")[
        "theme"
    ]
    assert "navigation.instant" in theme["features"]
    assert theme["font"] is False
    assert len(theme["palette"]) == 2


def test_instant_navigation_is_off_unless_asked_for(tmp_path: Path) -> None:
    """Pages load as pages."""
    assert "navigation.instant" not in _config(tmp_path, None)["theme"]["features"]


def test_the_repository_becomes_a_plain_link(tmp_path: Path) -> None:
    """The theme would ask api.github.com for stars."""
    config = _config(tmp_path, "repo_url: https://github.com/a/b\nextra: {social: [{icon: x, link: y}]}\n")
    assert config["repo_url"] is None
    assert [each["link"] for each in config["extra"]["social"]] == ["https://github.com/a/b", "y"]


def test_paths_beside_mkdocs_yml_are_found_from_the_build_folder(tmp_path: Path) -> None:
    """The generated file stands one folder deeper."""
    config = _config(tmp_path, "theme: {name: material, custom_dir: overrides}\nhooks: [hooks/a.py]\n")
    assert config["theme"]["custom_dir"] == "../overrides"
    assert config["hooks"] == ["../hooks/a.py", "frame_hook.py", "script_origin.py", "policy_hook.py"]


def test_plugins_that_the_project_lists_are_its_own_affair(tmp_path: Path) -> None:
    """An empty list switches search off."""
    assert "plugins" not in _config(tmp_path, "plugins: []\n")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("site_name: [\n", "mkdocs.yml:2:1: BSC510 error: the file is not YAML: "),
        ("- a\n", "mkdocs.yml:1:1: BSC510 error: a list or a text stands where the settings should be"),
        ("a: 1\n\tb: 2\n", "mkdocs.yml:2:1: BSC510 error: the file is not YAML: "),
    ],
)
def test_a_broken_file_is_a_line_with_its_place(tmp_path: Path, text: str, line: str) -> None:
    """Line and column are the parser's."""
    site_folder(tmp_path, {"mkdocs.yml": text})
    with pytest.raises(InputError) as caught:
        read_own_settings(tmp_path)
    assert str(caught.value).startswith(line)


def test_settings_that_call_other_hosts_are_problems(tmp_path: Path) -> None:
    """Each with its place."""
    settings = (
        "extra_css: [https://cdn.example/a.css]\nextra_javascript: [{path: //cdn.example/a.js}]\n"
        "extra: {analytics: {provider: google}}\ntheme: {font: {text: Roboto}}\n"
    )
    assert [each.partition("error")[0] or each for each in _problems(tmp_path, settings)] == [
        (
            "mkdocs.yml:4:15: BSC518 warning theme.font: this would load fonts from Google, so it is not used; "
            "fonts of your own belong into extra_css"
        ),
        "mkdocs.yml:1:13: BSC515 ",
        "mkdocs.yml:2:20: BSC515 ",
        "mkdocs.yml:3:31: BSC515 ",
    ]


@pytest.mark.parametrize("folder", [".", "build/docs", "data", "scorecard/x", "../elsewhere", "/"])
def test_the_docs_folder_must_be_a_folder_of_its_own(tmp_path: Path, folder: str) -> None:
    """Everything in it is published."""
    (found,) = _problems(tmp_path, f"docs_dir: {folder}\n")
    assert "BSC512 error docs_dir" in found


def test_an_engine_that_nobody_knows_is_a_problem(tmp_path: Path) -> None:
    """With what is allowed."""
    assert _problems(tmp_path, "extra: {bsc_site: {engine: hugo}}\n") == [
        "mkdocs.yml:1:28: BSC516 error extra.bsc_site.engine: 'hugo' is not an engine; use mkdocs or properdocs",
    ]


@pytest.mark.parametrize("id_", ["[a, b]", "[7]", "{a: b}", '""', '" "', "[]"])
def test_an_id_of_the_site_that_is_none_is_a_problem(tmp_path: Path, id_: str) -> None:
    """It would be passed over, and feeds would have other names."""
    assert _problems(tmp_path, f"extra: {{bsc_site: {{id: {id_}}}}}\n") == [
        (
            "mkdocs.yml:1:24: BSC525 error extra.bsc_site.id: this is not an id; write one text that no other site "
            "has, such as a UUID, or leave it out"
        )
    ]


@pytest.mark.parametrize(("id_", "read"), [("007", "007"), ("true", "true"), ("two words", "two words"), ("null", "")])
def test_an_id_of_the_site_counts_as_it_is_written(tmp_path: Path, id_: str, read: str) -> None:
    """Also a number, and nothing at all is none."""
    settings = f"extra: {{bsc_site: {{id: {id_}}}}}\n"
    assert _problems(tmp_path, settings) == []
    (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
    assert read_own_settings(tmp_path).site_id == read


def test_another_theme_is_a_warning(tmp_path: Path) -> None:
    """It may be what is wanted."""
    (found,) = _problems(tmp_path, "theme: readthedocs\n")
    assert found.startswith("mkdocs.yml:1:8: BSC517 warning theme: ")


def test_menus_leave_out_what_a_page_does_not_show(tmp_path: Path) -> None:
    """Whether the project asks for features or not; not where it wants every menu open. Tabs stay in any case."""
    ours = _config(tmp_path, None)["theme"]["features"]
    theirs = _config(tmp_path, "theme: {name: material, features: [navigation.instant]}\n")["theme"]["features"]
    open_ = _config(tmp_path, "theme: {name: material, features: [navigation.expand]}\n")["theme"]["features"]
    assert theirs == [*ours[:-1], "navigation.instant", "navigation.prune"]
    assert open_ == [*ours[:-1], "navigation.expand"]


@pytest.mark.parametrize(
    ("settings", "logo", "favicon"),
    [
        ("theme: {name: material}\n", "mark.svg", "mark.svg"),
        ("theme: {name: material, logo: own.png}\n", None, "mark.svg"),
        ("theme: {name: material, icon: {logo: material/chart-line}, favicon: f.ico}\n", None, None),
    ],
)
def test_the_mark_stands_where_the_project_has_no_picture(
    tmp_path: Path, settings: str, logo: str | None, favicon: str | None
) -> None:
    """Its own logo, icon and favicon stay."""
    site_folder(tmp_path, {"mkdocs.yml": settings})
    text = config_text(read_own_settings(tmp_path), Wishes("Scorecard", mark="mark.svg"), ())
    theme = yaml.safe_load(re.sub(r"!!python/name:\S+", "!!str", text))["theme"]
    assert (theme.get("logo"), theme.get("favicon")) == (logo, favicon)


def test_the_footer_is_the_projects_or_says_how_old_the_figures_are(tmp_path: Path) -> None:
    """A line of its own is inherited."""
    wishes = Wishes("Scorecard", footer="Figures as of 30 Jun 2025")
    site_folder(tmp_path, {"mkdocs.yml": "site_name: A\n"})
    assert "copyright: Figures as of 30 Jun 2025" in config_text(read_own_settings(tmp_path), wishes, ())
    site_folder(tmp_path, {"mkdocs.yml": "copyright: Ours\n"})
    assert "Figures as of" not in config_text(read_own_settings(tmp_path), wishes, ())


@pytest.mark.parametrize(
    ("settings", "footer"),
    [
        ("site_name: A\n", "As of 30 Jun"),
        ("copyright: Ours & <b>theirs</b>\n", "Ours & <b>theirs</b><time>"),
        ("copyright:\n", "<time>"),
        ("copyright: !ENV [OWNER, us]\n", None),
    ],
)
def test_every_page_carries_the_day_of_its_build(tmp_path: Path, settings: str, footer: str | None) -> None:
    """In a footer of the project's own, too, as long as its text is known."""
    site_folder(tmp_path, {"mkdocs.yml": settings})
    text = config_text(read_own_settings(tmp_path), Wishes("Scorecard", footer="As of 30 Jun", stamp="<time>"), ())
    loaded = yaml.safe_load(re.sub(r"!!python/name:\S+", "!!str", text))
    assert loaded.get("copyright") == footer


def test_the_search_finds_a_word_in_the_middle_of_a_name_without_spaces() -> None:
    words = [each for each in re.split(WORDS_END, "売上高の成長率 2026 Lead-time") if each]
    assert words == ["売", "上", "高", "の", "成", "長", "率", "2026", "Lead", "time"]
