"""The swap: a finished site takes the place of the one that stood there, or nothing happens at all."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from bsc_site.model.failure import WrongUse
from bsc_site.model.problem import Place
from bsc_site.model.rules import problem
from bsc_site.publish.disk.file_changes import Disk
from bsc_site.publish.disk.folder_exchange import exchange
from bsc_site.publish.disk.lock import build_lock

SITE_MARKER = ".bsc-site"
SITE_MARKER_TEXT = b"bsc-site made this folder and replaces all of it at each build.\n"


def check_target(target: Path, project: Path, docs: str = "docs") -> None:
    """Return when a site may be published at `target`; WrongUse when something of somebody else would be lost."""
    here, root = target.resolve(), project.resolve()
    kept = [root / name for name in ("scorecard", "data", docs, "docs_templates", ".git", "build/docs")]
    kept += (root / "build").glob("docs.*")
    if here == root or root.is_relative_to(here) or any(here.is_relative_to(each) for each in kept):
        message = "the site would replace the project's own files; name a folder outside of them, such as build/site"
        raise WrongUse((problem("BSC912", Place(target.as_posix()), message),))
    if here.exists() and not here.is_dir():
        raise WrongUse((problem("BSC911", Place(target.as_posix()), "a file stands where the site's folder would be"),))
    if here.is_dir() and any(here.iterdir()) and not (here / SITE_MARKER).is_file():
        message = "this folder holds files that bsc-site did not publish; name a new or an empty folder with --out"
        raise WrongUse((problem("BSC911", Place(target.as_posix()), message),))


@contextmanager
def workshop(
    target: Path, disk: Disk, exchanged: Callable[[Path, Path], bool] = exchange, *, spared: bool = False
) -> Iterator[Path]:
    """A folder beside `target` to finish the site in; when the block ends well, it takes the target's place.

    When the block raises, nothing happens to the target. Only one build at a time may have it (MachineError). What
    killed builds left is removed, and a site that one of them had just set aside is put back first. Where the site of
    which it takes the place is `spared`, it stays beside until the next build, which may begin with it (`take_spare`).
    """
    target = target.resolve()
    with build_lock(_beside(target, "lock")):
        _recover(target, disk)
        if not spared:
            _discard(_spare(target), disk)
        new = _beside(target, f"new-{secrets.token_hex(4)}")
        try:
            disk.make_folder(new)
            yield new
            disk.write(new / SITE_MARKER, SITE_MARKER_TEXT)
            left = _swap(new, target, disk, exchanged)
            if left is not None and spared:
                _lay_by(left, _spare(target), disk)
            elif left is not None:
                _discard(left, disk)
        finally:
            _discard(new, disk)


def take_spare(new: Path, target: Path, disk: Disk) -> None:
    """The empty folder `new` becomes the site that stood before the one at `target`, where that was spared."""
    spare = _spare(target.resolve())
    if spare.is_dir() and not spare.is_symlink():
        disk.remove_folder(new)
        disk.rename(spare, new)


def _lay_by(site: Path, spare: Path, disk: Disk) -> None:
    """Nobody needs it, so whatever goes wrong with it is no reason to fail."""
    with suppress(OSError):
        disk.remove_folder(spare)
        disk.rename(site, spare)
        return
    _discard(site, disk)


def _spare(target: Path) -> Path:
    return _beside(target, "spare")


def _beside(target: Path, word: str) -> Path:
    return target.with_name(f".{target.name}.{word}")


def _swap(new: Path, target: Path, disk: Disk, exchanged: Callable[[Path, Path], bool]) -> Path | None:
    """Where the site is that stood there; None where none did."""
    if not target.exists():
        disk.rename(new, target)
        return None
    if exchanged(new, target):
        return new
    aside = _beside(target, "old")
    disk.rename(target, aside)
    try:
        disk.rename(new, target)
    except BaseException:
        disk.rename(aside, target)
        raise
    return aside


def _recover(target: Path, disk: Disk) -> None:
    aside = _beside(target, "old")
    if aside.exists() and not target.exists():
        disk.rename(aside, target)
    _discard(aside, disk)
    for left in target.parent.glob(f".{target.name}.new-*"):
        _discard(left, disk)


def _discard(folder: Path, disk: Disk) -> None:
    """Remove a folder that nobody needs any more; what cannot be removed now is removed by the next build."""
    with suppress(OSError):
        disk.remove_folder(folder)
