"""Fields: the kinds of value that a scorecard file holds, each read from YAML and described in the JSON Schema."""

from __future__ import annotations

import math
import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from bsc_site.model.likely_spellings import likely_numbers, likely_periods
from bsc_site.model.period import Period, PeriodSpellingError, parse_period
from bsc_site.model.saying import yaml_value_sentences as told
from bsc_site.model.saying.said import ONE_OR_ANOTHER, Listed, said
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

    def after(self, day: date) -> date:
        """The day so long after another; a month after the last day of one is the last day of the next."""
        if self.unit not in _CALENDAR_MONTHS:
            return day + timedelta(days=round(self.days))
        month = day.year * 12 + day.month - 1 + self.count * _CALENDAR_MONTHS[self.unit]
        year, month = month // 12, month % 12 + 1
        last, ends_its_month = monthrange(year, month)[1], day.day == monthrange(day.year, day.month)[1]
        return date(year, month, last if ends_its_month else min(day.day, last))

    def __str__(self) -> str:
        """As written: `3 months`, `1 year`."""
        return f"{self.count} {self.unit}{'' if self.count == 1 else 's'}"


_CALENDAR_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_DAYS_IN = {"day": 1.0, "week": 7.0, "month": 365.25 / 12, "quarter": 365.25 / 4, "year": 365.25}
_MONTHS_IN = {unit: days / _DAYS_IN["month"] for unit, days in _DAYS_IN.items()}
_DURATION = re.compile(r"(\d+) (day|week|month|quarter|year)s?")
_PERCENT = re.compile(r"([+-]?\d+(?:\.\d+)?) ?%")
_LONGEST_ID = 80
_LONGEST_COUNT = 1000
LARGEST_FIGURE = 1e18
"""Beyond it a figure is a slip, and sums and squares of it would be beyond all numbers."""
SMALLEST_FIGURE = 1 / LARGEST_FIGURE
"""Nearer to 0 a figure is what is left of a computation, and shares of it would be beyond all numbers."""
_YEARS = range(1900, 2201)
BUSINESS_DAYS = "business days"
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


def wrong_value(code: str, message: str) -> PydanticCustomError:
    """An error that carries its rule code as its type, and what is wrong as it was said, at `text`."""
    return PydanticCustomError(code, "{text}", {"text": message})


def read_text(value: Any) -> str:
    """The text that stands in the file; anything else is none."""
    if isinstance(value, str):
        return value
    raise wrong_value("BSC006", said(told.NO_TEXT, shown=shown(value)))


def _read_id(value: Any) -> str:
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else read_text(value)
    if len(text) > _LONGEST_ID:
        raise wrong_value("BSC008", said(told.LONG_ID, count=len(text), most=_LONGEST_ID))
    if _ID.fullmatch(text):
        return text
    raise wrong_value("BSC008", said(told.NO_ID, text=text))


def _read_reference(value: Any) -> str:
    text = read_text(value)
    if all(_ID.fullmatch(part) for part in text.split("/")):
        return text
    raise wrong_value("BSC008", said(told.NO_REFERENCE, text=text))


def _read_number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        likely = likely_numbers(value) if isinstance(value, str) else ()
        if likely:
            raise wrong_value("BSC006", said(told.LIKELY_NUMBER, shown=shown(value), likely=_either(likely)))
        raise wrong_value("BSC006", said(told.NO_NUMBER, shown=shown(value)))
    if abs(value) > LARGEST_FIGURE:
        raise wrong_value("BSC011", said(told.TOO_LARGE_TO_WRITE, number=f"{float(value):g}"))
    if 0 < abs(value) < SMALLEST_FIGURE:
        raise wrong_value("BSC011", said(told.TOO_SMALL_TO_WRITE, number=f"{float(value):g}"))
    return float(value)


def _read_figure(value: Any) -> float:
    """A figure in a KPI's unit, which may carry the per cent sign that figures in data may carry: 9.5 for `9.5%`."""
    written = _PERCENT.fullmatch(value) if isinstance(value, str) else None
    return _read_number(value if written is None else float(written[1]))


