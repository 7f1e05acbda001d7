"""The folder of the packaged templates and assets."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[2]


def templates_folder() -> Path:
    """`docs_templates`: inside the installed package, or beside it in a checkout."""
    packaged = _PACKAGE / "docs_templates"
    return packaged if packaged.is_dir() else _PACKAGE.parent / "docs_templates"


@cache
def packaged_templates() -> dict[str, str]:
    """Template name to text, of every packaged template."""
    return {each.name: each.read_text(encoding="utf-8") for each in sorted(templates_folder().glob("*.jinja"))}
