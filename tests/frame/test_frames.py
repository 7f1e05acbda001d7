"""Every page says where it stands, what stands beside it, and under which tab it is to be found."""
# the names of tests are sentences

from __future__ import annotations

import re
from itertools import pairwise
from posixpath import dirname, join, normpath
from types import SimpleNamespace
from typing import Any

import pytest
import yaml

from bsc_site.publish.engine import frame_hook
from bsc_site.render.page import Page
from bsc_site.render.pages.nav import navigation
from bsc_site.render.pages.site_pages import SiteMaterial, render_pages
from tests.builders.company import assessed_company

_TRAIL = re.compile(r'<nav class="bsc-trail" aria-label="Breadcrumb"><ol>(.*?)</ol></nav>')
_CRUMB = re.compile(r"<li[^>]*>(.*?)</li>")


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    """Every page of a company and its shop by its address."""
    return {page.address: page for page in render_pages(SiteMaterial(assessed_company()))}


def _facts(page: Page) -> dict[str, Any]:
    """What the front matter tells the engine's hook."""
    return dict(yaml.safe_load(page.markdown.split("---\n")[1]))


def _crumbs(page: Page) -> list[str]:
    return [re.sub("<[^>]+>", "", each) for each in _CRUMB.findall(_TRAIL.findall(page.markdown)[0])]


def _target(page: Page, way: str) -> str:
    return normpath(join(dirname(page.source_path), way))


def test_every_page_but_the_first_says_where_it_stands(pages: dict[str, Page]) -> None:
    assert [address for address, page in pages.items() if len(_TRAIL.findall(page.markdown)) != 1] == [""]
    assert all(
        page.markdown.index("bsc-trail") < page.markdown.index("\n# ") for page in pages.values() if page.address
    )


@pytest.mark.parametrize(
    ("address", "crumbs"),
    [
        ("map/", ["Corporate scorecard", "Strategy", "Strategy map"]),
        ("initiatives/", ["Corporate scorecard", "Initiatives"]),
        ("perspectives/customer/", ["Corporate scorecard", "Customer"]),
        ("objectives/loyal/", ["Corporate scorecard", "Customer", "Earn repeat customers"]),
        ("kpis/repeat-rate/", ["Corporate scorecard", "Customer", "Earn repeat customers", "Repeat purchase rate"]),
        ("initiatives/app/", ["Corporate scorecard", "Initiatives", "Launch the loyalty app"]),
        ("people/ann/", ["Corporate scorecard", "Who is late", "Ann Lee"]),
        ("s/shop/", ["Corporate scorecard", "Shop"]),
        ("s/shop/map/", ["Corporate scorecard", "Shop", "Strategy map"]),
        ("s/shop/kpis/helped/", ["Corporate scorecard", "Shop", "Guests", "Help well", "Guests helped"]),
    ],
)
def test_the_trail_leads_from_the_home_page_to_this(pages: dict[str, Page], address: str, crumbs: list[str]) -> None:
    assert _crumbs(pages[address]) == crumbs


def test_what_follows_on_a_page_has_it_before_itself(pages: dict[str, Page]) -> None:
    ways = re.compile(r'rel="(prev|next)" href="([^"]+)index\.html"')
    beside = {
        (page.address, rel): f"{_target(page, way)}/"
        for page in pages.values()
        for rel, way in ways.findall(page.markdown)
    }
    assert len(beside) > 10
    assert all(beside[after, "prev"] == address for (address, rel), after in beside.items() if rel == "next")


def test_kpis_follow_on_one_another_by_perspective_and_objective(pages: dict[str, Page]) -> None:
    card = assessed_company().scorecards["corporate"]
    goals = (card.objectives[each] for found in card.perspectives.values() for each in found.objectives)
    row = list(dict.fromkeys(kpi for goal in goals for kpi in goal.kpis))
    assert len(row) > 2
    for before, after in pairwise(row):
        assert f'rel="next" href="../{after}/index.html"' in pages[f"kpis/{before}/"].markdown


def test_each_tab_is_one_of_the_navigation(pages: dict[str, Page]) -> None:
    named = set(re.findall(r"[\w/-]*index\.md", str(navigation(assessed_company()))))
    assert {_target(page, _facts(page)["bsc"]["tab"]) for page in pages.values()} <= named


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("map/", "Strategy map"),
        ("s/shop/map/", "Strategy map&#58; Shop"),
        ("kpis/nps/", "Net promoter score"),
    ],
)
def test_the_title_of_the_browsers_tab_begins_with_the_thing(pages: dict[str, Page], address: str, title: str) -> None:
    assert _facts(pages[address])["title"] == title


def test_the_pages_of_a_section_lead_to_one_another_and_the_current_one_is_marked(pages: dict[str, Page]) -> None:
    local = re.compile(r'<nav class="bsc-local" aria-label="([^"]+)"><ul>(.*?)</ul>')
    name, ways = local.findall(pages["evidence/"].markdown)[0]
    assert (name, ways.count("<li>"), ways.count('aria-current="page"')) == ("Pages of Strategy", 3, 1)
    name, ways = local.findall(pages["kpis/nps/"].markdown)[0]
    assert (name, re.findall(r'aria-current="true">(\w+)', ways)) == ("Pages of Perspectives", ["Customer"])


class _Entry(SimpleNamespace):
    """A page or a section of the engine's navigation."""


def _page(path: str, parent: Any = None, **meta: Any) -> Any:
    page = _Entry(file=_Entry(src_uri=path), meta=meta, parent=parent, active=False)
    page.file.page = page
    return page


