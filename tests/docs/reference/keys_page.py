"""The page of all keys of the YAML, from its schema: a section for each mapping, a line for each key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bsc_site.load.schema import scorecard_schema
from tests.docs.reference.cells import cell

_HEAD = """\
# Keys of the YAML

Every key that a file below `scorecard/` may hold. The first table has the keys at the top of a file; each mapping below
them has a section of its own. A key in **bold** has to be there. Editors know all of this from the schema that
`bsc-site schema` prints.

A file with an `id` is a scorecard; one without is a part of the scorecard in its folder. What `defaults` says holds for
every KPI that does not say otherwise, so it may hold any key of a [KPI](#kpi). Connections to databases stand in
a file of their own, `scorecard/connections.yml`, described in [databases and warehouses](../guide/warehouses.md).

A value that may be [for fewer](#forfewer) readers than the element in which it stands is written
`{value: .., audience: board}`; see [audience](../methods/audience.md).
"""
_RELAXED = "Defaults"
_PERIOD = "\\d{4}(-(Q[1-4]"
_Schema = Mapping[str, Any]


def keys_page() -> str:
    """The page as Markdown, mappings in the order in which keys lead to them."""
    schema = scorecard_schema()
    known = schema["$defs"]
    sections = ["\n".join(_keys(schema, known))]
    for name in _reached(schema, known):
        found = known[name]
        body = _keys(found, known) if "properties" in found else _words(found)
        sections.append("\n".join([f"## {name}\n", _sentences(found), *body]))
    return "\n".join([_HEAD, *sections])


def _reached(schema: _Schema, known: _Schema) -> list[str]:
    """The names of all mappings and lists of words, each once, nearest to the top of a file first."""
    waiting, found = [schema], []
    while waiting:
        for name in _names(waiting.pop(0).get("properties", {})):
            if name not in found:
                found.append(name)
                waiting.append(known[name])
    return found


def _names(node: Any) -> Iterator[str]:
    """The definitions that a node refers to; what only relaxes another one is that other one."""
    if isinstance(node, Mapping):
        if "$ref" in node:
            yield _name(node)
        for key, each in node.items():
            if key not in {"description", "examples"}:
                yield from _names(each)
    elif isinstance(node, list):
        for each in node:
            yield from _names(each)


def _name(node: _Schema) -> str:
    return str(node["$ref"]).rsplit("/", 1)[-1].removesuffix(_RELAXED)


def _keys(node: _Schema, known: _Schema) -> Iterator[str]:
    yield "| key | is | meaning |"
    yield "|---|---|---|"
    for name, key in node["properties"].items():
        shown = f"**`{name}`**" if name in node.get("required", ()) else f"`{name}`"
        kinds = ", or ".join(_without_bare_years([*dict.fromkeys(_kinds(key, known))]))
        yield f"| {shown} | {cell(kinds)} | {cell(key.get('description', ''))}{_example(key)} |"
    yield ""


def _example(key: _Schema) -> str:
    default = key.get("default")
    word = str(default).lower() if isinstance(default, bool) else default
    return f" Default: `{word}`." if isinstance(word, str | int) else ""


def _kinds(key: _Schema, known: _Schema) -> Iterator[str]:
    """What may stand there, in words; null says nothing of its own."""
    if "$ref" in key:
        yield f"[{_name(key)}](#{_name(key).lower()})"
    elif "anyOf" in key:
        for each in key["anyOf"]:
            yield from _kinds(each, known)
    elif "const" in key or "enum" in key:
        yield " or ".join(f"`{each}`" for each in key.get("enum", [key.get("const")]))
    elif key.get("type") == "array":
        yield f"list of: {', or '.join(dict.fromkeys(_kinds(key.get('items', {}), known)))}"
    elif key.get("type") == "object":
        yield from _mapping_kind(key, known)
    elif _PERIOD in key.get("pattern", ""):
        yield "period"
    elif key.get("type") != "null":
        yield from _plain(key)


def _without_bare_years(kinds: list[str]) -> list[str]:
    """A year alone is a period, too."""
    return [each for each in kinds if each != "whole number" or "period" not in kinds]


def _mapping_kind(key: _Schema, known: _Schema) -> Iterator[str]:
    values = key.get("additionalProperties")
    inner = ", or ".join(dict.fromkeys(_kinds(values, known))) if isinstance(values, Mapping) else ""
    yield f"mapping to: {inner}" if inner else "mapping"


def _plain(key: _Schema) -> Iterator[str]:
    types = key.get("type", "anything")
    kinds = [types] if isinstance(types, str) else list(types)
    names = {"string": "text", "integer": "whole number", "boolean": "true or false"}
    yield " or ".join(names.get(each, each) for each in kinds if each != "null")


def _words(found: _Schema) -> Iterator[str]:
    """The words that may stand there; what each of them means stands in the description, one line a word."""
    told = {line.partition(": ")[0]: line.partition(": ")[2] for line in found.get("description", "").splitlines()[1:]}
    yield "| word | meaning |"
    yield "|---|---|"
    yield from (f"| `{each}` | {cell(told.get(str(each), ''))} |" for each in found.get("enum", ()))
    yield ""


def _sentences(found: _Schema) -> str:
    text = str(found.get("description", ""))
    whole = text if "properties" in found else text.partition("\n")[0]
    return "\n\n".join(cell(part) for part in whole.split("\n\n")) + "\n"
