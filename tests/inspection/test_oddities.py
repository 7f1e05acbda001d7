"""What is odd: each oddity is found where it is, not found where it is not, and has its sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bsc_site.inspection.inspection_report import sentence_of
from bsc_site.inspection.oddities import Odd, oddities_of
from bsc_site.inspection.project_size import FileCount, ProjectSize
from bsc_site.inspection.surroundings import Machine
from bsc_site.inspection.timing import Stopwatch, TimeTaken

SOUND = Machine(
    bsc_site="1.0",
    python="CPython 3.12",
    system="Linux",
    encoding="utf-8",
    packages={"mkdocs": "1.6.1", "pyarrow": None},
    optional=frozenset({"pyarrow"}),
    git="2.45",
    processors=2,
    memory=8000,
    free_disk=20_000,
    keeps_bytecode=True,
)
ORDINARY = ProjectSize(
    elements={"kpis": 400},
    observations=4000,
    problems={},
    files={".csv": FileCount(3, 9000, 4000)},
    settings=("site_name", "site_url"),
    own_plugins=0,
    own_hooks=0,
    engine="mkdocs",
    commits=12,
    shallow=False,
    cache=5,
    site=40,
    pages=500,
)
QUICK = {"Reading": TimeTaken(0.4, 0.3)}

CASES = [
    (replace(SOUND, packages={"mkdocs": None}), ORDINARY, QUICK, Odd.NOT_INSTALLED),
    (replace(SOUND, encoding="cp1252"), ORDINARY, QUICK, Odd.ENCODING),
    (replace(SOUND, keeps_bytecode=False), ORDINARY, QUICK, Odd.NO_BYTECODE),
    (replace(SOUND, memory=512), ORDINARY, QUICK, Odd.LITTLE_MEMORY),
    (replace(SOUND, free_disk=300), ORDINARY, QUICK, Odd.LITTLE_DISK),
    (replace(SOUND, git=None), replace(ORDINARY, commits=0), QUICK, Odd.NO_GIT),
    (SOUND, replace(ORDINARY, commits=0), QUICK, Odd.NO_HISTORY),
    (SOUND, replace(ORDINARY, shallow=True), QUICK, Odd.SHALLOW),
    (SOUND, replace(ORDINARY, own_hooks=1), QUICK, Odd.OWN_PAGES_CODE),
    (SOUND, replace(ORDINARY, engine="properdocs"), QUICK, Odd.OTHER_ENGINE),
    (SOUND, replace(ORDINARY, cache=0), QUICK, Odd.NO_CACHE),
    (SOUND, replace(ORDINARY, settings=()), QUICK, Odd.NO_ADDRESS),
    (SOUND, replace(ORDINARY, files={".csv": FileCount(1, 2 << 27, 2 << 27)}), QUICK, Odd.LARGE_FILE),
    (SOUND, replace(ORDINARY, site=1200), QUICK, Odd.LARGE_SITE),
    (SOUND, ORDINARY, {"Reading": TimeTaken(14.0, 13.0)}, Odd.SLOW),
    (SOUND, ORDINARY, {"Reading": TimeTaken(4.0, 1.0)}, Odd.BUSY),
]


def test_nothing_is_odd_about_a_sound_machine_and_an_ordinary_project() -> None:
    """Not even that a package is absent which few projects need, or that memory is not known."""
    assert oddities_of(SOUND, ORDINARY, QUICK) == ()
    assert oddities_of(replace(SOUND, memory=None), ORDINARY, QUICK) == ()


@pytest.mark.parametrize(("machine", "size", "spans", "kind"), CASES, ids=[str(each[3]) for each in CASES])
def test_each_oddity_is_found_alone_and_said(
    machine: Machine, size: ProjectSize, spans: dict[str, TimeTaken], kind: Odd
) -> None:
    """One change, one oddity, one sentence with its figures in place."""
    found = oddities_of(machine, size, spans)
    assert [each.kind for each in found] == [kind]
    sentence = sentence_of(found[0])
    assert "{" not in sentence
    assert all(
        f"{detail:,}" in sentence if isinstance(detail, int) else str(detail) in sentence
        for detail in found[0].detail.values()
    )


def test_every_oddity_is_tried() -> None:
    """A new one joins the cases above."""
    assert {each[3] for each in CASES} == set(Odd)


def test_the_stopwatch_tells_the_steps_apart() -> None:
    """From the beginning of one to the beginning of the next; the last ends when all is done."""
    moments = iter([(0.0, 0.0), (2.0, 1.5), (5.0, 2.0)])
    watch = Stopwatch(lambda: next(moments))
    watch.step("Reading")
    watch.step("Computing")
    watch.done()
    assert watch.spans == {"Reading": TimeTaken(2.0, 1.5), "Computing": TimeTaken(3.0, 0.5)}