def test_the_hook_lights_the_tab_of_a_page_outside_of_the_navigation_and_puts_it_out_again() -> None:
    section = _Entry(parent=None, active=False, children=[])
    named = _page("perspectives/customer/index.md", section)
    section.children.append(named)
    first, second = _page("kpis/a/index.md"), _page("kpis/b/index.md")
    first.meta["bsc"] = {"tab": "../../perspectives/customer/index.md"}
    files = _Entry(documentation_pages=lambda: [page.file for page in (named, first, second)])
    nav = frame_hook.on_nav(_Entry(items=[section]), files=files)
    frame_hook.on_page_context({}, page=first, nav=nav)
    assert section.active is True
    shown = frame_hook.on_post_page('<li class="md-tabs__item md-tabs__item--active">\n <a href="x">', page=first)
    assert shown.endswith('<a href="x" aria-current="true">')
    assert section.active is False
    frame_hook.on_page_context({}, page=second, nav=nav)
    assert section.active is False
    assert frame_hook.on_post_page("<p>", page=second) == "<p>"


def test_the_hook_puts_the_script_of_the_site_before_that_of_the_theme() -> None:
    theme = '<script src="../../assets/javascripts/bundle.1a2b.min.js"></script>'
    ours, other = '<script src="../../assets/bsc-site/site.js"></script>', '<script src="own.js"></script>'
    page = _page("a.md")
    assert frame_hook.on_post_page(f"{theme}\n{ours}\n{other}", page=page) == f"{ours}\n{theme}\n{other}"
    assert frame_hook.on_post_page(f"{theme}\n{other}", page=page) == f"{theme}\n{other}"


def test_the_hook_gives_the_search_box_the_name_of_its_field() -> None:
    box, field = '<div class="md-search" role="dialog"', '<input class="md-search__input" name="q" aria-label="Suche">'
    assert frame_hook.on_post_page(f"{box}>{field}", page=_page("a.md")) == f'{box} aria-label="Suche">{field}'


def test_what_maps_scripts_to_their_sources_is_left_out() -> None:
    names = ["assets/javascripts/bundle.js", "assets/javascripts/bundle.js.map", "own/field.map", "index.md"]
    files = [SimpleNamespace(src_uri=each) for each in names]
    kept = [each.src_uri for each in frame_hook.on_files(files)]
    assert kept == [names[0], names[2], names[3]]


def test_a_hidden_table_of_contents_without_entries_is_left_out() -> None:
    boxes = ('class="md-sidebar md-sidebar--secondary" data-md-type="toc" hidden', 'class="md-sidebar__scrollwrap"')
    start = "".join(f"<div {each}>\n" for each in (*boxes, 'class="md-sidebar__inner"'))
    around = start + '<nav class="md-nav" aria-label="Contents">{}</nav>\n</div>\n</div>\n</div>\n'
    page = _page("a.md")
    article = '<article><svg xmlns="http://www.w3.org/2000/svg"></svg></article>'
    assert frame_hook.on_post_page(around.format("\n") + article, page=page) == article
    full = around.format("<ul><li>One</li></ul>") + article
    assert frame_hook.on_post_page(full, page=page) == full
    assert frame_hook.on_post_page(article[9:-10] + article, page=page) == "<svg></svg>" + article


FRAME = (
    '<header class="md-header" data-md-component="header"><form class="md-header__option" '
    'data-md-component="palette">{palette}</form><div class="md-search" data-md-component="search" role="dialog">'
    "{search}</div></header><article>a</article>"
    '<script id="__config" type="application/json">{settings}</script>'
    '<script src="assets/javascripts/bundle.1a2b.min.js"></script>\n<script src="assets/bsc-site/site.js"></script>'
)
SETTINGS = '{"base": ".", "tags": null, "translations": {"select.version": "%s"}}'


def _framed(theme: SimpleNamespace, **parts: str) -> str:
    whole = FRAME
    for name, text in parts.items():
        whole = whole.replace(f"{{{name}}}", text)
    return frame_hook.on_post_page(whole, page=_page("a.md"), config=SimpleNamespace(theme=theme))


class _Theme(SimpleNamespace):
    def get(self, _: str) -> list[str]:
        """Its features."""
        return list(self.features)


def test_parts_that_the_script_makes_are_left_out_where_they_are_as_the_theme_writes_them() -> None:
    words = {"label": "Suche", "prompt": "Suche", "clear": "Leeren", "begin": "Suche startet"}
    search = frame_hook._SHAPES["search"].format(**words)  # noqa: SLF001  # what the script's shapes are held against
    plain = _Theme(custom_dir=None, features=[])
    shown = _framed(plain, palette="<b></b>", search=search, settings=SETTINGS % "Select version")
    told = ' aria-label="Suche" data-prompt="Suche" data-clear="Leeren" data-begin="Suche startet"></div>'
    assert told in shown
    assert "<b></b></form>" in shown
    assert '>{"base":"."}</script>' in shown
    other = _framed(plain, palette="", search=search.replace("<ol", "<ul"), settings=SETTINGS % "Version")
    assert "md-search__form" in other
    assert '"translations":{"select.version":"Version"}}' in other


def test_nothing_is_left_to_the_script_in_frames_of_the_projects_own_and_where_pages_are_swapped_in() -> None:
    for theme in (_Theme(custom_dir="own", features=[]), _Theme(custom_dir=None, features=["navigation.instant"])):
        assert SETTINGS % "Select version" in _framed(
            theme, palette="", search="", settings=SETTINGS % "Select version"
        )
