"""Pack marks: statuses and links of pages as a file carries them, in the colours of pages on light ground."""

from __future__ import annotations

from bsc_site.exchange.meeting_files.board_words import BoardMark, Inks, PackLink
from bsc_site.model.value_class import dataclass
from bsc_site.render.palette import CHART_INKS, PAGE_INKS
from bsc_site.render.status_shapes import SIGNS
from bsc_site.render.views.parts.page_parts import Link, StatusMark

_PAGE = {each.name: each.light.removeprefix("#") for each in PAGE_INKS}
_CHART = {each.name: each.light.removeprefix("#") for each in CHART_INKS}
_DECISIONS = {"overdue": ("▲", "at-risk"), "due": ("○", "no-data"), "done": ("✓", "on-track")}
"""The signs of decisions, and the status whose colours they have."""
INKS = Inks(
    text=_PAGE["map-ink"],
    soft=_PAGE["map-soft"],
    ground=_PAGE["map-ground"],
    lane=_PAGE["map-lane"],
    edge=_PAGE["map-edge"],
    line=_PAGE["map-line"],
    accent=_CHART["actual"],
    target=_CHART["target"],
)
"""The colours of everything that is no status."""


def mark_of(mark: StatusMark) -> BoardMark:
    """The status with its sign and its colours."""
    shape = str(mark.shape)
    sign, name = _DECISIONS.get(shape, (SIGNS.get(shape, ""), shape.replace("--", "-")))
    return BoardMark(sign, mark.word, _PAGE[name], _PAGE[f"{name}-tint"])


@dataclass(frozen=True, slots=True)
class Ways:
    """Where a file leads: to pages of the site at `address`, nowhere where it is empty."""

    address: str

    def to(self, name: str, page: str) -> PackLink:
        """A name that leads to a page by its address in the site."""
        return PackLink(name, f"{self.address.rstrip('/')}/{page}" if self.address else "")

    def link(self, link: Link) -> PackLink:
        """The same for a link of the home page at the top, whose way is that of its page."""
        if not link.href:
            return PackLink(link.text)
        return self.to(link.text, str(link.href).removesuffix("index.html"))
