"""The repository's files, and what the modules among them say: read once for all tests of the house."""

from __future__ import annotations

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
NOT_OURS = {".git", ".venv", "build", "dist", ".bsc-cache", "__pycache__", ".hypothesis", "node_modules"}


def _tracked() -> list[Path]:
    """The files of the repository; where there is none, those of the folder without what tools leave behind."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S607  # git of the path
    if listed.returncode == 0 and listed.stdout:
        return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]
    return [path for path in ROOT.rglob("*") if path.is_file() and not NOT_OURS & set(path.relative_to(ROOT).parts)]


FILES = _tracked()


@cache
def modules() -> dict[Path, ast.Module]:
    """Every module by its file, parsed."""
    return {path: ast.parse(text) for path in FILES if path.suffix == ".py" and (text := path.read_text("utf-8"))}
