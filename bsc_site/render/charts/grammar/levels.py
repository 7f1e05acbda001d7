"""The axis of values: how far it reaches, where its grid lines stand, and how they are written."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from bsc_site.model.value_class import dataclass
from bsc_site.render.lettering import Style, width_of
from bsc_site.wording.figures import currency_sign, number_text, unit_around
from bsc_site.wording.language import noted, say, told

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_LINES = 5
_MOST_DECIMALS = 12
_NO_STATES: Mapping[str, float] = MappingProxyType({})
EM = Style(1)
_MOST_BESIDE = 5.5
_MARGIN = 0.06
_CLOSE_ENOUGH = 0.85
_LARGE = ((1e9, noted("billion")), (1e6, noted("million")))


@dataclass(frozen=True, slots=True)
class Levels:
    """The lowest and highest value of the plot, its grid lines, and the words for them."""

    low: float
    high: float
    lines: tuple[float, ...]
    words: tuple[str, ...]
    unit: str

    @property
    def width(self) -> float:
        """Of the longest word, in the size of its letters."""
        return max((width_of(word, EM) for word in self.words), default=0.0)

    @property
    def inside(self) -> bool:
        """Whether the words are so long that they stand in the plot, above their lines."""
        return self.width > _MOST_BESIDE

    def rows(self) -> list[dict[str, Any]]:
        """Rows of the grid; the zero line is drawn stronger when it lies inside."""
        lines = [{"k": "level", "y": line, "s": word} for line, word in zip(self.lines, self.words, strict=True)]
        zero = [{"k": "zero", "y": 0}] if 0.0 in self.lines else []
        return [*lines, *zero, *([{"k": "unit", "s": self.unit}] if self.unit else [])]


def levels_of(
    values: Sequence[float], unit: str, *, from_zero: bool = False, states: Mapping[str, float] = _NO_STATES
) -> Levels:
    """The levels that hold all of `values` with a little air; bars reach from zero, lines need not.

    With `states` the lines stand at their scores and bear their names.
    """
    if states:
        return _state_levels(states)
    if unit == "yes/no":
        return Levels(-0.1, 1.1, (0.0, 1.0), (say("No"), say("Yes")), "")
    low, high = _reach(values, from_zero=from_zero)
    step = _step((high - low) / _LINES)
    if unit == "count" and high - low >= 1:
        step = max(step, 1.0)  # nobody counts tenths
    lines = tuple(
        _exact(number * step) for number in range(math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9) + 1)
    )
    scale, word = next((each for each in _LARGE if max(abs(low), abs(high)) >= each[0]), (1.0, ""))
    words = _apart(tuple(_exact(line / scale) for line in lines))
    return Levels(low, high, lines, words, _unit_words(unit, word))


def _state_levels(states: Mapping[str, float]) -> Levels:
    named = sorted(states.items(), key=lambda each: each[1])
    lines, words = tuple(score for _, score in named), tuple(name for name, _ in named)
    air = (lines[-1] - lines[0]) / 10 or 1.0
    return Levels(lines[0] - air, lines[-1] + air, lines, words, "")


def _apart(lines: tuple[float, ...]) -> tuple[str, ...]:
    """The lines in words, with as many decimals as it takes to tell them apart."""
    words = tuple(number_text(line) for line in lines)
    decimals = 0
    while len(set(words)) < len(lines) and decimals < _MOST_DECIMALS:
        decimals += 1
        words = tuple(number_text(line, decimals) for line in lines)
    return words


def _reach(values: Sequence[float], *, from_zero: bool) -> tuple[float, float]:
    low, high = min(values), max(values)
    if from_zero:
        low, high = min(low, 0.0), max(high, 0.0)
    if low == high:
        half = abs(low) / 10 or 1.0
        return low - half, high + half
    margin = (high - low) * _MARGIN
    return (
        0.0 if low == 0 and from_zero else low - margin,
        0.0 if high == 0 and from_zero else high + margin,
    )


def _step(rough: float) -> float:
    power = 10.0 ** math.floor(math.log10(rough))
    return next(step * power for step in _STEPS if step * power >= rough * _CLOSE_ENOUGH)


def _exact(value: float) -> float:
    """Without the dust of binary fractions, never minus zero."""
    return float(f"{value:.12g}") + 0.0


def _unit_words(unit: str, scale: str) -> str:
    """`€ million` or `million €`, as the language has it, `days`, `billion`; empty for a count of no great size."""
    sign = "" if unit == "count" else currency_sign(unit) or unit
    words = (sign, told(scale) if scale else "")
    after = currency_sign(unit) and unit_around(unit)[1]
    return " ".join(part for part in (reversed(words) if after else words) if part)
