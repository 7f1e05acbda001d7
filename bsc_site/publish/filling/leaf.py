"""A leaf: a page as it was written, taken apart where its body is plain HTML, of which no engine changes anything."""

from __future__ import annotations

import json
import re
from posixpath import join, normpath

from bsc_site.model.value_class import dataclass
from bsc_site.publish.engine.search_hook import elements
from bsc_site.publish.filling.searched_text import SearchedSection, searched_sections
from bsc_site.render.matter.matter_word import word_of
from bsc_site.render.page import Page

_PAGE = re.compile(
    r"\A---\n(?P<front>.*?)\n---\n\s*(?P<top><div class=\"bsc-top\" data-search-exclude>\n.*?</div></div>)?\s*"
    r"# (?P<heading>[^\n]*)\n(?P<body>.*)\Z",
    re.DOTALL,
)
_FACTS = ("bsc: ", "hide: ", "robots: ", "embed: ")
"""What a front matter may hold beside the title: nothing that changes how the body is shown."""
_UNSEARCHED = "search: {exclude: true}"
"""What it holds on a page that the search leaves out."""
_TAB = re.compile(r"^bsc: \{tab: (\S+)\}$", re.MULTILINE)
_ADDRESS = re.compile(r"(?:[\w.~-]+/)*", re.ASCII)
_CODE = ("`", "~~~")
"""Signs of code, anywhere on a page."""
_SEEN = ("<!", " markdown", 'data-search-exclude="', "linenodiv", "<textarea")
"""Signs of what engine or search would treat otherwise: comments, Markdown in HTML, attributes that are taken away,
white space that counts."""
_HELD = "<div data-search-exclude></div>"
"""What stands for an element that the search leaves out."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page as it was written: its address, front matter without the title, title, heading, what stands above, body.

    `top` is what stands above the heading, where a page says where it stands; the search never sees it. `top_at` and
    `body_at` are the places of both in the Markdown.
    """

    address: str
    front: str
    title: str
    heading: str
    top: str
    body: str
    top_at: int
    body_at: int

    @property
    def kind(self) -> tuple[int, str]:
        """What it shares with pages that are made alike: how deep they lie, and their front matter.

        The way to its tab is written as from any page so deep.
        """
        depth = self.address.count("/")
        return depth, _TAB.sub(lambda found: f"bsc: {{tab: {_same_way(self.address, found[1], depth)}}}", self.front)

    @property
    def unsearched(self) -> bool:
        """Whether the search leaves out the whole page."""
        return _UNSEARCHED in self.front.split("\n")

    @property
    def head(self) -> str:
        """The word of everything in the page but its body."""
        return word_of(self.address, self.front, self.title, self.heading, self.top)

    def sections(self) -> tuple[SearchedSection, ...] | None:
        """What the search sees below the heading; None where the body is anything but blocks of HTML in a row.

        A page without a part that the search leaves out keeps its white space, so it is none of ours.
        """
        text = _without_kept(self.body)
        if any(map(text.__contains__, _SEEN)) or not (self.top or _HELD in text):
            return None
        return searched_sections(text)


def _same_way(address: str, way: str, depth: int) -> str:
    path = normpath(join(address, way))
    return way if path.startswith("..") else "../" * depth + path


def leaf_of(page: Page) -> Leaf | None:
    """The page taken apart; None for one of another form, and for one whose body the engine would change."""
    found = _PAGE.match(page.markdown)
    if found is None or not _ADDRESS.fullmatch(page.address):
        return None
    lines = found["front"].split("\n")
    title = next((line for line in lines if line.startswith('title: "')), "")
    rest = [line for line in lines if line != title]
    body = found["body"]
    if not title or not all(line.startswith(_FACTS) or line == _UNSEARCHED for line in rest) or _is_code(body):
        return None
    top, places = found["top"] or "", (max(found.start("top"), 0), found.start("body"))
    return Leaf(page.address, "\n".join(rest), json.loads(title[7:]), found["heading"], top, body, *places)


def _is_code(body: str) -> bool:
    """Whether there may be code; lines are quicker to look at than a text."""
    indented = any(line.startswith(("    ", "\t")) for line in body.split("\n"))
    return indented or any(map(body.__contains__, _CODE))


def _without_kept(body: str) -> str:
    pieces, done = [], 0
    for start, end in elements(body):
        pieces += [body[done:start], _HELD]
        done = end
    return "".join(pieces) + body[done:]
