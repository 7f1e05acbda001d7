"""Badges: a name and its status as a small picture for pages and dashboards elsewhere."""

from __future__ import annotations

from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Status
from bsc_site.render.lettering import Style, held, shortened, width_of
from bsc_site.render.palette import BADGE_GROUND, BADGE_LETTERS, BADGE_TONES, STRONG_BADGE_TONES
from bsc_site.render.status_shapes import STATUS_SHAPES, STRONG_SHAPES
from bsc_site.render.text import xml_text
from bsc_site.wording.language import say

_STYLE = Style(11)
_MOST = 190
"""No name and no status is drawn wider than this."""
_LETTERS = 80
"""More than these are wider than that whatever they are."""
_TOLD = 120
"""So many letters of a text are told to screen readers."""
_PAD = 7
_SHAPE = 16


@dataclass(frozen=True, slots=True)
class Badge:
    """What a badge says: whose it is, its status, and that status in words with its figure."""

    name: str
    status: Status
    words: str
    when: str = ""
    """The period of the figure, for those who point at the badge or have it read to them."""
    strong: bool = False
    """Whether its status is drawn stronger than another one that means the same."""


def badge_svg(badge: Badge) -> str:
    """The badge as one SVG document without scripts: the name left, the status right, as colour, shape and words."""
    name, words = (shortened(each[:_LETTERS], _MOST, _STYLE) for each in (badge.name, badge.words))
    left = round(width_of(name, _STYLE)) + 2 * _PAD
    right = round(width_of(words, _STYLE)) + 2 * _PAD + _SHAPE
    tone = (STRONG_BADGE_TONES if badge.strong else BADGE_TONES)[badge.status]
    shape = (STRONG_SHAPES if badge.strong else STATUS_SHAPES)[badge.status]
    told = _sentence(badge)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + right}" height="20" role="img">'
        f"<title>{xml_text(told)}</title>"
        f'<rect width="{left + right}" height="20" rx="3" fill="{BADGE_GROUND}"/>'
        f'<path d="M{left} 0h{right - 3}a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-{right - 3}z" fill="{tone}"/>'
        f'<g fill="{BADGE_LETTERS}" font-family="Arial,Helvetica,sans-serif" font-size="11">'
        f'<text x="{_PAD}" y="14"{held(name, _STYLE)}>{xml_text(name)}</text>'
        f'<g transform="translate({left + _PAD})"><path transform="translate(0 4)" d="{shape}"/>'
        f'<text x="{_SHAPE}" y="14"{held(words, _STYLE)}>{xml_text(words)}</text></g></g></svg>\n'
    )


def _sentence(badge: Badge) -> str:
    figures = {"name": _told(badge.name), "standing": _told(badge.words)}
    if badge.when:
        return say("{name}: {standing}, {period}", period=badge.when, **figures)
    return say("{name}: {standing}", **figures)


def _told(text: str) -> str:
    """The text on one line, cut where it is very long."""
    line = " ".join(text.split())
    return line if len(line) <= _TOLD else f"{line[: _TOLD - 1]}…"
