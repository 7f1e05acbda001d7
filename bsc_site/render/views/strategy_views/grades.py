"""Grades of evidence as pages show them."""

from __future__ import annotations

from markupsafe import Markup

from bsc_site.model.value_class import dataclass
from bsc_site.model.vocabularies import Grade
from bsc_site.render.grade_shapes import grade_shape, grade_style
from bsc_site.wording.outlooks.grade_words import grade_meaning, grade_word


@dataclass(frozen=True, slots=True)
class GradeMark:
    """A grade as shape and word, with what it means."""

    style: Markup
    shape: Markup
    word: str
    meaning: str


def grade_mark(grade: Grade) -> GradeMark:
    """The mark of a grade."""
    return GradeMark(grade_style(grade), grade_shape(grade), grade_word(grade), grade_meaning(grade))
