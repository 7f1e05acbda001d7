"""Paths of a navigation: the Markdown files that it names, however deep."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


def paths_in(nav: Any) -> Iterator[str]:
    """Every path that a nav of nested lists and mappings names."""
    if isinstance(nav, str):
        yield nav
    for each in nav.values() if isinstance(nav, Mapping) else () if isinstance(nav, str) else nav:
        yield from paths_in(each)
