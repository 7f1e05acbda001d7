"""Declared versions: what the files of the scorecard said of each KPI and objective, commit by commit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from bsc_site.load.git.asking import git_answer, git_contents, git_text
from bsc_site.load.joining.yaml_files import FOLDER
from bsc_site.load.plain_files import refusal
from bsc_site.model.differences.declared_history import DeclaredName, DeclaredVersion

_KINDS = {"kpis": "kpi", "objectives": "objective"}
_LINE = re.compile(r"^(?P<indent> *)(?:(?P<item>- )|(?P<key>\w+):[ \t]*(?:#.*)?$|(?=[^\s#]))", re.MULTILINE)
_ID = re.compile(r"^ *-? *\{? *id: *[\"']?([A-Za-z0-9][\w-]*)|[{,\n] *id: *[\"']?([A-Za-z0-9][\w-]*)")
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Everything stays a text, as it is written."""
_Texts: TypeAlias = dict[DeclaredName, list[tuple[date | None, str]]]
_CHANGE = re.compile(r":\d+ \d+ [0-9a-f]+ ([0-9a-f]+) [A-Z]\d*\t(.+)")


def declared_versions(root: Path, until: date) -> dict[DeclaredName, tuple[DeclaredVersion, ...]]:
    """What was said of every KPI and objective, the earliest first, up to the files as they stand.

    Of several commits on a day the last counts, on the way that the branch went. What is not committed has no day.
    Empty where git cannot tell, and in a clone whose history was cut off.
    """
    days = _days(root, until)
    if not days or git_text(root, "rev-parse", "--is-shallow-repository") == "true":
        return {}
    texts = git_contents(root, {blob for files in days.values() for blob in files.values() if blob.strip("0")})
    found: _Texts = {}
    state: dict[str, dict[DeclaredName, str]] = {}
    for day, files in days.items():
        changed = {name: chunks_of(texts.get(blob, "")) for name, blob in files.items()}
        _follow(state, changed, day, found)
    _follow(state, {name: chunks_of(text) for name, text in _standing(root).items()}, None, found)
    standing = {name for chunks in state.values() for name in chunks}
    return {name: tuple(_read(each)) for name, each in found.items() if _may_tell(each, stands=name in standing)}


def _days(root: Path, until: date) -> dict[date, dict[str, str]]:
    """The latest days with commits, each with the files that it left changed and their contents' ids."""
    words = ("log", "--reverse", "--first-parent", "--diff-merges=first-parent", "--no-show-signature", "--format=@%cs")
    told = git_answer(root, "-c", "core.quotePath=false", *words, "--raw", "--no-abbrev", "--no-renames", "--relative",
                      "HEAD", "--", FOLDER) or b""  # fmt: skip
    days: dict[date, dict[str, str]] = {}
    day = date.min
    for line in told.decode(errors="replace").splitlines():
        change = _CHANGE.fullmatch(line)
        if line.startswith("@"):
            day = date.fromisoformat(line[1:])
        elif change and change[2].endswith((".yml", ".yaml")) and day <= until:
            days.setdefault(day, {})[change[2]] = change[1]
    return days


def _standing(root: Path) -> dict[str, str]:
    """The files as they stand."""
    found = {}
    for path in sorted((root / FOLDER).rglob("*.y*ml")):
        if refusal(path, root):
            continue
        try:
            found[path.relative_to(root).as_posix()] = path.read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
    return found


def _follow(
    state: dict[str, dict[DeclaredName, str]],
    changed: Mapping[str, dict[DeclaredName, str]],
    day: date | None,
    found: _Texts,
) -> None:
    """Put the files of a day in their place, and add what they say otherwise of an element to what is found of it."""
    touched = {
        name
        for file, chunks in changed.items()
        for name in chunks.keys() | state.get(file, {}).keys()
        if chunks.get(name) != state.get(file, {}).get(name)
    }
    state.update(changed)
    for name in sorted(touched):
        text = next((chunks[name] for chunks in state.values() if name in chunks), None)
        if text is not None and (name not in found or found[name][-1][1] != text):
            found.setdefault(name, []).append((day, text))


def _may_tell(texts: list[tuple[date | None, str]], *, stands: bool) -> bool:
    """Whether there is a history to read: several texts, or one of an element that may have had another id."""
    return len(texts) > 1 or not stands or "was:" in texts[-1][1]


def _read(texts: list[tuple[date | None, str]]) -> Iterator[DeclaredVersion]:
    """The versions that say something else than the one before; those that are no YAML by themselves are left out."""
    last: Mapping[str, Any] | None = None
    for day, text in texts:
        keys = _keys(text)
        if keys is not None and keys != last:
            last = keys
            yield DeclaredVersion(day, keys)


def _keys(text: str) -> Mapping[str, Any] | None:
    """The keys of an element with their values as texts; None where its lines alone are no YAML."""
    try:
        read = yaml.load(text, _LOADER)  # noqa: S506  # it builds nothing but texts, lists and mappings
    except yaml.YAMLError:
        return None
    one = read[0] if isinstance(read, list) and len(read) == 1 else None
    return one if isinstance(one, dict) else None


def chunks_of(text: str) -> dict[DeclaredName, str]:
    """The lines of each KPI and objective of a file, moved to the left, found by how far they are indented."""
    open_keys: dict[int, str] = {}
    waiting: list[tuple[int, str, int]] = []
    found: dict[DeclaredName, str] = {}
    for line in _LINE.finditer(text):
        indent = len(line["indent"])
        while waiting and waiting[-1][0] >= indent:
            found.update(_chunk(waiting.pop(), text, line.start()))
        if line["key"]:
            open_keys = {at: key for at, key in open_keys.items() if at < indent} | {indent: line["key"]}
        if line["item"]:
            of = next((open_keys[at] for at in sorted(open_keys, reverse=True) if at <= indent), "")
            waiting += [(indent, _KINDS[of], line.start())] if of in _KINDS else []
    for each in waiting:
        found.update(_chunk(each, text, len(text)))
    return found


def _chunk(begun: tuple[int, str, int], text: str, end: int) -> Iterator[tuple[DeclaredName, str]]:
    indent, kind, start = begun
    lines = text[start:end].rstrip()
    named = _ID.search(lines)
    if named:
        yield DeclaredName(kind, named[1] or named[2]), re.sub(f"^ {{{indent}}}", "", lines, flags=re.MULTILINE)
