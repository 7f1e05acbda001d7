"""Written values: what is declared for a key of YAML as readers see it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pydantic import BaseModel

from bsc_site.model.declared.columns.column_name import letters_in
from bsc_site.model.declared.columns.period_name import pattern_in
from bsc_site.model.period import Period
from bsc_site.wording.figures import number_text, period_text
from bsc_site.wording.language import enumeration, say, say_count

_SHOWN = 6
"""How many texts of a list or a table are shown before the others are only counted."""


def written(value: object) -> str:
    """A declared value in words: `Won, Paid`, `month: Jan 2025`, `3`; a long list ends with how many more there are."""
    if isinstance(value, BaseModel):
        value = {key: each for key, each in value if key in value.model_fields_set}
    if isinstance(value, Mapping):
        return shortened(say("{key}: {value}", key=_one(key), value=written(each)) for key, each in value.items())
    if isinstance(value, list | tuple):
        return shortened(written(each) for each in value)
    return _one(value)


def shortened(texts: Iterable[str]) -> str:
    """`a, b, c`; the first six of more, and how many others there are."""
    each = tuple(texts)
    if len(each) <= _SHOWN:
        return enumeration(each)
    more = len(each) - _SHOWN + 1
    return say_count(
        "{named} and {count} more", "{named} and {count} more", more, named=enumeration(each[: _SHOWN - 1])
    )


def column_text(name: str) -> str:
    """The name of a column as readers see it: `G` for one that is called by its letter."""
    return say("the name of the file") if pattern_in(name) else letters_in(name) or name


def _one(value: object) -> str:
    match value:
        case bool():
            text = say("yes") if value else say("no")
        case Period():
            text = period_text(value)
        case int() | float():
            text = number_text(value)
        case _:
            text = "" if value is None else column_text(str(value).strip())
    return text or say("empty")
