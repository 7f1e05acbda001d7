"""A hook for the engine: the tab of a page that the navigation does not name, and what its head and search box lack.

The file is copied beside the generated mkdocs.yml, so it knows nothing of this package. Each page says in its front
matter under which page of the navigation it is to be found (`bsc: {tab: ...}`, as a way from itself). The theme marks
the tab as it marks any other; without the hook every link is still there.
"""

from __future__ import annotations

import json
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
_LEFTWARD = re.compile(r'(<html lang="[^"]*")(?! dir)(?=[^>]*>.*?<body dir="rtl")', re.DOTALL)
"""The root of a page whose body runs from right to left, as the theme knows of its language."""
_NOTHING_ANNOUNCED = re.compile(r'<div data-md-component="announce">\s*</div>\s*')
_HEADER = 'data-md-component="header"'
"""A sign of the theme whose frames are known to have nothing but blocks in rows."""
_LINE_BEFORE_BLOCK = re.compile(
    r"\n(?=</?(?:article|body|div|footer|form|head|header|html|li|link|main|meta|nav|ol|script|title|ul)\b)"
)
"""A line in the frame that shows as no space, whatever stands before it."""
_LINE_BETWEEN = re.compile(r"(?<=>)\n(?=<)")
"""The same above the content, where the theme has no words beside each other."""
_GAP = re.compile(r"(?<=>)\s+|\s+(?=<)")
"""What stands between markup and words in the theme's templates."""
_SEARCH = re.compile(
    r'(<div class="md-search" data-md-component="search" role="dialog" aria-label="(?P<label>[^"]*)")>'
    r'(?P<inner>.*? aria-label="(?P=label)" placeholder="(?P<prompt>[^"]*)".*? title="(?P<clear>[^"]*)".*?'
    r'<div class="md-search-result__meta">(?P<begin>[^<]*)</div>.*?</ol>(?:\s*</div>){4})\s*</div>',
    re.DOTALL,
)
_DRAWER = re.compile(
    r'(<nav class="md-nav md-nav--primary md-nav--lifted" aria-label="[^"]*" data-md-level="0")>(?P<inner>.*)</nav>'
    r'(?=\s*</div>\s*</div>\s*</div>\s*<div class="md-content")',
    re.DOTALL,
)
_TAB = re.compile(r'<li class="md-tabs__item(?: md-tabs__item--active)?"><a href="([^"]*)"[^>]*>([^<]*)</a>')
_ENTRY = re.compile(r'<li class="md-nav__item([^"]*)">')
_CHILD = re.compile(r'<a href="([^"]*)" class="md-nav__link"><span class="md-ellipsis">([^<]*)</span></a>')
_LOGO = re.compile(r'(<a href="[^"]*" title="[^"]*" class="md-)header(__button md-logo"[^>]*>.*?</a>)', re.DOTALL)
_NAME = re.compile(r'<div class="md-header__topic"><span class="md-ellipsis">([^<]*)</span>')
_PALETTE = re.compile(r'(<form class="md-header__option" data-md-component="palette")>(.*?)</form>', re.DOTALL)
_SETTINGS = re.compile(r'(<script id="__config" type="application/json">)(.*?)(?=</script>)', re.DOTALL)
_MARKED = re.compile(r"<[a-z][^<>]*>")
_VALUE = re.compile(
    r'(?<= )((?:class|for|type|name|role|dir|autocomplete|data-md-[a-z-]+|aria-[a-z]+)=)"([a-z0-9_-]+)"(?=[ >])'
)
"""A value that needs no marks around it; those of links and anchors keep theirs, for whoever looks for them."""
_SHAPES = {
    "search": (
        '<label class="md-search__overlay" for="__search"></label><div class="md-search__inner" role="search">'
        '<form class="md-search__form" name="search"><input type="text" class="md-search__input" name="query" '
        'aria-label="{label}" placeholder="{prompt}" autocapitalize="off" autocorrect="off" autocomplete="off" '
        'spellcheck="false" data-md-component="search-query" required><label class="md-search__icon md-icon" '
        'for="__search"><svg class="bsc-glyph--find"></svg><svg class="bsc-glyph--back"></svg></label>'
        '<nav class="md-search__options" aria-label="{label}"><button type="reset" class="md-search__icon md-icon" '
        'title="{clear}" aria-label="{clear}" tabindex="-1"><svg class="bsc-glyph--close"></svg></button></nav>'
        '<div class="md-search__suggest" data-md-component="search-suggest"></div></form>'
        '<div class="md-search__output"><div class="md-search__scrollwrap" tabindex="0" data-md-scrollfix>'
        '<div class="md-search-result" data-md-component="search-result"><div class="md-search-result__meta">{begin}'
        '</div><ol class="md-search-result__list" role="presentation"></ol></div></div></div></div>'
    ),
    "choice": (
        '<input class="md-option" data-md-color-media="(prefers-color-scheme: {media})" '
        'data-md-color-scheme="{scheme}" data-md-color-primary="indigo" data-md-color-accent="indigo" '
        'aria-label="{words}" type="radio" name="__palette" id="__palette_{number}">'
        '<label class="md-header__button md-icon" title="{words}" for="__palette_{other}" hidden>'
        '<svg class="bsc-glyph--{glyph}"></svg></label>'
    ),
    "drawer": (
        '<label class="md-nav__title" for="__drawer">{logo}{name}</label>'
        '<ul class="md-nav__list" data-md-scrollfix>{entries}</ul>'
    ),
    "entry": (
        '<li class="md-nav__item"><a href="{href}" class="md-nav__link"><span class="md-ellipsis">{name}</span></a>'
    ),
    "closed": (
        '<li class="md-nav__item md-nav__item--pruned md-nav__item--nested"><a href="{href}" class="md-nav__link">'
        '<span class="md-ellipsis">{name}</span><span class="md-nav__icon md-icon"></span></a>'
    ),
    "open": (
        '<li class="md-nav__item md-nav__item--active md-nav__item--section md-nav__item--nested">'
        '<input class="md-nav__toggle md-toggle " type="checkbox" id="__nav_{number}" checked>'
        '<label class="md-nav__link" for="__nav_{number}" id="__nav_{number}_label" tabindex="">'
        '<span class="md-ellipsis">{name}</span><span class="md-nav__icon md-icon"></span></label>'
        '<nav class="md-nav" data-md-level="1" aria-labelledby="__nav_{number}_label" aria-expanded="true">'
        '<label class="md-nav__title" for="__nav_{number}"><span class="md-nav__icon md-icon"></span>{name}</label>'
        '<ul class="md-nav__list" data-md-scrollfix>{entries}</ul></nav>'
    ),
}
"""How the theme writes what bsc-frame-parts.js makes anew from so little, and the same shapes are there."""
_CHOICES = (
    {"media": "light", "scheme": "default", "words": "Switch to dark colours", "glyph": "night"},
    {"media": "dark", "scheme": "slate", "words": "Switch to light colours", "glyph": "sun"},
)
_ENGLISH = {
    "clipboard.copied": "Copied to clipboard",
    "clipboard.copy": "Copy to clipboard",
    "search.result.more.one": "1 more on this page",
    "search.result.more.other": "# more on this page",
    "search.result.none": "No matching documents",
    "search.result.one": "1 matching document",
    "search.result.other": "# matching documents",
    "search.result.placeholder": "Type to start searching",
    "search.result.term.missing": "Missing",
    "select.version": "Select version",
}
"""What the site's script knows of the theme's words."""
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
    output = _LEFTWARD.sub(r'\1 dir="rtl"', output, count=1)
    output = _light(output, own_frame=bool(config is not None and config.theme.custom_dir))
    output, ordered = _SCRIPTS.subn(r"\2\n\1", output, count=1)
    if page.meta.get("robots"):
        output = output.replace("</head>", f'<meta name="robots" content="{page.meta["robots"]}"></head>', 1)
    if page.meta.get("embed") and getattr(page, "canonical_url", None):
        output = output.replace("</head>", f"{_shown_elsewhere(page, config)}</head>", 1)
    if ordered and _by_script(config):
        output = _without_parts(output, generated=tab is not None)
    if tab is not None:
        first = next(iter(getattr(_top(tab), "children", None) or ()), tab)
        output = _ACTIVE_TAB.sub(rf'\1 aria-current="{"page" if first is page else "true"}"', output, count=1)
    return _unmarked(output) if ordered else output


