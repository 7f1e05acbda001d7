"""The generated mkdocs.yml: it inherits from the project's own and adds what the site needs."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from yaml.representer import SafeRepresenter

from bsc_site.load.settings.offered_languages import SOURCE, offered_language
from bsc_site.load.settings.own_settings import OwnSettings, pairs
from bsc_site.load.settings.settings_check import theme_name
from bsc_site.model.value_class import dataclass
from bsc_site.publish.engine.language_switch import LanguageSwitch
from bsc_site.wording.language import ENGLISH, say, spoken

_MAP, _SEQ, _STR = "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:str"
_PYTHON_NAME = "tag:yaml.org,2002:python/name:"
SEARCH_HOOK = Path(__file__).with_name("search_hook.py")
"""The hook beside the generated file; see there."""
FRAME_HOOK = Path(__file__).with_name("frame_hook.py")
"""The other one; it takes nothing away, so that it disturbs nobody."""
LANGUAGE_HOOK = Path(__file__).with_name("language_hook.py")
"""The one for sites in several languages."""
PAGE_FILLING = Path(__file__).with_name("page_filling.py")
"""The hook that leaves out pages of one make; see there."""
SCRIPT_ORIGIN, POLICY_HOOK = (Path(__file__).with_name(name) for name in ("script_origin.py", "policy_hook.py"))
"""The hooks that say what each page may load and run."""
HOOKS = (SEARCH_HOOK, PAGE_FILLING, LANGUAGE_HOOK, FRAME_HOOK, SCRIPT_ORIGIN, POLICY_HOOK)
"""All that stand beside the generated file."""
_SEARCH = {"search", "material/search"}


@dataclass(frozen=True)
class Wishes:
    """What the generated pages need from the engine: the site's name, the nav, and their own css and js.

    An entry of the nav maps a title to a Markdown file (`map/index.md`) or to a list of entries. `mark` is the path of
    the picture for header and tab, `footer` a line of HTML, both for projects that name none of their own; `stamp` is
    HTML that shows nothing and follows a footer of theirs. `site_url` stands above the project's, unless it is empty.
    `switch` leads to the site in other languages, where there are any.
    """

    site_name: str
    nav: Sequence[Mapping[str, Any]] = ()
    css: tuple[str, ...] = ()
    javascript: tuple[str, ...] = ()
    mark: str = ""
    footer: str = ""
    stamp: str = ""
    site_url: str = ""
    switch: LanguageSwitch | None = None


def config_text(look: OwnSettings, wishes: Wishes, own_pages: Sequence[str]) -> str:
    """The text of build/mkdocs.yml; `own_pages` are the project's Markdown files, for a project without a nav."""
    entries: dict[str, Node | None] = {
        "INHERIT": _node("../mkdocs.yml") if look.exists else None,
        "site_name": _said(look, "site_name") if look.get("site_name") else _node(_as_text(wishes.site_name)),
        "site_description": _said(look, "site_description"),
        "site_author": _said(look, "site_author"),
        "site_url": _site_url(look, wishes),
        "docs_dir": _node(wishes.switch.here.named("docs") if wishes.switch else "docs"),
        "site_dir": _node("site"),
        "use_directory_urls": _node(value=False),
        "strict": _node(value=True),
        "repo_url": _node(None) if look.get("repo_url") else None,
        "edit_uri": _node("") if look.get("repo_url") else None,
        "copyright": _footer(look, wishes),
        "theme": _theme(look, wishes),
        "extra": _extra(look, wishes.switch),
        "nav": _nav(look, wishes, own_pages),
        "plugins": None if look.has("plugins") else _node([{"search": {"separator": WORDS_END}}]),
        "markdown_extensions": _extensions(look),
        "extra_css": _joined(wishes.css, look.items("extra_css")),
        "extra_javascript": _joined(wishes.javascript, look.items("extra_javascript")),
        "hooks": _hooks(look, wishes.switch),
        "validation": _node(_VALIDATION),
    }
    root = _mapping([(key, value) for key, value in entries.items() if value is not None])
    return "# Made by bsc-site from mkdocs.yml; changes here are lost.\n" + yaml.serialize(
        root,
        Dumper=yaml.SafeDumper,
        allow_unicode=True,
        width=1000,
    )


WORDS_END = r"[\s\-\u2066-\u2069]+|(?=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])"
"""Where the search sees a new word: at a space, a hyphen or what sets a name apart in a line from right to left, and
before every sign of a script that writes no spaces (kana, kanji, hangul), so that a word is found in a name."""
_VALIDATION = {
    "nav": {"omitted_files": "ignore", "not_found": "warn", "absolute_links": "warn"},
    "links": {
        "not_found": "warn",
        "anchors": "warn",
        "absolute_links": "relative_to_docs",
        "unrecognized_links": "warn",
    },
}


