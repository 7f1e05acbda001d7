"""Badges: a name and its status as a small picture for pages and dashboards elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from bsc_site.model.vocabularies import Status
from bsc_site.render.lettering import Style, held, shortened, width_of
from bsc_site.render.palette import BADGE_GROUND, BADGE_LETTERS, BADGE_TONES, STRONG_BADGE_TONES
from bsc_site.render.text import xml_text
from bsc_site.wording.language import say

_SHAPES = {
    Status.ON_TRACK: '<circle cx="6" cy="10" r="4.5"/>',
    Status.AT_RISK: '<path d="M6 5 11 14H1Z"/>',
    Status.OFF_TRACK: '<path d="M6 4.5 11.5 10 6 15.5.5 10Z"/>',
    Status.NO_DATA: f'<circle cx="6" cy="10" r="3.7" fill="none" stroke="{BADGE_LETTERS}" stroke-width="1.6"/>',
    Status.NOT_SCORED: '<path d="M1 8.8H11V11.2H1Z"/>',
}
_STRONG = _SHAPES | {
    Status.ON_TRACK: '<path d="M6 4.5 7.6 8.1 11.5 8.5 8.6 11.2 9.4 15 6 13.1 2.6 15 3.4 11.2.5 8.5 4.4 8.1Z"/>',
    Status.AT_RISK: '<path d="M6 15 11 6H1Z"/>',
    Status.OFF_TRACK: '<path d="M2.5 5 6 8.5 9.5 5 11 6.5 7.5 10 11 13.5 9.5 15 6 11.5 2.5 15 1 13.5 4.5 10 1 6.5Z"/>',
}
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
    shape = (_STRONG if badge.strong else _SHAPES)[badge.status]
    told = _sentence(badge)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + right}" height="20" role="img">'
        f"<title>{xml_text(told)}</title>"
        f'<rect width="{left + right}" height="20" rx="3" fill="{BADGE_GROUND}"/>'
        f'<path d="M{left} 0h{right - 3}a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-{right - 3}z" fill="{tone}"/>'
        f'<g fill="{BADGE_LETTERS}" font-family="Arial,Helvetica,sans-serif" font-size="11">'
        f'<text x="{_PAD}" y="14"{held(name, _STYLE)}>{xml_text(name)}</text>'
        f'<g transform="translate({left + _PAD})">{shape}'
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
