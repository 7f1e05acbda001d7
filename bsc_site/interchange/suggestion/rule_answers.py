"""Rule answers: the lines of YAML that settle what a build asks about a source, each tried before it is offered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bsc_site.load.proposals.proposed import Choice

_ORDERS = ("day first", "month first", "year first")
_COUNTED = ("months", "quarters", "half-years", "weeks")
_PERIODS: tuple[Choice, ...] = (
    *(Choice(source={"dates": each}) for each in _ORDERS),
    *(Choice(source={"periods": {"numbers": each}}) for each in _COUNTED),
    *(Choice(source={"periods": {"years": each}}) for each in ("fiscal", "calendar")),
    *(Choice(source={"periods": {"weeks": each}}) for each in ("iso", "sunday")),
)
ANSWERS: Mapping[str, Sequence[Choice]] = {
    "BSC312": _PERIODS,
    "BSC332": [Choice(source={"periods": {"weeks": each}}) for each in ("iso", "sunday")],
    "BSC310": [Choice(source={key: mark}) for key, mark in (("thousands", ","), ("decimal", ","), ("thousands", "."))]
    + [Choice(source={"decimal": "."})],
    "BSC343": [],
    "BSC339": [Choice(source={"totals": each}) for each in ("left out", "counted")],
    "BSC342": [Choice(source={"repeated_rows": each}) for each in ("left out", "counted")],
    "BSC350": [Choice(source={"scale": each}) for each in (100, 1)],
    "BSC340": [Choice({"aggregate": each}) for each in ("sum", "mean", "last", "max", "min")],
    "BSC313": [Choice({"aggregate": each}) for each in ("sum", "mean", "last", "max", "min")],
}
"""Code of a rule that asks to the lines that may answer it."""
