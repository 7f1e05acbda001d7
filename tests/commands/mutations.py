"""The demo company with slips of the pen in its YAML: keys lost, values replaced, items doubled, types swapped."""

from __future__ import annotations

import copy
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

REPOSITORY = Path(__file__).parents[2]
FILES = sorted(each.relative_to(REPOSITORY).as_posix() for each in (REPOSITORY / "scorecard").rglob("*.yml"))
ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=8),
    st.sampled_from(["", "2025-W60", "1e999", "-5%", "10 fortnights", "kpi/", "a/b/c", "{{ x }}", 10**250, -1, 0]),
)
Way = tuple[str | int, ...]


@dataclass(frozen=True)
class Slip:
    """One mutation: what is done at which place of which file; `value` is for a replacement only."""

    file: str
    at: Way
    done: str
    value: Any = None


@cache
def documents() -> dict[str, Any]:
    """Every YAML file of the demo by its path."""
    return {each: yaml.safe_load((REPOSITORY / each).read_text(encoding="utf-8")) for each in FILES}


def _places(value: Any, at: Way = ()) -> Iterator[Way]:
    if at:
        yield at
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _places(inner, (*at, key))


@cache
def _everything() -> tuple[tuple[str, Way], ...]:
    return tuple((file, at) for file, body in documents().items() for at in _places(body))


@cache
def _scalars(key: str | int | None) -> tuple[Any, ...]:
    """Every scalar of the demo, or only those of one key: a target for a target."""
    found = (_at(documents()[file], at) for file, at in _everything() if key is None or at[-1] == key)
    return tuple(each for each in found if not isinstance(each, dict | list)) or (None,)


def _at(value: Any, at: Way) -> Any:
    for key in at:
        value = value[key]
    return value


@st.composite
def slips(draw: st.DrawFn) -> Slip:
    """Anywhere in the demo; a replacement is odd, stands elsewhere in the demo, or stands there at the same key."""
    file, at = draw(st.sampled_from(_everything()))
    done = draw(st.sampled_from(["delete", "replace", "replace", "double", "swap"]))
    other = st.sampled_from(_scalars(at[-1])) | st.sampled_from(_scalars(None)) | ODD
    value = draw(other) if done == "replace" else None
    return Slip(file, at, done, value)


def made(root: Path, several: list[Slip]) -> Path:
    """A copy of the demo in `root` with these slips; one whose place an earlier one has removed does nothing."""
    for folder in ("scorecard", "data"):
        shutil.copytree(REPOSITORY / folder, root / folder)
    shutil.copy(REPOSITORY / "mkdocs.yml", root)
    for file in {each.file for each in several}:
        body = copy.deepcopy(documents()[file])
        for each in several:
            if each.file == file:
                _do(body, each)
        text = yaml.safe_dump(body, allow_unicode=True, sort_keys=False)
        (root / file).write_text(text, encoding="utf-8")
    return root


def _do(body: Any, slip: Slip) -> None:
    try:
        above, key = _at(body, slip.at[:-1]), slip.at[-1]
        value = above[key]
    except (LookupError, TypeError):
        return
    if type(above) not in (dict, list):
        return
    if slip.done == "delete":
        del above[key]
    elif slip.done == "double" and type(above) is list:
        above.insert(int(key), copy.deepcopy(value))
    elif slip.done == "replace":
        above[key] = slip.value
    else:
        above[key] = _of_another_type(value)


def _of_another_type(value: Any) -> Any:
    """A list becomes its first item, a mapping the list of its values, a scalar a list, a number a text."""
    if isinstance(value, list):
        return value[0] if value else {}
    if isinstance(value, dict):
        return list(value.values())
    return str(value) if isinstance(value, float | int) else [value]
