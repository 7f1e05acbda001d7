"""A fresh clone: the files of the repository, without what tools and builds leave behind."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
_CHECKS = (".ci/*", ".github/workflows/*")
_NOT_OURS = {".git", ".venv", "build", "dist", ".bsc-cache", "__pycache__", ".hypothesis"}


def clone(folder: Path) -> Path:
    """The files that git tracks, copied below `folder`."""
    for path in _tracked():
        copy = folder / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, copy)
    return folder


def _tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S607  # git of the path
    if listed.returncode == 0 and listed.stdout:
        return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]
    return [path for path in ROOT.rglob("*") if path.is_file() and not _NOT_OURS & set(path.relative_to(ROOT).parts)]


def targets() -> frozenset[str]:
    """What `make` can do."""
    return frozenset(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def checked_targets() -> frozenset[str]:
    """What `make` does wherever a change of the repository is checked."""
    texts = [path.read_text(encoding="utf-8") for pattern in _CHECKS for path in ROOT.glob(pattern) if path.is_file()]
    return frozenset(target for text in texts for target in re.findall(r"\bmake ([a-z]+)\b", text))
