"""Column tokens: arithmetic over the columns of a table, cut into their headings, numbers and signs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from bsc_site.load.tables.cells import plain
from bsc_site.load.tables.headings import HeadingError, column_of
from bsc_site.model.formula_grammar.parse import WORDS
from bsc_site.model.formula_grammar.tokens import LONGEST, FormulaError, Token, is_call, number_at, sign_at, word_at
from bsc_site.model.rules.formulas import FORMULA_IS_TOO_LONG
from bsc_site.model.sentences.figure_sentences import TWO_READINGS, UNCLOSED_NAME
from bsc_site.model.value_class import dataclass

_QUOTES = '`"'
_SIGNS = re.compile(r"[-+*/%(),<>=!`\"]")
_RUN = re.compile(r"(?:\w|[^\x00-\x7f])[^-+*/%(),<>=!`\"]*")
_BLANK = re.compile(r"\s*")


def is_arithmetic(text: str) -> bool:
    """Whether a text that is no heading is meant as arithmetic over some: it has a sign or a quoted name."""
    return _SIGNS.search(text) is not None


@dataclass(frozen=True)
class ColumnTokens:
    """Cuts arithmetic over columns into pieces; `headings` are those of the table."""

    headings: Sequence[str]

    def of(self, text: str) -> list[Token]:
        """The pieces, each name as its heading stands in the table, ended by one of kind `end`.

        A name is written as it is or, where that could mean something else, between backticks. Raises FormulaError
        with the position, and HeadingError for a name that no column has.
        """
        if len(text) > LONGEST:
            raise FormulaError(FORMULA_IS_TOO_LONG, count=len(text), most=LONGEST)
        return list(self._tokens(text))

    def _tokens(self, text: str) -> Iterator[Token]:
        at = _skip(text, 0)
        while at < len(text):
            token, end = self._next(text, at)
            yield token
            at = _skip(text, end)
        yield Token("end", "", len(text) + 1)

    def _next(self, text: str, at: int) -> tuple[Token, int]:
        if text[at] in _QUOTES:
            return self._quoted(text, at)
        word = word_at(text, at, WORDS)
        called = word is not None and is_call(text, at + len(word.text))
        end = None if called else self._longest(text, at)
        if end is not None:
            return Token("name", self._heading(text[at:end]), at + 1), end
        token = word or number_at(text, at)
        if token is None and (run := _RUN.match(text, at)):
            return Token("name", self._heading(run[0].strip()), at + 1), run.end()
        token = token or sign_at(text, at)
        return token, at + len(token.text)

    def _quoted(self, text: str, at: int) -> tuple[Token, int]:
        end = text.find(text[at], at + 1)
        if end < 0:
            raise FormulaError(UNCLOSED_NAME, sign=text[at], position=at + 1)
        return Token("name", self._heading(text[at + 1 : end]), at + 1), end + 1

    def _heading(self, name: str) -> str:
        return self.headings[column_of(self.headings, name)]

    def _longest(self, text: str, at: int) -> int | None:
        """Where the longest heading ends that begins at a place; FormulaError where it can be read in two ways."""
        for heading, pattern in self._patterns:
            found = pattern.match(text, at)
            if found is None:
                continue
            if self._reads_without(heading, found[0]):
                raise FormulaError(TWO_READINGS, text=found[0], position=at + 1)
            return found.end()
        return None

    def _reads_without(self, heading: str, text: str) -> bool:
        """Whether a text that is a heading also means a number, or arithmetic over others."""
        if number := number_at(text, 0):
            return number.text == text
        if not is_arithmetic(text):
            return False
        try:
            ColumnTokens([each for each in self.headings if each != heading]).of(text)
        except (FormulaError, HeadingError):
            return False
        return True

    @cached_property
    def _patterns(self) -> list[tuple[str, re.Pattern[str]]]:
        """Each heading with how it is found in a text, the longest first."""
        known = sorted({heading for heading in self.headings if heading.strip()}, key=len, reverse=True)
        return [(heading, _pattern(heading)) for heading in known]


def _pattern(heading: str) -> re.Pattern[str]:
    words = r"\s+".join(map(re.escape, plain(heading).split()))
    return re.compile(rf"{words}(?!\w)" if heading[-1:].isalnum() else words, re.IGNORECASE)


def _skip(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at