def _read_whole(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise wrong_value("BSC006", said(told.NO_WHOLE_NUMBER, shown=shown(value)))
    return value


def _read_flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    raise wrong_value("BSC006", said(told.NO_FLAG, shown=shown(value)))


def _read_weight(value: Any) -> float:
    number = _read_number(value)
    if number < 0:
        raise wrong_value("BSC009", said(told.WEIGHT_BELOW_ZERO, number=f"{number:g}"))
    return number


def _read_period(value: Any, info: ValidationInfo) -> Period:
    year_starts = (info.context or {}).get("year_starts", 1)
    if isinstance(value, Period):
        return value
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise wrong_value("BSC006", said(told.NO_PERIOD_TYPE, shown=shown(value)))
    try:
        period = parse_period(str(value), year_starts)
    except PeriodSpellingError as error:
        likely = tuple(each for each in likely_periods(str(value)) if each != str(value))
        meant = likely and said(told.LIKELY_PERIOD, shown=shown(value), likely=_either(likely))
        raise wrong_value("BSC010", meant or error.message) from None
    if period.start.year not in _YEARS:
        years = {"first": str(_YEARS[0]), "last": str(_YEARS[-1])}
        raise wrong_value("BSC010", said(told.NO_TIME_OF_A_STRATEGY, shown=shown(value), **years))
    return period


def _read_covers(value: Any, info: ValidationInfo) -> Any:
    if value == BUSINESS_DAYS:
        return value
    try:
        return _read_period(value, info)
    except PydanticCustomError:
        raise wrong_value("BSC380", said(told.NO_REACH, shown=shown(value), word=BUSINESS_DAYS)) from None


def _read_share(value: Any) -> float:
    share = _percent_of(value)
    if share is None:
        raise wrong_value("BSC006", said(told.NO_SHARE, shown=shown(value)))
    if not 0 <= share <= 1:
        raise wrong_value("BSC011", said(told.SHARE_OUT_OF_RANGE, shown=shown(value)))
    return share


def _read_tolerance(value: Any) -> Tolerance:
    share = _percent_of(value) if isinstance(value, str) else None
    if share is not None:
        tolerance = Tolerance(share, relative=True)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        tolerance = Tolerance(_read_number(value), relative=False)
    else:
        likely = likely_numbers(value.replace("%", "")) if isinstance(value, str) else ()
        if likely:
            example = f"{likely[-1]}{'%' * value.count('%')}"
            raise wrong_value("BSC006", said(told.LIKELY_TOLERANCE, shown=shown(value), likely=example))
        raise wrong_value("BSC006", said(told.NO_TOLERANCE, shown=shown(value)))
    if tolerance.amount <= 0:
        raise wrong_value("BSC011", said(told.NO_AMBER_ZONE_LEFT, shown=shown(value)))
    return tolerance


def _read_duration(value: Any) -> Duration:
    match = _DURATION.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise wrong_value("BSC006", said(told.NO_LENGTH_OF_TIME, shown=shown(value)))
    if len(match[1]) > len(str(_LONGEST_COUNT)) or int(match[1]) > _LONGEST_COUNT:
        raise wrong_value("BSC011", said(told.TOO_LONG_A_TIME, shown=shown(value), most=str(_LONGEST_COUNT)))
    return Duration(int(match[1]), match[2])


def _percent_of(value: Any) -> float | None:
    if isinstance(value, str) and (match := _PERCENT.fullmatch(value)):
        return float(match[1]) / 100
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    return None


def _either(likely: tuple[str, ...]) -> Listed:
    return Listed(likely, ONE_OR_ANOTHER)


def shown(value: Any) -> str:
    """A value as a message shows it: lists and mappings by kind only."""
    if value is None:
        return said(told.EMPTY)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return said(told.MAPPING)
    if isinstance(value, list):
        return said(told.LIST)
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
