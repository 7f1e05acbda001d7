"""Whatever is edited between two builds of one process, what is remembered is what would be concluded anew."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from bsc_site.compute.known.memory import NO_MEMORY, Memory
from bsc_site.compute.past.period_ends import with_past
from bsc_site.outcomes import Examination
from bsc_site.pipeline import Order, examine
from tests.warm.edited_project import EditedProject
from tests.warm.edits import edit


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


@pytest.mark.parametrize("seed", range(5))
def test_every_conclusion_is_the_one_that_is_drawn_without_it(tmp_path: Path, seed: int) -> None:
    project, memory = EditedProject(random.Random(seed)), Memory()  # noqa: S311  # made-up edits, not a secret
    done: list[str] = []
    for _ in range(10):
        project.write_to(tmp_path)
        order = Order(tmp_path, project.day, project.readers)
        remembered = _told(examine(order, memory=memory), memory)
        memory.end_of_build()
        anew = _told(examine(order), NO_MEMORY)
        assert remembered == anew, done
        done.append(edit(project))


def test_what_two_builds_did_not_ask_for_is_forgotten() -> None:
    memory = Memory()
    memory.keep("kind", "word", "conclusion")
    memory.end_of_build()
    assert memory.found("kind", "word") == "conclusion"
    memory.end_of_build()
    memory.end_of_build()
    assert memory.found("kind", "word") is None


def test_nothing_is_known_under_no_word() -> None:
    memory, drawn = Memory(), []
    for _ in range(2):
        memory.recalled("kind", "", lambda: drawn.append(1))
    assert len(drawn) == 2
