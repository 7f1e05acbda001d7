"""Colour vision: a colour as others see it, who lack one kind of cone, or in grey as a copier prints it.

G. M. Machado, M. M. Oliveira, L. A. F. Fernandes: A Physiologically-based Model for Simulation of Color Vision
Deficiency, IEEE Transactions on Visualization and Computer Graphics 15 (2009); the matrices for the full deficiency.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

_Row = tuple[float, float, float]
MACHADO: Mapping[str, tuple[_Row, _Row, _Row]] = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""By what is lacking: red, green and blue as seen, in linear light, out of red, green and blue as shown."""
GREY: tuple[_Row, _Row, _Row] = ((0.2126, 0.7152, 0.0722),) * 3
"""The same for who sees no colour at all."""


def linear(colour: str) -> tuple[float, float, float]:
    """Red, green and blue of `#rrggbb` in linear light, from 0 to 1."""
    red, green, blue = (_spread(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    return red, green, blue


def seen_through(matrix: tuple[_Row, _Row, _Row]) -> Callable[[str], str]:
    """What turns a colour `#rrggbb` into the one that is seen."""

    def seen(colour: str) -> str:
        light = linear(colour)
        mixed = (sum(share * part for share, part in zip(row, light, strict=True)) for row in matrix)
        return "#" + "".join(f"{_digits(each):02x}" for each in mixed)

    return seen


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG counts it, from 1 to 21."""
    dark, light = sorted(
        sum(share * part for share, part in zip(GREY[0], linear(each), strict=True)) for each in (one, other)
    )
    return (light + 0.05) / (dark + 0.05)


def _spread(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _digits(value: float) -> int:
    held = min(1.0, max(0.0, value))
    return round(255 * (12.92 * held if held <= 0.0031308 else 1.055 * held ** (1 / 2.4) - 0.055))
