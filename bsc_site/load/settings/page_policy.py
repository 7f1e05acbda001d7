"""What pages may do beyond what all may, and scripts that stand within pages, which no browser runs."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from yaml.nodes import MappingNode, Node, ScalarNode

from bsc_site.load.settings.own_settings import OwnSettings, pairs, place_of
from bsc_site.model.problem import Place, Problem
from bsc_site.model.rules import problem
from bsc_site.model.saying.said import said
from bsc_site.model.sentences import settings_sentences as told

KEY = ("extra", "bsc_site", "policy")
DIRECTIVES = ("connect-src", "form-action", "frame-src", "img-src", "media-src", "script-src")
_SOURCES = re.compile(r"[A-Za-z0-9'._:/*+=-]+(?: [A-Za-z0-9'._:/*+=-]+)*")
_CODE = re.compile(
    r"^ {0,3}(?P<fence>`{3,}|~{3,}).*?(?:^ {0,3}(?P=fence)|\Z)|(?P<ticks>`+)[^`].*?(?<!`)(?P=ticks)(?!`)|<!--.*?-->",
    re.DOTALL | re.MULTILINE,
)
"""What a page shows as code, or not at all."""
_SCRIPT = re.compile(r"<script\b(?P<attributes>[^>]*)>(?P<code>.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_ELSEWHERE = re.compile(r"\ssrc\s*=|\btype=[\"']?(?!text/javascript|module)[^\"'\s>]+", re.IGNORECASE)
_HANDLER = re.compile(r"<[a-z][\w-]*(?:\s[^<>]*?)?\s(?P<name>on[a-z]+)\s*=", re.IGNORECASE)


def policy_problems(look: OwnSettings, project: Path) -> Iterator[Problem]:
    """Settings that no policy can have, and code within pages that the policy does not let run."""
    wider = look.get(*KEY)
    if wider is not None and not isinstance(wider, MappingNode):
        yield problem("BSC522", place_of(wider), said(told.NO_POLICY), ".".join(KEY))
    for name, sources in pairs(wider):
        yield from _of_directive(name, sources)
    allowed = look.text(*KEY, "script-src") or ""
    for path in sorted((project / look.docs).rglob("*.md")):
        if path.is_file():
            yield from _of_page(path, project, allowed)


def _of_directive(name: str, sources: Node) -> Iterator[Problem]:
    key = ".".join((*KEY, name))
    if name not in DIRECTIVES:
        yield problem("BSC522", place_of(sources), said(told.NO_DIRECTIVE, name=name, known=", ".join(DIRECTIVES)), key)
    elif not isinstance(sources, ScalarNode) or not _SOURCES.fullmatch(sources.value):
        yield problem("BSC522", place_of(sources), said(told.NO_SOURCES), key)


def _of_page(path: Path, project: Path, allowed: str) -> Iterator[Problem]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return  # said where pages are read
    shown = _CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    place = path.relative_to(project).as_posix()
    for found in _SCRIPT.finditer(shown):
        source = f"sha256-{b64encode(sha256(found['code'].encode()).digest()).decode()}"
        if found["code"].strip() and not _ELSEWHERE.search(found["attributes"]) and source not in allowed:
            yield problem("BSC523", _at(place, text, found.start()), said(told.SCRIPT_WITHIN, source=source))
    for found in _HANDLER.finditer(shown):
        yield problem("BSC523", _at(place, text, found.start("name")), said(told.HANDLER_WITHIN, name=found["name"]))


def _at(path: str, text: str, start: int) -> Place:
    line = text.count("\n", 0, start)
    return Place(path, line + 1, start - (text.rfind("\n", 0, start) + 1) + 1)
