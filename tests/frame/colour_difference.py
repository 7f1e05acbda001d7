"""Colour difference: how far apart two colours are for the eye, by CIEDE2000; from about 2 on it is seen.

G. Sharma, W. Wu, E. N. Dalal: The CIEDE2000 color-difference formula, Color Research and Application 30 (2005).
"""

from __future__ import annotations

from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt
from typing import NamedTuple


class Lab(NamedTuple):
    """A colour of CIELAB: lightness from 0 to 100, red against green, yellow against blue."""

    lightness: float
    red: float
    yellow: float


def lab_of(colour: str) -> Lab:
    """The colour `#rrggbb` of sRGB under daylight (D65)."""
    red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
    y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue
    z = (0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883
    x, y, z = map(_root, (x, y, z))
    return Lab(116 * y - 16, 500 * (x - y), 200 * (y - z))


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _root(value: float) -> float:
    return value ** (1 / 3) if value > 216 / 24389 else (24389 / 27 * value + 16) / 116


def difference(one: Lab, other: Lab) -> float:
    """0 for the same colour, about 1 where a practised eye begins to see a difference."""
    rise = (hypot(*one[1:]) + hypot(*other[1:])) / 2
    stretch = 1.5 - 0.5 * sqrt(rise**7 / (rise**7 + 25**7))
    first, second = (hypot(each.red * stretch, each.yellow) for each in (one, other))
    hues = [degrees(atan2(each.yellow, each.red * stretch)) % 360 for each in (one, other)]
    turn = (hues[1] - hues[0] + 180) % 360 - 180 if first * second else 0.0
    hue = sum(hues) if not first * second else hues[0] + turn / 2
    lightness, chroma = (one.lightness + other.lightness) / 2 - 50, (first + second) / 2
    steps = (
        (other.lightness - one.lightness) / (1 + 0.015 * lightness**2 / sqrt(20 + lightness**2)),
        (second - first) / (1 + 0.045 * chroma),
        2 * sqrt(first * second) * sin(radians(turn / 2)) / (1 + 0.015 * chroma * _weight_of(hue)),
    )
    twist = -2 * sqrt(chroma**7 / (chroma**7 + 25**7)) * sin(radians(60 * exp(-((((hue % 360) - 275) / 25) ** 2))))
    return sqrt(sum(step**2 for step in steps) + twist * steps[1] * steps[2])


def _weight_of(hue: float) -> float:
    waves = ((-0.17, 1, -30), (0.24, 2, 0), (0.32, 3, 6), (-0.20, 4, -63))
    return 1 + sum(size * cos(radians(times * hue + shift)) for size, times, shift in waves)
