"""The digest as a message of a chat: an Adaptive Card for Teams, blocks for Slack; texts are texts, never markup."""

from __future__ import annotations

import json
from typing import Any

from bsc_site.interchange.digests.digest_content import DigestContent
from bsc_site.wording.language import say

_MOST_LINES = 15
"""Of each part; messages have limits, and what is longer is read on the site."""
_MOST_LETTERS = {"header": 150, "section": 3000, "line": 180}
"""Those of Slack; a line is as long as its part of a section may be."""


def _lines(content: DigestContent) -> tuple[list[str], list[str]]:
    """What is due and what flipped, in a line each."""
    due = [" · ".join(each for each in (row.day, row.late, row.what) if each) for row in content.due]
    flips = [f"{each.name}: {each.words}" for each in content.flips]
    return _few(due or [content.nothing_due]), _few(flips or [content.nothing_flipped])


def _few(lines: list[str]) -> list[str]:
    shown = [_short(each, "line") for each in lines[:_MOST_LINES]]
    more = len(lines) - len(shown)
    return [*shown, say("and {count} more", count=more)] if more else shown


def _short(text: str, kind: str) -> str:
    most, plain = _MOST_LETTERS[kind], " ".join(text.split())
    return plain if len(plain) <= most else f"{plain[: most - 1]}…"


def teams_message(content: DigestContent) -> str:
    """A message with an Adaptive Card 1.4, as a webhook of Teams takes it; its texts know no Markdown."""
    due, flips = _lines(content)
    body = [
        _rich(content.title, weight="Bolder", size="Large"),
        _rich(content.about),
        _rich(say("What is due"), weight="Bolder"),
        *map(_rich, due),
        _rich(say("What flipped"), weight="Bolder"),
        *map(_rich, flips),
    ]
    actions = [{"type": "Action.OpenUrl", "title": say("Open the site"), "url": content.link}] if content.link else []
    card = {
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "type": "AdaptiveCard",
        "version": "1.4",
        "body": body,
        "actions": actions,
    }
    attached = {"contentType": "application/vnd.microsoft.card.adaptive", "content": card}
    return _json({"type": "message", "attachments": [attached]})


def _rich(text: str, **look: str) -> dict[str, Any]:
    return {"type": "RichTextBlock", "inlines": [{"type": "TextRun", "text": " ".join(text.split()), **look}]}


def slack_message(content: DigestContent) -> str:
    """A message of Block Kit, as an incoming webhook of Slack takes it."""
    due, flips = _lines(content)
    blocks: list[dict[str, Any]] = [
        {"type": "header", "text": _plain(_short(content.title, "header"))},
        {"type": "context", "elements": [_plain(_short(content.about, "section"))]},
        _section([say("What is due"), *(f"• {each}" for each in due)]),
        _section([say("What flipped"), *(f"• {each}" for each in flips)]),
    ]
    if content.link:
        button = {"type": "button", "text": _plain(say("Open the site")), "url": content.link}
        blocks.append({"type": "actions", "elements": [button]})
    return _json({"text": _escaped(_short(content.title, "header")), "blocks": blocks})


def _section(lines: list[str]) -> dict[str, Any]:
    text = "\n".join(lines)
    return {"type": "section", "text": _plain(text[: _MOST_LETTERS["section"]])}


def _plain(text: str) -> dict[str, str]:
    return {"type": "plain_text", "text": text}


def _escaped(text: str) -> str:
    """The one text that Slack reads as its markup, for notices: its three signs as it wants them."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _json(message: dict[str, Any]) -> str:
    return json.dumps(message, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