def _shown_elsewhere(page: Any, config: Any) -> str:
    """By what other programs find out how to show the page of a KPI on theirs (https://oembed.com).

    The blank in `rel` keeps the theme away, which asks for a sitemap beside whatever is an alternate to the letter.
    """
    *home, _, name, _ = page.url.split("/")
    path = "/".join((config.site_url.rstrip("/"), *home, "api/v1/oembed", f"{name}.json"))
    title = str(page.meta.get("title") or "").replace('"', "&quot;")
    return f'<link rel="alternate " type="application/json+oembed" href="{path}" title="{title}">\n'


def _by_script(config: Any) -> bool:
    """Whether the site's script may make parts of the frame: nobody changes frames, nor puts pages in their place."""
    theme = getattr(config, "theme", None)
    return theme is not None and not theme.custom_dir and "navigation.instant" not in (theme.get("features") or ())


def _without_parts(output: str, *, generated: bool) -> str:
    """What answers nobody before the theme's script runs is left to the script that runs before it.

    That is the search box, the choice of colours, the drawer of narrow pages where the tabs say all that is in it
    (without scripts they stand there instead), and words that the script knows. A part that is not as expected stays.
    """
    before, start, rest = output.partition("<article")
    content, end, after = rest.rpartition("</article>")
    if not start or _HEADER not in before:
        return output
    before = _PALETTE.sub(_palette, _SEARCH.sub(_search, before, count=1), count=1)
    before = _drawer(before) if generated else before
    return before + start + content + end + _SETTINGS.sub(_settings, after, count=1)