def _palette() -> list[dict[str, Any]]:
    """Light and dark, as the reader's machine has it, with a switch."""
    return [
        {
            "media": "(prefers-color-scheme: light)",
            "scheme": "default",
            "primary": "indigo",
            "accent": "indigo",
            "toggle": {"icon": "material/weather-night", "name": say("Switch to dark colours")},
        },
        {
            "media": "(prefers-color-scheme: dark)",
            "scheme": "slate",
            "primary": "indigo",
            "accent": "indigo",
            "toggle": {"icon": "material/weather-sunny", "name": say("Switch to light colours")},
        },
    ]


_FEATURES = ["navigation.tabs", "navigation.top", "search.highlight", "search.suggest"]
"""What the pages are made for; what a project asks for comes on top."""
_EXTENSIONS: dict[str, Any] = {
    "abbr": None,
    "admonition": None,
    "attr_list": None,
    "def_list": None,
    "footnotes": None,
    "md_in_html": None,
    "tables": None,
    "toc": {"permalink": True},
    "pymdownx.details": None,
    "pymdownx.superfences": None,
    "pymdownx.tabbed": {"alternate_style": True},
}


def _footer(look: OwnSettings, wishes: Wishes) -> Node | None:
    """Ours, or the project's with the stamp; a footer that the engine puts together from variables is left alone."""
    if not look.has("copyright"):
        return _node(wishes.footer) if wishes.footer else None
    own = look.get("copyright")
    if not wishes.stamp or (own is not None and own.tag != _STR):
        return None
    return _node((look.text("copyright") or "") + wishes.stamp)


_MARKUP = re.compile(r"[<>\"{}=]|&(?=#?\w+;)")


def _as_text(name: str) -> str:
    """A name as it may stand in HTML; a plain & stays, because the theme escapes the name in some places by itself."""
    return _MARKUP.sub(lambda sign: f"&#{ord(sign[0])};", name)


def _said(look: OwnSettings, key: str) -> Node | None:
    """A text of the project's as it may stand in HTML, where that is not as it is written: the theme escapes none."""
    own = look.get(key)
    if own is None or own.tag != _STR:
        return None
    text = _as_text(str(own.value))
    return _node(text) if look.in_own_words or text != own.value else None


def _theme(look: OwnSettings, wishes: Wishes) -> Node:
    """Defaults for what the project leaves open; fonts always come from the reader's own machine."""
    name, mark = theme_name(look), wishes.mark
    if name != "material":
        return _moved_theme(look, {"name": name})
    settings: dict[str, Any] = {"name": name, "font": False}
    if not look.has("theme", "palette"):
        settings["palette"] = _palette()
    if mark and not look.has("theme", "logo") and not look.has("theme", "icon", "logo"):
        settings["logo"] = mark
    if mark and not look.has("theme", "favicon"):
        settings["favicon"] = mark
    if look.has("theme", "language") and wishes.switch is None:
        settings["language"] = offered_language(look.text("theme", "language") or SOURCE) or SOURCE
    elif wishes.switch is not None or spoken() is not ENGLISH:
        settings["language"] = spoken().code
    settings["features"] = _features(look)
    return _moved_theme(look, settings)


def _features(look: OwnSettings) -> list[str]:
    """Ours and the project's; entries of the nav that a page does not show are left out of it, unless all are open."""
    own = [each.value for each in look.items("theme", "features") if isinstance(each, ScalarNode)]
    features = [*_FEATURES, *(each for each in own if each not in _FEATURES)]
    return features if {"navigation.prune", "navigation.expand"} & {*features} else [*features, "navigation.prune"]


def _moved_theme(look: OwnSettings, settings: dict[str, Any]) -> Node:
    custom = look.text("theme", "custom_dir")
    return _node(settings | ({"custom_dir": _from_build(custom)} if custom else {}))


def _site_url(look: OwnSettings, wishes: Wishes) -> Node | None:
    """The address; none for a site that stands below another one whose address nobody can tell."""
    if wishes.site_url:
        return _node(wishes.site_url)
    below = wishes.switch is not None and wishes.switch.here.below
    return _node("") if below and look.has("site_url") else None


def _extra(look: OwnSettings, switch: LanguageSwitch | None) -> Node | None:
    """No advertising unless asked for; the repository as a link, because repo_url would call api.github.com."""
    settings: dict[str, Node] = {}
    if switch is not None:
        settings |= {key: _node(each) for key, each in switch.settings().items()}
    if not look.has("extra", "generator"):
        settings["generator"] = _node(value=False)
    address = look.get("repo_url")
    if address is not None:
        link = _mapping([("icon", _node("fontawesome/brands/git-alt")), ("link", address)])
        settings["social"] = SequenceNode(_SEQ, [link, *look.items("extra", "social")])
    return _mapping(list(settings.items())) if settings else None


