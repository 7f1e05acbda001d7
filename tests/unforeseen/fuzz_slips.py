"""Slips of every kind in the projects that we have: keys lost or doubled, types swapped, odd figures and texts."""

from __future__ import annotations

import copy
import random
import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
PRESETS = ("private", "nonprofit", "public", "outcomes")
ODD: tuple[Any, ...] = (
    *(None, True, False, "", " ", [], {}, [[]], [None], {"": ""}, {"value": None}, 0, -1, 1, 1e-320, 1e308, -1e18),
    *(
        10**30,
        float("nan"),
        float("inf"),
        "1e999",
        "-5%",
        "110%",
        "no",
        "12:30",
        "0x1F",
        "1_000",
        "٣",
        "½",
        "−3",
        "1,5",
    ),
    *(
        "2025",
        "2025-13",
        "2025-W60",
        "FY0000",
        "9999-12-31",
        "0001-01",
        "2025-Q3",
        "31/02/2025",
        "10 fortnights",
        "0 days",
    ),
    *("kpi/", "a/b/c", "../x", "/etc/passwd", "data/../../x.csv", "{{ x }}", "{% raw %}", "<script>alert(1)</script>"),
    *(
        "\u202eabc",
        "a\u0000b",
        "\ud7ff",
        "🜚" * 30,
        "é" * 500,
        "\n\n# x\n",
        "`",
        "|",
        "---",
        "*",
        "&a",
        "!!python/none",
        "%",
        "x" * 5000,
    ),
    *(
        "1 +",
        "x / 0",
        "min()",
        "__import__('os')",
        "1 ** 9 ** 9",
        "a.b",
        "lambda: 1",
        "if(1, 2, 3)",
        "((((((((1))))))))",
    ),
)
CELLS = (
    "",
    " ",
    "-",
    "n/a",
    "1e999",
    "-1",
    "1.234,5",
    "1,234.5",
    "12%",
    "€ 5",
    "=1+1",
    "2025",
    "NaN",
    "\u0000",
    '"',
    "'",
    "\ufeff",
    "٣",
    "x" * 300,
)


@dataclass(frozen=True)
class Ground:
    """A project that is sound, as its files."""

    files: dict[str, bytes]

    @property
    def declared(self) -> list[str]:
        """Its YAML."""
        return sorted(name for name in self.files if name.startswith("scorecard/") and name.endswith((".yml", ".yaml")))

    @property
    def tables(self) -> list[str]:
        """Its data in text."""
        return sorted(name for name in self.files if name.startswith("data/") and name.endswith(".csv"))


@cache
def ground(name: str, scratch: str) -> Ground:
    """The project of this name: a preset, one of the gallery, or the demo."""
    folder = Path(scratch) / f"sound-{name}"
    if name in PRESETS:
        from datetime import date  # noqa: PLC0415  # with what follows

        from bsc_site.model.vocabularies import Preset  # noqa: PLC0415  # not needed for the others
        from bsc_site.publish.starting.beginning import begin  # noqa: PLC0415  # likewise

        begin(folder, Preset(name), date(2026, 11, 5), None)
    else:
        folder = ROOT if name == "demo" else ROOT / "gallery" / name
    wanted = [path for top in ("scorecard", "data") for path in (folder / top).rglob("*") if path.is_file()]
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in wanted}
    found["mkdocs.yml"] = (folder / "mkdocs.yml").read_bytes()
    return Ground(found)


def slipped(one: Ground, draw: random.Random) -> dict[str, bytes]:
    """Its files after one to four slips."""
    files = dict(one.files)
    for _ in range(draw.choice([1, 1, 1, 2, 2, 3, 4])):
        way = draw.random()
        if way < 0.72:
            name = draw.choice(one.declared)
            files[name] = _in_yaml(files[name], draw)
        elif way < 0.92 and one.tables:
            name = draw.choice(one.tables)
            files[name] = _in_table(files[name], draw)
        else:
            name = draw.choice([*one.declared, *one.tables])
            files[name] = _in_bytes(files[name], draw)
    return files


