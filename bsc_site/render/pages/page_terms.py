"""The terms of a page: which of its words are explained, each once, and where the table of all words stands."""

from __future__ import annotations

from dataclasses import field

from jinja2 import UndefinedError
from markupsafe import Markup

from bsc_site.model.value_class import dataclass
from bsc_site.render.text import own
from bsc_site.render.views.parts.page_parts import word_anchor
from bsc_site.wording.glossary.terms import TERMS, term_named

NO_MORE = Markup()


@dataclass(frozen=True, slots=True)
class MarkedTerm:
    """A term where it stands: its word and meaning, the `id` of its explanation, and the way to the table of all words.

    The id is empty where the page has explained the term before, or where there is no table to lead to.
    """

    word: str
    meaning: str
    id: Markup
    href: Markup


@dataclass(slots=True)
class PageTerms:
    """What one page has explained so far; `words` is its way to the page with the table of all words.

    `anchored` says whether that table has an anchor for each word, which a template of the project's own may lack.
    """

    words: str = ""
    anchored: bool = True
    _explained: set[str] = field(default_factory=set)

    def mark(self, key: str) -> MarkedTerm:
        """The term with this key. UndefinedError, as for a field that does not exist, for a key that no term has."""
        if key not in TERMS:
            raise UndefinedError(f"there is no term '{key}'")
        term, first = term_named(key), key not in self._explained and bool(self.words)
        self._explained.add(key)
        href = f"{self.words}#{word_anchor(key)}" if self.anchored else self.words
        return MarkedTerm(term.word, term.meaning, own(f"term-{key}") if first else NO_MORE, own(href))
