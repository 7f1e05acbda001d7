"""A hook for the engine: pages that are made alike are left out of it, and what they need of it is written down.

Whoever runs the engine names in `BSC_SITE_FILLING` a file that tells which pages it fills by itself, which pages of
signs shall be made in their place, and which first headings it needs as HTML. The answer stands beside that file.
Without the variable the hook does nothing, and every page is made.

The file is copied beside the generated mkdocs.yml, so it knows nothing of this package.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import markdown  # type: ignore[import-untyped]  # it is published without types
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

if TYPE_CHECKING or __package__:  # as a part of the package
    from bsc_site.publish.engine.search_hook import ASKED_IN, ID
else:  # as the engine loads it, which looks beside this file
    from search_hook import ASKED_IN, ID

_asked: dict[str, Any] = {}
"""What the engine is asked for; empty where it shall make every page."""
_pages: list[File] = []
"""Every page of the site in its order."""
_signs: dict[str, str] = {}
"""Path of each page of signs to what the engine made of it."""


def on_files(files: Any, config: Any, **_: Any) -> Any:
    """Pages that will be filled are no pages to the engine any more; it still knows their addresses."""
    _asked.clear()
    _signs.clear()
    _pages[:] = files.documentation_pages()
    if os.environ.get(ASKED_IN):
        _asked.update(json.loads(Path(os.environ[ASKED_IN]).read_bytes()))
    for path in _asked.get("filled", ()):
        _hide(files.get_file_from_path(path))
    for path in _asked.get("files", ()):
        file = files.get_file_from_path(path)
        if file is not None:
            file.copy_file = _nothing
    for path, text in _asked.get("signs", {}).items():
        files.append(File.generated(config, path, content=text))
    return files


def _hide(file: File) -> None:
    """Neither rendered nor copied; its address is settled before."""
    file.url, file.dest_uri = file.url, file.dest_uri  # computed where they are first asked for, from what follows
    file.is_documentation_page = lambda: False  # type: ignore[method-assign]
    file.copy_file = _nothing  # type: ignore[method-assign,assignment]


def _nothing(*_: Any) -> None:
    """What is done for a file that somebody else puts into the site."""


class _UnmadePage(Page):
    """A page that is filled: its anchors are read when a link leads to one of them."""

    @property
    def present_anchor_ids(self) -> set[str]:
        text = self.file.content_string
        heading = next((line for line in text.split("\n") if line.startswith("# ")), "")
        return {*ID.findall(text), *ID.findall(_headings(self.config)(heading[2:]))}

    @present_anchor_ids.setter
    def present_anchor_ids(self, value: object) -> None:
        """The engine has nothing to say of it."""

    config: Any = None


def on_nav(nav: Any, config: Any, files: Any, **_: Any) -> Any:
    """Each page to be filled is known, for links that lead to it and for the site's map."""
    for path in _asked.get("filled", ()):
        _UnmadePage(None, files.get_file_from_path(path), config).config = config
    return nav


def on_template_context(context: Any, template_name: str, **_: Any) -> Any:
    """The site's map of its pages names the filled ones too, in their places, and never a page of signs."""
    if template_name.startswith("sitemap"):
        context["pages"] = _pages
    return context


def on_post_page(output: str, page: Any, **_: Any) -> str:
    """Nothing is published of a page of signs."""
    if page.file.src_uri not in _asked.get("signs", ()):
        return output
    _signs[page.file.src_uri] = output
    return ""


on_post_page.mkdocs_priority = -200  # type: ignore[attr-defined]  # after the other hooks have written the page anew


def on_post_build(config: Any, **_: Any) -> None:
    """The answer to what was asked."""
    if not _asked:
        return
    heading = _headings(config)
    answered = {
        "signs": _signs,
        "headings": {each: heading(each) for each in _asked["headings"]},
        "order": [file.url for file in _pages],
        "instant": "navigation.instant" in (config.theme.get("features") or ()),
    }
    Path(os.environ[ASKED_IN]).with_name("answered.json").write_bytes(json.dumps(answered).encode())


def _headings(config: Any) -> Callable[[str], str]:
    """How the engine writes a first heading."""
    converter = markdown.Markdown(extensions=config["markdown_extensions"], extension_configs=config["mdx_configs"])

    def written(text: str) -> str:
        converter.reset()
        return str(converter.convert(f"# {text}"))

    return written
