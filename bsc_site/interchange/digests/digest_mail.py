"""The digest as a mail: HTML that mail programs show, and the same as plain text."""

from __future__ import annotations

from collections.abc import Callable

from bsc_site.interchange.digests.digest_content import DigestContent, DigestDue, DigestFlip
from bsc_site.render.palette import BADGE_TONES, PAGE_INKS
from bsc_site.render.text import xml_text
from bsc_site.wording.language import html_language, say

_INK = {each.name: each.light for each in PAGE_INKS}
_CELL = f"padding:8px 12px;text-align:left;vertical-align:top;border-bottom:1px solid {_INK['map-soft']}"
_BODY = f"margin:0;font-family:Arial,sans-serif;color:{_INK['map-ink']};background:{_INK['map-ground']}"
_IMAGE = "display:block;max-width:100%;height:auto;margin-top:8px"
_WIDE = 400
"""Pixels of a picture, half of those that it has."""


def digest_html(content: DigestContent, picture: Callable[[str], str]) -> str:
    """One page of tables with styles of their own; `picture` names the file of a KPI's picture."""
    due = "".join(map(_due_row, content.due)) or _alone(content.nothing_due)
    flips = "".join(_flip_row(each, picture(each.kpi)) for each in content.flips) or _alone(content.nothing_flipped)
    title, due_title, flips_title = xml_text(content.title), say("What is due"), say("What flipped")
    return (
        f'<!doctype html>\n<html {html_language()}>\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width,initial-scale=1">\n<title>{title}</title>\n</head>\n'
        f'<body style="{_BODY}">\n'
        '<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center">\n'
        '<table role="presentation" width="600" cellpadding="0" cellspacing="0" style="max-width:600px">\n'
        f'<tr><td style="padding:16px 12px"><h1 style="font-size:22px;margin:0">{_linked(title, content.link)}</h1>'
        f'<p style="margin:8px 0 0">{xml_text(content.about)}</p></td></tr>\n'
        f"{_part(due_title, due)}{_part(flips_title, flips)}"
        "</table>\n</td></tr></table>\n</body>\n</html>\n"
    )


def _part(heading: str, rows: str) -> str:
    head = f'<h2 style="font-size:17px;margin:16px 12px 4px">{xml_text(heading)}</h2>'
    return f'<tr><td>{head}<table width="100%" cellpadding="0" cellspacing="0">\n{rows}</table></td></tr>\n'


def _alone(words: str) -> str:
    return f'<tr><td style="{_CELL}">{xml_text(words)}</td></tr>\n'


def _due_row(due: DigestDue) -> str:
    late = f' <b style="color:{_INK["off-track"]}">{xml_text(due.late)}</b>' if due.late else ""
    what = _linked(xml_text(due.what), due.link)
    return f'<tr><td style="{_CELL}">{what}</td><td style="{_CELL}">{xml_text(due.day)}{late}</td></tr>\n'


def _flip_row(flip: DigestFlip, picture: str) -> str:
    name = _linked(f"<b>{xml_text(flip.name)}</b>", flip.link)
    alt = xml_text(f"{flip.name}: {flip.words}")
    image = f'<img src="{picture}" width="{_WIDE}" alt="{alt}" style="{_IMAGE}">'
    words = f'<span style="color:{BADGE_TONES[flip.status]}">{xml_text(flip.words)}</span>'
    return f'<tr><td style="{_CELL}">{name}<br>{words}{image}</td></tr>\n'


def _linked(markup: str, link: str) -> str:
    return f'<a href="{xml_text(link)}" style="color:inherit">{markup}</a>' if link else markup


def digest_text(content: DigestContent) -> str:
    """The same in lines, one for each piece of news."""
    due = [f"- {' · '.join(each for each in (row.day, row.late, row.what) if each)}" for row in content.due]
    flips = [f"- {each.name}: {each.words}" for each in content.flips]
    parts = [
        *(content.title, content.about, "", say("What is due"), *(due or [content.nothing_due])),
        *("", say("What flipped"), *(flips or [content.nothing_flipped])),
        *(["", content.link] if content.link else []),
    ]
    return "".join(f"{' '.join(each.split())}\n" for each in parts)
