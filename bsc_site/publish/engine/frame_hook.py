"""A hook for the engine: the tab of a page that the navigation does not name, and what its head and search box lack.

The file is copied beside the generated mkdocs.yml, so it knows nothing of this package. Each page says in its front
matter under which page of the navigation it is to be found (`bsc: {tab: ...}`, as a way from itself). The theme marks
the tab as it marks any other; without the hook every link is still there.
"""

from __future__ import annotations

import re
from hashlib import sha256
from posixpath import dirname, join, normpath
from typing import Any

_SEARCH_NAME = re.compile(r'class="md-search__input"[^>]*? aria-label="([^"]+)"')
_SEARCH_BOX = re.compile(r'(<div class="md-search"[^>]* role="dialog")>')
_SCRIPTS = re.compile(
    r'(<script src="[^"]*/?assets/javascripts/bundle\.[^"]*"></script>)\s*'
    r'(<script src="[^"]*assets/bsc-site/site\.js"></script>)'
)
_SHEETS = re.compile(
    r'(?:<link rel="stylesheet" href="[^"]*assets/stylesheets/(?:main|palette)\.[\w.]+\.css">\s*)+'
    r'(?=<link rel="stylesheet" href="[^"]*assets/bsc-site/site\.css">)'
)
_NO_CONTENTS = re.compile(
    r'<div class="md-sidebar md-sidebar--secondary"[^>]* hidden>\s*<div class="md-sidebar__scrollwrap">\s*'
    r'<div class="md-sidebar__inner">\s*<nav [^>]*>\s*</nav>\s*</div>\s*</div>\s*</div>\s*'
)
_OF_ITS_OWN_KIND = ' xmlns="http://www.w3.org/2000/svg"'
"""What a picture inside of a page need not say."""
_DRAWING = re.compile(r'<svg viewBox="0 0 24 24"><path d="([^"]+)"/></svg>')
GLYPHS = {
    "deb1d30ffb10": "menu",
    "b5ac18af3f3b": "night",
    "bfe473124130": "sun",
    "957506c6a30b": "find",
    "fba41638d51b": "back",
    "5664b10603cf": "close",
    "8a9b2f6d1bde": "up",
}
"""Signs of the theme that the site's sheet draws, by the first digits of the SHA-256 of their paths."""
_TWO_CHOICES = re.compile(r'(palette&&palette\.color\)\{)if\("\(prefers-color-scheme\)"===.*?\}(?=for\()')
"""What the theme does about colours where there is a third choice, to have those of the reader's machine."""
_THIRD_CHOICE = 'data-md-color-media="(prefers-color-scheme)"'
_TAB_IN_ADDRESS = re.compile(
    r'<script>var target=document\.getElementById\(location\.hash[^<]*"__tabbed_"[^<]*</script>\s*'
)
_TABS = "__tabbed_"
_NOTHING_ANNOUNCED = re.compile(r'<div data-md-component="announce">\s*</div>\s*')
_HEADER = 'data-md-component="header"'
"""A sign of the theme whose frames are known to have nothing but blocks in rows."""
_LINE_BEFORE_BLOCK = re.compile(
    r"\n(?=</?(?:article|body|div|footer|form|head|header|html|li|link|main|meta|nav|ol|script|title|ul)\b)"
)
"""A line in the frame that shows as no space, whatever stands before it."""
_LINE_BETWEEN = re.compile(r"(?<=>)\n(?=<)")
"""The same above the content, where the theme has no words beside each other."""
_ACTIVE_TAB = re.compile(r'(md-tabs__item--active">\s*<a href="[^"]*")')

_pages: dict[str, Any] = {}
"""Every page of the site by the path of its Markdown."""
_lit: list[Any] = []
"""The entry of the navigation that is marked for the page that is being written."""


def on_files(files: Any, **_: Any) -> Any:
    """Without what maps the theme's scripts back to their sources: no reader opens it, and it weighs more than they."""
    for file in [each for each in files if each.src_uri.startswith("assets/") and each.src_uri.endswith(".map")]:
        files.remove(file)
    return files


def on_nav(nav: Any, files: Any, **_: Any) -> Any:
    """Every page, those outside of the navigation too."""
    _pages.clear()
    _pages.update({file.src_uri: file.page for file in files.documentation_pages()})
    return nav


def on_page_context(context: Any, page: Any, nav: Any, **_: Any) -> Any:
    """The tab marked."""
    tab = _tab(page)
    if tab is not None:
        entry = _top(tab)
        if not entry.active and entry in nav.items:
            entry.active = True
            _lit.append(entry)
    return context


def on_post_page(output: str, page: Any, config: Any = None, **_: Any) -> str:
    """The tab said as well as shown, no longer marked for the next page; the search box by the name of its field.

    The site's script comes before that of the theme, so that it can hold back what no reader has asked for; the site's
    sheet has in it what pages need of those of the theme. A table of contents that is hidden and empty is left out.
    """
    while _lit:
        _lit.pop().active = False
    name, tab = _SEARCH_NAME.search(output), _tab(page)
    if name is not None:
        output = _SEARCH_BOX.sub(rf'\1 aria-label="{name[1]}">', output, count=1)
    output = _SHEETS.sub("", output, count=1)
    output = _light(output, own_frame=bool(config is not None and config.theme.custom_dir))
    output = _SCRIPTS.sub(r"\2\n\1", output, count=1)
    if page.meta.get("robots"):
        output = output.replace("</head>", f'<meta name="robots" content="{page.meta["robots"]}"></head>', 1)
    if tab is None:
        return output
    first = next(iter(getattr(_top(tab), "children", None) or ()), tab)
    return _ACTIVE_TAB.sub(rf'\1 aria-current="{"page" if first is page else "true"}"', output, count=1)


def _light(output: str, *, own_frame: bool = False) -> str:
    """What stands around the content without what says nothing; the content is as it was written.

    In a frame of the project's own (`own_frame`) a line may stand for the space between two words.
    """
    before, start, rest = output.partition("<article")
    content, end, after = rest.rpartition("</article>")
    if _THIRD_CHOICE not in before:
        before = _TWO_CHOICES.sub(r"\1", before, count=1)
    if _TABS not in content:
        after = _TAB_IN_ADDRESS.sub("", after, count=1)
    before = _NOTHING_ANNOUNCED.sub("", _NO_CONTENTS.sub("", before, count=1), count=1)
    before, after = _drawn(before), _drawn(after)
    if start and _HEADER in before:
        before, after = (_LINE_BEFORE_BLOCK.sub("", each) for each in (before, after))
        before = before if own_frame else _LINE_BETWEEN.sub("", before)
    return before + start + content + end + after


def _drawn(frame: str) -> str:
    """The same with signs that the site's sheet draws."""
    return _DRAWING.sub(_glyph, frame.replace(_OF_ITS_OWN_KIND, ""))


def _glyph(drawing: re.Match[str]) -> str:
    name = GLYPHS.get(sha256(drawing[1].encode()).hexdigest()[:12])
    return f'<svg class="bsc-glyph--{name}"></svg>' if name else drawing[0]


def _tab(page: Any) -> Any:
    way = (page.meta.get("bsc") or {}).get("tab")
    return _pages.get(normpath(join(dirname(page.file.src_uri), way))) if way else None


def _top(page: Any) -> Any:
    while page.parent is not None:
        page = page.parent
    return page
