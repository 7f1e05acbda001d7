"""Files meant: what a name or a pattern in a query means in the project's folder, and nowhere else."""

from __future__ import annotations

from pathlib import Path

from bsc_site.load.queries.engine import parser
from bsc_site.load.queries.query_error import QueryError
from bsc_site.load.suggestions import did_you_mean
from bsc_site.model.saying.said import said
from bsc_site.model.sentences.asked import query_sentences as told

WILD = frozenset("*?[")


def data_files(root: Path) -> list[str]:
    """Every file below data/, as seen from the project, in a stable order."""
    return sorted(each.relative_to(root).as_posix() for each in (root / "data").rglob("*") if each.is_file())


def matches(root: Path, pattern: str, place: int | None) -> list[str]:
    """The files that a name or a pattern means, as seen from the project; a pattern passes over hidden ones.

    Raises QueryError where there is none, and where one lies outside of the project, also by a link.
    """
    if Path(pattern).is_absolute() or "://" in pattern:
        raise QueryError("BSC302", said(told.OUTSIDE, file=pattern), place)
    wild = bool(WILD & set(pattern))
    found = _by_pattern(root, pattern) if wild else [root / pattern]
    names = [_in_project(root, each, place) for each in found if each.is_file()]
    if not wild and names and _hidden(names[0]):
        raise QueryError("BSC302", said(told.HIDDEN, file=pattern), place)
    seen = [name for name in names if not _hidden(name)]
    if not seen:
        meant = did_you_mean(pattern, data_files(root))
        raise QueryError("BSC301", said(told.NO_FILES, pattern=pattern, meant=meant), place)
    return seen


def _by_pattern(root: Path, pattern: str) -> list[Path]:
    """What DuckDB itself understands by a pattern."""
    found = parser().execute("select file from glob(?) order by file", [str(root / pattern)]).fetchall()
    return [Path(file) for (file,) in found]


def _in_project(root: Path, file: Path, place: int | None) -> str:
    resolved, top = file.resolve(), root.resolve()
    if not resolved.is_relative_to(top):
        raise QueryError("BSC302", said(told.OUTSIDE, file=file.name), place)
    return resolved.relative_to(top).as_posix()


def _hidden(name: str) -> bool:
    return any(part.startswith(".") for part in name.split("/"))
