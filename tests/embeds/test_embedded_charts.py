"""The chart of each KPI is a light page of its own, which other pages show in a frame."""

from __future__ import annotations

import json
import re
from datetime import date
from gettext import NullTranslations
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from babel import Locale
from jsonschema import Draft202012Validator

from bsc_site.model.failure import InputError
from bsc_site.outcomes import Outcome
from bsc_site.pipeline import Circle, Order, build_site
from bsc_site.publish.delivery import Delivery
from bsc_site.publish.publication.assets import assets_in
from bsc_site.publish.subscriptions.oembed import oembeds
from bsc_site.render.addresses import EMBEDDED
from bsc_site.render.pages.folder import templates_folder
from bsc_site.render.pages.site_pages import SiteMaterial, render_pages
from bsc_site.wording.language import Language, speaking
from tests.builders.company import assessed_company, company
from tests.embeds.embedding_project import ADDRESS, DAY, embedding_project

MOST = 6 * 1024
"""Bytes of an embedded chart: a page with ten of them shall not be slow."""

FRAME = (
    f'<iframe src="{ADDRESS}kpis/waiting/embed/index.html" title="Waiting &lt;time&gt;" width="100%" height="360" '
    'loading="lazy" style="border:0"></iframe>'
)


def built(root: Path, *, address: str = "", readers: str | None = None, **delivery: Any) -> Outcome:
    """The outcome of a build of the project in `root` into `root/site`."""
    order = Order(root, date.fromisoformat(DAY), readers or Circle.WIDEST)
    return build_site(order, Delivery(root / "site", site_url=address, **delivery))


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project, with its site."""
    folder = embedding_project(
        tmp_path_factory.mktemp("clinic"), about="# About\n\n[Chart](kpis/waiting/embed/index.html)\n"
    )
    outcome = built(folder)
    assert outcome.published is not None, outcome.problems
    return folder


def embed(root: Path, kpi: str = "kpis/waiting") -> str:
    """The text of an embedded chart."""
    return (root / "site" / kpi / "embed/index.html").read_text("utf-8")


def seen(page: str) -> str:
    """What a reader sees of a page."""
    return " ".join(unescape(re.sub(r"<(title|svg).*?</\1>|<[^>]+>", " ", page, flags=re.DOTALL)).split())


def test_an_embedded_chart_says_what_stands_where(root: Path) -> None:
    """Name, value, status by word and shape, period, target, whose it is and as of when."""
    page = embed(root)
    assert seen(page).startswith("Waiting <time> 21.5 days On track Jun 2025 Target 22.6 days")
    assert seen(page).endswith("Clinic & friends As of 10 Jul 2025 All about this KPI")
    assert '<span class="bsc-status bsc-on-track">On track</span>' in page
    assert 'aria-label="21.5 days in Jun 2025' in page


def test_it_says_in_which_language_it_is_and_which_way_that_runs() -> None:
    assert '<html lang="en">' in _embedded()
    with speaking(Language("ar", Locale("ar"), NullTranslations())):
        assert '<html lang="ar" dir="rtl">' in _embedded()


def _embedded() -> str:
    pages = render_pages(SiteMaterial(assessed_company(company())))
    return next(text for page in pages for path, text in page.beside if f"/{EMBEDDED}" in path)


def test_it_leads_to_the_page_of_its_kpi_in_another_tab(root: Path) -> None:
    assert '<a href="../index.html" target="_blank" rel="noopener">' in embed(root)
    assert (root / "site/s/ward/kpis/beds-used/embed/../index.html").is_file()


def test_it_has_neither_scripts_nor_navigation_and_is_found_by_no_search(root: Path) -> None:
    page, site = embed(root), root / "site"
    assert not re.findall(r"<script|<nav|<form|<input|\son\w+=", page)
    assert '<meta name="robots" content="noindex">' in page
    assert "embed/" not in (site / "sitemap.xml").read_text("utf-8")
    assert "embed/" not in (site / "search/search_index.json").read_text("utf-8")


def test_it_loads_one_style_sheet_that_no_page_of_the_site_loads(root: Path) -> None:
    sheet = root / "site/s/ward/kpis/beds-used/embed" / "../../../../../assets/bsc-site/embed.css"
    assert re.findall(r'rel="stylesheet" href="([^"]+)"', embed(root, "s/ward/kpis/beds-used")) == [
        "../../../../../assets/bsc-site/embed.css"
    ]
    assert "prefers-color-scheme: dark" in sheet.read_text("utf-8").replace("scheme:dark", "scheme: dark")
    assert "assets/bsc-site/embed.css" not in assets_in(templates_folder()).css


def test_it_is_light_whatever_the_kpi() -> None:
    """Of charts of every kind: lines, bars, bands, forecasts."""
    pages = render_pages(SiteMaterial(assessed_company(company())))
    sizes = {path: len(text.encode()) for page in pages for path, text in page.beside if f"/{EMBEDDED}" in path}
    assert len(sizes) > 3
    assert {path: size for path, size in sizes.items() if size > MOST} == {}


def test_a_kpi_that_readers_may_not_see_has_none(root: Path) -> None:
    """And nothing of it is said anywhere in the site."""
    assert not (root / "site/kpis/debt").exists()
    assert not (root / "site/api/v1/oembed/debt.json").exists()
    told = [path for path in (root / "site").rglob("*.html") if "Hidden debt" in path.read_text("utf-8")]
    assert told == []


def test_those_who_may_see_it_have_its_chart(root: Path) -> None:
    assert built(root, readers="board").published is not None
    assert seen(embed(root, "kpis/debt")).startswith("Hidden debt 6")
    assert built(root).published is not None
    assert not (root / "site/kpis/debt").exists()


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("[Debt](kpis/debt/embed/index.html)", 8),
        ('<iframe src="kpis/debt/embed/index.html" title="Debt"></iframe>', 14),
    ],
)
def test_an_own_page_that_shows_what_its_readers_may_not_see_is_told_so(tmp_path: Path, text: str, column: int) -> None:
    """By a link or in a frame."""
    embedding_project(tmp_path, debt=f"# Debt\n\n{text}\n")
    with pytest.raises(InputError) as caught:
        built(tmp_path)
    told = [str(each) for each in caught.value.problems]
    assert told == [f"docs/debt.md:3:{column}: BSC513 error: 'kpis/debt/embed/index.html' leads nowhere"]


def test_the_page_of_a_kpi_says_what_to_paste(root: Path) -> None:
    page = (root / "site/kpis/waiting/index.html").read_text("utf-8")
    told = [unescape(each) for each in re.findall(r'<code class="bsc-share__code">(.*?)</code>', page)]
    assert told == [
        FRAME,
        f"{ADDRESS}badges/waiting.svg",
    ]


def test_without_an_address_of_the_site_it_says_what_is_missing(tmp_path: Path) -> None:
    """The chart is there all the same."""
    embedding_project(tmp_path, address="")
    assert built(tmp_path).published is not None
    page = (tmp_path / "site/kpis/waiting/index.html").read_text("utf-8")
    assert "What to paste there is told here once the site has an address: <code>site_url</code>" in page
    assert 'href="embed/index.html"' in page
    assert "oembed" not in page
    assert not (tmp_path / "site/api/v1/oembed").exists()
    assert seen(embed(tmp_path)).startswith("Waiting <time>")


def test_a_site_that_gets_another_address_tells_it_on_kept_pages_too(tmp_path: Path) -> None:
    embedding_project(tmp_path)
    for address in (ADDRESS, "https://other.example/"):
        assert built(tmp_path, address=address).published is not None
        page = unescape((tmp_path / "site/kpis/waiting/index.html").read_text("utf-8"))
        assert f'src="{address}kpis/waiting/embed/' in page
        assert f'href="{address}api/v1/oembed/waiting.json"' in page


@pytest.mark.parametrize("kpi", ["kpis/waiting", "s/ward/kpis/beds-used"])
def test_other_programs_find_the_chart_by_oembed(root: Path, kpi: str) -> None:
    """The page of the KPI names a file, which follows its schema and has a frame with the chart."""
    page = (root / "site" / kpi / "index.html").read_text("utf-8")
    (href,) = re.findall(r'<link rel="alternate " type="application/json\+oembed" href="([^"]+)"', page)
    file = root / "site" / href.removeprefix(ADDRESS)
    told = json.loads(file.read_bytes())
    Draft202012Validator(json.loads((file.parents[1] / "oembed.schema.json").read_bytes())).validate(told)
    assert (told["type"], told["version"], told["provider_name"]) == ("rich", "1.0", "Clinic site")
    assert f'src="{ADDRESS}{kpi}/embed/index.html"' in told["html"]
    assert f'width="{told["width"]}" height="{told["height"]}"' in told["html"]


def test_pages_that_are_filled_name_their_own_files(tmp_path: Path) -> None:
    """Many KPIs, of which the engine makes two."""
    shown = embedding_project(tmp_path)
    many = "".join(f"  - {{id: k{number}, name: K{number}}}\n" for number in range(12))
    text = (shown / "scorecard/clinic.yml").read_text("utf-8")
    (shown / "scorecard/clinic.yml").write_text(text.replace("people:", f"{many}people:"), encoding="utf-8")
    assert built(shown).published is not None
    for number in range(12):
        page = (shown / f"site/kpis/k{number}/index.html").read_text("utf-8")
        assert f'href="{ADDRESS}api/v1/oembed/k{number}.json" title="K{number}"' in page


def test_only_the_scorecard_that_declares_a_kpi_tells_of_its_chart() -> None:
    """One that lists it has no page of it."""
    assert oembeds(assessed_company(company())) == {}
    files = oembeds(assessed_company(company()), "https://a.example", None, "A")
    assert json.loads(files["api/v1/oembed/nps.json"])["provider_url"] == "https://a.example/"


@pytest.mark.parametrize(
    ("former", "now"),
    [
        ("kpis/queue/embed", "../../waiting/embed/index.html"),
        ("s/station/kpis/beds-used/embed", "../../../../ward/kpis/beds-used/embed/index.html"),
    ],
)
def test_the_chart_leads_on_from_its_former_addresses(root: Path, former: str, now: str) -> None:
    """Of a KPI and of a scorecard that got another id."""
    page = (root / "site" / former / "index.html").read_text("utf-8")
    assert f'content="0; url={now}"' in page
    assert (root / "site" / former / now).resolve().is_file()


def test_the_file_for_other_programs_stands_under_the_former_id_too(root: Path) -> None:
    folder = root / "site/api/v1/oembed"
    assert (folder / "queue.json").read_bytes() == (folder / "waiting.json").read_bytes()
