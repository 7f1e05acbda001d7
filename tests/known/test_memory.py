"""Whatever is edited between two builds, what is remembered or was kept is what would be concluded anew."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from bsc_site.compute.known.memory import NO_MEMORY, Memory
from bsc_site.compute.past.period_ends import with_past
from bsc_site.outcomes import Examination
from bsc_site.pipeline import Order, examine
from bsc_site.publish.keeping.kept_conclusions import KeptConclusions
from bsc_site.publish.keeping.words import Words
from bsc_site.render.matter.kpi_matter import KpiMatters
from bsc_site.render.matter.matter_word import word_of
from tests.warm.edited_project import EditedProject
from tests.warm.edits import edit

COMPUTED = {"f0", "f1", "f2", "b0"}
"""KPIs that are made from others: what was concluded about them is remembered as long as the process lives."""


def _told(found: Examination, memory: Memory) -> tuple[object, ...]:
    """Everything that is concluded, but for the words themselves."""
    whole = found.assessment
    problems = list(map(str, found.problems))
    if whole is None:
        return (problems,)
    parts = (whole.project.scorecards, whole.scorecards, dict(whole.kpis), whole.overviews, whole.changes)
    return problems, *parts, whole.reviews, whole.quality, with_past(whole, memory).past, found.health, _series(found)


def _series(found: Examination) -> dict[str, object]:
    return {name: found.series[name] for name in found.series}


@pytest.mark.parametrize("living", [True, False])
@pytest.mark.parametrize("seed", range(4))
def test_every_conclusion_is_the_one_that_is_drawn_without_it(tmp_path: Path, seed: int, *, living: bool) -> None:
    """In one process, and from the cache folder in others."""
    project, memory = EditedProject(random.Random(seed)), Memory() if living else None  # noqa: S311  # made-up edits
    done: list[str] = []
    for _ in range(9):
        project.write_to(tmp_path / "made")
        order = Order(tmp_path / "made", project.day, project.readers)
        known = KeptConclusions(tmp_path / "cache", memory)
        remembered = _told(examine(order, memory=known.memory), known.memory)
        known.keep()
        assert remembered == _told(examine(order), NO_MEMORY), done
        done.append(edit(project))


def test_from_the_cache_nothing_is_concluded_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = EditedProject(random.Random(1))  # noqa: S311  # likewise
    project.write_to(tmp_path / "made")
    order = Order(tmp_path / "made", project.day, project.readers)
    first = KeptConclusions(tmp_path / "cache")
    examine(order, memory=first.memory)
    first.keep()
    monkeypatch.setattr("bsc_site.compute.assess.assess_kpi", lambda kpi, *_: pytest.fail(kpi.id))
    monkeypatch.setattr("bsc_site.compute.kpi_outlook.signal_of", lambda kpi, *_: pytest.fail(kpi.id))
    monkeypatch.setattr("bsc_site.compute.evidence.links.tested", lambda _: pytest.fail("tested again"))
    project.cards[0]["kpis"] = [each for each in project.cards[0]["kpis"] if each["id"] not in COMPUTED]
    project.cards[0]["perspectives"][1]["objectives"].pop()
    project.write_to(tmp_path / "made")
    examine(order, memory=KeptConclusions(tmp_path / "cache").memory)


@pytest.mark.parametrize("content", [b"", b"x", b"\x80", b"\xc1" * 40, b"\x81\xa8assessed\x81\xa1a\x93\x01\x02\x03"])
def test_what_was_never_kept_is_nothing(tmp_path: Path, content: bytes) -> None:
    """Garbage in the cache, and conclusions under words that nothing has."""
    project = EditedProject(random.Random(1))  # noqa: S311  # likewise
    project.write_to(tmp_path / "made")
    order, cache = Order(tmp_path / "made", project.day), tmp_path / "cache"
    first = KeptConclusions(cache)
    anew = _told(examine(order, memory=first.memory), first.memory)
    first.keep()
    for each in cache.iterdir():
        each.write_bytes(content)
    spoilt = KeptConclusions(cache)
    assert _told(examine(order, memory=spoilt.memory), spoilt.memory) == anew


def test_what_cannot_be_made_of_what_was_kept_is_drawn_anew() -> None:
    """Plain lists of another form under the very word."""
    memory = Memory()
    project_words = {"kind": {"word": [[["x"]], 7]}}
    memory.learn(project_words)
    assert memory.recalled("kind", "word", lambda: "anew", _Spoilt()) == "anew"


class _Spoilt:
    def told(self, value: object) -> object:
        return value

    def value(self, told: list[int]) -> object:
        return told[9]


def test_what_two_builds_did_not_ask_for_is_forgotten() -> None:
    memory = Memory()
    memory.keep("kind", "word", "conclusion")
    memory.end_of_build()
    assert memory.found("kind", "word") == "conclusion"
    memory.end_of_build()
    memory.end_of_build()
    assert memory.found("kind", "word") is None


def test_nothing_is_known_under_no_word() -> None:
    memory, drawn = Memory(), list[int]()
    for _ in range(2):
        memory.recalled("kind", "", lambda: drawn.append(1))
    assert len(drawn) == 2


def test_pages_are_known_again_whether_conclusions_were_drawn_or_kept(tmp_path: Path) -> None:
    project, words = EditedProject(random.Random(1)), []  # noqa: S311  # likewise
    project.write_to(tmp_path / "made")
    order = Order(tmp_path / "made", project.day, project.readers)
    for _ in range(2):
        known = KeptConclusions(tmp_path / "cache")
        found = examine(order, memory=known.memory).assessment
        known.keep()
        assert found is not None
        matters = KpiMatters(found)
        told = {name: matters.of(name) for name in found.kpis}
        pages = {name: word_of(each.quality, each.effects, each.reviews) for name, each in told.items()}
        words.append((Words(found, {}).ground, pages))
    assert words[0] == words[1]
