"""A hook for the engine: markup that the search leaves out goes around its three HTML parsers instead of through them.

The file is copied beside the generated mkdocs.yml, so it knows nothing of this package. Without it the site shows the
same, later and with more white space: an engine that runs no hooks renders the very same Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_EXCLUDED = " data-search-exclude"
_START = re.compile(
    r'<(table|section|details|figure|nav|dl|div) class="bsc-[^<>]*\sdata-search-exclude(?=[\s>])[^<>]*>'
)
ID = re.compile(r'\sid="([^"<>]*)"')
_KEPT = re.compile(r'<div data-bsc-part="(\d+)" data-search-exclude>.*?</div>')

_CODE = ("`", "~~~", "\n    ", "\n\t")
"""Signs of a page that may show markup as code."""

_INDENT = re.compile(r"\n[ \t\r\n]+")
_LEFT_OUT = re.compile(rf"{_EXCLUDED}(?=[^<>]*>)")
_ENTITY = re.compile(r"&#(?:33|36|4[0-36]|58|61|63|64|9[1-6]|12[46]);")
"""Signs that mean something in Markdown and nothing in HTML nor in templates, which other programs may look for."""
_ENDS = re.compile(r"</(?:t(?:[dhr]|body|head)>\s*|(?:li|d[td])>)")
"""Ends that a browser knows without them; see https://html.spec.whatwg.org/#optional-tags. Empty cells stay empty."""
_TYPED = re.compile(r"(<pre\b.*?(?:</pre>|\Z)|<textarea\b.*?(?:</textarea>|\Z))", re.DOTALL)
"""Elements in which white space counts."""

DRAWN_LINK = re.compile(r'(<a class="(?:bsc-map__box|bsc-map__arrow)[^<>]*?) href=')

_SEARCHES = ("search", "material/search")
_OF_LANGUAGES = "assets/javascripts/lunr/"
_LETTERS = {"ja": "tinyseg.js", "hi": "wordcut.js", "th": "wordcut.js"}
"""Scripts that find the words of languages that are written without blanks."""

ASKED_IN = "BSC_SITE_FILLING"
"""The variable of the environment that names the file with what the engine is asked for; see page_filling.py."""
PREVIEWS = "assets/previews"
"""Where the preview pictures of pages stand, each at the address of its page."""
_parts: dict[str, list[str]] = {}
"""Page to the markup that was taken out of it."""


def on_files(files: Any, config: Any, **_: Any) -> Any:
    """Without the theme's scripts for languages in which its search looks up nothing: all together 0.9 MB.

    They are those that `workers/search.js` of the theme imports.
    """
    needed = _scripts_of(config)
    if needed is not None:
        for file in [each for each in files if each.src_uri.startswith(_OF_LANGUAGES)]:
            if file.src_uri.removeprefix(_OF_LANGUAGES) not in needed and file.src_dir != config.docs_dir:
                files.remove(file)
    return files


def _scripts_of(config: Any) -> set[str] | None:
    """The scripts of the languages of the search; None where nobody can tell."""
    plugins = [each for name, each in config.plugins.items() if name in _SEARCHES]
    languages = [language for each in plugins for language in each.config.get("lang") or ()]
    if not languages:
        return None
    needed = {f"min/lunr.{each}.min.js" for each in languages if each != "en"}
    needed |= {_LETTERS[each] for each in languages if each in _LETTERS}
    needed |= {"min/lunr.multi.min.js"} if len(languages) > 1 else set()
    return needed | {"min/lunr.stemmer.support.min.js"} if needed else needed


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """The page with an empty element in the place of each such part; its anchors stay, so that links are checked.

    A page that may show markup as code stays as it is; none of the generated ones does.
    """
    if markdown.startswith(("    ", "\t")) or any(map(markdown.__contains__, _CODE)):
        return markdown
    kept = _parts[page.file.src_uri] = []
    pieces, done = [], 0
    for start, end in elements(markdown):
        anchors = "".join(f'<i id="{each}"></i>' for each in ID.findall(markdown, start, end))
        pieces += [markdown[done:start], f'<div data-bsc-part="{len(kept)}" data-search-exclude>{anchors}</div>']
        kept.append(markdown[start:end])
        done = end
    return "".join(pieces) + markdown[done:]


