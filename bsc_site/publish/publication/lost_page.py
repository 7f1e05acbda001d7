"""The page for missing pages of a site that does not know its own address: whole by itself, wherever it is shown."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from html import escape
from pathlib import Path

from bsc_site.wording.language import say, spoken

LOST = "404.html"
"""Where web servers look for it; they show it under any address, however deep."""


def lost_page(site_name: str, folders: Iterable[str]) -> str:
    """HTML that asks for no other file, because every path to one would be a guess.

    The way home is found in the reader's browser: `folders` are those at the top of the site, and what stands before
    the first of them in the address is the place of the site. Where none is in it, the top of the server.
    """
    parts = {
        "language": spoken().code,
        "title": _text(say("Page not found - {site}", site=site_name)),
        "head": _text(say("This page is not there")),
        "reason": _text(say("It may have been renamed or removed since the link to it was made.")),
        "home": _text(say("Home page of {site}", site=site_name)),
        "folders": _text(json.dumps(sorted(folders))),
        "script": Path(__file__).with_suffix(".js").read_text(encoding="utf-8"),
    }
    return re.sub(r"%(\w+)%", lambda gap: parts[gap[1]], _PAGE)


def _text(text: str) -> str:
    """Escaped for HTML; braces are a template to some who handle pages."""
    return escape(text).replace("{", "&#123;")


_PAGE = """\
<!doctype html>
<html lang="%language%">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>%title%</title>
<link rel="icon" href="data:,">
<style>
:root { color-scheme: light dark; }
body { font: 1.05rem/1.5 system-ui, sans-serif; max-width: 36rem; margin: 15vh auto 0; padding: 0 1.5rem; }
h1 { font-size: 1.7rem; line-height: 1.2; }
</style>
</head>
<body>
<main>
<h1>%head%</h1>
<p>%reason%</p>
<p><a href="/">%home%</a></p>
</main>
<script data-folders="%folders%">%script%</script>
</body>
</html>
"""
