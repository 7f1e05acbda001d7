"""A hook for the engine: each page leads to itself on the same site in other languages.

The file is copied beside the generated mkdocs.yml, so it knows nothing of this package. What it needs stands there
below `extra.bsc_languages`, beside the theme's own choice of languages; on a site in one language it does nothing.
"""

from __future__ import annotations

import re
from typing import Any

_ALTERNATE = re.compile(r'\s*<link rel="alternate" href="[^"]*" hreflang="[^"]*">')
_CHOICE = re.compile(r'<a href="[^"]*" hreflang="([^"]*)" class="md-select__link">\s*([^<]*?)\s*</a>')
"""A language that the theme offers."""


def on_post_page(output: str, page: Any, config: Any, **_: Any) -> str:
    """The choice of languages leads to this page in each, and so does the head, for search engines.

    Where a language lacks the page, the choice leads to the home page there.
    """
    told = (config.extra or {}).get("bsc_languages")
    if not told:
        return output
    ways = {code: _way(page.url, told, code) for code in told["folders"]}

    def choice(found: re.Match[str]) -> str:
        code, current = found[1], ' aria-current="true"' if found[1] == told["here"] else ""
        return f'<a href="{ways[code]}" hreflang="{code}" lang="{code}" class="md-select__link"{current}>{found[2]}</a>'

    output = _CHOICE.sub(choice, _ALTERNATE.sub("", output))
    return output.replace("</head>", f"{_head(page.url, told, ways)}</head>", 1)


def on_post_template(output: str, template_name: str, config: Any, **_: Any) -> str:
    """The page for missing pages is in no other language, and the theme looks for none."""
    ours = template_name == "404.html" and "bsc_languages" in (config.extra or {})
    return _ALTERNATE.sub("", output) if ours else output


def _way(url: str, told: dict[str, Any], code: str) -> str:
    """From the page to itself in a language."""
    folders: dict[str, str] = told["folders"]
    up = "../" * (url.count("/") + folders[told["here"]].count("/"))
    return up + folders[code] + ("index.html" if _lacking(url, told, code) else url)


def _lacking(url: str, told: dict[str, Any], code: str) -> bool:
    return url in set(told["lacks"].get(code, ()))


def _head(url: str, told: dict[str, Any], ways: dict[str, str]) -> str:
    """A link for each language that has the page; whoever speaks none of them gets the one at the top.

    The blank in `rel` keeps the theme away, which asks for a sitemap beside whatever is an alternate to the letter.
    """
    home, folders = told["home"], told["folders"]
    there = {code: f"{home}{folder}{url}" if home else ways[code] for code, folder in folders.items()}
    links = [(code, to) for code, to in there.items() if not _lacking(url, told, code)]
    links += [("x-default", to) for code, to in links if not folders[code]]
    return "".join(f'<link rel="alternate " href="{to}" hreflang="{code}">\n' for code, to in links)
