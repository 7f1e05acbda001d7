"""Fields: the kinds of value that a scorecard file holds, each read from YAML and described in the JSON Schema."""

from __future__ import annotations

import math
import re
from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from bsc_site.model.likely_spellings import likely_numbers, likely_periods
from bsc_site.model.period import Period, PeriodSpellingError, parse_period
from bsc_site.model.value_class import dataclass


class Part(BaseModel):
    """A mapping of the scorecard file: frozen, with no keys but its own."""

    model_config = ConfigDict(defer_build=True, frozen=True, extra="forbid", arbitrary_types_allowed=True)

    def __deepcopy__(self, _: dict[int, Any] | None = None) -> Self:
        """Itself, as nothing in it changes: what stands for a key that is left out is not copied for each element."""
        return self


@dataclass(frozen=True, slots=True)
class Tolerance:
    """The width of the amber zone: a share of the target (`5%`) or an amount in the KPI's unit (`2`)."""

    amount: float
    relative: bool

    def around(self, target: float) -> float:
        """The width of the zone at `target`, in the unit of the target; never negative."""
        return abs(target) * self.amount if self.relative else self.amount

    def __str__(self) -> str:
        """`5 %` or `2`."""
        return f"{self.amount * 100:.10g} %" if self.relative else f"{self.amount:.10g}"


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time as written: `10 days`, `3 months`."""

    count: int
    unit: str
    """day, week, month, quarter or year"""

    @property
    def months(self) -> float:
        """The length in months (a day is 12/365.25 of one)."""
        return self.count * _MONTHS_IN[self.unit]

    @property
    def days(self) -> float:
        """The length in days (a month is 365.25/12 of them)."""
        return self.count * _DAYS_IN[self.unit]

    def __str__(self) -> str:
        """As written: `3 months`, `1 year`."""
        return f"{self.count} {self.unit}{'' if self.count == 1 else 's'}"


_DAYS_IN = {"day": 1.0, "week": 7.0, "month": 365.25 / 12, "quarter": 365.25 / 4, "year": 365.25}
_MONTHS_IN = {unit: days / _DAYS_IN["month"] for unit, days in _DAYS_IN.items()}
_DURATION = re.compile(r"(\d+) (day|week|month|quarter|year)s?")
_PERCENT = re.compile(r"([+-]?\d+(?:\.\d+)?) ?%")
_LONGEST_ID = 80
_LONGEST_COUNT = 1000
LARGEST_FIGURE = 1e18
"""Beyond it a figure is a slip, and sums and squares of it would be beyond all numbers."""
_YEARS = range(1900, 2201)
BUSINESS_DAYS = "business days"
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


def _wrong(code: str, message: str) -> PydanticCustomError:
    """An error that carries its rule code as its type; braces in the message are the user's own."""
    return PydanticCustomError(code, "{text}", {"text": message})


def read_text(value: Any) -> str:
    """The text that stands in the file; anything else is none."""
    if isinstance(value, str):
        return value
    raise _wrong("BSC006", f"{_shown(value)} is not a text; put it in quotes if it is meant as one")


def _read_id(value: Any) -> str:
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else read_text(value)
    if len(text) > _LONGEST_ID:
        raise _wrong("BSC008", f"the id has {len(text)} letters; it becomes a file name, so keep it to {_LONGEST_ID}")
    if _ID.fullmatch(text):
        return text
    raise _wrong(
        "BSC008", f"'{text}' cannot be an id; use letters a-z, digits, - and _, starting with a letter or digit"
    )


def _read_reference(value: Any) -> str:
    text = read_text(value)
    if all(_ID.fullmatch(part) for part in text.split("/")):
        return text
    raise _wrong("BSC008", f"'{text}' cannot refer to anything; write the id, or scorecard/id")


def _read_number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        likely = _either(likely_numbers(value)) if isinstance(value, str) else ""
        raise _wrong(
            "BSC006",
            f"{_shown(value)} is not a number; write {likely or 'it with digits and a decimal point'}, without quotes",
        )
    if abs(value) > LARGEST_FIGURE:
        raise _wrong("BSC011", f"{float(value):g} is too large; write it in a larger unit, such as millions")
    return float(value)


