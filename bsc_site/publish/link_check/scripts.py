"""What a script names to be loaded from other hosts, without having to run: imports, and lists of addresses."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache

from bsc_site.publish.link_check.reference import leads_elsewhere

SLASHES = "//"
"""No address on another host is without them."""
_LISTS = {"importmap", "speculationrules"}
_HOST = r"(?:(?i:https?:))?//"
_STATEMENTS = tuple(re.compile(word + rf"""\b[^"'`;()]*(["'])({_HOST}.*?)\1""") for word in ("import", "export"))
_CALL = re.compile(rf"""import\s*\(\s*(["'`])({_HOST}.*?)\1""")
"""Each begins with fixed letters, which are found ten times as fast in a bundle as a choice of signs before them."""
_BEGINNING = re.compile(r"(?:^|[\n;{}])\s*\Z")
LONGEST_INDENT = 200
_TEXT = re.compile(r'"(?:[^"\\]|\\.)*"')


@lru_cache(maxsize=1 << 10)
def foreign_in_script(text: str, kind: str = "") -> frozenset[str]:
    """Addresses on other hosts that a script imports; for lists of addresses (`speculationrules`) all that it holds.

    What else a script may do when it runs is not looked into.
    """
    if kind.strip().lower() in _LISTS:
        return frozenset(each for each in _texts(text) if leads_elsewhere(each))
    return frozenset(_imports(text))


def _imports(text: str) -> Iterator[str]:
    if SLASHES not in text:
        return
    yield from (each[2] for each in _CALL.finditer(text))
    for statement in _STATEMENTS:
        for each in statement.finditer(text):
            if _BEGINNING.search(text[max(0, each.start() - LONGEST_INDENT) : each.start()]):
                yield each[2]


def _texts(listed: str) -> set[str]:
    try:
        return {json.loads(each, strict=False) for each in _TEXT.findall(listed)}
    except ValueError:
        return set()
