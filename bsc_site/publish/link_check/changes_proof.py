"""The proof of a site that has changed since one without a flaw: of what has changed alone, where that is enough."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from pathlib import Path

from bsc_site.model.value_class import dataclass
from bsc_site.publish.link_check.file_reading import Read
from bsc_site.publish.link_check.flaws import Fault, Flaw, SiteProof, everywhere, in_order
from bsc_site.publish.link_check.reading import PageReading

_DOCUMENT = re.compile(r"\.(?:svg|xht|xhtml|htm)\Z", re.IGNORECASE)
"""How the names end of documents that a page may show."""


@dataclass(frozen=True)
class Proved:
    """A site without a flaw and the one that is to be proved: the words of the files of both, by their paths.

    What stands under a word stays the same; a file of the new site without a word has changed. `page` knows what a page
    that we made refers to by its word, `other` a file of another kind; None where that is not known.
    """

    before: Mapping[str, str]
    now: Mapping[str, str]
    page: Callable[[str], PageReading | None]
    other: Callable[[str, str], PageReading | None]


def flaws_of_changes(site: Path, pages: AbstractSet[str], proved: Proved, read: Read) -> tuple[Flaw, ...] | None:
    """Every flaw of the site, as `prove` finds them; None where only a look at all of it can tell.

    Whatever stands there as it stood leads where it led, as long as nothing has gone that something may lead to.
    """
    if not proved.before or proved.before.keys() - proved.now.keys():
        return None
    try:
        return in_order(_ChangesProof(site, proved, read).flaws(pages))
    except _UntellableError:
        return None


class _UntellableError(Exception):
    """Something may have gone to which others lead."""


class _ChangesProof(SiteProof):
    """One run over what has changed."""

    def __init__(self, site: Path, proved: Proved, read: Read) -> None:
        super().__init__(site, proved.now.keys(), read, everywhere)
        self._proved = proved
        self._known: dict[str, PageReading] = {}

    def flaws(self, pages: AbstractSet[str]) -> Iterator[Flaw]:
        yield from (Flaw(page, Fault.MISSING, page) for page in pages - self._files)
        changed = [path for path in self._files if self._has_changed(path)]
        shown = {path for path in changed if _DOCUMENT.search(path)}
        for page in (each for each in changed if each.endswith(".html")):
            reading = self._reading("page", page)
            new = self._more(page, reading)
            shown |= {path for _, path, _ in self._targets(page, "", reading.opened)}
            yield from (Flaw(page, Fault.OTHER_HOST, each) for each in reading.foreign)
            if page in pages:
                yield from self._dead(page, replace(reading, links=new))
        yield from self._shown_documents(shown)
        yield from self._code(changed)

    def _has_changed(self, path: str) -> bool:
        word = self._proved.now[path]
        return not word or self._proved.before.get(path) != word

    def _more(self, page: str, reading: PageReading) -> set[str]:
        """The links that the page had not before. _UntellableError where it has lost what others may lead to."""
        word = self._proved.before.get(page)
        known = PageReading() if not word else self._proved.page(word)
        earlier = (known or self._proved.other("page", word or "")) if word else known
        if earlier is None or earlier.base or reading.base or earlier.anchors - reading.anchors:
            raise _UntellableError
        return reading.links - (known.links if known else set())

    def _reading(self, kind: str, path: str) -> PageReading:
        """Of a page that we made it is known, and of any other page it is read once."""
        if kind != "page":
            return super()._reading(kind, path)
        if path not in self._known:
            self._known[path] = self._proved.page(self._proved.now[path]) or super()._reading(kind, path)
        return self._known[path]
