"""What writes is killed before each change that it makes on the disk: old files stand or new ones, and no mess."""

from __future__ import annotations

import os
import random
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest

from tests.builders.program import DAY, FIGURES, SCORECARD, called, shop
from tests.builders.project_folders import files_of, write
from tests.builders.repositories import begun, commit
from tests.connections.orders import project as asking
from tests.exchange.plans import goal, indicator, plan, year
from tests.meeting.test_new_review import FALLEN, REVIEWS
from tests.unforeseen.dying import Mortals

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="kills otherwise")]

KILLS = int(os.environ.get("BSC_KILLS", "12"))
"""Each command is killed so often; at each of its steps where it has no more."""
_THEIR_OWN = (".git/", "warehouse.", ".bsc-cache/", "build/__pycache__/", "build/.lock")
"""The last of them holds the number of the process that had it last."""
DATED = ("--as-of", DAY)


@dataclass(frozen=True)
class Writer:
    """A command, the project in which it runs, and the files that it writes."""

    words: tuple[str, ...]
    made: Callable[[Path], Path]
    steps: int = 10**6
    """So many kills at most, for it takes long."""
    at_once: bool = True
    """Whether its files are all old or all new; else each of them is."""
    ending: str = ""
    """Of its files; others are steps on its way."""
    again: tuple[int, ...] = (0,)
    """How it ends where it is repeated after its work was done."""


def _shop(root: Path) -> Path:
    """In which files of an earlier day stand where new ones will."""
    old = {f"build/shop.{ending}": "old" for ending in ("docx", "pdf", "pptx", "xlsx", "stratml.xml")}
    old |= {f"build/shop.entry.{ending}": "old" for ending in ("csv", "xlsx")}
    old |= {"build/digest/everybody/digest.txt": "old", "build/digest/people/gone/digest.txt": "old"}
    return write(shop(root), old)


def _versioned(root: Path) -> Path:
    commit(begun(shop(root, figures=FIGURES.replace("2025-06,26", "2025-06,12"))), "2025-05-01")
    return write(root, {"data/shop.csv": FIGURES, "build/digest/everybody/digest.txt": "old"})


def _with_plan(root: Path) -> Path:
    content = plan(goal(indicator(year("Actual", "5", 2024))))
    root.mkdir(parents=True)
    (root / "plan.xml").write_bytes(content)
    return root


def _with_form(root: Path) -> Path:
    """A form that was filled in, and entered figures of an earlier day."""
    shop(root)
    assert called("export", "template", "--format", "csv", "-C", root, "--as-of", "2025-08-20").code == 0
    form = root / "build" / "shop.entry.csv"
    lines = form.read_text(encoding="utf-8-sig").splitlines()
    column = lines[0].split(",").index("value")
    filled = [lines[0]]
    for line in lines[1:]:
        cells = line.split(",")
        filled.append(",".join([*cells[:column], cells[column] or "27", *cells[column + 1 :]]))
    write(root, {"form.csv": "\n".join(filled) + "\n", "data/entered.csv": "kpi,period,value,note\n"})
    shutil.rmtree(root / "build")
    return root


def _with_database(root: Path) -> Path:
    """Whose figures are others than those that were fetched."""
    asking(root)
    with duckdb.connect(str(root / "warehouse.duckdb")) as database:
        database.execute(
            "create table orders (id integer, customer varchar, region varchar, order_date date,"
            " quantity integer, price decimal(10,2), weight double)"
        )
        database.execute(
            "insert into orders select i, 'Ada', 'North', date '2024-01-01' + (i * 5)::integer, 1, 2, 3"
            " from range(100) t(i)"
        )
    names = ("revenue", "north", "customers")
    return write(root, {f"data/fetched/warehouse/{name}.csv": "period,value\n2024-01,1\n" for name in names})


def _due(root: Path) -> Path:
    return shop(root, scorecard=SCORECARD + REVIEWS, figures=FALLEN)


def _published(root: Path) -> Path:
    assert called("build", "-C", shop(root), *DATED).code == 0
    return root


def _empty(root: Path) -> Path:
    return write(root, {"notes.txt": "mine"})


