"""Connections file: the databases that scorecard/connections.yml names, without a secret in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from bsc_site.load.plain_files import refusal
from bsc_site.load.suggestions import key_text
from bsc_site.load.yaml.marked_file import MarkedFile, Node
from bsc_site.load.yaml.marked_yaml import read_marked
from bsc_site.model.problem import Place, Problem
from bsc_site.model.rules import problem
from bsc_site.model.saying.said import Said, said
from bsc_site.model.sentences.asked import connection_sentences as told
from bsc_site.model.sentences.scorecard_sentences import CANNOT_BE_READ
from bsc_site.model.value_class import dataclass

FILE = "scorecard/connections.yml"
_VARIABLE = re.compile(r"\$\{([A-Za-z_][A-Za-z0-9_]*)\}")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_SECRET_KEY = re.compile(r"passw|pwd|secret|token|key|credential|auth|sig", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DeclaredConnection:
    """One connection: its name, and its address with variables of the environment in place of what is secret."""

    name: str
    url: str = field(repr=False)

    def missing(self, environment: Mapping[str, str]) -> str:
        """The first variable that is not set; empty where all are."""
        return next((name for name in _VARIABLE.findall(self.url) if not environment.get(name)), "")

    def filled(self, environment: Mapping[str, str]) -> str:
        """The address as it is, which nobody may read."""
        return _VARIABLE.sub(lambda found: environment[found[1]], self.url)


@dataclass(frozen=True, slots=True)
class DeclaredConnections:
    """All connections by name, those that are declared wrong too, and what is wrong with them."""

    known: Mapping[str, DeclaredConnection] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()


def declared_connections(root: Path) -> DeclaredConnections:
    """What scorecard/connections.yml declares; nothing without that file."""
    why = refusal(root / FILE, root)
    if why:
        return DeclaredConnections(problems=(problem("BSC521", Place(FILE), why),))
    try:
        data = (root / FILE).read_bytes()
    except FileNotFoundError:
        return DeclaredConnections()
    except OSError as error:
        unread = problem("BSC018", Place(FILE), said(CANNOT_BE_READ, reason=str(error.strerror)))
        return DeclaredConnections(problems=(unread,))
    marked = read_marked(data, FILE)
    entries = marked.root.entries if marked.root is not None and isinstance(marked.root.entries, dict) else {}
    problems = [each for each in marked.problems if each.code != "BSC015"]
    known: dict[str, DeclaredConnection] = {}
    for name, node in entries.items():
        wrong = list(_wrong(marked, name, node))
        problems += wrong
        if not wrong:
            known[name] = DeclaredConnection(name, node.value["url"])
    return DeclaredConnections(known, frozenset(entries), tuple(problems))


def _wrong(marked: MarkedFile, name: str, node: Node) -> Iterator[Problem]:
    """What is wrong with one connection; no message holds what stands there."""
    variable = re.sub(r"\W", "_", name).upper()

    def at(code: str, message: Said, *key: str) -> Problem:
        path = (name, *key)
        return problem(code, marked.place(path), message, key_text(path))

    if not _NAME.fullmatch(name):
        yield at("BSC025", said(told.WRONG_NAME))
        return
    if not isinstance(node.entries, dict):
        yield at("BSC025", said(told.NO_MAPPING, name=name, variable=variable))
        return
    for key in node.entries:
        if key != "url":
            code = "BSC026" if _SECRET_KEY.search(key) else "BSC025"
            yield at(code, said(told.UNKNOWN_KEY, key=key), key)
    url = node.value.get("url")
    if not isinstance(url, str) or not url.strip():
        yield at("BSC025", said(told.NO_URL, name=name, variable=variable))
    elif what := _secret_in(url):
        yield at("BSC026", said(told.SECRET_IN_THE_FILE, what=what, variable=variable), "url")


def _secret_in(url: str) -> str:
    """What kind of secret is written out in an address; empty where each stands in the environment."""
    try:
        parts = urlsplit(url)
        password = parts.password
    except ValueError:
        return "password"
    if password and not _VARIABLE.fullmatch(password):
        return "password"
    for key, value in parse_qsl(parts.query):
        if _SECRET_KEY.search(key) and not _VARIABLE.fullmatch(value):
            return key
    return ""
