"""What is said of a place in a file: a sentence with its figures, which can be said again in another language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, Self


class Counted(NamedTuple):
    """A message whose form depends on the figure `count`: that for one and that for any other number."""

    one: str
    many: str


def sentence(text: str) -> str:
    """The text as it stands: it is said later, with its figures, and the mark tells the collector of sentences."""
    return text


def sentence_of_count(one: str, many: str) -> Counted:
    """The same for a sentence whose form depends on a figure, `{count}`."""
    return Counted(one, many)


ONE_OR_ANOTHER = sentence("{others} or {last}")
ONE_AND_ANOTHER = sentence("{others} and {last}")


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

    def __getnewargs__(self) -> tuple[str | Counted, dict[str, str | int]]:  # type: ignore[override]  # of its own
        """What a copy is made from."""
        return self.sentence, self.figures


class InContext(str):
    """A text that the catalogue has in a context, such as the title of a rule by its code."""

    __slots__ = ("context",)
    context: str

    def __new__(cls, text: str, context: str) -> Self:
        """Keep the context beside the text."""
        made = super().__new__(cls, text)
        made.context = context
        return made

    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override]  # of its own
        """What a copy is made from."""
        return str(self), self.context


class Listed(str):
    """Texts that follow on one another, as English parts them: `a, b and c`; each may be said itself."""

    __slots__ = ("each", "joint")
    each: tuple[str, ...]
    joint: str
    """How the last two stand together; empty where a comma parts them too."""

    def __new__(cls, each: Iterable[str], joint: str = "") -> Self:
        """The texts, in their order."""
        texts = tuple(each)
        *others, last = texts or ("",)
        joined = joint.format(others=", ".join(others), last=last) if joint and others else ", ".join(texts)
        made = super().__new__(cls, joined)
        made.each, made.joint = texts, joint
        return made

    def __getnewargs__(self) -> tuple[tuple[str, ...], str]:  # type: ignore[override]  # of its own
        """What a copy is made from."""
        return self.each, self.joint


def form_of(sentence: str | Counted, figures: dict[str, str | int]) -> str:
    """The form that fits the figure `count`, of a sentence that has two."""
    if isinstance(sentence, Counted):
        return sentence.one if figures["count"] == 1 else sentence.many
    return sentence


def said(sentence: str | Counted, /, **figures: str | int) -> Said:
    """A sentence of the tables, with its figures put in."""
    return Said(sentence, figures)


def one_of(words: Iterable[str]) -> Listed:
    """`higher, lower, band or none`."""
    return Listed(words, ONE_OR_ANOTHER)


def all_of(words: Iterable[str]) -> Listed:
    """`3, 5 and 8`."""
    return Listed(words, ONE_AND_ANOTHER)


def together(*parts: str) -> Said:
    """What is said in several parts, one right after the other; empty ones are left out."""
    kept = {f"part{number}": part for number, part in enumerate(filter(None, parts))}
    return Said("".join(f"{{{name}}}" for name in kept), dict(kept))


def of_file(file: str, wrong: str) -> Said:
    """`data/sales.csv: there is no column 'sale'`."""
    return Said("{file}: {wrong}", {"file": file, "wrong": wrong})