WRITERS = {
    **{
        f"export {form}": Writer(
            ("export", *form.split(), *DATED), _shop, steps, ending=".pdf" if "page" in form else ""
        )
        for form, steps in (
            *(("stratml", 99), ("docx", 99), ("pptx", 99), ("xlsx", 99), ("template", 99)),
            *(("template --format csv", 99), ("pdf", 3), ("pdf --page kpis/repeat-rate/", 6)),
        )
    },
    "digest": Writer(("digest", "--since", "2025-05-01", *DATED), _shop),
    "digest of a version": Writer(("digest", "--since", "HEAD", *DATED), _versioned),
    "fetch": Writer(("fetch", "--as-of", "2025-12-31"), _with_database, 6, at_once=False),
    "import of a plan": Writer(("import", "{root}/plan.xml", *DATED), _with_plan, at_once=False, again=(0, 2)),
    "import of a form": Writer(("import", "{root}/form.csv", "--as-of", "2025-08-20"), _with_form),
    "diff": Writer(("diff", "HEAD"), _versioned, 4),
    "verify": Writer(("verify", "{root}/build/site"), _published, 2),
    "init": Writer(("init", ".", "--site-id", "one-and-the-same"), _empty, at_once=False, again=(0, 2)),
    "review": Writer(("review", "new", "2025-Q3", "--as-of", "2025-09-10"), _due),
}
READERS = ("diff", "verify")
"""What writes nothing, and lays much down for a moment."""


@pytest.fixture(scope="module")
def mortals(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Mortals, Path]]:
    """One process for all commands, and the folder in which their steps count."""
    within = tmp_path_factory.mktemp("dying")
    with Mortals(within, WAREHOUSE_URL=f"duckdb://{within}/project/warehouse.duckdb") as found:
        yield found, within


@pytest.mark.parametrize("name", WRITERS)
def test_a_writer_that_is_killed_leaves_old_files_or_new_ones_and_the_next_run_no_mess(
    name: str, mortals: tuple[Mortals, Path], tmp_path: Path
) -> None:
    """Before each change of the disk that it makes, below the project and in the folder for temporary files."""
    one, (process, within) = WRITERS[name], mortals
    root, temporary = within / "project", within / "temporary"
    words = [*(each.format(root=root) for each in one.words), "-C", str(root)]
    sound = one.made(tmp_path / "sound")

    def begin() -> None:
        for folder in (root, temporary):
            shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(sound, root)
        temporary.mkdir()

    begin()
    whole = process.run(words, temporary)
    old, new, kept = _texts(sound), _texts(root), _kept(root)
    assert (whole.code, whole.steps > 0, old != new, list(temporary.iterdir())) == (0, True, name not in READERS, [])
    new_told = {file: text for file, text in new.items() if file in old or file.endswith(one.ending)}
    steps = range(1, whole.steps + 1)
    chosen = random.Random(name).sample(steps, min(len(steps), KILLS, one.steps))  # noqa: S311  # the same each time
    for step in sorted(chosen):
        begin()
        assert process.run(words, temporary, step).died
        left = _texts(root)
        told = {file: text for file, text in left.items() if file in old or file in new_told}
        assert all(text in (old.get(file), new.get(file)) for file, text in told.items()), (
            f"step {step}: {[each for each in told if told[each] not in (old.get(each), new.get(each))]}"
        )
        assert not one.at_once or told in (old, new_told), f"step {step}: a mix of old files and new ones"
        assert old.keys() - new.keys() <= left.keys() or told == new_told, f"step {step}: files are gone"
        end = process.run(words, temporary)
        assert end.code in one.again, f"step {step}: {end}"
        assert (_texts(root), list(temporary.iterdir())) == (new, []), f"step {step}"
        assert _kept(root) <= kept, f"step {step}"


def _texts(root: Path) -> dict[str, bytes]:
    """All files but what git, the database and the cache keep for themselves."""
    return {file: text for file, text in files_of(root).items() if not file.startswith(_THEIR_OWN)}


def _kept(root: Path) -> set[str]:
    """The names of what the cache keeps, where each of them is always the same."""
    return {file for file in files_of(root) if file.startswith(".bsc-cache/")}
