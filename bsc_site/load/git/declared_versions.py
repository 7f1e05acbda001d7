"""Declared versions: what the files of the scorecard said of each KPI and objective, commit by commit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple, TypeAlias

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
_DEFAULTS = DeclaredName("defaults", "")
_DEFAULTS_TEXT = re.compile(r"^defaults:(?:.*\n?)(?:(?:[ \t#-].*)?\n)*(?:[ \t#-].*)?", re.MULTILINE)
_OWN_ID = re.compile(r"^id:", re.MULTILINE)
_NONE = "none"
"""Instead of the defaults of a scorecard that has a file of its own and declares none."""
_NOTHING = ("", "null", "Null", "NULL", "~")
"""How the YAML takes a default away."""


class _Said(NamedTuple):
    """The lines of an element, and those of the defaults of its scorecard; empty without any."""

    own: str
    defaults: str = ""


_Texts: TypeAlias = dict[DeclaredName, list[tuple[date | None, _Said]]]
_State: TypeAlias = dict[str, dict[DeclaredName, str]]
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
    state: _State = {}
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


def _follow(state: _State, changed: Mapping[str, dict[DeclaredName, str]], day: date | None, found: _Texts) -> None:
    """Put the files of a day in their place, and add what they say otherwise of an element to what is found of it."""
    touched = {
        name
        for file, chunks in changed.items()
        for name in chunks.keys() | state.get(file, {}).keys()
        if chunks.get(name) != state.get(file, {}).get(name)
    }
    state.update(changed)
    if _DEFAULTS in touched:
        touched |= {name for chunks in state.values() for name in chunks if name.kind == _KINDS["kpis"]}
    defaults = {file: _defaults_of(file, state) for file in state}
    for name in sorted(touched - {_DEFAULTS}):
        said = next(
            (_said(name, chunks[name], defaults[file]) for file, chunks in state.items() if name in chunks), None
        )
        if said is not None and (name not in found or found[name][-1][1] != said):
            found.setdefault(name, []).append((day, said))


def _said(name: DeclaredName, own: str, defaults: str) -> _Said:
    return _Said(own, defaults if name.kind == _KINDS["kpis"] else "")


def _defaults_of(file: str, state: _State) -> str:
    """What holds for the KPIs of a file: its own defaults, or those of the folder of whose scorecard it is a part."""
    own = state[file].get(_DEFAULTS)
    if own is not None:
        return own if own != _NONE else ""
    folder = PurePosixPath(file).parent
    beside = [
        each[_DEFAULTS] for name, each in state.items() if _DEFAULTS in each and PurePosixPath(name).parent == folder
    ]
    told = [each for each in beside if each != _NONE]
    return told[0] if len(told) == 1 else ""


def _may_tell(texts: list[tuple[date | None, _Said]], *, stands: bool) -> bool:
    """Whether there is a history to read: several texts, or one of an element that may have had another id."""
    return len(texts) > 1 or not stands or "was:" in texts[-1][1].own


def _read(texts: list[tuple[date | None, _Said]]) -> Iterator[DeclaredVersion]:
    """The versions that say something else than the one before; those that are no YAML by themselves are left out."""
    last: Mapping[str, Any] | None = None
    known: dict[str, Mapping[str, Any]] = {"": {}}
    for day, (own, defaults) in texts:
        if defaults not in known:
            read = _yaml(defaults)
            found = read.get("defaults") if isinstance(read, dict) else None
            known[defaults] = found if isinstance(found, dict) else {}
        keys = _keys(own)
        if keys is None:
            continue
        keys = _with_defaults(keys, known[defaults])
        if keys != last:
            last = keys
            yield DeclaredVersion(day, keys)


def _with_defaults(own: Mapping[str, Any], defaults: Mapping[str, Any]) -> Mapping[str, Any]:
    """What an element says with what it leaves to the defaults: mappings key by key, anything else as a whole."""
    both = {key: default for key, default in defaults.items() if key not in own}
    for key, value in own.items():
        default = defaults.get(key)
        if isinstance(value, dict) and isinstance(default, dict):
            both[key] = _with_defaults(value, default)
        elif not (key in defaults and value in _NOTHING):
            both[key] = value
    return both


def _keys(text: str) -> Mapping[str, Any] | None:
    """The keys of an element with their values as texts; None where its lines alone are no YAML."""
    read = _yaml(text)
    one = read[0] if isinstance(read, list) and len(read) == 1 else None
    return one if isinstance(one, dict) else None


def _yaml(text: str) -> Any:
    """What the lines hold, all of it texts; None where they alone are no YAML."""
    try:
        return yaml.load(text, _LOADER)  # noqa: S506  # it builds nothing but texts, lists and mappings
    except yaml.YAMLError:
        return None


def chunks_of(text: str) -> dict[DeclaredName, str]:
    """The lines of each KPI and objective of a file, moved to the left, and of its defaults, found by their indents."""
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
    defaults = _DEFAULTS_TEXT.search(text)
    if defaults or _OWN_ID.search(text):
        found[_DEFAULTS] = defaults[0].rstrip() if defaults else _NONE
    return found


def _chunk(begun: tuple[int, str, int], text: str, end: int) -> Iterator[tuple[DeclaredName, str]]:
    indent, kind, start = begun
    lines = text[start:end].rstrip()
    named = _ID.search(lines)
    if named:
        yield DeclaredName(kind, named[1] or named[2]), re.sub(f"^ {{{indent}}}", "", lines, flags=re.MULTILINE)
