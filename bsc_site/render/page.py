"""A page of the site, as Markdown that any engine can render."""

from __future__ import annotations

from hashlib import blake2b
from typing import NamedTuple, Protocol, Self


class LaidAside(Protocol):
    """Bytes that are somewhere else until they are read."""

    def read(self) -> bytes:
        """All of them."""


class _Written(NamedTuple):
    """A page as it is held: the bytes of its Markdown, for one sign beyond Latin-1 doubles the room of a text."""

    address: str
    title: str
    held: bytes | LaidAside
    beside: tuple[tuple[str, str], ...]


class Page(_Written):
    """One page: `address` is its path in the site with a trailing slash (`kpis/nps/`), empty for the home page.

    `markdown` is the whole file, front matter included, `written` its bytes; `title` is plain text. `beside` are files
    that come with it, each with its path in the site and its text.
    """

    __slots__ = ()

    def __new__(cls, address: str, title: str, markdown: str, beside: tuple[tuple[str, str], ...] = ()) -> Self:
        """The page of this Markdown."""
        return super().__new__(cls, address, title, markdown.encode(), beside)

    def __getnewargs__(self) -> tuple[str, str, str, tuple[tuple[str, str], ...]]:
        """What a copy of it is made from."""
        return self.address, self.title, self.markdown, self.beside

    @classmethod
    def of_bytes(cls, address: str, title: str, held: bytes, beside: tuple[tuple[str, str], ...]) -> Self:
        """The page whose Markdown has these bytes."""
        return super().__new__(cls, address, title, held, beside)

    @classmethod
    def laid_aside(cls, address: str, title: str, held: LaidAside) -> Self:
        """The page whose bytes are read each time that they are asked for; what comes with it is laid aside too."""
        return super().__new__(cls, address, title, held, ())

    @property
    def written(self) -> bytes:
        """The bytes of the file."""
        return self.held if isinstance(self.held, bytes) else self.held.read()

    @property
    def word(self) -> str:
        """The word of these bytes; what is laid aside may know it."""
        known: str | None = getattr(self.held, "word", None)
        return known or blake2b(self.written, digest_size=20).hexdigest()

    @property
    def markdown(self) -> str:
        """The text of the file."""
        return self.written.decode()

    @property
    def source_path(self) -> str:
        """Where its Markdown stands below the docs folder: `kpis/nps/index.md`."""
        return f"{self.address}index.md"
