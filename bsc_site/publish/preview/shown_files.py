"""What a preview shows: the files of the site that stands, and pages ahead of the site that is being built."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import blake2b
from pathlib import Path, PurePosixPath

from bsc_site.publish.disk.swap import SITE_MARKER

_SHARED, _FOUND_LATER = "assets", "finder-index.js"
"""The folder of what all pages load: where anything of it is another, every page may look otherwise. And the one of
them that has figures and is asked for by readers who look for something, when it is there anew.
"""


class ShownFiles:
    """Files by their paths in the site, `kpis/nps/index.html`."""

    def __init__(self, *folders: Path) -> None:
        """The first of these `folders` in which a site of ours stands is shown."""
        self._folders = folders
        self._ahead: dict[str, bytes] = {}
        self._shared = self._shared_word()

    @property
    def site(self) -> Path | None:
        """The folder of the site that stands; None as long as there is none."""
        return next((each for each in self._folders if (each / SITE_MARKER).is_file()), None)

    def content(self, path: str) -> bytes | None:
        """The bytes of a file; None where there is none, and for a path that leads out of the site."""
        ahead = self._ahead.get(path)
        if ahead is not None:
            return ahead
        file = self._file(path)
        try:
            return file.read_bytes() if file is not None else None
        except OSError:
            return None

    def is_folder(self, path: str) -> bool:
        """Whether it is a folder of the site."""
        file = self._file(path)
        return file is not None and file.is_dir()

    def put_ahead(self, files: Mapping[str, bytes]) -> bool:
        """Show these files from now on; False where they are shown already."""
        if all(self.content(path) == content for path, content in files.items()):
            return False
        self._ahead = {**self._ahead, **files}
        return True

    def drop_ahead(self) -> None:
        """Show nothing but the site that stands."""
        self._ahead = {}

    def settled(self) -> frozenset[str]:
        """A new site stands: the paths of what was ahead of it and is in it, byte for byte.

        None of them where files have changed that all pages load; before there was a site these came ahead too.
        """
        before, shared = self._shared, self._shared_word()
        ahead, self._ahead, self._shared = self._ahead, {}, shared
        right = frozenset(path for path, content in ahead.items() if self.content(path) == content)
        return right if before in (b"", shared) and len(right) == len(ahead) else frozenset()

    def _shared_word(self) -> bytes:
        """The word of what all pages load; empty where there is no site."""
        if self.site is None:
            return b""
        digest = blake2b()
        for path in self._shared_files():
            digest.update(f"\0{path.name}\0".encode("utf-8", "surrogateescape") + path.read_bytes())
        return digest.digest()

    def _shared_files(self) -> Iterator[Path]:
        folder = self.site
        if folder is not None:
            found = (each for each in (folder / _SHARED).rglob("*.[cj]s*") if each.name != _FOUND_LATER)
            yield from sorted(each for each in found if each.is_file())

    def _file(self, path: str) -> Path | None:
        folder, parts = self.site, PurePosixPath(path).parts
        if folder is None or "\0" in path or "\\" in path or ".." in parts or path.startswith("/"):
            return None
        file = folder.joinpath(*parts)
        return file if file.resolve().is_relative_to(folder.resolve()) else None
