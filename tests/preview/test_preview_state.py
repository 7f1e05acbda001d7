"""What is told of a preview: steps, pages ahead of their site, and builds that give way to a further change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from bsc_site.model.problem import Place, Problem
from bsc_site.model.rules import problem
from bsc_site.model.saying.said import said
from bsc_site.model.sentences.yaml_sentences import NOTHING
from bsc_site.publish.preview.live_script import page_news
from bsc_site.publish.preview.open_pages import LONG, OpenPages
from bsc_site.publish.preview.preview_state import Preview, Rebuild, Renewal, State
from bsc_site.publish.preview.shown_files import ShownFiles
from bsc_site.speech import language_of
from tests.builders.publications import site_folder

WRONG = problem("BSC001", Place("scorecard/a.yml", 1, 2), "no text")
NPS, NPS_PAGE = "kpis/nps/", "kpis/nps/index.html"
OLD = {".bsc-site": "", "index.html": "home", NPS_PAGE: "old", "assets/site.css": "p {}"}


def _built(folder: Path, rebuild: Callable[[Preview, Renewal], Mapping[str, str]]) -> Preview:
    """A preview whose builds put these files into the site."""
    site_folder(folder, OLD)

    def build(renewal: Renewal) -> tuple[Problem, ...]:
        site_folder(folder, {**OLD, **rebuild(preview, renewal)})
        return ()

    preview = Preview(build, ShownFiles(folder))
    return preview


def _states(rebuild: Rebuild, folder: Path, begun: list[State]) -> Preview:
    """A preview that notes its state in `begun` as each build ends."""

    def noting(renewal: Renewal) -> tuple[Problem, ...]:
        told = rebuild(renewal)
        begun.append(preview.state)
        return told

    preview = Preview(noting, ShownFiles(folder))
    return preview


@pytest.mark.parametrize(
    ("shown", "final", "again"),
    [
        ({NPS_PAGE: b"new"}, {NPS_PAGE: "new"}, False),
        ({NPS_PAGE: b"new"}, {NPS_PAGE: "other"}, True),
        ({NPS_PAGE: b"new"}, {NPS_PAGE: "new", "assets/site.css": "p {color: red}"}, True),
        ({NPS_PAGE: b"new", "data/nps.json": b"1"}, {NPS_PAGE: "new", "data/nps.json": "2"}, True),
    ],
)
def test_a_page_that_came_ahead_is_loaded_again_only_if_the_site_has_another(
    tmp_path: Path, *, shown: dict[str, bytes], final: dict[str, str], again: bool
) -> None:
    """Another page, or another of the files that come with it or with all pages."""
    ahead: list[int] = []

    def rebuild(preview: Preview, renewal: Renewal) -> Mapping[str, str]:
        before = preview.state.page(NPS)
        renewal.show(NPS, shown)
        assert preview.shown.content(NPS_PAGE) == b"new"
        assert preview.state.page(NPS) != before
        assert preview.state.page("") == before
        ahead.append(preview.state.page(NPS))
        return final

    preview = _built(tmp_path, rebuild)
    home = preview.state.page("")
    preview.refresh()
    assert preview.shown.content(NPS_PAGE) == final[NPS_PAGE].encode()
    assert (preview.state.page(NPS) != ahead[0]) is again
    assert preview.state.page("") != home


def test_a_page_as_it_stands_is_no_news(tmp_path: Path) -> None:
    """An edit of another KPI leaves the tab alone until the whole site is there."""
    begun: list[State] = []

    def rebuild(renewal: Renewal) -> tuple[Problem, ...]:
        renewal.show(NPS, {NPS_PAGE: b"old"})
        return ()

    site_folder(tmp_path, OLD)
    preview = _states(rebuild, tmp_path, begun)
    preview.refresh()
    assert begun[0].ahead == {}


def test_what_came_ahead_of_a_site_that_cannot_be_built_is_taken_back(tmp_path: Path) -> None:
    """The last good site is shown, and the open page loaded again."""
    begun: list[State] = []

    def rebuild(renewal: Renewal) -> tuple[Problem, ...]:
        renewal.show(NPS, {NPS_PAGE: b"new"})
        return (WRONG,)

    site_folder(tmp_path, OLD)
    preview = _states(rebuild, tmp_path, begun)
    preview.refresh()
    assert preview.shown.content(NPS_PAGE) == b"old"
    assert preview.state.page(NPS) != begun[0].page(NPS)
    assert preview.state.problems == (str(WRONG),)


def test_a_page_tells_what_is_wrong_in_the_language_of_the_site(tmp_path: Path) -> None:
    """The terminal in that of whoever reads it; the place and the code are the same."""
    wrong = problem("BSC015", Place("scorecard/a.yml", 1, 1), said(NOTHING))
    site_folder(tmp_path, OLD)
    preview = Preview(lambda _: (wrong,), ShownFiles(tmp_path))
    preview.language = language_of("de")
    preview.refresh()
    place = "scorecard/a.yml:1:1: BSC015 warning: "
    assert preview.state.problems == (f"{place}die Datei ist leer; füllen oder löschen Sie sie",)
    assert preview.lines_here() == (f"{place}the file holds nothing; fill or delete it",)


def test_each_page_is_told_in_words_what_is_being_built(tmp_path: Path) -> None:
    """And nothing any more when the site stands."""
    begun: list[State] = []

    def rebuild(renewal: Renewal) -> tuple[Problem, ...]:
        renewal.step("Reading")
        renewal.step("Computing")
        renewal.show(NPS, {NPS_PAGE: b"new"})
        return ()

    site_folder(tmp_path, OLD)
    preview = _states(rebuild, tmp_path, begun)
    for _ in range(2):
        preview.refresh()
    assert [page_news(each, "")["doing"] for each in begun] == [
        "This site was built before and is being built anew. Step 2 of 7: Computing",
        "The site is being built anew. Step 2 of 7: Computing",
    ]
    assert page_news(begun[0], NPS)["doing"] == "This page is new; the rest of the site is being built anew."
    assert page_news(preview.state, NPS)["doing"] == ""


def test_a_build_gives_way_to_a_further_change_and_nothing_is_told_of_it(tmp_path: Path) -> None:
    """Neither a site nor the problems of a file that was half saved; the build that follows tells all."""
    changes = [True, False, True, False]
    outcomes: list[tuple[Problem, ...]] = [(), (), (WRONG,), (WRONG,)]

    def rebuild(renewal: Renewal) -> tuple[Problem, ...]:
        lines = outcomes.pop(0)
        if not lines:
            renewal.step("Reading")
        return lines

    site_folder(tmp_path, OLD)
    preview = Preview(rebuild, ShownFiles(tmp_path), lambda: changes.pop(0))
    assert preview.refresh() is None
    assert preview.state.site == 0
    assert preview.refresh() is not None
    assert preview.refresh() is None
    assert not preview.state.problems
    assert page_news(preview.refresh() or State(), "")["problems"] == [str(WRONG)]


def test_a_file_that_is_written_all_the_time_does_not_keep_the_site_from_being_built() -> None:
    """After some builds that gave way one is finished."""

    def rebuild(renewal: Renewal) -> tuple[Problem, ...]:
        renewal.step("Reading")
        return ()

    preview = Preview(rebuild, overtaken=lambda: True)
    states = [preview.refresh() for _ in range(12)]
    assert [each is not None for each in states].count(True) == 2


def test_the_page_in_front_comes_first_and_closed_ones_not_at_all() -> None:
    """A page asks for news as long as it is open."""
    now = [0.0]
    pages = OpenPages(lambda: now[0])
    for seconds, address, in_front in ((0.0, "closed/", True), (20.0, "front/", True), (25.0, "behind/", False)):
        now[0] = seconds
        pages.asked(address, in_front=in_front)
    now[0] = LONG + 5
    assert pages.addresses() == ("front/", "behind/")


def test_only_a_site_of_ours_is_shown(tmp_path: Path) -> None:
    """That of the preview if there is one, else the one that was built to be published."""
    site_folder(tmp_path / "other", {"index.html": "not ours"})
    site_folder(tmp_path / "site", {".bsc-site": "", "index.html": "published"})
    shown = ShownFiles(tmp_path / "preview", tmp_path / "other", tmp_path / "site")
    assert shown.content("index.html") == b"published"
    site_folder(tmp_path / "preview", {".bsc-site": "", "index.html": "preview"})
    assert shown.content("index.html") == b"preview"