def _nav(look: OwnSettings, wishes: Wishes, own_pages: Sequence[str]) -> Node | None:
    if not wishes.nav:
        return None
    own = look.items("nav") or tuple(_own_nav(own_pages))
    return SequenceNode(_SEQ, [*(_node(dict(each)) for each in wishes.nav), *own])


def _own_nav(own_pages: Sequence[str]) -> Iterator[Node]:
    """Pages at the top as entries, every folder as a section named after it."""
    for folder, paths in groupby(sorted(own_pages, key=_folder), key=_folder):
        entries: list[Node] = [_node(each) for each in paths]
        title = folder.replace("-", " ").replace("_", " ").capitalize()
        yield from [_mapping([(title, SequenceNode(_SEQ, entries))])] if folder else entries


def _folder(path: str) -> str:
    return path.partition("/")[0] if "/" in path else ""


def _extensions(look: OwnSettings) -> Node:
    """Ours that the project does not configure itself, then the project's."""
    own = look.items("markdown_extensions")
    named = {_name_of(each) for each in own}
    ours = [_extension(name, options) for name, options in _EXTENSIONS.items() if name not in named]
    if "pymdownx.emoji" not in named:
        ours.append(_emoji())
    return SequenceNode(_SEQ, [*ours, *own])


def _extension(name: str, options: Any) -> Node:
    return _node(name) if options is None else _mapping([(name, _node(options))])


def _emoji() -> Node:
    """Emoji as characters; the extension's own default, and Material's for faces, load pictures from a CDN.

    The index is Material's, which is made once; the extension's own copies its 3,800 emoji for every page, which took
    half of the time of a whole build.
    """
    options = [
        ("emoji_index", ScalarNode(f"{_PYTHON_NAME}material.extensions.emoji.twemoji", "")),
        ("emoji_generator", ScalarNode(f"{_PYTHON_NAME}pymdownx.emoji.to_alt", "")),
    ]
    return _mapping([("pymdownx.emoji", _mapping(options))])


def _name_of(item: Node) -> str:
    if isinstance(item, ScalarNode):
        return str(item.value)
    return next((key for key, _ in pairs(item)), "")


def _hooks(look: OwnSettings, switch: LanguageSwitch | None) -> Node:
    """The project's hooks and ours; that for the search only where none of theirs might want to see the whole page."""
    own = [_node(_from_build(each.value)) for each in look.items("hooks") if isinstance(each, ScalarNode)]
    ours = [] if _disturbed(look) else [SEARCH_HOOK, *([PAGE_FILLING] if may_fill(look) else [])]
    ours = [*ours, *([LANGUAGE_HOOK] if switch is not None else []), FRAME_HOOK, SCRIPT_ORIGIN, POLICY_HOOK]
    return SequenceNode(_SEQ, [*own, *(_node(each.name) for each in ours)])


def _disturbed(look: OwnSettings) -> bool:
    """Whether plugins or hooks of the project may look at pages."""
    return bool(look.items("hooks")) or bool({_name_of(each) for each in look.items("plugins")} - _SEARCH)


def may_fill(look: OwnSettings) -> bool:
    """Whether pages of one make differ in their texts alone: nothing of the project looks at them or omits any."""
    extensions = {_name_of(each) for each in look.items("markdown_extensions")}
    own = look.has("theme", "custom_dir") or extensions - {*_EXTENSIONS, "pymdownx.emoji"}
    choosy = any(map(look.has, ("extra_templates", "exclude_docs", "draft_docs"))) or find_spec("jieba")
    return (
        look.engine == "mkdocs" and theme_name(look) == "material" and not own and not choosy and not _disturbed(look)
    )


def usual_headings(look: OwnSettings) -> bool:
    """Whether headings get their anchors as the engine makes them by itself."""
    return "toc" not in {_name_of(each) for each in look.items("markdown_extensions")}


def _joined(ours: Sequence[str], own: Sequence[Node]) -> Node | None:
    return SequenceNode(_SEQ, [*(_node(each) for each in ours), *own]) if ours else None


def _from_build(path: str) -> str:
    """A path relative to the project's mkdocs.yml, as the file in build/ must write it."""
    return path if posixpath.isabs(path) else posixpath.join("..", path)


def _node(value: Any) -> Node:
    """A plain value as a YAML node."""
    return SafeRepresenter().represent_data(value)


def _mapping(entries: Sequence[tuple[str, Node]]) -> MappingNode:
    return MappingNode(_MAP, [(ScalarNode(_STR, key), value) for key, value in entries])
