"""What is said of a place in a file: a sentence with its figures, which can be said again in another language."""

from __future__ import annotations

from typing import Self

from bsc_site.model.problem import Counted


class Said(str):
    """The text in English, with the sentence that it comes from and the figures at its named places.

    A figure is a text as it stands in the file, a number, or something that is said itself.
    """

    __slots__ = ("figures", "sentence")
    sentence: str | Counted
    figures: dict[str, str | int]

    def __new__(cls, sentence: str | Counted, figures: dict[str, str | int]) -> Self:
        """The sentence with its figures; one without any stands as it is."""
        one_form = form_of(sentence, figures)
        placed = {name: figure if isinstance(figure, str) else f"{figure:,}" for name, figure in figures.items()}
        made = super().__new__(cls, one_form.format(**placed) if placed else one_form)
        made.sentence, made.figures = sentence, figures
        return made


def form_of(sentence: str | Counted, figures: dict[str, str | int]) -> str:
    """The form that fits the figure `count`, of a sentence that has two."""
    if isinstance(sentence, Counted):
        return sentence.one if figures["count"] == 1 else sentence.many
    return sentence


def said(sentence: str | Counted, /, **figures: str | int) -> Said:
    """A sentence of the tables in `model/sentences`, with its figures put in."""
    return Said(sentence, figures)