def on_page_context(context: Any, page: Any, config: Any = None, **_: Any) -> Any:
    """Every part back in its place, after the search has seen the page.

    Material's instant navigation writes to the `href` of every element that has one, which fails for a link in a
    drawing and ends the script; links of that older spelling it leaves alone.
    """
    kept = _parts.get(page.file.src_uri)
    if kept:
        page.content = _KEPT.sub(lambda found: kept[int(found[1])], page.content)
    if config is not None and "navigation.instant" in (config.theme.get("features") or ()):
        page.content = DRAWN_LINK.sub(r"\1 xlink:href=", page.content)
    return context


def on_post_page(output: str, page: Any, config: Any = None, **_: Any) -> str:
    """The page with what other programs show of it where somebody shares its address, and light."""
    if config is not None and page.canonical_url:
        output = output.replace("</head>", f"{_shared(page, config)}</head>", 1)
    return light(output) if _parts.pop(page.file.src_uri, None) else output


def light(html: str) -> str:
    """Whole elements of a page as they are published: every browser reads the same document, in a third fewer bytes.

    Gone are indentation and empty lines, ends of cells and items, what only the search asks for, and numbers for signs
    that only Markdown would read as its own. It can be done piece by piece, and again; what was typed is left alone.
    """
    if "<pre" not in html and "<textarea" not in html:
        return _light(html)
    return "".join(each if number % 2 else _light(each) for number, each in enumerate(_TYPED.split(html)))


def _light(html: str) -> str:
    html = _ENDS.sub("", _LEFT_OUT.sub("", _INDENT.sub("\n", html)))
    return _ENTITY.sub(lambda found: chr(int(found[0][2:-1])), html)


def _shared(page: Any, config: Any) -> str:
    """Title and preview picture of the page, or of the home page where the pages of its folder have none.

    See https://ogp.me; `summary_large_image` is what X asks for to show the picture large.
    """
    pictures = Path(config.docs_dir) / PREVIEWS
    if not pictures.is_dir():
        return ""
    own = page.url.removesuffix(".html")
    has_own = page.meta.get("bsc_picture") == "own" or (pictures / f"{own}.png").is_file()
    picture = own if has_own else "index"
    base = config.site_url.rstrip("/")
    title = str(page.meta.get("title") or page.title or config.site_name).replace('"', "&quot;")
    description = str(page.meta.get("description") or config.site_description or "").replace('"', "&quot;")
    told = {
        "og:type": "website",
        "og:site_name": config.site_name.replace('"', "&quot;"),
        "og:title": title,
        **({"og:description": description} if description else {}),
        "og:url": page.canonical_url,
        "og:image": f"{base}/{PREVIEWS}/{picture}.png",
    }
    card = '<meta name="twitter:card" content="summary_large_image">\n'
    return "".join(f'<meta property="{name}" content="{text}">\n' for name, text in told.items()) + card


on_page_context.mkdocs_priority = -100  # type: ignore[attr-defined]  # how MkDocs orders hooks and plugins


def elements(markdown: str) -> Iterator[tuple[int, int]]:
    """Start and end of each element that the search leaves out; an element without an end is left as it is."""
    at = markdown.find(_EXCLUDED)
    while at >= 0:
        found = _START.match(markdown, markdown.rfind("<", 0, at))
        end = None if found is None else _end(markdown, found)
        if found is not None and end is not None:
            yield found.start(), end
        at = markdown.find(_EXCLUDED, end or at + 1)


def _end(markdown: str, start: re.Match[str]) -> int | None:
    """Where the element ends that `start` opens, past as many of its name as are opened within it."""
    depth, at, close = 1, start.end(), f"</{start[1]}>"
    while depth:
        end = markdown.find(close, at)
        if end < 0:
            return None
        depth += sum(markdown.count(f"<{start[1]}{sign}", at, end) for sign in " >\n") - 1
        at = end + len(close)
    return at
