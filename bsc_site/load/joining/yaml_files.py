"""YAML files of the folder: which files there are, and which of them make up one scorecard."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from pathlib import Path
from typing import Any

from bsc_site.load.joining.told_once import ProblemByDefault
from bsc_site.load.plain_files import refusal
from bsc_site.load.suggestions import key_text, one_line
from bsc_site.load.yaml.left_open import left_open
from bsc_site.load.yaml.marked_file import KeyPath, MarkedFile
from bsc_site.load.yaml.marked_yaml import read_marked
from bsc_site.load.yaml.places_in_text import place_in
from bsc_site.model.kept_fields import KeptField
from bsc_site.model.problem import Place, Problem
from bsc_site.model.rules import problem
from bsc_site.model.saying.said import one_of, said
from bsc_site.model.sentences import scorecard_sentences as told
from bsc_site.model.sentences.yaml_sentences import TOO_LARGE
from bsc_site.model.value_class import dataclass

FOLDER = "scorecard"
DEPTHS = (8, 7, 6, 5, 4, 3, 2, 1)
"""How many keys down a piece of a joined scorecard may begin, the deepest first: `perspectives[0].objectives[1]` lies
four, a default within the source of a KPI deeper."""
_CONNECTIONS = "connections.yml"
"""What this file declares is no part of a scorecard."""
_MOST_MB = 20
"""A file of YAML for 1,000 KPIs has half of one."""
_SUFFIXES = {".yml", ".yaml"}


@dataclass(frozen=True)
class Origin:
    """Where a piece of a joined scorecard stands: the file, and the path of keys in it."""

    file: MarkedFile
    path: KeyPath


@dataclass(frozen=True)
class JoinedCard:
    """One scorecard, joined from its main file and its parts; `origins` says where each piece came from."""

    main: MarkedFile
    value: dict[str, Any]
    origins: Mapping[KeyPath, Origin] = field(default_factory=dict)
    kept: tuple[KeptField, ...] = ()
    """The values that stood with an audience of their own."""

    def origin(self, path: KeyPath) -> Origin:
        """The file and the path there of a path of the joined scorecard."""
        for length in DEPTHS:
            found = self.origins.get(path[:length])
            if found is not None and len(path) >= length:
                return Origin(found.file, (*found.path, *path[length:]))
        return Origin(self.main, path)

    def problem(self, code: str, path: KeyPath, message: str) -> Problem:
        """The problem `code` at `path`, with the place and the key that the file itself has.

        One that a KPI has by a default knows both places.
        """
        origin = self.origin(path)
        found = problem(code, origin.file.place(origin.path), one_line(message), key_text(origin.path))
        element = self.origin(path[:2])
        if origin.path[:1] == element.path[:1]:
            return found
        place, key = element.file.place(element.path), key_text(element.path)
        return ProblemByDefault(found.place, found.code, found.severity, found.key, found.message, place, key)

    def problem_within(self, code: str, path: KeyPath, message: str, position: int) -> Problem:
        """The same at the letter at `position` of the text that stands there."""
        origin = self.origin(path)
        return replace(self.problem(code, path, message), place=place_in(origin.file, origin.path, position))

    def reported(self, path: KeyPath) -> bool:
        """Whether the text at `path` already has a problem."""
        origin = self.origin(path)
        return origin.path in origin.file.reported


def scorecard_files(root: Path) -> tuple[list[MarkedFile], list[Problem]]:
    """Every YAML file below `scorecard/`, sorted by path; a missing or empty folder is a problem."""
    folder = root / FOLDER
    if not folder.is_dir():
        return [], [problem("BSC020", Place(FOLDER), said(told.NO_FOLDER, folder=FOLDER))]
    paths = yaml_paths(root)
    if not paths:
        return [], [problem("BSC020", Place(FOLDER), said(told.EMPTY_FOLDER, folder=FOLDER))]
    files = [_read(each, root) for each in paths]
    return files, [each for file in files for each in file.problems]


def yaml_paths(root: Path) -> list[Path]:
    """The YAML files below `scorecard/` of the folder `root`, sorted by path."""
    folder = root / FOLDER
    return sorted(each for each in folder.rglob("*") if _is_yaml(each.relative_to(folder)) and not each.is_dir())


def _is_yaml(path: Path) -> bool:
    return (
        path.suffix.lower() in _SUFFIXES
        and path.as_posix() != _CONNECTIONS
        and not any(part.startswith(".") for part in path.parts)
    )


def _read(path: Path, root: Path) -> MarkedFile:
    name = path.relative_to(root).as_posix()
    try:
        why = refusal(path, root)
        if why:
            return _unread(path, problem("BSC521", Place(name), why))
        if path.stat().st_size > _MOST_MB * 1_000_000:
            size = f"{path.stat().st_size / 1_000_000:,.0f}"
            return _unread(path, problem("BSC025", Place(name), said(TOO_LARGE, size=size, most=_MOST_MB)))
        data = path.read_bytes()
    except OSError as error:
        reason = said(told.CANNOT_BE_READ, reason=str(error.strerror))
        return _unread(path, problem("BSC018", Place(name), reason))
    marked = read_marked(data, name)
    return replace(marked, problems=(*marked.problems, *left_open(data, name)))


def _unread(path: Path, found: Problem) -> MarkedFile:
    return MarkedFile(found.place.file, None, (found,), mentioned=frozenset({path.stem}))


def join_scorecards(files: list[MarkedFile]) -> tuple[list[JoinedCard], list[Problem]]:
    """The scorecards that the files make up, in the order of their main files, and the parts that fit nowhere."""
    problems: list[Problem] = []
    readable = [each for each in files if each.root is not None]
    unread = frozenset(_folder(file.file) for file in files if file.root is None and not file.empty)
    mains = [each for each in readable if "id" in each.value]
    parts: dict[str, list[MarkedFile]] = {each.file: [] for each in mains}
    for part in readable:
        if "id" in part.value:
            continue
        owners = _owners(part, mains, unread)
        if len(owners) == 1:
            parts[owners[0].file].append(part)
        elif owners or not unread:
            problems.append(problem("BSC019", part.place(()), _homeless(owners)))
    if not mains and not problems and not unread:
        problems.append(problem("BSC020", Place(FOLDER), said(told.NO_SCORECARD_AT_ALL)))
    return [_join(main, parts[main.file], problems) for main in mains], problems


def _homeless(owners: list[MarkedFile]) -> str:
    if not owners:
        return said(told.NO_SCORECARD_NEAR)
    return said(told.SEVERAL_SCORECARDS, files=one_of(each.file for each in owners))


def _owners(part: MarkedFile, mains: list[MarkedFile], unread: frozenset[str]) -> list[MarkedFile]:
    """The main files that the part may belong to: those of the nearest folder; one without a parent comes first.

    None where that folder holds a file which could not be read, and which may be the one: `unread` are such folders.
    """
    for folder in _folders_up(part.file):
        near = [each for each in mains if _folder(each.file) == folder]
        tops = [each for each in near if each.value.get("parent") is None]
        if near:
            return near if len(near) == 1 else tops or near
        if folder in unread:
            return []
    return []


def _folder(file: str) -> str:
    return file.rpartition("/")[0]


def _folders_up(file: str) -> Iterator[str]:
    folder = _folder(file)
    while folder:
        yield folder
        folder = _folder(folder)


def _join(main: MarkedFile, parts: list[MarkedFile], problems: list[Problem]) -> JoinedCard:
    value: dict[str, Any] = {}
    origins: dict[KeyPath, Origin] = {}
    for file in (main, *parts):
        for key, entry in file.value.items():
            if key not in value:
                value[key] = entry
                origins[(key,)] = Origin(file, (key,))
            elif isinstance(entry, list) and isinstance(value[key], list):
                _append(value, origins, key, file)
            else:
                problems.append(_declared_twice(file, key, origins[(key,)].file))
    return JoinedCard(main, value, origins)


def _append(value: dict[str, Any], origins: dict[KeyPath, Origin], key: str, file: MarkedFile) -> None:
    before = len(value[key])
    value[key] = [*value[key], *file.value[key]]
    for index in range(len(file.value[key])):
        origins[(key, before + index)] = Origin(file, (key, index))


def _declared_twice(file: MarkedFile, key: str, first: MarkedFile) -> Problem:
    there = first.place((key,))
    message = said(told.KEY_IN_TWO_FILES, key=key, file=there.file, line=str(there.line))
    return problem("BSC007", file.place((key,)), message, key)