def _even(markup: str) -> str:
    """Without what makes no difference: spaces, and ends of items, which another hook may have left out."""
    return _GAP.sub("", re.sub(r"\s+(?=[ >])", "", markup)).replace("</li>", "")


def _search(found: re.Match[str]) -> str:
    words = {name: found[name].strip() for name in ("label", "prompt", "clear", "begin")}
    if _even(found["inner"]) != _SHAPES["search"].format(**words):
        return found[0]
    told = "".join(f' data-{name}="{words[name]}"' for name in ("prompt", "clear", "begin"))
    return f"{found[1]}{told}></div>"


def _palette(found: re.Match[str]) -> str:
    choices = (_SHAPES["choice"].format(**each, number=at, other=1 - at) for at, each in enumerate(_CHOICES))
    return f"{found[1]}></form>" if _even(found[2]) == "".join(choices) else found[0]


def _drawer(before: str) -> str:
    """The numbers of the tabs that lead into more are kept, with the one that is open."""
    drawer = _DRAWER.search(before)
    tabs, logo, name = _TAB.findall(_even(before)), _LOGO.search(before), _NAME.search(_even(before))
    if drawer is None or logo is None or name is None:
        return before
    inner, entries, closed = _even(drawer["inner"]), [], []
    kinds = _ENTRY.findall(_without_children(inner))
    if len(kinds) != len(tabs):
        return before
    for at, ((href, title), kind) in enumerate(zip(tabs, kinds, strict=True)):
        shape = "open" if "--section" in kind else "closed" if "--pruned" in kind else "entry"
        children = (_SHAPES["entry"].format(href=to, name=said) for to, said in _CHILD.findall(_children(inner)))
        filled = {"href": href, "name": title, "number": at + 1}
        entries.append(_SHAPES[shape].format(**filled, entries="".join(children) if shape == "open" else ""))
        closed += [str(at)] if shape != "entry" else []
    mark = _even(f"{logo[1]}nav{logo[2]}")
    if inner != _SHAPES["drawer"].format(logo=mark, name=name[1], entries="".join(entries)):
        return before
    told = f'{drawer[1]} data-within="{" ".join(closed)}"></nav>'
    return before[: drawer.start()] + told + before[drawer.end() :]


_OPENED = re.compile(r'<nav class="md-nav" data-md-level="1"[^>]*>(.*?)</nav>')


def _children(drawer: str) -> str:
    found = _OPENED.search(drawer)
    return found[1] if found else ""


def _without_children(drawer: str) -> str:
    return _OPENED.sub("", drawer)


def _settings(found: re.Match[str]) -> str:
    """Settings that are none, and words that the site's script knows, are not told."""
    try:
        told = {key: value for key, value in json.loads(found[2]).items() if value is not None}
    except ValueError:
        return found[0]
    words = {key: each for key, each in told.pop("translations", {}).items() if _ENGLISH.get(key) != each}
    told |= {"translations": words} if words else {}
    return found[1] + json.dumps(told, separators=(",", ":"), ensure_ascii=False).replace("</", "<\\/")


def _unmarked(output: str) -> str:
    """The frame with short values as they are."""
    before, start, rest = output.partition("<article")
    content, end, after = rest.rpartition("</article>")
    if not start or _HEADER not in before:
        return output
    before, after = (_MARKED.sub(lambda tag: _VALUE.sub(r"\1\2", tag[0]), each) for each in (before, after))
    return before + start + content + end + after


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