def _places(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [at] if at else []
    for key, inner in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        found += _places(inner, (*at, key))
    return found


def _in_yaml(content: bytes, draw: random.Random) -> bytes:
    try:
        body = yaml.safe_load(content)
        places = _places(body)
        at = draw.choice(places)
        above = body
        for key in at[:-1]:
            above = above[key]
        _slip(above, at[-1], draw, body, places)
        return yaml.safe_dump(body, allow_unicode=True, sort_keys=False).encode("utf-8", "surrogatepass")
    except (yaml.YAMLError, LookupError, TypeError, AttributeError, ValueError, RecursionError):
        return _in_bytes(content, draw)


def _slip(above: Any, key: Any, draw: random.Random, body: Any, places: list[tuple[Any, ...]]) -> None:
    value = above[key]
    done = draw.choice(
        ["lose", "odd", "odd", "another", *["alike"] * 6, "double", "scale", "wrap", "rename", "add", "scale"]
    )
    if done == "lose":
        del above[key]
    elif done in ("another", "alike"):
        other = body
        alike = [each for each in places if done == "another" or each[-1] == key] or places
        for each in draw.choice(alike):
            other = other[each]
        above[key] = copy.deepcopy(other)
    elif done == "double" and isinstance(above, list):
        above.insert(key, copy.deepcopy(value))
    elif done == "wrap":
        above[key] = draw.choice([[value], {"value": value}, [value, value], {"en": value, "de": value}])
    elif done == "rename" and isinstance(above, dict):
        above[draw.choice([f"{key}s", str(key)[:-1], str(key).upper(), f"{key} ", "id", "value", 7])] = above.pop(key)
    elif done == "add" and isinstance(above, dict):
        above[
            draw.choice(
                [
                    "weight",
                    "targets",
                    "source",
                    "formula",
                    "scoring",
                    "audience",
                    "was",
                    "rollup",
                    "gone",
                    "due",
                    "limit",
                ]
            )
        ] = draw.choice(ODD)
    elif done == "scale" and isinstance(value, int | float) and not isinstance(value, bool):
        above[key] = draw.choice([-value, value * 10**12, value / 10**12, value + 0.5, int(value)])
    else:
        above[key] = draw.choice(ODD)


def _in_table(content: bytes, draw: random.Random) -> bytes:
    lines = content.decode("utf-8", "replace").split("\n")
    number = draw.randrange(len(lines))
    cells = lines[number].split(",")
    done = draw.choice(["cell", "cell", "cell", "lose", "double", "head", "short", "all"])
    if done == "cell":
        cells[draw.randrange(len(cells))] = draw.choice(CELLS)
        lines[number] = ",".join(cells)
    elif done == "lose":
        del lines[number]
    elif done == "double":
        lines.insert(number, lines[number])
    elif done == "head":
        lines[0] = draw.choice([lines[0].upper(), lines[0].replace(",", ";"), "", f"{lines[0]},{lines[0]}", lines[-1]])
    elif done == "short":
        lines[number] = ",".join(cells[:-1])
    else:
        lines = lines[: draw.randrange(3)]
    return "\n".join(lines).encode()


def _in_bytes(content: bytes, draw: random.Random) -> bytes:
    place = draw.randrange(len(content) + 1)
    cut = draw.choice(
        [b"", b"\x00", b"\xff\xfe", b"\t", b": ", b"- ", b"[", b"}", b'"', b"&x *x", b"\r", "\u2028".encode()]
    )
    return content[:place] + cut + content[place + draw.choice([0, 1, 1, 40]) :]


def write(files: dict[str, bytes], root: Path) -> Path:
    """The files in a folder of their own."""
    shutil.rmtree(root, ignore_errors=True)
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)
    return root
