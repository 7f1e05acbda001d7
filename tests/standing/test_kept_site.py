"""The site without the engine: the same pages where only bodies have changed, the engine again where more has."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from bsc_site.model.failure import InputError
from bsc_site.publish.engine.run_engine import PythonEngine
from bsc_site.publish.keeping.kept_readings import KeptReadings
from bsc_site.publish.keeping.kept_results import KeptResults
from bsc_site.publish.publication.site import Edition
from bsc_site.publish.standing.groundwork import Groundwork, read_groundwork
from bsc_site.publish.standing.kept_site import KeptSite
from bsc_site.publish.standing.site_record import SiteRecord
from bsc_site.render.page import Page
from tests.builders.project_folders import files_of, write
from tests.builders.publications import edition, published, site_folder


def _page(address: str, title: str, words: str) -> Page:
    home = "../" * address.count("/") + "index.html"
    top = f'<div class="bsc-top" data-search-exclude>\n<div><a href="{home}">Up</a></div></div>'
    body = f'<section class="bsc-answer">\n<h2 id="where">Where?</h2>\n\n<p>{words}</p>\n</section>\n'
    front = f"title: {json.dumps(title, ensure_ascii=False)}\nhide: [toc]"
    return Page(address, title, f"---\n{front}\n---\n\n{top}\n\n# {title}\n\n{body}")


def edition_of(words: str = "as it was", *more: Page) -> Edition:
    pages = [_page("", "Home", words), *(_page(f"kpis/k{each}/", f"Profit {each}", "same") for each in range(8))]
    return edition(*pages, _page("map/", "Größe &amp; Map", words), *more)


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Every run of the engine."""
    found: list[Path] = []
    build = PythonEngine.build

    def noted(self: PythonEngine, config_file: Path, site_dir: Path, asked: Path | None = None) -> object:
        found.append(site_dir)
        return build(self, config_file, site_dir, asked)

    monkeypatch.setattr(PythonEngine, "build", noted)
    return found


def built(folder: Path, what: Edition, *, kept: bool = True) -> dict[str, bytes]:
    if not kept:
        return files_of(published(folder, what).site)
    with kept_site(folder / ".bsc-cache") as known:
        return files_of(published(folder, what, kept=known).site)


@contextmanager
def kept_site(cache: Path, most_unused: int = 200) -> Iterator[KeptSite]:
    """What builds have left there, and leave."""
    readings = KeptReadings(KeptResults(cache, "readings", most_unused=0))
    with (
        KeptResults(cache, "ground") as grounds,
        KeptResults(cache, "html", most_unused) as pages,
        KeptResults(cache, "site", most_unused=0) as record,
    ):
        yield KeptSite(grounds, pages, SiteRecord(record), readings)
    readings.prune()


OWN = {"docs/own.md": "# Own\n\n[one](kpis/k1/index.md#where) *words*\n", "docs/a/picture.svg": "<svg/>"}


@pytest.mark.parametrize("settings", ["site_name: Mill\n", "site_name: A & B\nsite_url: https://example.org/a/\n"])
def test_other_bodies_need_no_engine(tmp_path: Path, runs: list[Path], settings: str) -> None:
    """Pages inside of the navigation and outside, of many alike and alone; own pages stay; the search knows all."""
    warm = write(site_folder(tmp_path / "warm", {"mkdocs.yml": settings}), OWN)
    cold = write(site_folder(tmp_path / "cold", {"mkdocs.yml": settings}), OWN)
    built(warm, edition_of())
    assert len(runs) == 1
    changed = edition_of('now <b>other</b> &amp; "more" {{ x }}')
    again = built(warm, changed)
    assert len(runs) == 1
    assert again == built(cold, changed, kept=False)
    assert len(runs) == 2
    assert b"now other" in again["search/search_index.json"]


