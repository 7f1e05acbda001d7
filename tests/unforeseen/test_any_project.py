"""Whatever slips into a project, the program says where, or makes every page: it never fails."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest

from bsc_site.model.failure import PublishError
from bsc_site.model.problem import Severity
from bsc_site.model.rules import RULES
from bsc_site.outcomes import Order
from bsc_site.pipeline import Circle, build_site
from bsc_site.publish.delivery import Delivery
from bsc_site.publish.publication.site import Edition, Published
from bsc_site.wording.problems.problem_lines import as_lines
from tests.unforeseen.fuzz_slips import PRESETS, ground, slipped, write

AS_OF = date(2026, 11, 5)
SLIPS = int(os.environ.get("BSC_SLIPS", "6"))
"""So many times slips are made in each project; some thousand when somebody has the time."""


def failures(root: Path) -> Iterator[str]:
    """What is wrong with what the program says of a project, all its pages included."""
    try:
        outcome = build_site(Order(root, AS_OF, Circle.EVERYTHING), Delivery(root / "build" / "site", jobs=1))
        problems, stands = outcome.problems, outcome.published is not None
    except PublishError as error:
        problems, stands = error.problems, False
    for each in problems:
        path = root / each.place.file
        lines = len(path.read_bytes().splitlines()) + 1 if path.is_file() else 0
        (line,) = as_lines((each,))
        if each.code not in RULES or not 0 <= each.place.line <= lines or len(line.splitlines()) != 1:
            yield line
    if not stands and not any(each.severity is Severity.ERROR for each in problems):
        yield "nothing was published, and no error says why"


@pytest.fixture(autouse=True)
def no_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages and files are made, and that is all."""

    def made(_: object, editions: Sequence[Edition], __: object) -> Published:
        for edition in editions:
            for name in edition.files:
                assert edition.files[name] is not None
        return Published(Path("site"), sum(len(each.pages) for each in editions), 0, 0)

    monkeypatch.setattr("bsc_site.pipeline._published", made)


@pytest.mark.parametrize("name", PRESETS)
def test_a_new_project_without_slips_becomes_a_site(name: str, tmp_path: Path) -> None:
    """So that what is found with slips is due to them."""
    root = write(ground(name, str(tmp_path)).files, tmp_path / "project")
    assert list(failures(root)) == []
    assert build_site(Order(root, AS_OF), Delivery(root / "build" / "site", jobs=1)).published is not None


@pytest.mark.parametrize("name", PRESETS)
def test_any_slips_in_a_new_project_are_told_or_shown(name: str, tmp_path: Path) -> None:
    """No error that nobody expected; each problem has a rule, one line and a place that is there."""
    sound, wrong = ground(name, str(tmp_path)), {}
    for number in range(SLIPS):
        draw = random.Random(f"{name} {number}")  # noqa: S311  # the same in every run
        told = list(failures(write(slipped(sound, draw), tmp_path / "project")))
        if told:
            wrong[number] = told
    assert wrong == {}
