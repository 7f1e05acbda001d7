"""A leaf: a page as it was written, taken apart where its body is plain HTML, of which no engine changes anything."""

from __future__ import annotations

import json
import re
from posixpath import join, normpath

from bsc_site.model.value_class import dataclass
from bsc_site.publish.engine.search_hook import elements
from bsc_site.publish.filling.searched_text import SearchedSection, searched_sections
from bsc_site.render.page import Page

_PAGE = re.compile(
    r"\A---\n(?P<front>.*?)\n---\n\s*(?P<top><div class=\"bsc-top\" data-search-exclude>\n.*?</div></div>)?\s*"
    r"# (?P<heading>[^\n]*)\n(?P<body>.*)\Z",
    re.DOTALL,
)
_FACTS = ("bsc: ", "hide: ", "robots: ")
"""What a front matter may hold beside the title: nothing that changes how the body is shown."""
_TAB = re.compile(r"^bsc: \{tab: (\S+)\}$", re.MULTILINE)
_ADDRESS = re.compile(r"(?:[\w.~-]+/)*", re.ASCII)
_SEEN_BY_THE_ENGINE = (
    *("`", "~~~", "\n    ", "\n\t", "<pre", "<textarea", "<!", " markdown", 'data-search-exclude="', "linenodiv"),
)
"""Signs of what engine or search would treat otherwise: code, white space that counts, comments, Markdown in HTML."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page as it was written: its address, front matter without the title, title, heading, what stands above, body.

    `top` is what stands above the heading, where a page says where it stands; the search never sees it.
    """

    address: str
    front: str
    title: str
    heading: str
    top: str
    body: str

    @property
    def kind(self) -> tuple[int, str]:
        """What it shares with pages that are made alike: how deep they lie, and their front matter.

        The way to its tab is written as from any page so deep.
        """
        depth = self.address.count("/")
        return depth, _TAB.sub(lambda found: f"bsc: {{tab: {_same_way(self.address, found[1], depth)}}}", self.front)

    def sections(self) -> tuple[SearchedSection, ...] | None:
        """What the search sees below the heading; None where the body is anything but blocks of HTML in a row.

        A page without a part that the search leaves out keeps its white space, so it is none of ours.
        """
        text = _without_kept(self.body)
        return searched_sections(text) if self.top or HELD in text else None


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
    if (
        not title
        or not all(line.startswith(_FACTS) for line in rest)
        or any(map(body.__contains__, _SEEN_BY_THE_ENGINE))
    ):
        return None
    return Leaf(
        page.address, "\n".join(rest), json.loads(title[7:]), found["heading"], found["top"] or "", body.strip()
    )


HELD = "<div data-search-exclude></div>"
"""What stands for an element that the search leaves out."""


def _without_kept(body: str) -> str:
    pieces, done = [], 0
    for start, end in elements(body):
        pieces += [body[done:start], HELD]
        done = end
    return "".join(pieces) + body[done:]
