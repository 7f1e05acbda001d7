"""Work that is shared out comes to the same, however many share it, and whatever becomes of one of them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from bsc_site.publish.sharing import shared_work
from bsc_site.publish.sharing.laid_aside import LaidBytes, Store
from bsc_site.publish.sharing.shared_work import shared_out

ORIGINAL = os.getpid()
COUNT = 90

only_linux = pytest.mark.skipif(sys.platform != "linux", reason="no process is copied elsewhere")


def _in_a_program_of_its_own(name: str, folder: Path) -> None:
    """The function of this module in a process with one thread, unlike one of these tests."""
    code = f"import os; from tests.sharing import test_shared_work as it; os.chdir({str(folder)!r}); it.{name}()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr


def _done(work: Callable[[int, Store], object], hands: int) -> list[tuple[object, bytes]]:
    stores = [Store(Path.cwd() / "build") for _ in range(hands)]
    found = shared_out(COUNT, work, stores)
    return [(each.told[0], LaidBytes(each.store, *each.told[1:]).read()) for each in found]


def _squared(number: int, store: Store) -> tuple[int, int, int]:
    slip = store.put(f"{number * number}".encode() * number)
    return number, slip.start, slip.size


def _by_whom(number: int, store: Store) -> tuple[int, int, int]:
    time.sleep(0.01)  # so that all have something to do
    return os.getpid(), *_squared(number, store)[1:]


def _killed(number: int, store: Store) -> tuple[int, int, int]:
    if os.getpid() != ORIGINAL and number > 20:
        os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(0.005)
    return _squared(number, store)


def _failing(number: int, store: Store) -> tuple[int, int, int]:
    time.sleep(0.002)
    if number in {41, 42, 71}:
        raise ValueError(number)
    return _squared(number, store)


def several_take_part() -> None:
    """Every process takes some pieces, and each piece is done once."""
    found = _done(_by_whom, 3)
    assert len({each for each, _ in found}) > 1
    assert [content for _, content in found] == [content for _, content in _done(_squared, 1)]


def one_copy_follows_the_other() -> None:
    """None of them comes to hold more than a few pieces need."""
    shared_work._MOST = 7  # noqa: SLF001  # or there would be hundreds of pieces to do
    whose = [each for each, _ in _done(_by_whom, 2)]
    copies = set(whose) - {ORIGINAL}
    assert len(copies) > 1
    assert max(map(whose.count, copies)) == 7


def one_is_killed() -> None:
    """What a killed process leaves is done by the others."""
    assert _done(_killed, 3) == _done(_squared, 1)


def the_first_failure_counts() -> None:
    """Whichever process meets it."""
    for hands in (1, 2, 3):
        with pytest.raises(ValueError, match=r"^41$"):
            _done(_failing, hands)


def nobody_can_be_copied() -> None:
    """The system has no room for another process."""

    def refused() -> int:
        raise BlockingIOError

    os.fork = refused
    assert _done(_by_whom, 3)[0][0] == ORIGINAL


def a_large_process_is_not_copied() -> None:
    """It would take half of its memory once more."""
    shared_work._MOST_HELD = 1_000_000  # noqa: SLF001  # no test fills so much memory
    assert {each for each, _ in _done(_by_whom, 3)} == {ORIGINAL}


@only_linux
@pytest.mark.parametrize(
    "name",
    [
        "several_take_part",
        "one_copy_follows_the_other",
        "one_is_killed",
        "the_first_failure_counts",
        "nobody_can_be_copied",
        "a_large_process_is_not_copied",
    ],
)
def test_it_comes_to_the_same(name: str, tmp_path: Path) -> None:
    _in_a_program_of_its_own(name, tmp_path)


def test_nothing_is_copied_where_other_threads_are(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A copy has one thread alone, and waits for ever for what another one holds."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(shared_work, "may_copy", lambda: False)
    assert {each for each, _ in _done(_by_whom, 3)} == {os.getpid()}
