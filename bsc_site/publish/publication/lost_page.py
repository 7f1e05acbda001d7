"""The page for missing pages: what may have been meant, the sections of the site, and the way home."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from functools import cache
from html import escape
from pathlib import Path

from bsc_site.model.value_class import dataclass
from bsc_site.publish.engine.policy_hook import allowing, policy_meta
from bsc_site.wording.language import html_language, say

LOST = "404.html"
"""Where web servers look for it; they show it under any address, however deep."""
_HEADING_OF_THE_ENGINE = "<h1>404 - Not found</h1>"


@dataclass(frozen=True, slots=True)
class Signpost:
    """What the page knows of its site: name, folders at the top, and its sections, each a title and an address."""

    site_name: str
    folders: Iterable[str]
    sections: Sequence[tuple[str, str]] = ()


def lost_page(post: Signpost) -> str:
    """HTML of a site that does not know its own address: whole by itself, as every path to a file would be a guess.

    The way home is found in the reader's browser: what stands before the first of the folders in the address, or in
    the one from which a link led here, is the place of the site. Where none is in either, the top of the server.
    """
    parts = {
        "language": html_language(),
        "title": _text(say("Page not found - {site}", site=post.site_name)),
        "policy": policy_meta([_script()]),
        "content": _content(post, ""),
    }
    return _filled(_PAGE, parts)


def with_signpost(page: str, post: Signpost, home: str) -> str:
    """The engine's page for missing pages with more than a heading; `home` is the path of the site on its server.

    As it is where the engine made another one.
    """
    if _HEADING_OF_THE_ENGINE not in page:
        return page
    return allowing(page, _script()).replace(_HEADING_OF_THE_ENGINE, _content(post, home), 1)


@cache
def _script() -> str:
    return Path(__file__).with_suffix(".js").read_text(encoding="utf-8")


def _content(post: Signpost, home: str) -> str:
    """`home` is empty where only the reader's browser can tell it: then nothing leads to a section before it has."""
    sections = "".join(_section(title, f"{address}index.html", home) for title, address in post.sections)
    parts = {
        "head": _text(say("This page is not there")),
        "reason": _text(say("It may have been renamed or removed since the link to it was made.")),
        "top": _text(f"{home}index.html" if home else "/"),
        "home": _text(say("Home page of {site}", site=post.site_name)),
        "find": _text(say("Find it by name")),
        "near": _text(say("What is called so")),
        "listed": _text(say("The sections of the site")),
        "sections": sections,
        "hidden": "" if home else " hidden",
        "folders": _text(json.dumps(sorted(post.folders))),
        "place": _text(home),
        "script": _script(),
    }
    return _filled(_CONTENT, parts)


def _section(title: str, path: str, home: str) -> str:
    href = f' href="{_text(home + path)}"' if home else ""
    return f'<li><a data-to="{_text(path)}"{href}>{_text(title)}</a></li>'


def _filled(form: str, parts: dict[str, str]) -> str:
    return re.sub(r"%(\w+)%", lambda gap: parts[gap[1]], form)


def _text(text: str) -> str:
    """Escaped for HTML; braces are a template to some who handle pages."""
    return escape(text).replace("{", "&#123;")


_CONTENT = """\
<div class="bsc-lost">
<h1>%head%</h1>
<p>%reason%</p>
<p><a data-to="" href="%top%">%home%</a></p>
<div hidden>
<p><label>%find% <input class="bsc-lost__box" type="search" autocomplete="off"></label></p>
<div class="bsc-lost__near" role="region" aria-live="polite" aria-label="%near%"></div>
</div>
<nav aria-label="%listed%"%hidden%><ul class="bsc-lost__sections">%sections%</ul></nav>
</div>
<script data-folders="%folders%" data-home="%place%">%script%</script>
"""
_PAGE = """\
<!doctype html>
<html %language%>
<head>
<meta charset="utf-8">
%policy%
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<title>%title%</title>
<link rel="icon" href="data:,">
<style>
:root { color-scheme: light dark; }
body { font: 1.05rem/1.5 system-ui, sans-serif; max-width: 36rem; margin: 12vh auto 2rem; padding: 0 1.5rem; }
h1 { font-size: 1.7rem; line-height: 1.2; }
label, .bsc-lost__box { display: block; font: inherit; }
.bsc-lost__box { box-sizing: border-box; width: 100%; padding: .5rem .75rem; margin-top: .25rem; }
.bsc-lost__near a { display: flex; justify-content: space-between; gap: 1rem; padding: .4rem 0; text-decoration: none; }
.bsc-lost__near a:is(:hover, :focus) b { text-decoration: underline; }
.bsc-finder__kind { display: block; font-size: .8rem; opacity: .75; }
.bsc-finder__side { white-space: nowrap; }
.bsc-on-track::before { content: "\\25cf  "; }
.bsc-on-track--strong::before { content: "\\2605  "; }
.bsc-at-risk--strong::before { content: "\\25bc  "; }
.bsc-off-track--strong::before { content: "\\d7  "; }
.bsc-at-risk::before { content: "\\25b2  "; }
.bsc-off-track::before { content: "\\25c6  "; }
.bsc-no-data::before { content: "\\25cb  "; }
.bsc-done::before { content: "\\2713  "; }
.bsc-lost__sections { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; list-style: none; }
</style>
</head>
<body>
<main>
%content%</main>
</body>
</html>
"""
