"""The Markdown tree: every page and file of the site as a real file below build/docs."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from functools import partial
from pathlib import Path, PurePosixPath

from bsc_site.model.failure import WrongUse
from bsc_site.model.problem import Place, Problem
from bsc_site.model.rules import problem
from bsc_site.model.value_class import dataclass
from bsc_site.publish.disk.file_changes import Disk
from bsc_site.publish.disk.file_words import FileWords, content_word, word_at
from bsc_site.publish.disk.standing_files import State, standing_files, state_of
from bsc_site.render.page import Page

MARKER = ".made-by-bsc-site"
MARKER_TEXT = b"bsc-site made this folder and replaces everything in it at each build.\n"

SITE_MANIFEST = "manifest.json"
"""The one file of a site that is written when all others stand."""


@dataclass(frozen=True)
class Sources:
    """What the tree is made of: generated pages, generated files by path, and the project's own files.

    `own` maps the path in the tree (POSIX) to the file in the project. `stand_ins` stand for what other builds make:
    the engine finds them where something leads there, and nobody publishes them.
    """

    pages: tuple[Page, ...]
    files: Mapping[str, bytes]
    own: Mapping[str, Path]
    stand_ins: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def tops(self) -> frozenset[str]:
        """The folders at the top of the site."""
        paths = (*(page.source_path for page in self.pages), *self.files, *self.own)
        return frozenset(path.partition("/")[0] for path in paths if "/" in path)


def own_files(folder: Path) -> dict[str, Path]:
    """Every file of the project's docs folder by its path below it, sorted; hidden ones are left out.

    Empty when there is no such folder.
    """
    return {path.relative_to(folder).as_posix(): path for path in sorted(_walk(folder))}


def _walk(folder: Path) -> Iterator[Path]:
    for here, folders, names in os.walk(folder):
        folders[:] = [each for each in folders if not each.startswith(".")]
        yield from (Path(here, name) for name in names if not name.startswith("."))


def clashes(sources: Sources, docs: str) -> tuple[Problem, ...]:
    """A problem for each own file that would stand in the place of a generated one; `docs` names the own folder."""
    generated = {each.source_path for each in sources.pages} | {*sources.files, SITE_MANIFEST}
    found = []
    for path in sources.own:
        taken = _taken(path, generated)
        if taken:
            address = taken.removesuffix("index.md").removesuffix("index.html")
            message = f"bsc-site makes the page /{address} itself; rename this file or move it to another folder"
            found.append(problem("BSC511", Place(f"{docs}/{path}"), message))
    return tuple(found)


def _taken(path: str, generated: set[str]) -> str | None:
    """The generated file at the same address: README.md becomes index.html too, and nps/index.html is a page's."""
    whole = PurePosixPath(path)
    candidates = [path]
    if whole.name.lower() in {"readme.md", "index.html", "index.markdown"}:
        candidates.append(whole.with_name("index.md").as_posix())
    if whole.suffix == ".md":
        candidates.append(whole.with_name("index.html" if whole.stem == "README" else f"{whole.stem}.html").as_posix())
    return next((each for each in candidates if each in generated), None)


def write_tree(
    folder: Path,
    sources: Sources,
    disk: Disk,
    seen: Callable[[Page], None] | None = None,
    words: FileWords | None = None,
) -> int:
    """Bring `folder` to exactly what the sources say; the number of files that had to be written.

    `seen` is told of each page; `words` know files again that nobody has touched, which are not read.
    A file whose bytes are right is not touched, one that no source names is deleted.
    Raises WrongUse for a folder with files that does not carry our marker, OSError when the disk fails.
    """
    _claim(folder, disk)
    others = {*sources.files, *sources.stand_ins}
    wanted = {page.source_path for page in sources.pages} | others | set(sources.own)
    tree = _Tree(str(folder), standing_files(folder, {*wanted, MARKER}, disk), disk, words or FileWords())
    written = 0
    for page in sources.pages:
        written += tree.put(page.source_path, page.word, partial(getattr, page, "written"))
        if seen is not None:
            seen(page)
    for path in dict.fromkeys((*sources.files, *sources.stand_ins)):
        kind = sources.stand_ins if path in sources.stand_ins else sources.files
        written += tree.put(path, word_at(kind, path), partial(kind.__getitem__, path))
    for path, own in sources.own.items():
        content = own.read_bytes()
        written += tree.put(path, content_word(content), partial(bytes, content))
    return written


def _claim(folder: Path, disk: Disk) -> None:
    marker = folder / MARKER
    if marker.exists():
        return
    if folder.exists() and any(folder.iterdir()):
        message = "this folder holds files that bsc-site did not write, so it is left alone; move or delete it"
        raise WrongUse((problem("BSC911", Place(folder.as_posix()), message),))
    disk.write(marker, MARKER_TEXT)


@dataclass(frozen=True, slots=True)
class _Tree:
    """The folder that is brought up to date, the files that stand in it and are wanted, and what is known of them."""

    folder: str
    standing: Mapping[str, State]
    disk: Disk
    words: FileWords

    def put(self, path: str, word: str, content: Callable[[], bytes]) -> bool:
        """Whether the file had to be written."""
        state, name = self.standing.get(path), f"{self.folder}/{path}"
        known = self.words.word(state) if state else ""
        if state is not None and (known == word or (not known and _holds(name, content()))):
            self.words.note(state, word)
            return False
        self.disk.write(Path(name), content())
        self.words.note(state_of(Path(name)), word)
        return True


def _holds(name: str, content: bytes) -> bool:
    with open(name, "rb", buffering=0) as file:  # noqa: PTH123  # thousands of them
        return file.read() == content
