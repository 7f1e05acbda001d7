"""The folders of templates: the packaged one and the project's own."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from bsc_site.render.pages.template_problem import TemplateProblem

_TOKEN = re.compile(r"^\s*(--bsc-[\w-]+):", re.MULTILINE)
_PACKAGE = Path(__file__).resolve().parents[2]


def templates_folder() -> Path:
    """`docs_templates`: inside the installed package, or beside it in a checkout."""
    packaged = _PACKAGE / "docs_templates"
    return packaged if packaged.is_dir() else _PACKAGE.parent / "docs_templates"


@cache
def packaged_templates() -> dict[str, str]:
    """Template name to text, of every packaged template."""
    return templates_in(templates_folder())


def templates_in(folder: Path) -> dict[str, str]:
    """Template name to text, of every template directly in a folder; empty where there is no such folder."""
    return {each.name: each.read_text(encoding="utf-8") for each in sorted(folder.glob("*.jinja"))}


@cache
def packaged_tokens() -> tuple[str, ...]:
    """The names of all tokens of the style sheets, `--bsc-type-note` and so on, in the order in which they stand."""
    sheet = templates_folder() / "assets" / "tokens.css"
    return tuple(_TOKEN.findall(sheet.read_text(encoding="utf-8")))


def own_templates(root: Path) -> dict[str, str]:
    """Template name to text, of the project's own ones; empty without a docs_templates folder.

    Raises TemplateProblem for a file that is not UTF-8 text.
    """
    return {each.name: _read(each) for each in sorted((root / "docs_templates").glob("*.jinja")) if each.is_file()}


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise TemplateProblem(path.name, 0, f"it is not UTF-8 text (byte {error.start})") from None
