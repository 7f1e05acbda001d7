"""First headings as the engine writes them: plain ones after its example, others as it wrote them itself."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from bsc_site.publish.filling.searched_text import title_in
from bsc_site.publish.filling.skeleton import HEADING, SLUG, slug_in

_PLAIN = re.compile(r"[^\W_]+(?:[ ,()%/.-]+[^\W_]+)*(?: ?[)%.]+)?")
"""Letters and digits with signs between them that no Markdown looks at."""
EXAMPLES = (HEADING, "Größe 12 (a/b), 5 % x-Y.Z 09", "3 満足度 of 4.5")
"""What the engine is asked for, to see whether it writes plain headings as it usually does."""


def is_plain(text: str) -> bool:
    """Whether the heading has nothing that Markdown could read as its own."""
    return _PLAIN.fullmatch(text) is not None and "--" not in text and not text[0].isdigit()


class FirstHeadings:
    """Every first heading of the pages that are filled, from what the engine `made` of those that it was asked for."""

    def __init__(self, made: Mapping[str, str]) -> None:
        """`made` maps texts to HTML; it has the examples."""
        self._made = made
        self._around = made[HEADING].replace(HEADING, "\0").replace(SLUG, "\1")
        self._usual = all(self._after_example(each) == made[each] for each in EXAMPLES)

    def html(self, text: str) -> str | None:
        """The heading as HTML; None where the engine has to be asked."""
        found = self._made.get(text)
        return self._after_example(text) if found is None and self._usual and is_plain(text) else found

    def told(self, text: str) -> tuple[str, str]:
        """Anchor and title of a heading in the search index."""
        html = self.html(text) or ""
        return slug_in(html), title_in(html)

    def _after_example(self, text: str) -> str:
        return self._around.replace("\1", _slug(text)).replace("\0", text)


def _slug(text: str) -> str:
    """As Python-Markdown makes anchors of headings (`slugify` in markdown.extensions.toc)."""
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", ascii_only).strip().lower()) or "_1"
