"""Hostile text in every field, opened in a browser without the policy that would stop what runs."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
import yaml
from lxml import html
from playwright.sync_api import Browser, Dialog

import bsc_site.model.declared
from bsc_site.model.fields import Part
from tests.browser.demo import reading
from tests.builders.program import DAY, run
from tests.commands.every_text import draw_project
from tests.trust.hostile_text import hostile

UNSHOWN = {"why ignored", "about the theme", "strategy", "tag"}
"""What no page says, only `check` or the published data."""
SETTINGS = {
    "site_name": hostile("name of the site"),
    "site_description": hostile("about the site"),
    "site_author": hostile("who made the site"),
    "site_url": "https://site.example/",
}


@pytest.fixture(scope="module")
def said() -> set[str]:
    """The names of the fields that got a hostile text."""
    return set()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, said: set[str]) -> Path:
    """The site of a project whose every text is hostile."""

    def say(field: str) -> str:
        said.add(field)
        return hostile(field)

    root = draw_project(tmp_path_factory.mktemp("hostile"), say)
    (root / "mkdocs.yml").write_text(yaml.safe_dump(SETTINGS), encoding="utf-8")
    told = run("build", "-C", root, "--as-of", DAY, "--audience", "all")
    assert (told.code, [line for line in told.lines if " error " in line]) == (0, [])
    return root / "build" / "site"


def _pages(site: Path) -> Iterator[tuple[str, html.HtmlElement]]:
    for page in sorted(site.rglob("*.html")):
        yield page.relative_to(site).as_posix(), html.fromstring(page.read_bytes())


@pytest.mark.browser
def test_nothing_of_a_text_runs_on_any_page(browser: Browser, site: Path) -> None:
    """All pages are opened, pointed at and searched, with a browser that ignores their policy."""
    with reading(browser, site.as_uri(), bypass_csp=True) as reader:
        reader.context.set_default_timeout(30_000)
        dialogs = list[str]()

        def note(dialog: Dialog) -> None:
            dialogs.append(dialog.message)
            dialog.dismiss()

        reader.page.on("dialog", note)
        for path, _ in _pages(site):
            page = reader.open(path)
            page.mouse.move(400, 300)
            page.wait_for_timeout(120)
            assert page.evaluate("window.hostile") is None, path
        # the page for missing pages starts from the top of its server, which a folder is not
        assert (dialogs, [each for each in reader.complaints if "/404.html: " not in each]) == ([], [])
        assert [each for each in reader.strangers if "/404.html: " not in each] == []


@pytest.mark.browser
def test_nothing_of_a_text_runs_in_what_answers_a_reader(browser: Browser, site: Path) -> None:
    """Search, finder, live chart, filters, the panel of the map: all of them show texts that came later."""
    with reading(browser, site.as_uri(), bypass_csp=True) as reader:
        reader.context.set_default_timeout(30_000)
        page = reader.turn_to("kpis/a/index.html")
        page.locator(".bsc-chart__drawing").first.hover()
        page.locator("figure[data-state=alive]").first.wait_for()
        for at in range(10):
            page.mouse.move(300 + 40 * at, 500)
        page.locator(".md-search__input").press_sequentially("purpose")
        page.locator(".md-search-result__item").first.wait_for()
        page.keyboard.press("Escape")
        page.keyboard.press("Control+k")
        page.keyboard.type("name")
        page.wait_for_timeout(500)
        assert page.evaluate("window.hostile") is None
        page = reader.turn_to("map/index.html")
        for box in page.locator(".bsc-map__box").all()[:4]:
            box.hover()
            page.wait_for_timeout(100)
        assert page.evaluate("window.hostile") is None
        assert reader.complaints == []


def test_no_link_of_any_page_has_an_address_that_runs(site: Path) -> None:
    found = [
        (page, name, value)
        for page, root in _pages(site)
        for each in root.iter("*")
        for name, value in each.attrib.items()
        if name in {"href", "src", "action", "formaction", "data", "xlink:href"}
        and "".join(value.split()).lower().startswith(("javascript:", "vbscript:", "data:text"))
    ]
    assert found == []


def test_every_text_shows_as_it_was_typed(site: Path, said: set[str]) -> None:
    shown = " ".join(" ".join(str(root.xpath("string()")).split()) for _, root in _pages(site))
    expected = {each: " ".join(hostile(each).split()) for each in said - UNSHOWN}
    assert [each for each, text in expected.items() if text not in shown] == []


def test_every_text_of_the_format_is_among_them(said: set[str], site: Path) -> None:
    """Each field that takes prose or a name has its hostile text, by the words in which this project says it."""
    assert site
    for module in walk_packages(bsc_site.model.declared.__path__, "bsc_site.model.declared."):
        import_module(module.name)
    fields = {
        f"{each.__name__}.{name}"
        for each in _below(Part)
        for name, kind in inspect.get_annotations(each).items()
        if "Prose" in str(kind) or "ProperName" in str(kind)
    }
    assert fields - {"TableText.column"} == set(FIELDS)  # a column in several languages is told as any column is
    assert {each for each in FIELDS.values() if each not in said} == set()


def _below(kind: type[Part]) -> Iterator[type[Part]]:
    for each in kind.__subclasses__():
        yield each
        yield from _below(each)


FIELDS = {
    "Benchmark.source": "source of the benchmark",
    "Benchmark.note": "note of the benchmark",
    "Correction.because": "why corrected",
    "Decision.text": "decision",
    "Destination.text": "destination",
    "Drive.because": "because",
    "Gone.because": "why gone",
    "Ignore.because": "why ignored",
    "Initiative.name": "initiative",
    "Initiative.description": "about it",
    "Kpi.name": "name",
    "Kpi.description": "description",
    "Kpi.purpose": "purpose",
    "Kpi.formula_in_words": "formula_in_words",
    "Kpi.unit": "unit",
    "Kpi.rated_by": "rated by",
    "Kpi.incentive": "incentive",
    "ManualStatus.because": "why by hand",
    "Milestone.name": "milestone",
    "Objective.name": "objective",
    "Objective.description": "about the objective",
    "OfficialRating.rating": "rating",
    "OwnStatus.name": "achieved",
    "Person.name": "name",
    "Person.role": "role",
    "Perspective.name": "perspective",
    "Perspective.question": "question",
    "Rebase.because": "why rebased",
    "Review.analysis": "analysis",
    "Review.recommendation": "recommendation",
    "Risk.name": "risk",
    "Risk.response": "so",
    "Scorecard.title": "title",
    "Scorecard.description": "description",
    "Scorecard.mission": "mission",
    "Scorecard.vision": "vision",
    "Scorecard.strategy": "strategy",
    "Scorecard.values": "a value",
    "StatusNames.on_track": "on_track",
    "StatusNames.at_risk": "at_risk",
    "StatusNames.off_track": "off_track",
    "StatusNames.no_data": "no_data",
    "StatusNames.not_scored": "not_scored",
    "Target.note": "note of the target",
    "Theme.name": "theme",
    "Theme.description": "about the theme",
    "ValueProposition.functionality": "functionality",
    "ValueProposition.relationship": "relationship",
    "ValueProposition.image": "image",
}
"""Each field that takes a text for people, and the words by which the hostile project knows its own."""
