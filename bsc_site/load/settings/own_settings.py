"""The project's own settings: what the project's own mkdocs.yml says, read without acting on its tags."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from bsc_site.load.plain_files import refusal
from bsc_site.model.failure import InputError
from bsc_site.model.problem import Place, Problem
from bsc_site.model.rules import problem
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import settings_sentences as told
from bsc_site.model.value_class import dataclass

FILE = "mkdocs.yml"
ENGINES = ("mkdocs", "properdocs")
NULL = "tag:yaml.org,2002:null"


@dataclass(frozen=True)
class OwnSettings:
    """The settings of mkdocs.yml as YAML nodes, so that tags such as `!ENV` and `!!python/name` stay what they are.

    `root` is empty when there is no file. `in_own_words`: some texts are those of the language of a site.
    """

    root: MappingNode
    exists: bool = True
    in_own_words: bool = False

    def get(self, *keys: str) -> Node | None:
        """The node below these keys; None when it is missing or empty."""
        node: Node | None = self.root
        for key in keys:
            node = next((value for name, value in pairs(node) if name == key), None)
        return None if node is None or node.tag == NULL else node

    def has(self, *keys: str) -> bool:
        """Whether the file says something there, be it nothing at all (`plugins: []`)."""
        return any(name == keys[-1] for name, _ in pairs(self.get(*keys[:-1])))

    def text(self, *keys: str) -> str | None:
        """The scalar below these keys as it is written; None for anything else."""
        node = self.get(*keys)
        return node.value if isinstance(node, ScalarNode) else None

    def items(self, *keys: str) -> tuple[Node, ...]:
        """The list below these keys; a mapping counts as a list of one-key mappings, as MkDocs reads it."""
        node = self.get(*keys)
        if isinstance(node, SequenceNode):
            return tuple(node.value)
        if isinstance(node, MappingNode):
            return tuple(MappingNode("tag:yaml.org,2002:map", [pair]) for pair in node.value)
        return ()

    @property
    def docs(self) -> str:
        """The folder of the project's own pages, relative to the project."""
        return (self.text("docs_dir") or "docs").rstrip("/")

    @property
    def engine(self) -> str:
        """The engine that builds the site: mkdocs, unless `extra: {bsc_site: {engine: properdocs}}`."""
        return self.text("extra", "bsc_site", "engine") or ENGINES[0]

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of the languages in which there shall be a site: `extra: {bsc_site: {languages: [de, fr]}}`."""
        named = self.items("extra", "bsc_site", "languages")
        return tuple(each.value for each in named if isinstance(each, ScalarNode))

    @property
    def site_id(self) -> str:
        """What tells the site from every other one while it has no address: `extra: {bsc_site: {id: ..}}`, or empty."""
        return self.text("extra", "bsc_site", "id") or ""


def pairs(node: Node | None) -> Iterator[tuple[str, Node]]:
    """The keys and values of a mapping; nothing for another node."""
    if isinstance(node, MappingNode):
        yield from ((key.value, value) for key, value in node.value if isinstance(key, ScalarNode))


def place_of(node: Node | None) -> Place:
    """Where a node stands in mkdocs.yml; the whole file for none."""
    mark = node.start_mark if node is not None else None
    return Place(FILE, mark.line + 1, mark.column + 1) if mark is not None else Place(FILE)


def read_own_settings(project: Path) -> OwnSettings:
    """The project's mkdocs.yml; an empty one when there is none. InputError when it cannot be used."""
    try:
        why = refusal(project / FILE, project)
        if why:
            raise InputError((problem("BSC521", Place(FILE), why),))
        text = (project / FILE).read_text(encoding="utf-8-sig")
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except FileNotFoundError:
        return OwnSettings(MappingNode("tag:yaml.org,2002:map", []), exists=False)
    except UnicodeDecodeError as error:
        raise InputError((problem("BSC510", Place(FILE), said(told.NOT_TEXT, reason=error.reason)),)) from None
    except yaml.YAMLError as error:
        raise InputError((_syntax_problem(error),)) from None
    if node is None:
        return OwnSettings(MappingNode("tag:yaml.org,2002:map", []))
    if not isinstance(node, MappingNode):
        raise InputError((problem("BSC510", place_of(node), said(told.NO_SETTINGS)),))
    return OwnSettings(node)


def _syntax_problem(error: yaml.YAMLError) -> Problem:
    mark = getattr(error, "problem_mark", None)
    words = [getattr(error, "context", None), getattr(error, "problem", None)]
    message = ", ".join(each for each in words if each) or str(error).splitlines()[0]
    place = Place(FILE, mark.line + 1, mark.column + 1) if mark else Place(FILE)
    return problem("BSC510", place, said(told.NOT_YAML, reason=message))


def docs_folder(project: Path) -> str:
    """The folder of the project's own pages, the usual one while mkdocs.yml cannot be read."""
    try:
        return read_own_settings(project).docs
    except InputError:
        return "docs"


def site_address(project: Path) -> str:
    """Where the site will stand on the web, as mkdocs.yml says in `site_url`; empty where it does not say."""
    try:
        address = read_own_settings(project).text("site_url") or ""
    except InputError:
        return ""
    return address if address.startswith(("https://", "http://")) else ""
