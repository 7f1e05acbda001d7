"""A skeleton: how pages of one kind look around their content, read off a page of signs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from markupsafe import Markup, escape

from bsc_site.model.value_class import dataclass
from bsc_site.publish.engine.search_hook import DRAWN_LINK, ID, light

TITLE, HEADING, SLUG = "bsc&amp;sign&quot;title", "Bscsign Heading", "bscsign-heading"
CONTENT = '<div class="bsc-figure" data-search-exclude>Sign of content</div>'


def _plain(text: str) -> str:
    return Markup(text).striptags()  # noqa: S704  # nothing of it is trusted: the tags are taken off


_FORMS: tuple[Callable[[str], str], ...] = (
    str,
    lambda text: str(escape(text)),
    _plain,
    lambda text: str(escape(_plain(text))),
)
"""How themes write a title: as it is, escaped once more, as plain text, as plain text that is escaped."""


def sign_folder(number: int, below: str, depth: int) -> str:
    """The address of a page of signs that lies as deep, and below the same folder, as the pages for which it stands."""
    deeper = depth - below.count("/") - 1
    return f"{below}sign-of-folder-{number}/" + "x/" * (deeper - 1) + "sign-of-name/" * (deeper > 0)


def _ways(address: str) -> tuple[str, str, str]:
    """The folder of a page, the one two above it, where its scorecard is at home, and the name of its folder."""
    parts = address.rstrip("/").split("/")
    return "/".join(parts), "/".join(parts[:-2]), parts[-1]


def sign_page(front: str, *facts: str) -> str:
    """The Markdown of a page of signs with this front matter."""
    lines = "\n".join((f'title: "{TITLE}"', *filter(None, (front, *facts))))
    return f"---\n{lines}\n---\n\n# {HEADING}\n\n{CONTENT}\n"


@dataclass(frozen=True, slots=True)
class Filler:
    """What a page has of its own: `heading` is its first heading as the engine writes it, `top` stands above that."""

    address: str
    title: str
    top: str
    heading: str
    body: str


@dataclass(frozen=True, slots=True)
class Skeleton:
    """Texts before and after the content, at every second place the sign for a text of the page.

    `instant` says whether the theme's script would stumble over links of a drawing as they are written.
    """

    folder: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    instant: bool

    def page(self, noted: Filler) -> tuple[bytes, bytes, bytes]:
        """The whole page: all before its body, the body, and what follows."""
        values = {form(TITLE): light(form(noted.title)) for form in reversed(_FORMS)}
        values[SLUG] = slug_in(noted.heading)
        values |= zip(_ways(self.folder), _ways(noted.address), strict=True)
        top, body = light(f"{noted.top}\n{noted.heading}".lstrip()), light(f"\n{noted.body.strip()}")
        if self.instant:
            top, body = (DRAWN_LINK.sub(r"\1 xlink:href=", each) for each in (top, body))
        pieces = ("".join((*_set(self.before, values), top)), body, "".join(_set(self.after, values)))
        before, between, after = (each.encode("utf-8", "xmlcharrefreplace") for each in pieces)
        return before, between, after


def skeleton_in(html: str, folder: str, heading: str, *, instant: bool) -> Skeleton | None:
    """The skeleton in what the engine made of the page of signs at `folder`; None where they are not as set."""
    before, found, after = html.partition(light(f"{heading}\n{CONTENT}"))
    if not found or HEADING in before + after:
        return None
    sign = folder.rstrip("/")
    ways = {each for each in _ways(sign) if "sign-of-" in each}
    signs = sorted({*(form(TITLE) for form in _FORMS), SLUG, *ways}, key=len, reverse=True)
    slots = re.compile("(" + "|".join(map(re.escape, signs)) + ")")
    return Skeleton(sign, tuple(slots.split(before)), tuple(slots.split(after)), instant)


def slug_in(heading: str) -> str:
    """The anchor of a first heading; empty without one."""
    found = ID.search(heading)
    return found[1] if found else ""


def _set(slots: tuple[str, ...], values: Mapping[str, str]) -> Iterator[str]:
    return (values[each] if number % 2 else each for number, each in enumerate(slots))
