"""What a browser makes of a reference: the way to a file of the site, a document in itself, or another host."""

from __future__ import annotations

import base64
import re
from functools import lru_cache
from posixpath import normpath
from urllib.parse import unquote, unquote_to_bytes

from bsc_site.model.value_class import dataclass

_AROUND = "".join(map(chr, range(33)))
_IGNORED = str.maketrans("", "", "\t\n\r")
_ELSEWHERE = re.compile(r"//|(?:https?|wss?|ftp|file):", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_EMBEDDED = re.compile(r"(?:data:([^,]*),|(javascript):)(.*)", re.IGNORECASE | re.DOTALL)
_SLASHES = re.compile(r"[/\\]{2}")
_SCHEMES = ("http", "https", "ws", "wss", "ftp", "file")


@lru_cache(maxsize=1 << 16)
def cleaned(reference: str) -> str:
    """The reference as browsers take it: without blanks around and line breaks within, a backslash as a slash."""
    return reference.strip(_AROUND).translate(_IGNORED).replace("\\", "/")


@lru_cache(maxsize=1 << 16)
def leads_elsewhere(reference: str) -> bool:
    """Whether this is an address on another host; also `https:x`, which is one wherever the page came by http."""
    return _ELSEWHERE.match(cleaned(reference)) is not None


def may_lead_elsewhere(text: str) -> bool:
    """Whether an address on another host can stand anywhere in this text; a quick no for most."""
    plain = text.translate(_IGNORED)
    if "//" in plain or ("\\" in plain and _SLASHES.search(plain)):
        return True
    return ":" in plain and any(each.endswith(_SCHEMES) for each in plain.lower().split(":")[:-1])


@dataclass(frozen=True, slots=True)
class SiteWay:
    """A reference taken apart: so many folders up, then down to a file (empty: the page itself), then to an anchor."""

    up: int
    down: str
    anchor: str


def way_of(reference: str) -> SiteWay | None:
    """None for what is no address in the site (`mailto:`)."""
    address = cleaned(reference)
    if _SCHEME.match(address):
        return None
    path, _, anchor = address.partition("#")
    path = unquote(path.partition("?")[0])
    parts = normpath(path).split("/") if path else []
    up = next((number for number, part in enumerate(parts) if part != ".."), len(parts))
    down = "/".join(parts[up:]) or ("/" if parts else "")
    return SiteWay(up, down + ("/" if path.endswith("/") else ""), unquote(anchor.partition(":~:")[0]))


def embedded(reference: str) -> tuple[str, str] | None:
    """Media type and text of a `data:` or `javascript:` address, which may load things itself; None for others."""
    found = _EMBEDDED.match(cleaned(reference))
    if found is None:
        return None
    # Not the cleaned one: a blank and a backslash mean something in there.
    kind, content = (
        (found[1] or "text/html").lower(),
        unquote_to_bytes(reference.partition("," if found[1] else ":")[2]),
    )
    if kind.replace(" ", "").endswith(";base64"):
        content = base64.b64decode(re.sub(rb"[^\w+/]", b"", content) + b"==")
    return kind, content.decode("utf-8", "replace")
