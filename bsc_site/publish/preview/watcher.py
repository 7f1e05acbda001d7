"""The watcher: tells when files that the site is made of have changed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from pathlib import Path

from watchfiles import Change, watch

WATCHED = ("scorecard", "data", "docs_templates")


class Watcher:
    """Watches the project's folders and its mkdocs.yml; folders that appear later are watched from then on."""

    def __init__(self, project: Path, folders: Iterable[str], changed: Callable[[], None]) -> None:
        """Call `changed` after each burst of changes in `folders` (names below the project) or in mkdocs.yml."""
        self._project = project.resolve()
        self._names = tuple(dict.fromkeys(folders))
        self._changed = changed
        self._wake = threading.Event()
        self._end = threading.Event()
        self._anew = threading.Event()

    def start(self) -> None:
        """Watch in the background until `stop`."""
        for work in (self._watch_folders, self._watch_project, self._tell):
            threading.Thread(target=work, daemon=True).start()

    def stop(self) -> None:
        """Watch no longer."""
        self._end.set()
        self._anew.set()
        self._wake.set()

    def _tell(self) -> None:
        """Pass changes on one after the other; those that come while one is handled make one more round."""
        while not self._end.is_set():
            self._wake.wait()
            self._wake.clear()
            if not self._end.is_set():
                self._changed()

    def _watch_folders(self) -> None:
        while not self._end.is_set():
            self._anew.clear()
            folders = [self._project / name for name in self._names if (self._project / name).is_dir()]
            if not folders:
                self._anew.wait()
                continue
            for _ in watch(*folders, stop_event=self._anew, debounce=200, step=50, raise_interrupt=False):
                self._wake.set()

    def _watch_project(self) -> None:
        changes = watch(
            self._project,
            watch_filter=self._ours,
            recursive=False,
            stop_event=self._end,
            debounce=200,
            step=50,
            raise_interrupt=False,
        )
        for found in changes:
            if any(Path(path).name in self._names for _, path in found):
                self._anew.set()
            self._wake.set()

    def _ours(self, change: Change, path: str) -> bool:
        """The settings, or one of the folders coming or going; what happens inside them is seen elsewhere."""
        name = Path(path).name
        return name == "mkdocs.yml" or (name in self._names and change is not Change.modified)
