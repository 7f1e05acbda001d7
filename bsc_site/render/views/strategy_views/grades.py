"""Grades of evidence as pages show them."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from bsc_site.model.vocabularies import Grade
from bsc_site.render.grade_words import GRADE_MEANINGS, GRADE_WORDS, grade_shape, grade_style


@dataclass(frozen=True, slots=True)
class GradeMark:
    """A grade as shape and word, with what it means."""

    style: Markup
    shape: Markup
    word: str
    meaning: str


def grade_mark(grade: Grade) -> GradeMark:
    """The mark of a grade."""
    return GradeMark(grade_style(grade), grade_shape(grade), GRADE_WORDS[grade], GRADE_MEANINGS[grade])
