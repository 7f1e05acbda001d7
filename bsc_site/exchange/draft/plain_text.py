"""Plain text: what stands in an element of XML, without the HTML that editors leave in it."""

from __future__ import annotations

import html
import re

_LINK = re.compile(r"<a\b[^<>]*?\bhref\s*=\s*[\"']([^\"'<>]*)[\"'][^<>]*>(.*?)</a\s*>", re.IGNORECASE | re.DOTALL)
_BREAK = re.compile(r"<(?:br\s*/?|/p|/div|/li|/tr|/h[1-6]|/ul|/ol)\s*>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:a|b|i|u|p|br|em|strong|span|div|font|ul|ol|li|sup|sub|h[1-6]|table|tbody|tr|td|th|small|big|center|"
    r"blockquote|code|pre|abbr|cite|q|img|hr)\b[^<>]*>",
    re.IGNORECASE,
)
_NOT_WRITTEN = re.compile(r"[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""What no YAML file may hold."""


def plain_text(written: str) -> str:
    """The text with its lines, each with single blanks; tags of HTML are gone, links stand in brackets."""
    text = html.unescape(written) if "&" in written else written
    text = _LINK.sub(lambda link: _linked(link[2], link[1]), text)
    text = _TAG.sub("", _BREAK.sub("\n", text))
    text = _NOT_WRITTEN.sub("", text)
    return "\n".join(line for each in text.splitlines() if (line := " ".join(each.split())))


def one_line(written: str) -> str:
    """The same as one line, for names."""
    return " ".join(plain_text(written).split())


def _linked(words: str, address: str) -> str:
    return words if address in words or not address else f"{words} ({address})"
