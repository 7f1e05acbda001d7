"""The page that lists every key of the published data: `python -m tests.data_files.data_page` writes it anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bsc_site.publish.published_data.published_schema import DRAWN, schema_bytes, schema_of
from tests.data_files.released_schemas import NAMES

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "published-data.md"
_OF_A_KPI = {"kpi": "kpis/<id>", "oembed": "oembed/<id>"}
"""Documents of which each KPI has one, and where they stand."""
_HEAD = """\
# The published data

Other programs can read what a site shows: every scorecard publishes `api/v1/scorecard.json`, `api/v1/data-quality.json`
and, for each of its KPIs, `api/v1/kpis/<id>.json` and `data/<id>.csv`, a scorecard below the root in `s/<id>/`. The
JSON Schemas lie beside them. Where the site knows its own address, `api/v1/oembed/<id>.json` tells other programs how
to show the chart of a KPI, in the words of oEmbed.
Keys and words may join with a later version, none leaves or changes its meaning while the first place of
`schema_version` stays. What an audience may not see is in no file.

Every key is always there, but for columns of a series that would say nothing. A number is null where there is none.
Below, `[]` is each element of a list.

A series is one object of columns, `{"period": ["2025-01", "2025-02"], "value": [41.2, 42]}`: a list for each key, one
value for each period, all of the same length. What is computed from its figures has five significant digits more than
they have. Until version 2 each period was an object of its own:

```python
points = [dict(zip(series, values)) for values in zip(*series.values())]
```
"""


def data_page() -> str:
    """The page, from the schemas."""
    return "\n".join([_HEAD, *(line for name in NAMES for line in _section(name))])


def _section(name: str) -> Iterator[str]:
    document = name.removesuffix(".schema.json")
    yield f"## `{_OF_A_KPI.get(document, document)}.json`"
    yield ""
    yield "| key | is | meaning |"
    yield "|---|---|---|"
    for place, key in _keys(schema_of(NAMES[name])):
        yield f"| `{place}` | {_kind(key)} | {_cell(key.get('description', ''))} |"
    yield ""


def _keys(schema: Mapping[str, Any], place: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    for name, key in schema.get("properties", {}).items():
        yield f"{place}{name}", key
        yield from _keys(key, f"{place}{name}.")
        yield from _keys(key.get("items", {}), f"{place}{name}[].")


def _kind(key: Mapping[str, Any]) -> str:
    if "const" in key:
        return f"`{key['const']}`"
    if "enum" in key:
        return ", ".join(f"`{each}`" if each is not None else "null" for each in key["enum"])
    if key.get("type") == "array" and "properties" not in key["items"]:
        return f"list of: {_kind(key['items'])}"
    types = key.get("type", "")
    return ", ".join([types] if isinstance(types, str) else types)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;")


if __name__ == "__main__":
    PAGE.write_text(data_page(), encoding="utf-8")
    for name, document in NAMES.items():
        (DRAWN / name).write_bytes(schema_bytes(document))
