"""Eyes: how colours look to who lacks one kind of cone, as matrices that a browser takes as a filter.

G. M. Machado, M. M. Oliveira, L. A. F. Fernandes: A Physiologically-based Model for Simulation of Color Vision
Deficiency, IEEE Transactions on Visualization and Computer Graphics 15 (2009); the matrices for the full deficiency.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

Light: TypeAlias = tuple[float, float, float]
"""Shares of red, green and blue, in linear light."""
Matrix: TypeAlias = tuple[Light, Light, Light]
"""Red, green and blue as seen, out of red, green and blue as shown."""

MACHADO: Mapping[str, Matrix] = {
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
"""By what is lacking: the cones for red, green and blue."""
GREY: Matrix = ((0.2126, 0.7152, 0.0722), (0.2126, 0.7152, 0.0722), (0.2126, 0.7152, 0.0722))
"""The same for who sees no colour at all, and for a copy in grey."""


def filter_values(matrix: Matrix) -> str:
    """The matrix as SVG's feColorMatrix wants it."""
    rows = (" ".join(f"{share:g}" for share in row) for row in matrix)
    return " ".join(f"{row} 0 0" for row in rows) + " 0 0 0 1 0"
