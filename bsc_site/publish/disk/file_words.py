"""What files hold, each as a word, known by their state: of the site that stands and of the one before it."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b

from bsc_site.publish.disk.standing_files import State

_SIZE = 20
"""How many bytes a word stands for."""


class FileWords:
    """The words of files that builds have written and nobody has touched since.

    A word stands for the bytes of a file, be it made from these or from all that they follow from.
    """

    def __init__(self, now: Mapping[State, str] | None = None, before: Mapping[State, str] | None = None) -> None:
        """`now` is what the last build has noted, `before` the one before that."""
        self.earlier: Mapping[State, str] = now or {}
        self._before: Mapping[State, str] = before or {}
        self.noted: dict[State, str] = {}
        """What this build has noted."""

    def word(self, state: State) -> str:
        """What the file holds that has this state; empty where it is not known."""
        return self.earlier.get(state) or self._before.get(state) or ""

    def note(self, state: State, word: str) -> None:
        """The file with this state holds that; nothing is noted of what nobody would know again."""
        if state and word:
            self.noted[state] = word


def content_word(content: bytes) -> str:
    """The word of these bytes, whatever they are."""
    return blake2b(content, digest_size=_SIZE).hexdigest()


def word_at(files: Mapping[str, bytes], path: str) -> str:
    """The word of the file at this path; some know it without a look at the file."""
    known = getattr(files, "word", None)
    return str(known(path)) if known else content_word(files[path])
