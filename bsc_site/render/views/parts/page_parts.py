"""Parts of pages: the small finished values that several pages show."""

from __future__ import annotations

from markupsafe import Markup

from bsc_site.model.value_class import dataclass
from bsc_site.render.text import own

NOWHERE = Markup()


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads to a page of the site; `href` is empty where there is no page to lead to."""

    text: str
    href: Markup = NOWHERE

    @property
    def source(self) -> Markup:
        """The same way for Markdown, where the engine checks it."""
        return own(f"{self.href.removesuffix('index.html')}index.md")


@dataclass(frozen=True, slots=True)
class LocalWay:
    """A link among those of pages that belong together; `current` is what ARIA calls the page's own: `page`, `true`."""

    link: Link
    current: Markup = NOWHERE


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds every page: its title for the front matter, and the ways from it to what stands around it.

    `trail` leads from the home page of the site to the one above this page, which is called `here`; both are empty on
    the home page. `local` are the pages of its `section`. `before` and `after` stand beside it, KPI beside KPI, and
    have no text at either end. `tab` is the page of the navigation under which it is to be found.
    """

    title: Markup = NOWHERE
    trail: tuple[Link, ...] = ()
    here: str = ""
    section: str = ""
    local: tuple[LocalWay, ...] = ()
    before: Link = Link("")
    after: Link = Link("")
    tab: Link = Link("")


NO_FRAME = Frame()


@dataclass(frozen=True, slots=True)
class StatusMark:
    """A status as colour, shape and word: `shape` names its style, `why` says how it came about."""

    shape: Markup
    word: str
    why: str


@dataclass(frozen=True, slots=True)
class TrendMark:
    """A trend as arrow and word; the arrow follows the value, the word says whether that is good."""

    style: Markup
    arrow: str
    word: str
    detail: str


@dataclass(frozen=True, slots=True)
class ScoreMark:
    """A rolled-up score with its status and the part of the KPIs that it stands on.

    `partial` is the coverage where some KPIs could not be scored, `edge` says `on the edge` where little would change
    the status; both empty otherwise, as nothing needs to be said then. `why` is what would change it.
    """

    status: StatusMark
    score: str
    coverage: str
    steps: tuple[str, ...]
    partial: str = ""
    edge: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A question that the page answers: `label`, the answer, and a line of detail (may be empty)."""

    label: str
    answer: str
    detail: str = ""


def word_anchor(key: str) -> Markup:
    """The anchor of a term in the table of all words."""
    return own(f"word-{key}")
