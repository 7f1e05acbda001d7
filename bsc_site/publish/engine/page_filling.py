"""A hook for the engine: of pages that are made alike one is rendered, and the others are filled into what came out.

Each kind of page (a folder of pages with the same front matter) is rendered once with signs in the place of its title,
heading, address and content, and that shows where these stand. Two pages of each kind are rendered in full: where what
was filled is not, byte for byte, what the engine made of them, the build ends with the word `PROOF`, and whoever runs
the engine runs it again without this hook. Pages whose body is not plain HTML are rendered like any other.

The file is copied beside the generated mkdocs.yml, so it knows nothing of this package.
"""

from __future__ import annotations

import json
import os
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import markdown  # type: ignore[import-untyped]  # it is published without types
import yaml
from markupsafe import Markup, escape
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from bsc_site.model.value_class import dataclass

if TYPE_CHECKING or __package__:  # as a part of the package
    from bsc_site.publish.engine.search_hook import CODE, DRAWN_LINK, ID, INDENT, PROOF, SPACE_COUNTS, SWITCH, elements
else:  # as the engine loads it, which looks beside this file
    from search_hook import CODE, DRAWN_LINK, ID, INDENT, PROOF, SPACE_COUNTS, SWITCH, elements

_FEWEST = 6
"""Pages of a kind from which on filling pays: one is rendered for the signs, two for the proof."""
_PROVED = 2
_PAGE = re.compile(
    r"\A---\n(?P<front>.*?)\n---\n\s*(?P<top><div class=\"bsc-top\" data-search-exclude>\n.*?</div></div>)?\s*"
    r"# (?P<heading>[^\n]*)\n(?P<body>.*)\Z",
    re.DOTALL,
)
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][\w:-]*)(?:[^<>\"]|\"[^\"]*\")*?(?P<closed>/?)>")
_BLOCKS = {"article", "aside", "details", "div", "dl", "figure", "footer", "h2", "h3", "header", "nav", "ol", "p"}
_BLOCKS |= {"section", "table", "ul"}
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_SEEN_BY_THE_ENGINE = ("<!", " markdown", 'data-search-exclude="')
"""Signs of what the engine would change: comments, Markdown within HTML, attributes that the search takes away."""
_HELD = "<div data-search-exclude></div>"
_TITLE, _HEADING, _SLUG, _FOLDER = "bsc&amp;sign&quot;title", "Bscsign Heading", "bscsign-heading", "sign-of-a-folder"
_CONTENT = '<div class="bsc-figure" data-search-exclude>Sign of content</div>'


def _plain(text: str) -> str:
    return Markup(text).striptags()  # noqa: S704  # nothing of it is trusted: the tags are taken off


_FORMS: tuple[Callable[[str], str], ...] = (
    str,
    lambda text: str(escape(text)),
    _plain,
    lambda text: str(escape(_plain(text))),
)
"""How themes write a title: as it is, escaped once more, as plain text, as plain text that is escaped."""


@dataclass(frozen=True)
class Leaf:
    """A page as it was written: its file, title, heading and body, and the body as the search sees it.

    `top` is what stands above the heading, where a page says where it stands; the search never sees it.
    """

    file: File
    title: str
    heading: str
    body: str
    searched: str
    top: str = ""

    @property
    def folder(self) -> str:
        """The last part of its address."""
        return self.file.src_uri.split("/")[-2]


@dataclass
class PageMake:
    """Pages that are made alike, the page of signs, and what the engine made of it and of the pages that prove it."""

    front: str
    leaves: list[Leaf]
    sign: File
    outputs: dict[str, str] = field(default_factory=dict)
    entries: dict[str, list[Any]] = field(default_factory=dict)

    @property
    def filled(self) -> list[Leaf]:
        """All but those that are rendered in full for the proof."""
        return self.leaves[_PROVED:]

    @property
    def proofs(self) -> list[Leaf]:
        """Those that are rendered in full."""
        return self.leaves[:_PROVED]


_kinds: list[PageMake] = []
_watched: dict[str, PageMake] = {}
"""The page of signs and the proofs of each kind by their paths."""
_pages: list[File] = []
"""Every page of the site in its order."""


def on_files(files: Any, config: Any, **_: Any) -> Any:
    """Pages that will be filled are no pages to the engine any more; it still knows their addresses."""
    _kinds.clear()
    _watched.clear()
    _pages[:] = files.documentation_pages()
    if os.environ.get(SWITCH):
        return files
    in_nav = frozenset(_paths(config.nav))
    found: dict[tuple[str, str], list[Leaf]] = {}
    for file in _pages:
        made = None if file.src_uri in in_nav else _leaf(file)
        if made is not None:
            found.setdefault(made[0], []).append(made[1])
    for (folder, front), leaves in found.items():
        if len(leaves) >= _FEWEST:
            _kinds.append(_kind(folder, front, leaves, config))
    for kind in _kinds:
        files.append(kind.sign)
        _watched.update({each.src_uri: kind for each in (kind.sign, *(leaf.file for leaf in kind.proofs))})
        for leaf in kind.filled:
            _hide(leaf.file)
    return files


def _paths(nav: Any) -> Iterator[str]:
    """Every path that a nav of nested lists and mappings names."""
    if isinstance(nav, str):
        yield nav
    for each in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from _paths(each)


def _leaf(file: File) -> tuple[tuple[str, str], Leaf] | None:
    """The page with the folder and the front matter that it shares with its kind; None for a page of another form."""
    page = _PAGE.match(file.content_string)
    folder = posixpath.dirname(posixpath.dirname(file.src_uri))
    if page is None or not folder or not file.src_uri.endswith("/index.md"):
        return None
    lines = page["front"].split("\n")
    title = next((line for line in lines if line.startswith('title: "')), "")
    searched = _searched(page["body"])
    if not title or searched is None:
        return None
    front = "\n".join(line for line in lines if line != title)
    return (folder, front), Leaf(
        file, json.loads(title[7:]), page["heading"], page["body"], searched, page["top"] or ""
    )


def _searched(body: str) -> str | None:
    """The body without what the search leaves out; None where it is anything but blocks of HTML one after the other."""
    if CODE.search(body) or SPACE_COUNTS.search(body) or any(each in body for each in _SEEN_BY_THE_ENGINE):
        return None
    pieces, done = [], 0
    for start, end in elements(body):
        pieces += [body[done:start], _HELD]
        done = end
    text = "".join(pieces) + body[done:]
    return text if done and _is_blocks(text) else None


def _is_blocks(text: str) -> bool:
    open_elements: list[str] = []
    done = 0
    for tag in _TAG.finditer(text):
        name = tag["name"]
        if not open_elements and (text[done : tag.start()].strip() or name not in _BLOCKS or tag["end"]):
            return False
        if not open_elements and tag.start() and text[tag.start() - 1] != "\n":
            return False
        if tag["end"]:
            if open_elements.pop() != name:
                return False
        elif name not in _VOID and not tag["closed"]:
            open_elements.append(name)
        done = tag.end()
    return not open_elements and not text[done:].strip()


def _kind(folder: str, front: str, leaves: list[Leaf], config: Any) -> PageMake:
    text = f'---\ntitle: "{_TITLE}"\n{front}\n---\n\n# {_HEADING}\n\n{_CONTENT}\n'
    sign = File.generated(config, f"{folder}/{_FOLDER}/index.md", content=text)
    return PageMake(front, sorted(leaves, key=_difficulty), sign)


def _difficulty(leaf: Leaf) -> tuple[int, int]:
    """Pages with the most signs in their titles and the longest come first: they prove the most."""
    return -len(re.findall(r"[^\w ]", leaf.title + leaf.heading)), -len(leaf.body)


def _hide(file: File) -> None:
    """Neither rendered nor copied; its address is settled before."""
    file.url, file.dest_uri = file.url, file.dest_uri  # computed where they are first asked for, from what follows
    file.is_documentation_page = lambda: False  # type: ignore[method-assign]
    file.copy_file = lambda *_: None  # type: ignore[method-assign]


def on_nav(nav: Any, config: Any, **_: Any) -> Any:
    """Each page to be filled with its anchors, for links that lead to it."""
    heading = _headings(config)
    for kind in _kinds:
        for leaf in kind.filled:
            page = Page(None, leaf.file, config)
            page.present_anchor_ids = {*ID.findall(leaf.body), *ID.findall(heading(leaf.heading))}
    return nav


def on_template_context(context: Any, template_name: str, **_: Any) -> Any:
    """The site's map of its pages names the filled ones too, in their places, and never a page of signs."""
    if template_name.startswith("sitemap"):
        context["pages"] = _pages
    return context


def on_post_page(output: str, page: Any, **_: Any) -> str:
    """What the engine made of a page of signs, which is not published, or of a proof."""
    kind = _watched.get(page.file.src_uri)
    if kind is None:
        return output
    kind.outputs[page.file.src_uri] = output
    return "" if page.file is kind.sign else output


on_post_page.mkdocs_priority = -200  # type: ignore[attr-defined]  # after the other hook has written the page anew


def on_post_build(config: Any, **_: Any) -> None:
    """The filled pages, and their entries in the search index, which is written next."""
    index = next((each.search_index for name, each in config.plugins.items() if name.endswith("search")), None)
    for kind in _kinds:
        filling = Filling(kind, config, _headings(config))
        for leaf in kind.proofs:
            made = [] if index is None else [each for each in index.entries if _page_of(each) == leaf.file.url]
            if filling.page(leaf) != kind.outputs.get(leaf.file.src_uri) or filling.entries(leaf, index) != made:
                raise PluginError(f"{PROOF}: {leaf.file.src_uri}")
        for leaf in kind.filled:
            target = Path(leaf.file.abs_dest_path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(filling.page(leaf).encode("utf-8", errors="xmlcharrefreplace"))
            if index is not None:
                index.entries += filling.entries(leaf, index)
    if index is not None and _kinds:
        places = {file.url: number for number, file in enumerate(_pages)}
        index.entries = sorted(
            (each for each in index.entries if _page_of(each) in places), key=lambda each: places[_page_of(each)]
        )


on_post_build.mkdocs_priority = 100  # type: ignore[attr-defined]  # before the search writes its index


def _page_of(entry: Any) -> str:
    return str(entry["location"]).partition("#")[0]


class Filling:
    """How a page of one kind looks around its content, read off the page of signs."""

    def __init__(self, kind: PageMake, config: Any, heading: Callable[[str], str]) -> None:
        """Raises PluginError where the signs are not found as they were set."""
        self._heading = heading
        self._meta = yaml.safe_load(kind.front) or {}
        self._instant = "navigation.instant" in (config.theme.get("features") or ())
        before, found, after = kind.outputs.get(kind.sign.src_uri, "").partition(f"{heading(_HEADING)}\n{_CONTENT}")
        if not found or _HEADING in before + after:
            raise PluginError(f"{PROOF}: {kind.sign.src_uri}")
        self._before, self._after = self._slots(before), self._slots(after)

    @staticmethod
    def _slots(text: str) -> list[str]:
        """Texts and, at every second place, a sign between them."""
        signs = sorted({*(form(_TITLE) for form in _FORMS), _SLUG, _FOLDER}, key=len, reverse=True)
        return re.split("(" + "|".join(re.escape(each) for each in signs) + ")", text)

    def page(self, leaf: Leaf) -> str:
        """The whole page."""
        heading = self._heading(leaf.heading)
        values = {form(_TITLE): form(leaf.title) for form in reversed(_FORMS)}
        values[_SLUG], values[_FOLDER] = next(iter(ID.findall(heading)), ""), leaf.folder
        content = INDENT.sub("\n", f"{leaf.top}\n{heading}\n{leaf.body.strip()}".lstrip())
        if self._instant:
            content = DRAWN_LINK.sub(r"\1 xlink:href=", content)
        return "".join((*_set(self._before, values), content, *_set(self._after, values)))

    def entries(self, leaf: Leaf, index: Any) -> list[Any]:
        """What the search is told of the page; the index stays as it was."""
        if index is None:
            return []
        whole, index.entries = index.entries, []
        try:
            index.add_entry_from_context(
                SimpleNamespace(
                    content=f"{_HELD if leaf.top else ''}\n{self._heading(leaf.heading)}\n{leaf.searched}".lstrip(),
                    toc=(),
                    url=leaf.file.url,
                    title=leaf.title,
                    meta={**self._meta, "title": leaf.title},
                )
            )
            return list(index.entries)
        finally:
            index.entries = whole


def _set(slots: list[str], values: Mapping[str, str]) -> Iterator[str]:
    return (values[each] if number % 2 else each for number, each in enumerate(slots))


def _headings(config: Any) -> Callable[[str], str]:
    """How the engine writes a first heading, each made once."""
    converter = markdown.Markdown(extensions=config["markdown_extensions"], extension_configs=config["mdx_configs"])

    @cache
    def written(text: str) -> str:
        converter.reset()
        return str(converter.convert(f"# {text}"))

    return written
