"""Whatever happens, the old site or the new one stands, whole."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bsc_site.model.failure import MachineError, WrongUse
from bsc_site.publish.disk.file_changes import Disk
from bsc_site.publish.disk.folder_exchange import exchange
from bsc_site.publish.disk.lock import build_lock
from bsc_site.publish.disk.swap import SITE_MARKER, check_target, workshop
from tests.builders.project_folders import files_of
from tests.builders.publications import SmallDisk, site_folder

DISK = Disk()
_HOLD = """
import sys, time
from pathlib import Path
from bsc_site.publish.disk.lock import build_lock
with build_lock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""
_SWAP = """
import os, signal, sys
from pathlib import Path
from bsc_site.publish.disk.file_changes import Disk
from bsc_site.publish.disk.folder_exchange import exchange
from bsc_site.publish.disk.swap import workshop
target, moment, atomic = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3] == "atomic"
seen = 0
def tick(*_):
    global seen
    seen += 1
    if seen == moment:
        os.kill(os.getpid(), signal.SIGKILL)
class Doomed(Disk):
    pass
for name in ("write", "make_folder", "remove", "remove_folder", "rename"):
    def method(self, *paths, _name=name):
        tick()
        getattr(super(Doomed, self), _name)(*paths)
    setattr(Doomed, name, method)
def exchanged(one, other):
    tick()
    done = atomic and exchange(one, other)
    tick()
    return done
disk = Doomed()
with workshop(target, disk, exchanged) as new:
    for number in range(3):
        disk.write(new / f"{number}.html", b"new")
"""
OLD = {SITE_MARKER: b"", "0.html": b"old", "1.html": b"old"}


def _site(folder: Path) -> Path:
    target = folder / "build" / "site"
    site_folder(target, {name: text.decode() for name, text in OLD.items()})
    return target


def _publish(target: Path, content: bytes = b"new", disk: Disk = DISK) -> None:
    with workshop(target, disk) as new:
        disk.write(new / "index.html", content)


def _contents(target: Path) -> set[bytes]:
    return {content for name, content in files_of(target).items() if name != SITE_MARKER}


def test_a_finished_site_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    """Nothing of the old one stays, nothing lies beside it."""
    target = _site(tmp_path)
    _publish(target)
    assert set(files_of(target)) == {SITE_MARKER, "index.html"}
    assert sorted(each.name for each in target.parent.iterdir()) == [".site.lock", "site"]


def test_a_first_site_needs_no_folder(tmp_path: Path) -> None:
    """Missing folders above it are made."""
    _publish(tmp_path / "a" / "b" / "site")
    assert _contents(tmp_path / "a/b/site") == {b"new"}


def test_a_failing_build_changes_nothing(tmp_path: Path) -> None:
    """The half-made site is gone."""
    target = _site(tmp_path)
    with pytest.raises(OSError, match="No space"), workshop(target, DISK) as new:
        SmallDisk(2).write(new / "index.html", b"half")
    assert files_of(target) == OLD
    assert sorted(each.name for each in target.parent.iterdir()) == [".site.lock", "site"]


@pytest.mark.parametrize("room", [0, 2, 3, 10])
def test_a_full_disk_changes_nothing(tmp_path: Path, room: int) -> None:
    """Wherever it fills up."""
    target = _site(tmp_path)
    with pytest.raises(OSError, match="No space left"):
        _publish(target, b"new", SmallDisk(room))
    assert files_of(target) == OLD


@pytest.mark.parametrize("way", ["atomic", "two renames"])
@pytest.mark.parametrize("moment", range(1, 15))
def test_a_killed_build_leaves_the_old_site_or_the_new_one(tmp_path: Path, moment: int, way: str) -> None:
    """Killed at each step of the way; the next build then finds one whole site, and cleans up."""
    target = _site(tmp_path)
    command = [sys.executable, "-c", _SWAP, str(target), str(moment), way]
    killed = subprocess.run(command, check=False).returncode == -signal.SIGKILL
    if way == "atomic":
        assert _contents(target) in ({b"old"}, {b"new"})
    with pytest.raises(RuntimeError), workshop(target, DISK):
        raise RuntimeError
    assert _contents(target) in ({b"old"}, {b"new"})
    assert _contents(target) == {b"new"} or killed
    assert sorted(each.name for each in target.parent.iterdir()) == [".site.lock", "site"]


def test_the_kills_reach_the_end_of_the_way(tmp_path: Path) -> None:
    """The last moment tried above comes after the last step."""
    command = [sys.executable, "-c", _SWAP, str(_site(tmp_path)), "15", "two renames"]
    assert subprocess.run(command, check=False).returncode == 0


def test_folders_change_places_in_one_step_where_the_system_can(tmp_path: Path) -> None:
    """On Linux it can."""
    site_folder(tmp_path, {"one/a": "1", "other/b": "2"})
    done = exchange(tmp_path / "one", tmp_path / "other")
    assert done == (sys.platform == "linux") or done
    assert (tmp_path / "other" / "a").exists() == done


def test_an_exchange_with_nothing_is_refused(tmp_path: Path) -> None:
    """False, and nothing has changed."""
    site_folder(tmp_path, {"one/a": "1"})
    assert exchange(tmp_path / "one", tmp_path / "other") is False
    assert (tmp_path / "one" / "a").exists()


def test_a_second_build_is_told_that_the_first_is_running(tmp_path: Path) -> None:
    """With the number of its process; when that dies, its lock is worth nothing."""
    file = tmp_path / ".site.lock"
    with subprocess.Popen([sys.executable, "-c", _HOLD, str(file)], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        other.stdout.readline()
        with (
            pytest.raises(MachineError, match=f"BSC905 error: another build .process {other.pid}. is writing here"),
            build_lock(file),
        ):
            pass
        other.kill()
        other.wait()
        with build_lock(file):
            assert file.read_text() == f"{os.getpid()}\n"


def test_a_lock_is_given_back(tmp_path: Path) -> None:
    """One build after the other."""
    for _ in range(2):
        with build_lock(tmp_path / "lock"):
            assert (tmp_path / "lock").exists()


@pytest.mark.parametrize("place", [".", "..", "scorecard", "scorecard/x", "data", "docs", "docs_templates", ".git"])
def test_the_projects_own_folders_are_no_place_for_a_site(tmp_path: Path, place: str) -> None:
    """Also when they are empty."""
    root = tmp_path / "project"
    root.mkdir()
    with pytest.raises(WrongUse, match="BSC912") as caught:
        check_target(root / place, root)
    assert caught.value.exit_code == 2


def test_a_folder_with_other_files_is_no_place_for_a_site(tmp_path: Path) -> None:
    """They would be lost."""
    site_folder(tmp_path, {"www/thesis.txt": "x", "file": "x"})
    for place in ("www", "file"):
        with pytest.raises(WrongUse, match="BSC911"):
            check_target(tmp_path / place, tmp_path / "project")


def test_new_and_empty_folders_and_older_sites_are_places_for_a_site(tmp_path: Path) -> None:
    """Inside the build folder and outside of the project."""
    (tmp_path / "empty").mkdir()
    _site(tmp_path)
    for place in ("new", "empty", "build/site"):
        check_target(tmp_path / place, tmp_path / "project")
    check_target(tmp_path / "build/site", tmp_path)


def test_a_link_to_a_folder_is_followed(tmp_path: Path) -> None:
    """The link stays, what it points to is replaced."""
    target = _site(tmp_path)
    (tmp_path / "www").symlink_to(target)
    _publish(tmp_path / "www")
    assert (tmp_path / "www").is_symlink()
    assert _contents(target) == {b"new"}