def _read_figure(value: Any) -> float:
    """A figure in a KPI's unit, which may carry the per cent sign that figures in data may carry: 9.5 for `9.5%`."""
    written = _PERCENT.fullmatch(value) if isinstance(value, str) else None
    return _read_number(value if written is None else float(written[1]))


def _read_whole(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise _wrong("BSC006", f"{_shown(value)} is not a whole number")
    return value


def _read_flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    raise _wrong("BSC006", f"{_shown(value)} is neither true nor false")


def _read_weight(value: Any) -> float:
    number = _read_number(value)
    if number < 0:
        raise _wrong("BSC009", f"{number:g} is below zero; a weight is 0 or more")
    return number


def _read_period(value: Any, info: ValidationInfo) -> Period:
    year_starts = (info.context or {}).get("year_starts", 1)
    if isinstance(value, Period):
        return value
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise _wrong("BSC006", f"{_shown(value)} is not a period; write it like 2025, 2025-Q3, 2025-03 or 2025-03-31")
    try:
        period = parse_period(str(value), year_starts)
    except PeriodSpellingError as error:
        likely = _either(tuple(each for each in likely_periods(str(value)) if each != str(value)))
        said = f"{_shown(value)} is not a period; write {likely}" if likely else str(error)
        raise _wrong("BSC010", said) from None
    if period.start.year not in _YEARS:
        years = f"{_YEARS[0]} to {_YEARS[-1]}"
        raise _wrong("BSC010", f"{_shown(value)} is no time of a strategy; write a year from {years}")
    return period


def _read_covers(value: Any, info: ValidationInfo) -> Any:
    if value == BUSINESS_DAYS:
        return value
    try:
        return _read_period(value, info)
    except PydanticCustomError:
        words = f"write {BUSINESS_DAYS}, or the last period that the file holds, such as 2025-06-30"
        raise _wrong("BSC380", f"{_shown(value)} does not say how far the file reaches; {words}") from None


def _read_share(value: Any) -> float:
    share = _percent_of(value)
    if share is None:
        raise _wrong("BSC006", f"{_shown(value)} is not a share; write it like 60%")
    if not 0 <= share <= 1:
        raise _wrong("BSC011", f"{_shown(value)} is not between 0% and 100%")
    return share


def _read_tolerance(value: Any) -> Tolerance:
    share = _percent_of(value) if isinstance(value, str) else None
    if share is not None:
        tolerance = Tolerance(share, relative=True)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        tolerance = Tolerance(_read_number(value), relative=False)
    else:
        likely = likely_numbers(value.replace("%", "")) if isinstance(value, str) else ()
        example = f"{likely[-1]}{'%' * value.count('%')}" if likely else "a share like 5% or an amount like 2"
        raise _wrong("BSC006", f"{_shown(value)} is not a tolerance; write {example}")
    if tolerance.amount <= 0:
        raise _wrong("BSC011", f"{_shown(value)} leaves no amber zone; a tolerance is above zero")
    return tolerance


def _read_duration(value: Any) -> Duration:
    match = _DURATION.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise _wrong("BSC006", f"{_shown(value)} is not a length of time; write it like 10 days, 3 months or 1 year")
    if len(match[1]) > len(str(_LONGEST_COUNT)) or int(match[1]) > _LONGEST_COUNT:
        limit = f"{_LONGEST_COUNT} days, weeks, months or years"
        raise _wrong("BSC011", f"{_shown(value)} is too long; write at most {limit}")
    return Duration(int(match[1]), match[2])


def _percent_of(value: Any) -> float | None:
    if isinstance(value, str) and (match := _PERCENT.fullmatch(value)):
        return float(match[1]) / 100
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    return None


def _either(likely: tuple[str, ...]) -> str:
    return " or ".join(likely)


def _shown(value: Any) -> str:
    if value is None:
        return "an empty value"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    return f"'{value}'"


_PERCENT_OR_NUMBER = [{"type": "string", "pattern": r"^\d+(\.\d+)? ?%$"}, {"type": "number"}]
_PERIOD_PATTERN = r"^(FY)?\d{4}(-(Q[1-4]|H[12]|W\d{2}|\d{2}(-\d{2})?))?$"

Text = Annotated[str, BeforeValidator(read_text)]
Id = Annotated[str, BeforeValidator(_read_id), WithJsonSchema({"type": "string", "pattern": f"^{_ID.pattern}$"})]
Reference = Annotated[str, BeforeValidator(_read_reference)]
Number = Annotated[float, BeforeValidator(_read_number)]
Figure = Annotated[
    float,
    BeforeValidator(_read_figure),
    WithJsonSchema(
        {
            "anyOf": [{"type": "number"}, {"type": "string", "pattern": rf"^{_PERCENT.pattern}$"}],
            "examples": [9.5, "9.5%"],
        }
    ),
]
Whole = Annotated[int, BeforeValidator(_read_whole)]
Flag = Annotated[bool, BeforeValidator(_read_flag)]
PlainWeight = Annotated[float, BeforeValidator(_read_weight), WithJsonSchema({"type": "number", "minimum": 0})]
When = Annotated[
    Period,
    BeforeValidator(_read_period),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "pattern": _PERIOD_PATTERN},
                {"type": "integer", "minimum": 1000, "maximum": 9999},
            ],
            "examples": ["2025-03", "2025-Q3", 2025, "2025-03-31", "FY2025-Q3"],
        },
    ),
]
Covers = Annotated[
    Literal["business days"] | Period,
    BeforeValidator(_read_covers),
    WithJsonSchema(
        {
            "anyOf": [
                {"const": "business days"},
                {"type": "string", "pattern": _PERIOD_PATTERN},
                {"type": "integer", "minimum": 1000, "maximum": 9999},
            ],
            "examples": ["business days", "2025-06-30"],
        },
    ),
]
Share = Annotated[
    float,
    BeforeValidator(_read_share),
    WithJsonSchema({"anyOf": _PERCENT_OR_NUMBER, "examples": ["60%", 0.6]}),
]
Width = Annotated[
    Tolerance,
    BeforeValidator(_read_tolerance),
    WithJsonSchema({"anyOf": _PERCENT_OR_NUMBER, "examples": ["5%", 2]}),
]
Length = Annotated[
    Duration,
    BeforeValidator(_read_duration),
    WithJsonSchema(
        {"type": "string", "pattern": f"^{_DURATION.pattern}$", "examples": ["10 days", "3 months", "1 year"]}
    ),
]
Month = Annotated[int, BeforeValidator(_read_whole), Field(ge=1, le=12)]


