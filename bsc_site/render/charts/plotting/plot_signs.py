"""Signs: small shapes around their place, in pixels."""

from __future__ import annotations

import re
from functools import lru_cache

_COMMAND = re.compile(r"([A-Z])([^A-Z]*)")
_FIGURE = re.compile(r"-?\d*\.?\d+")
_OF_AN_ARC = ("radius", "radius", "kept", "kept", "kept", "x", "y")
_FIGURES = {"H": ("x",), "V": ("y",), "A": _OF_AN_ARC}
"""What the figures of a command mean, where they are not places."""
_CIRCLE = "M1,0A1,1,0,1,1,-1,0A1,1,0,1,1,1,0"
_SQUARE = "M-1,-1H1V1H-1Z"


@lru_cache(maxsize=256)
def sign_path(shape: str, size: float, look: str, below: float = 0.0) -> str:
    """The element that draws a shape of so many square pixels, `below` pixels under its place.

    A shape is `circle`, `square` or a path between -1 and 1 in either direction.
    """
    path = {"circle": _CIRCLE, "square": _SQUARE}.get(shape, shape)
    half = size**0.5 / 2
    run = "".join(_sized(command, _FIGURE.findall(rest), half, below) for command, rest in _COMMAND.findall(path))
    return f'<path{look} d="{run}"/>'


def short(figure: float) -> str:
    """A tenth of a pixel is finer than a screen shows."""
    text = f"{figure:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def _sized(command: str, figures: list[str], half: float, below: float) -> str:
    """One command of a path, as large as it is to be."""
    meanings = _FIGURES.get(command, ("x", "y"))
    sized = []
    for at, figure in enumerate(figures):
        meaning = meanings[at % len(meanings)]
        here = float(figure) * half + (below if meaning == "y" else 0.0)
        sized.append(figure if meaning == "kept" else short(here))
    return command + ",".join(sized)
