"""Settings in several languages: the name, the description and the titles of mkdocs.yml that a site has in its own.

They stand below `extra: {bsc_site: ..}`, where the engine minds them not: `site_name: {de: Laden, fr: Boutique}`,
`site_description` likewise, and `nav: {About us: {de: Über uns}}` by the titles as the navigation has them.
"""

from __future__ import annotations

from collections.abc import Iterator

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from bsc_site.load.settings.offered_languages import base, known
from bsc_site.load.settings.own_settings import OwnSettings, pairs, place_of
from bsc_site.model.problem import Problem
from bsc_site.model.rules import problem
from bsc_site.model.rules.translating.text_languages import EMPTY, NO_CODE
from bsc_site.model.saying.said import said

TEXTS = ("site_name", "site_description")
_NAV = "nav"
_OURS = ("extra", "bsc_site")


def in_language(look: OwnSettings, code: str = "") -> OwnSettings:
    """The settings with the texts of a language, that of the theme where none is named; others stay as they are."""
    code = code or look.text("theme", "language") or ""
    chosen = {key: _chosen(look.get(*_OURS, key), code) for key in TEXTS}
    titles = {title: _chosen(node, code) for title, node in pairs(look.get(*_OURS, _NAV))}
    if not any((*chosen.values(), *titles.values())):
        return look
    entries = {name: (key, value) for key, value in look.root.value for name in [getattr(key, "value", "")]}
    for name, text in chosen.items():
        if text:
            key = entries[name][0] if name in entries else ScalarNode("tag:yaml.org,2002:str", name)
            entries[name] = key, ScalarNode("tag:yaml.org,2002:str", text)
    if _NAV in entries:
        key, value = entries[_NAV]
        entries[_NAV] = key, _retitled(value, {title: text for title, text in titles.items() if text})
    return OwnSettings(MappingNode(look.root.tag, [*entries.values()]), look.exists, in_own_words=True)


def _chosen(node: Node | None, code: str) -> str:
    """The text of the language, or of the language without its region; empty for none."""
    found = {name: value.value for name, value in pairs(node) if isinstance(value, ScalarNode)}
    return found.get(code) or found.get(base(code)) or ""


def _retitled(node: Node, titles: dict[str, str]) -> Node:
    """A navigation with other titles, at whatever depth."""
    if isinstance(node, SequenceNode):
        return SequenceNode(node.tag, [_retitled(each, titles) for each in node.value])
    if not isinstance(node, MappingNode):
        return node
    entries = [(_titled(key, titles), _retitled(value, titles)) for key, value in node.value]
    return MappingNode(node.tag, entries)


def _titled(key: Node, titles: dict[str, str]) -> Node:
    return ScalarNode(key.tag, titles.get(key.value, key.value)) if isinstance(key, ScalarNode) else key


def language_text_problems(look: OwnSettings) -> Iterator[Problem]:
    """Codes that nobody knows, and texts that are empty."""
    for key in TEXTS:
        yield from _of(look.get(*_OURS, key), f"extra.bsc_site.{key}")
    for title, node in pairs(look.get(*_OURS, _NAV)):
        yield from _of(node, f"extra.bsc_site.nav.{title}")


def _of(node: Node | None, key: str) -> Iterator[Problem]:
    for code, text in pairs(node):
        if not known(code):
            yield problem("BSC029", place_of(text), said(NO_CODE, code=code, hint=""), f"{key}.{code}")
        elif not (isinstance(text, ScalarNode) and text.value):
            yield problem("BSC030", place_of(text), said(EMPTY, code=code), f"{key}.{code}")