class WeightStep(Part):
    """A weight that holds from a period on; without one from the beginning."""

    from_: When | None = Field(default=None, alias="from")
    """The period from whose first day on the weight holds; without it, from the beginning."""
    value: PlainWeight
    """How much the element counts beside its siblings, 0 or more; 2 counts twice as much as 1."""


EVEN = (WeightStep.model_construct(value=1.0),)
"""The weight of an element that declares none."""


def _read_weights(value: Any) -> Any:
    return value if isinstance(value, list | tuple) else (WeightStep(value=_read_weight(value)),)


Weight = Annotated[
    tuple[WeightStep, ...],
    BeforeValidator(_read_weights),
    Field(examples=[2, [{"value": 1}, {"from": "2026-01", "value": 2}]]),
]


def weight_at(weight: tuple[WeightStep, ...], day: date) -> float:
    """The weight that holds on `day`: that of the latest step that has begun, before all of them that of the first."""
    if len(weight) == 1:
        return weight[0].value
    begun = [step for step in weight if step.from_ is None or step.from_.start <= day]
    latest = max(begun, key=lambda step: step.from_.start if step.from_ else date.min, default=None)
    chosen = latest or min(weight, key=lambda step: step.from_.start if step.from_ else date.min, default=None)
    return chosen.value if chosen else 1.0
