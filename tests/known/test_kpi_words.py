"""The word of a KPI is another one as soon as anything is from which a conclusion about it follows, and only then."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bsc_site.compute.known.memory import Memory
from bsc_site.compute.known.reading_words import readings_word
from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.model.concluded.project_assessment import Assessment
from bsc_site.model.period import parse_period
from bsc_site.model.problem import Place
from bsc_site.model.series import Reading, Readings
from bsc_site.pipeline import Order, examine
from tests.warm.edited_project import EditedProject
from tests.warm.edits import edit

ROWS = tuple(Reading(parse_period(f"2025-0{month}"), Place("a.csv", month), month * 1.5) for month in range(1, 7))
READ = Readings("k", ROWS)
OTHERS: Mapping[str, Readings] = {
    "a value": replace(READ, rows=(*ROWS[:5], ROWS[5]._replace(value=9.5))),
    "a period": replace(READ, rows=(*ROWS[:5], ROWS[5]._replace(period=parse_period("2025-07")))),
    "a frequency": replace(READ, rows=(*ROWS[:3], ROWS[3]._replace(period=parse_period("2025-Q2")), *ROWS[4:])),
    "a row less": replace(READ, rows=ROWS[:5]),
    "a note": replace(READ, rows=(*ROWS[:5], ROWS[5]._replace(note="So"))),
    "members": replace(READ, rows=(*ROWS[:5], ROWS[5]._replace(members=frozenset({1})))),
    "no figure": replace(READ, rows=(*ROWS[:5], ROWS[5]._replace(value=None))),
    "rows ahead": replace(READ, targets=ROWS[:1]),
    "what the source holds": replace(READ, covers_to=parse_period("2025-12")),
    "targets beside": replace(READ, target=READ),
    "order": replace(READ, rows=(*ROWS[:4], ROWS[5], ROWS[4])),
}


@pytest.mark.parametrize("other", OTHERS)
def test_other_readings_have_another_word(other: str) -> None:
    words = {name: readings_word(each) for name, each in OTHERS.items()}
    assert readings_word(READ) != words[other]
    assert list(words.values()).count(words[other]) == 1


def test_where_a_row_stands_is_no_part_of_it() -> None:
    moved = [each._replace(place=Place("a.csv", each.place.line + 7)) for each in ROWS]
    assert readings_word(replace(READ, rows=tuple(moved))) == readings_word(READ)
    twice = (*ROWS[:5], *(ROWS[5]._replace(place=Place("a.csv", line), value=line / 1) for line in (8, 9)))
    other = (*ROWS[:5], *(ROWS[5]._replace(place=Place("a.csv", 17 - line), value=line / 1) for line in (8, 9)))
    assert readings_word(replace(READ, rows=twice)) != readings_word(replace(READ, rows=other))


def _examined(root: Path, project: EditedProject) -> Assessment | None:
    root.mkdir(exist_ok=True)
    project.write_to(root)
    return examine(Order(root, project.day, project.readers), memory=Memory()).assessment


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_edited_the_same_word_means_the_same_conclusions(tmp_path: Path, seed: int) -> None:
    known: dict[tuple[str, str], KpiAssessment] = {}
    project, same = EditedProject(random.Random(seed)), 0  # noqa: S311  # made-up edits, not a secret
    for _ in range(12):
        found = _examined(tmp_path / "made", project)
        for name, each in found.kpis.items() if found else ():
            at = (name, found.words[name] if found else "")
            same += at in known
            assert known.setdefault(at, each) == each
        edit(project)
    assert same > 20


def test_the_figure_of_a_kpi_is_in_the_words_of_those_that_are_made_from_it_alone(tmp_path: Path) -> None:
    project = EditedProject(random.Random(1), readers="board")  # noqa: S311  # likewise
    first = _examined(tmp_path / "made", project)
    project.figures["k3"]["2025-01"] += 1
    second = _examined(tmp_path / "made", project)
    assert first is not None
    assert second is not None
    assert {name for name, word in first.words.items() if second.words[name] != word} == {"k3", "f0", "f1"}
    project.day += timedelta(days=1)
    third = _examined(tmp_path / "made", project)
    assert third is not None
    assert not set(third.words.values()).intersection(second.words.values())


def test_another_process_finds_the_same_words(tmp_path: Path) -> None:
    project = EditedProject(random.Random(2))  # noqa: S311  # likewise
    found = _examined(tmp_path / "made", project)
    assert found is not None
    script = (
        "import sys; from datetime import date; from pathlib import Path\n"
        "from bsc_site.compute.known.memory import Memory; from bsc_site.pipeline import Order, examine\n"
        "from bsc_site.compute.audience import Circle\n"
        "order = Order(Path(sys.argv[1]), date.fromisoformat(sys.argv[2]), Circle.WIDEST)\n"
        "print(sorted(examine(order, memory=Memory()).assessment.words.items()))"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "made"), project.day.isoformat()]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert told.strip() == str(sorted(found.words.items()))
