"""Sealed words: texts, ids and numbers that stand in hidden elements alone, and the search for them in any bytes."""

from __future__ import annotations

import base64
import binascii
import gzip
import html
import io
import re
import urllib.parse
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

MARK = "zqx"
"""Stands in every text and id that is hidden."""
_TEXT = re.compile(MARK, re.IGNORECASE)
_NUMBER = re.compile(r"(?<![\d.,#])739[.,\s\u202f\u00a0]?1[5-9]\d(?!\d{6})")
_BASE64 = re.compile(rb"[A-Za-z0-9+/]{24,}={0,2}")
_DEEPEST = 4


@dataclass
class Sealed:
    """Texts and numbers of hidden elements: each text carries the mark, each number begins with 7391.

    Those of another `version` are all others, and of other lengths and sizes.
    """

    random: Random
    version: int = 0
    count: int = 0
    told: list[str] = field(default_factory=list)

    def text(self, what: str = "") -> str:
        """A text with signs that pages escape."""
        self.count += 1
        tail = " <&\u00fc\u201d>" * (1 + self.version)
        return f"{MARK.title()} {what} {self.count}{'ab'[self.version]}{tail}"

    def id(self, what: str = "") -> str:
        """An id."""
        self.count += 1
        return f"{MARK}-{what}-{'other-' * self.version}{self.count}"

    def number(self) -> float:
        """A figure that no figure of a visible element comes near."""
        if self.version:
            return round(self.random.uniform(1, 900), 2)
        return round(739150 + self.random.uniform(0, 49), 2)


def found_in(content: bytes, depth: int = 0) -> Iterator[str]:
    """What of hidden elements stands in bytes, as they are and decoded in every way that a site or a file knows."""
    text = content.decode("utf-8", "replace")
    for way in {text, html.unescape(text), urllib.parse.unquote(text), _unescaped(text)}:
        for pattern in (_TEXT, _NUMBER):
            match = pattern.search(way)
            if match:
                yield way[max(0, match.start() - 60) : match.end() + 60]
    if depth < _DEEPEST:
        for inner in _packed(content):
            yield from found_in(inner, depth + 1)


def _unescaped(text: str) -> str:
    return re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text)


def _packed(content: bytes) -> Iterator[bytes]:
    if content[:2] == b"\x1f\x8b":
        yield gzip.decompress(content)
    elif content[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for name in packed.namelist():
                yield name.encode()
                yield packed.read(name)
    elif content[:5] == b"%PDF-":
        for stream in re.findall(rb"stream\r?\n(.*?)endstream", content, re.DOTALL):
            try:
                yield zlib.decompress(stream)
            except zlib.error:
                yield stream
    elif b"base64," in content:
        for found in re.findall(rb"base64,([A-Za-z0-9+/=]+)", content):
            try:
                yield base64.b64decode(found)
            except binascii.Error:
                continue
