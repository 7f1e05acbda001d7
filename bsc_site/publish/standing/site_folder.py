"""The folder in which the next site is put together: what it holds already of an earlier one stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from pathlib import Path

from bsc_site.publish.disk.file_changes import Disk
from bsc_site.publish.disk.file_words import FileWords
from bsc_site.publish.disk.standing_files import State, standing_files, state_of


class SiteFolder:
    """A folder that comes to hold just the wanted files, each by the word of its content.

    What stands in it stays where its word is right; otherwise it becomes one file with that of the site that stands,
    where that one is right, or is written. Nothing is ever written into a file that stands.
    """

    def __init__(self, folder: Path, stands: Path, wanted: Container[str], words: FileWords, disk: Disk) -> None:
        """`stands` is the site that stands, which stays as it is. Whatever is not `wanted` is removed from `folder`."""
        self._found = standing_files(folder, wanted, disk)
        self._folder, self._stands, self._words, self._disk = folder, stands, words, disk
        self.words: dict[str, str] = {}
        """What was put into the folder, by its path."""
        self.states: dict[str, State] = {}
        """The states of those files that stood there already."""

    def put(self, path: str, word: str, content: Callable[[], bytes | Path | None]) -> bool:
        """A file of that word; `content` makes it, or says where the same stands. False where it cannot be made."""
        self.words[path] = word
        state = self._found.get(path, "")
        if self._words.word(state) == word:
            self.states[path] = state
            return True
        if self._stands_there(path, word):
            self._disk.link_anew(self._stands / path, self._folder / path)
            return True
        found = content()
        if isinstance(found, Path):
            self._disk.link_anew(found, self._folder / path)
        elif found is not None:
            self._disk.write(self._folder / path, found)
        return found is not None

    def _stands_there(self, path: str, word: str) -> bool:
        try:
            return self._words.word(state_of(self._stands / path)) == word
        except OSError:
            return False


def note(folder: Path, words: Mapping[str, str], known: FileWords, states: Mapping[str, State]) -> None:
    """From now on the files below `folder` are known again to hold what `words` say.

    Files whose states are known are not looked at: whoever has written into one since has given it another state.
    Raises OSError.
    """
    for path, word in words.items():
        known.note(states.get(path) or state_of(folder / path), word)
