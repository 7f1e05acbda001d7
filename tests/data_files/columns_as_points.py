"""A published document with its series point by point, as version 1 of the schema wrote them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bsc_site.model.period import parse_period

LEFT_OUT: Mapping[str, Any] = {"target_low": None, "target_high": None, "complete": True, "running": False}
"""What a column says that is left out."""
LIMITS = ("mean", "lower", "upper")
"""Left out where those of the segment hold."""


def points(columns: Mapping[str, list[Any]], usual: Mapping[str, Any] = LEFT_OUT) -> list[dict[str, Any]]:
    """One mapping for each place in the columns."""
    return [dict(usual) | dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]


def as_version_1(document: Mapping[str, Any]) -> dict[str, Any]:
    """The document of a KPI as it was published before series were columns."""
    spc = document["spc"]
    groups = [
        each | {"groups": [one | {"series": points(one["series"])} for one in each["groups"]]}
        for each in document["breakdowns"]
    ]
    return {
        **document,
        "breakdowns": groups,
        "series": points(document["series"]),
        "forecast": points(document["forecast"], {}),
        "spc": spc | {"points": [limits_of(spc, each) | each for each in points(spc["points"], {})]},
    }


def limits_of(spc: Mapping[str, Any], point: Mapping[str, Any]) -> dict[str, Any]:
    """Those of the last segment that has begun: periods of one frequency follow each other as their names do."""
    begun = [each for each in spc["segments"] if each["from"] <= point["period"]]
    if not begun:
        return {}
    ends = [each["from"] for each in spc["segments"] if each["from"] > point["period"]]
    periods = [each for each in spc["points"]["period"] if each < min(ends, default="9")]
    steps = parse_period(periods[-1]).ordinal - parse_period(point["period"]).ordinal
    plain = {key: begun[-1][key] - steps * begun[-1]["slope"] for key in LIMITS}
    if spc["season"] is None:
        return plain
    places = spc["season"]["places"]
    length = len(places["period"])
    index = next(
        index
        for period, index in zip(places["period"], places["index"], strict=True)
        if (parse_period(period).ordinal - parse_period(point["period"]).ordinal) % length == 0
    )
    return {key: each * index if spc["season"]["multiplied"] else each + index for key, each in plain.items()}


def schema_as_version_1(schema: Mapping[str, Any]) -> dict[str, Any]:
    """The schema with a list of points wherever it has columns; what is left out is what `LEFT_OUT` says."""
    properties = schema.get("properties", {})
    if "period" in properties and properties["period"].get("type") == "array":
        keys = {key: column["items"] for key, column in properties.items()}
        always = [key for key in keys if key in schema["required"] or key in LEFT_OUT or key in LIMITS]
        return {"type": "array", "items": {"type": "object", "required": always, "properties": keys}}
    deeper = {key: schema_as_version_1(each) for key, each in properties.items()}
    items = {"items": schema_as_version_1(schema["items"])} if "items" in schema else {}
    return {**schema, **({"properties": deeper} if deeper else {}), **items}
