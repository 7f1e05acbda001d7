"""Paper links: the page of a site with its links as paper needs them, leading to where the site stands."""

from __future__ import annotations

import re
from html import escape, unescape
from urllib.parse import urljoin

_LINK = re.compile(r'(<a\b[^>]*?)\shref=("[^"]*"|[^\s>"]+)', re.DOTALL)
_SCRIPT = re.compile(r"<script\b.*?</script>", re.DOTALL | re.IGNORECASE)
_HERE = "https://here.invalid/"


def for_paper(html: str, page: str, address: str) -> str:
    """The page at `page`, such as `kpis/nps/`, whose links lead to the site at `address`; to nowhere without one.

    Links within the page and to other sites stay as they are; scripts, which would run by the clock, are left out.
    """

    def led(match: re.Match[str]) -> str:
        href = unescape(match[2].strip('"'))
        if href.startswith("#"):
            return match[0]
        whole = urljoin(f"{_HERE}{page}", href)
        if not whole.startswith(_HERE):
            return match[0]
        if not address:
            return match[1]
        target = whole.removeprefix(_HERE).replace("index.html", "")
        return f'{match[1]} href="{escape(address.rstrip("/"))}/{escape(target)}"'

    return _LINK.sub(led, _SCRIPT.sub("", html))
