"""Input files: every file of a project that its site is made from, by its path in the project."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from bsc_site.load.settings.own_settings import FILE, read_own_settings
from bsc_site.publish.disk.tree import own_files

_SCORECARD = "scorecard"
_YAML = (".yml", ".yaml")


def input_files(root: Path, data: Iterable[str]) -> dict[str, Path]:
    """The YAML, the project's own pages, templates and look, and the `data` files that were read, sorted by path."""
    return {name: path for name, path in sorted(_found(root, data)) if path.is_file()}


def _found(root: Path, data: Iterable[str]) -> Iterator[tuple[str, Path]]:
    look = read_own_settings(root)
    for folder in filter(None, (_SCORECARD, look.docs, "docs_templates", look.text("theme", "custom_dir") or "")):
        for name, path in own_files(root / folder).items():
            if folder != _SCORECARD or name.endswith(_YAML):
                yield f"{folder}/{name}", path
    yield from ((name, root / name) for name in {FILE, *data})
