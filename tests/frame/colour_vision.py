"""Colour vision: a colour as others see it, who lack one kind of cone, or in grey as a copier prints it."""

from __future__ import annotations

from collections.abc import Callable

from bsc_site.render.eyes import GREY, Light, Matrix


def linear(colour: str) -> Light:
    """Red, green and blue of `#rrggbb` in linear light, from 0 to 1."""
    red, green, blue = (_spread(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    return red, green, blue


def seen_through(matrix: Matrix) -> Callable[[str], str]:
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
