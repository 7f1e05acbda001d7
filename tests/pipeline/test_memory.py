"""What a build is made of is given up as soon as nothing needs it."""

from __future__ import annotations

import copy
import gc
import weakref
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path

import pytest

from bsc_site import pipeline
from bsc_site.compute.known.memory import Memory
from bsc_site.load.uncollected import collected_apart, uncollected
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.series import Reading
from bsc_site.pipeline import Order, build_site
from bsc_site.publish.delivery import Delivery
from bsc_site.publish.publication import edition as editions
from bsc_site.publish.publication.site import Edition, Published, Surroundings
from bsc_site.publish.several_languages import language_sites as sites
from bsc_site.render.page import Page
from tests.builders.organisations import write_family


def test_the_assessment_is_gone_before_the_site_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the largest of all that a build holds, and the engine needs room of its own."""
    held: list[weakref.ref[Assessment]] = []
    making = editions.edition_of

    def watched(material: editions.EditionMaterial, root: Path, delivery: Delivery) -> Edition:
        held.append(weakref.ref(material.assessment))
        return making(material, root, delivery)

    def nothing_published(_: Edition, around: Surroundings) -> Published:
        assert [each() for each in held] == [None]
        return Published(around.out, 0, 0, 0)

    monkeypatch.setattr(editions, "edition_of", watched)
    monkeypatch.setattr(sites, "publish", nothing_published)
    folder = write_family(tmp_path / "p")
    assert build_site(Order(folder, date(2025, 6, 30)), Delivery(tmp_path / "site")).published is not None


def test_nothing_that_was_read_holds_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No search for garbage finds it while pages are written, for all that was there before is set aside then."""
    held: list[int] = []

    def counted() -> AbstractContextManager[None]:
        held.append(_held())
        return collected_apart()

    monkeypatch.setattr(pipeline, "collected_apart", counted)
    folder = write_family(tmp_path / "p")
    gc.collect()
    gc.disable()
    try:
        before = _held()
        build_site(Order(folder, date(2025, 6, 30)), Delivery(tmp_path / "site"))
    finally:
        gc.enable()
    assert held == [before]


def _held() -> int:
    """How many rows of data files, and whatever knows what was concluded of them, are still there."""
    return sum(isinstance(each, Reading | Memory) for each in gc.get_objects())


def test_garbage_is_found_while_pages_are_written() -> None:
    """What was there before is set aside, and found again afterwards."""
    before = gc.get_freeze_count()
    with collected_apart():
        assert gc.get_freeze_count() > before
        assert gc.isenabled()
    assert gc.get_freeze_count() == 0


def test_what_was_made_without_a_search_is_not_searched_right_after_it() -> None:
    """Nor are values that were set aside taken back."""
    searched: list[str] = []

    def noted(phase: str, _: dict[str, int]) -> None:
        searched.append(phase)

    gc.collect()
    gc.callbacks.append(noted)
    try:
        with uncollected():
            stays = [[each] for each in range(3 * gc.get_threshold()[0])]
        more = [[each] for each in range(gc.get_threshold()[0] // 2)]
        assert len(stays) > len(more)
        assert not searched
        with collected_apart(), uncollected():
            assert gc.get_freeze_count()
    finally:
        gc.callbacks.remove(noted)
    assert gc.get_freeze_count() == 0


def test_a_page_is_held_as_it_is_written() -> None:
    page = Page("k/", "K", "# Größe → 1\n", (("k/live.js", "x"),))
    assert page.written == "# Größe → 1\n".encode()
    assert page.markdown == "# Größe → 1\n"
    assert copy.deepcopy(page) == page
