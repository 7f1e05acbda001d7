"""Results by the word of all that they depend on: a file of each kind, safe to delete, never trusted unchecked."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import field
from pathlib import Path
from types import TracebackType
from typing import IO, NamedTuple, Self

from bsc_site.load.passing_folder import hold, remove_abandoned
from bsc_site.model.value_class import dataclass
from bsc_site.publish.keeping.pack import SIZE, Pack, PackPlace, digest_begun, digest_of, opened_pack, told_places

_MOST_UNUSED = 200
"""Results of earlier builds that are kept beside those of the last one, for whoever goes back and forth."""

_UNFINISHED = ".unfinished"
_SMALL = 16
"""What is new stands in a file of its own beside the others as long as it is so many times smaller than they are."""


@dataclass
class _Fresh:
    """A file that is being written, and the places of the results in it so far."""

    file: IO[bytes]
    places: dict[str, PackPlace] = field(default_factory=dict)
    end: int = 0

    @property
    def path(self) -> Path:
        return Path(self.file.name)

    def add(self, word: str, results: Iterable[bytes], turn: int) -> None:
        """A result in pieces, with its checksum, at the end."""
        size = sum(self.file.write(each) for each in results)
        self.places[word] = PackPlace(self.end, size, turn)
        self.end += size


class SpoiltError(Exception):
    """What was kept and is needed now is gone or damaged; all of its kind is removed, so whoever begins again does."""


class KeptContent(NamedTuple):
    """A result by the word of its own bytes, read when it is asked for."""

    results: KeptResults
    word: str

    def read(self) -> bytes:
        """All of it. Raises SpoiltError."""
        content = self.results.found(self.word)
        if content is None:
            self.results.clear()
            raise SpoiltError(self.word)
        return content


class KeptResults:
    """Results of one kind, which names their file; `folder` is None where nothing may be kept.

    What is kept stands in a file of its own until the build is over: then it takes the place of the one before in one
    step, with all of that which is still of use, so that a killed build leaves no half of it. Where little is new, a
    second file is replaced so, which holds that and what was new before, and the large one stays.
    """

    def __init__(self, folder: Path | None, kind: str, most_unused: int = _MOST_UNUSED) -> None:
        """Nothing is read yet; `most_unused` of earlier builds stay.

        Of more the latest half stays, or each build after them would write all that is kept again for a few results.
        """
        self._most_unused = most_unused
        self._folder = folder
        self._kind = kind
        self._process = os.getpid()
        self._used: set[str] = set()
        self._before: tuple[Pack, Pack] | None = None
        self._fresh: _Fresh | None = None

    def __enter__(self) -> Self:
        """Whatever ends the block, what was kept within it stays; nothing else goes unless all went well."""
        return self

    def __exit__(self, failed: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        """The end of the block."""
        if failed is None:
            self.prune()
        else:
            self.finish()

    @property
    def keeps(self) -> bool:
        """Whether anything may be kept."""
        return self._folder is not None

    def found(self, word: str) -> bytes | None:
        """What was kept under the word; None where nothing was, where it is damaged, or where it cannot be read."""
        if self._folder is None:
            return None
        if self._fresh is not None and word in self._fresh.places and self._mine:
            return self._just_kept(word, self._fresh)
        for pack in reversed(self._earlier):
            content = pack.read(word)
            if content is not None:
                self._used.add(word)
                return content
        return None

    def clear(self) -> None:
        """Remove all that was kept."""
        for which in ("", ".more"):
            with contextlib.suppress(OSError):
                if self._folder is not None:
                    (self._folder / f"{self._kind}{which}.kept").unlink()

    def holds(self, words: Iterable[str]) -> bool:
        """Whether there is something under each of the words; it may be damaged."""
        packs = self._earlier
        fresh = self._fresh.places if self._fresh else {}
        return all(any(word in pack.places for pack in packs) or word in fresh for word in words)

    def use(self, words: Iterable[str]) -> None:
        """These are still of use, though nobody asks for them now."""
        self._used.update(words)

    def keep(self, word: str, result: bytes) -> None:
        """Keep it from the end of this build on; after a failure nothing more is kept."""
        fresh = self._begun()
        if fresh is not None:
            self._used.add(word)
            with self._giving_up():
                fresh.add(word, (result, digest_of(word, result)), self._turn)

    def keep_pieces(self, word: str, pieces: Iterable[bytes]) -> None:
        """The same of a result that is too long to be held as a whole. Raises what the `pieces` raise."""
        fresh = self._begun()
        if fresh is not None:
            self._used.add(word)
            with self._giving_up():
                fresh.add(word, _signed(word, pieces), self._turn)

    def finish(self) -> None:
        """The build has come to an end before all that is of use was asked for: nothing is removed."""
        if self._fresh is not None:
            self._write(self._places.keys())

    def prune(self) -> None:
        """The build is over: what no build needed for long goes."""
        if self._folder is None:
            return
        places = self._places
        unused = sorted((each for each in places.items() if each[0] not in self._used), key=lambda each: -each[1].turn)
        many = len(unused) > self._most_unused
        if many or self._fresh is not None:
            stay = (self._most_unused + 1) // 2 if many else self._most_unused
            left = {word for word, _ in unused[:stay]}
            self._write(self._used | left, anew=many)
        self._remove_unfinished()

    @property
    def _earlier(self) -> tuple[Pack, Pack]:
        """What earlier builds have left: the large file, and the one with what has come since."""
        if self._before is None:
            folder = self._folder
            self._before = (
                (Pack(), Pack()) if folder is None else (self._opened(folder, ""), self._opened(folder, ".more"))
            )
        return self._before

    def _opened(self, folder: Path, which: str) -> Pack:
        return opened_pack(folder / f"{self._kind}{which}.kept")

    @property
    def _places(self) -> dict[str, PackPlace]:
        large, more = self._earlier
        return {**large.places, **more.places}

    @property
    def _turn(self) -> int:
        return max(each.turns for each in self._earlier)

    @property
    def _mine(self) -> bool:
        """Whether this is the process that keeps: a copy of it shares its open file and would write into the middle."""
        return os.getpid() == self._process

    def _begun(self) -> _Fresh | None:
        if not self._mine:
            return None
        if self._fresh is None and self._folder is not None:
            try:
                self._folder.mkdir(parents=True, exist_ok=True)
                handle, name = tempfile.mkstemp(dir=self._folder, suffix=_UNFINISHED)
                self._fresh = _Fresh(_opened(handle, name))
            except OSError:
                self._folder = None
        return self._fresh

    def _just_kept(self, word: str, fresh: _Fresh) -> bytes | None:
        place = fresh.places[word]
        with self._giving_up():
            fresh.file.seek(place.start)
            content = fresh.file.read(place.size - SIZE)
            fresh.file.seek(fresh.end)
            return content
        return None

    def _write(self, of_use: AbstractSet[str], *, anew: bool = False) -> None:
        """Put the new file in the place of the one before, with all that is `of_use` of that; the large one `anew`."""
        fresh, (large, more) = self._begun(), self._earlier
        if fresh is None or self._folder is None:
            return
        little = not anew and (fresh.end + more.size) * _SMALL < large.size
        with self._giving_up():
            for pack in (more,) if little else (more, large):
                self._copy(pack, of_use, fresh)
            fresh.file.write(told_places(fresh.places))
            fresh.file.close()
            for pack in (large, more):
                pack.close()
            fresh.path.replace(self._folder / f"{self._kind}{'.more' if little else ''}.kept")
            if not little:
                (self._folder / f"{self._kind}.more.kept").unlink(missing_ok=True)
        self._fresh = self._before = None

    def _copy(self, pack: Pack, of_use: AbstractSet[str], fresh: _Fresh) -> None:
        """What is `of_use` of an earlier file, in the order in which it stands there."""
        turn = self._turn
        for word, place in sorted(pack.places.items(), key=lambda each: each[1].start):
            if word in of_use and word not in fresh.places:
                fresh.add(word, pack.pieces(place), turn if word in self._used else place.turn)

    @contextlib.contextmanager
    def _giving_up(self) -> Iterator[None]:
        """After a failure nothing more is kept, and nothing of it is left."""
        try:
            yield
        except OSError:
            if self._fresh is not None:
                with contextlib.suppress(OSError):
                    self._fresh.file.close()
                with contextlib.suppress(OSError):
                    self._fresh.path.unlink()
            self._folder = self._fresh = None

    def _remove_unfinished(self) -> None:
        """What killed builds began to write, and nobody holds any more."""
        if self._folder is not None:
            with contextlib.suppress(OSError):
                for each in [*os.scandir(self._folder)]:
                    if each.name.endswith(_UNFINISHED):
                        remove_abandoned(Path(each.path))


def _signed(word: str, pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces, and their checksum after them."""
    digest = digest_begun(word)
    for each in pieces:
        digest.update(each)
        yield each
    yield digest.digest()


def _opened(handle: int, name: str) -> IO[bytes]:
    """The file of the handle under its name, held as long as it is open."""
    os.close(handle)
    file = Path(name).open("w+b")  # noqa: SIM115  # closed by whoever writes to it
    hold(file.fileno())
    return file
