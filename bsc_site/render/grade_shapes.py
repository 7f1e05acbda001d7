"""The grades of evidence as shapes, the same on the map and on pages."""

from __future__ import annotations

from markupsafe import Markup

from bsc_site.model.vocabularies import Grade
from bsc_site.render.text import own

_RING = '<circle cx="6" cy="6" r="4.6"/>'
GRADE_SHAPES = {
    Grade.SUPPORTED: '<circle class="bsc-grade__fill" cx="6" cy="6" r="5.2"/>',
    Grade.TENTATIVE: f'{_RING}<path class="bsc-grade__fill" d="M6 1.4a4.6 4.6 0 0 1 0 9.2Z"/>',
    Grade.CONSISTENT: f'{_RING}<path class="bsc-grade__fill" d="M6 6V1.4A4.6 4.6 0 0 1 10.6 6Z"/>',
    Grade.NOT_CONSISTENT: f'{_RING}<path d="M3.4 6h5.2"/>',
    Grade.INCONCLUSIVE: '<path d="M3.4 3.7a2.6 2.4 0 1 1 4 2.1C6.4 6.4 6 6.9 6 7.8M6 10.6v.01"/>',
    Grade.NO_EVIDENCE: _RING,
    Grade.CONTRADICTED: '<path d="M2 2l8 8M10 2l-8 8"/>',
    Grade.COMPUTED_FROM_EACH_OTHER: '<path d="M2 4.2h8M2 7.8h8"/>',
    Grade.NOT_TESTABLE_YET: '<path d="M1.4 6h1.4M5.3 6h1.4M9.2 6h1.4"/>',
}
"""Paths and circles in a square of 12 units; what is to be filled has the class `f`."""


def grade_named(name: str | None) -> Grade | None:
    """The grade that a map calls by its name with spaces: `no evidence`; None for anything else."""
    return next((each for each in Grade if name and each.value == name.replace(" ", "_")), None)


def grade_style(grade: Grade) -> Markup:
    """The grade as part of a CSS class: `not-testable-yet`."""
    return own(grade.value.replace("_", "-"))


def grade_shape(grade: Grade) -> Markup:
    """The grade as a small drawing that a screen reader passes over: the word always stands beside it."""
    return own(f'<svg class="bsc-grade__shape" viewBox="0 0 12 12" aria-hidden="true">{GRADE_SHAPES[grade]}</svg>')
