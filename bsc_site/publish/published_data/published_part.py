"""Published parts: what the model of a published object is made of, and the kinds of value that it holds."""

from __future__ import annotations

from typing import Annotated, Any, NotRequired, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field
from typing_extensions import ReadOnly

from bsc_site.model.value_class import dataclass


class PublishedPart(BaseModel):
    """A published object: frozen, every key always there; its schema describes a key by the docstring below it."""

    model_config = ConfigDict(frozen=True, validate_by_name=True, validate_by_alias=True, defer_build=True)


@dataclass(frozen=True, slots=True)
class Digits:
    """How many significant digits of a number are published; those beyond are left behind by arithmetic.

    `beside` the data of a series there are fewer where that has few.
    """

    count: int
    beside: bool = False


ORDINARY, EXACT, BESIDE = Digits(12), Digits(15), Digits(12, beside=True)


def digits_of(hint: Any) -> Digits | None:
    """How many digits the type of a field or column asks for; None for one that holds no such numbers."""
    while get_origin(hint) in {ReadOnly, NotRequired, tuple}:
        hint = get_args(hint)[0]
    return next((each for each in get_args(hint)[1:] if isinstance(each, Digits)), None)


Figure = Annotated[float | None, ORDINARY]
"""A number; null for none, for not a number and for infinity."""
Reckoned = Annotated[float | None, BESIDE]
"""A number of a series that is computed from its figures, with five significant digits more than they have."""
Limit = Annotated[float | None, EXACT]
"""A limit of natural variation; other programs compute them too, and they agree to a billionth."""
Share = Annotated[Figure, Field(json_schema_extra={"minimum": 0, "maximum": 1})]
Correlation = Annotated[Figure, Field(json_schema_extra={"minimum": -1, "maximum": 1})]
Score = Annotated[Figure, Field(json_schema_extra={"minimum": 0, "maximum": 100})]
ReckonedScore = Annotated[Reckoned, Field(json_schema_extra={"minimum": 0, "maximum": 100})]
Count = Annotated[int, Field(ge=0)]

PERIOD = "A period as the scorecard file writes it: 2025, 2025-H1, 2025-Q3, 2025-03, 2025-W07, 2025-03-31, FY2025-Q3"
PeriodText = Annotated[str, Field(description=PERIOD)]