MORE: dict[str, Callable[[Path], Edition]] = {
    "another page": lambda _: edition_of("as it was", _page("more/", "More", "words")),
    "another title": lambda _: replace(edition_of(), pages=(_page("", "Start", "words"), *edition_of().pages[1:])),
    "another file": lambda _: replace(edition_of(), files={"data/b.csv": b""}),
    "another day": lambda _: replace(edition_of(), as_of=edition_of().as_of.replace(day=1)),
    "Markdown in a page": lambda _: replace(
        edition_of(), pages=(Page("", "Home", "# Home\n\nSome *words*.\n"), *edition_of().pages[1:])
    ),
    "settings": lambda folder: (write(folder, {"mkdocs.yml": "site_name: Other\n"}), edition_of())[1],
    "an own page": lambda folder: (write(folder, {"docs/own.md": "# Other\n"}), edition_of())[1],
    "a new own page": lambda folder: (write(folder, {"docs/new.md": "# New\n"}), edition_of())[1],
}


@pytest.mark.slow
@pytest.mark.parametrize("change", MORE)
def test_whatever_else_changes_is_made_by_the_engine(tmp_path: Path, runs: list[Path], change: str) -> None:
    warm, cold = (write(site_folder(tmp_path / name), OWN) for name in ("warm", "cold"))
    built(warm, edition_of())
    made = built(warm, MORE[change](warm))
    assert len(runs) == 2
    assert made == built(cold, MORE[change](cold), kept=False)


@pytest.mark.slow
def test_a_link_that_is_dead_now_is_told_as_the_engine_tells_it(tmp_path: Path, runs: list[Path]) -> None:
    """The own page stays, and an anchor to which it leads has gone."""
    told = []
    for kept in (True, False):
        folder = write(site_folder(tmp_path / str(kept)), OWN)
        built(folder, edition_of(), kept=kept)
        pages = [
            Page(each.address, each.title, each.markdown.replace(' id="where"', "")) for each in edition_of().pages
        ]
        with pytest.raises(InputError) as refused:
            built(folder, replace(edition_of(), pages=tuple(pages)), kept=kept)
        told.append([str(each) for each in refused.value.problems])
    assert told[0] == told[1]
    assert len(runs) == 4


@pytest.mark.parametrize("lost", ["ground.kept", "html.kept"])
def test_a_damaged_groundwork_is_laid_anew(tmp_path: Path, runs: list[Path], lost: str) -> None:
    """The ground of a page stands in the page as it was kept."""
    folder, changed = site_folder(tmp_path / "warm"), edition_of("other")
    built(folder, edition_of())
    file = folder / ".bsc-cache" / lost
    file.write_bytes(file.read_bytes()[1:])
    assert built(folder, changed) == built(site_folder(tmp_path / "cold"), changed, kept=False)
    assert len(runs) == 3


def test_the_ground_is_of_use_however_many_builds_have_written_on_it(tmp_path: Path, runs: list[Path]) -> None:
    folder = site_folder(tmp_path)
    built(folder, edition_of())
    for turn in range(4):
        changed = edition_of(f"other {turn}")
        with kept_site(folder / ".bsc-cache", most_unused=0) as known:
            published(folder, changed, kept=known)
    assert len(runs) == 1


@pytest.mark.parametrize("kept", [b"", b"x", bytes(8), b"\0" * 7 + b"\2{}", b"\0" * 7 + b"\2[]", b"\xff" * 20])
def test_what_is_no_groundwork_is_none(kept: bytes) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        read_groundwork(kept)


@pytest.mark.parametrize("name", ["../a", "/a", "a/../../b", "a\\..\\b"])
def test_a_groundwork_puts_nothing_outside_of_the_site(name: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_groundwork(Groundwork(files={name: b"a"}).written())


def test_the_site_that_stands_is_never_written_through_a_link(tmp_path: Path) -> None:
    """Files of the tree and of the site may be one; what changes in the tree leaves the site that still stands."""
    folder = site_folder(tmp_path)
    built(folder, edition_of())
    with (folder / "build" / "site" / "data" / "nps.csv").open("rb") as stands:
        built(folder, replace(edition_of(), files={"data/nps.csv": b"other"}))
        assert stands.read() == b"period,value\n"
    assert (folder / "build" / "site" / "data" / "nps.csv").read_bytes() == b"other"
