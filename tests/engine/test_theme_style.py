"""The theme's sheets stand before ours in one file, without what no page of the site can be dressed by."""

from __future__ import annotations

from pathlib import Path

import pytest

from bsc_site.publish.disk.file_changes import Disk
from bsc_site.publish.engine.theme_style import complete_style, narrowed

ICONS = ':root{--md-keys-icon:url("a{b");--md-x-icon:url(b)}'
STYLE = "assets/bsc-site/site.css"


@pytest.mark.parametrize(
    ("sheet", "words", "kept"),
    [
        (".keys{a:b}p{c:d}", (), "p{c:d}"),
        (".keys{a:b}p{c:d}", ("keys",), ".keys{a:b}p{c:d}"),
        (".tabbed-set>.tabbed-labels{a:b}", ("tabbed-block",), ".tabbed-set>.tabbed-labels{a:b}"),
        (".keys,h1 a,p .grid{a:b}", (), "h1 a{a:b}"),
        (".md-nav__item .keys{a:b}.md-nav{a:b}", (), ".md-nav{a:b}"),
        (".md-post__title{a:b}.md-source{a:b}", ("md-source--big",), ".md-source{a:b}"),
        ("p:not(.keys,.grid .x):is(.keys){a:b}", (), "p:not(.keys,.grid .x):is(.keys){a:b}"),
        ("@media print{.keys{a:b}}@media (a){.keys{a:b}p{a:b}}", (), "@media (a){p{a:b}}"),
        ("@keyframes k{0%{a:b}to{c:d}}@charset 'x';", (), "@keyframes k{0%{a:b}to{c:d}}@charset 'x';"),
        ('p::after{content:"} .keys{";a:url(x.png)}', (), 'p::after{content:"} .keys{";a:url(x.png)}'),
        (r".sm\:keys{a:b}/* .why { */p{a:b}", (), "p{a:b}"),
    ],
)
def test_a_selector_stays_where_an_element_may_have_its_classes(sheet: str, words: tuple[str, ...], kept: str) -> None:
    """Classes of one family stay together, and those of the theme's own parts but for the few of some projects."""
    assert narrowed(sheet, words) == kept


def _site(folder: Path, page: str, script: str = "") -> Path:
    for path, text in {
        "assets/stylesheets/main.1a.min.css": f"{ICONS}.keys{{c:var(--md-keys-icon)}}",
        "assets/stylesheets/palette.2b.min.css": ".tip{a:b}/*# sourceMappingURL=x */",
        STYLE: ".bsc-a{a:b}",
        "index.html": page,
        "own.js": script,
    }.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    return folder


@pytest.mark.parametrize(
    ("page", "script", "theirs"),
    [
        ("<p>", "", ":root{}"),
        ("<p class=keys>", "", ':root{--md-keys-icon:url("a{b");}.keys{c:var(--md-keys-icon)}'),
        ("<p class='a tip'>", "", ":root{}.tip{a:b}"),
        ("<p>", 'p.className = "tip"', ":root{}.tip{a:b}"),
        ('<p style="--a: var(--md-x-icon)">', "", ":root{--md-x-icon:url(b)}"),
    ],
)
def test_words_of_own_pages_and_scripts_decide_and_pictures_stay_where_they_are_used(
    tmp_path: Path, page: str, script: str, theirs: str
) -> None:
    site = _site(tmp_path, page, script)
    complete_style(site, STYLE, ["index.html", "gone.html"], ["own.js"], Disk())
    assert (site / STYLE).read_text() == f"{theirs}.bsc-a{{a:b}}"


@pytest.mark.parametrize(
    ("page", "kept"),
    [
        ('{"annotate": null, "features": ["a"], "version": null}', ""),
        ('{"annotate": null, "features": ["content.code.annotate"], "version": null}', ".md-annotation{a:b}"),
        ('{"annotate": null, "version": {"provider": "mike"}}', ".md-version{a:b}"),
    ],
)
def test_what_the_scripts_of_the_theme_make_is_dressed(tmp_path: Path, page: str, kept: str) -> None:
    """Notes in code, and a choice of versions, where the settings in the page say so."""
    site = _site(tmp_path, page)
    (site / "assets/stylesheets/main.1a.min.css").write_text(".md-annotation{a:b}.md-version{a:b}")
    complete_style(site, STYLE, ["index.html"], [], Disk())
    assert (site / STYLE).read_text() == f"{kept}.bsc-a{{a:b}}"


def test_a_theme_without_such_sheets_leaves_ours_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "assets" / "bsc-site").mkdir(parents=True)
    (tmp_path / STYLE).write_text("a{}")
    complete_style(tmp_path, STYLE, [], [], Disk())
    assert (tmp_path / STYLE).read_text() == "a{}"
