"""A language of tests: every sentence in brackets, and longer, so that what escapes and what is too wide shows."""

from __future__ import annotations

from gettext import NullTranslations
from string import Formatter

from babel import Locale

from bsc_site.wording.language import Language

OPEN, CLOSE = "⟦", "⟧"


class Bracketed(NullTranslations):
    """Says each sentence within brackets, which its places stand outside of, with vowels doubled."""

    def gettext(self, message: str) -> str:
        """The sentence, and nothing of it outside the brackets."""
        if not _has_places(message):
            return f"{OPEN}{_longer(message)}{CLOSE}"
        said = ""
        for text, field, _, _ in Formatter().parse(message):
            said += f"{OPEN}{_longer(text)}{CLOSE}" if text else ""
            said += "" if field is None else f"{{{field}}}"
        return said

    def ngettext(self, one: str, many: str, n: int) -> str:
        """The form for the number."""
        return self.gettext(one if n == 1 else many)

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002  # every context says the same
        """The sentence, whatever it is about."""
        return self.gettext(message)


def _has_places(message: str) -> bool:
    """Whether it is a format; a sentence without places may show braces of YAML, such as `scoring: {method: band}`."""
    try:
        fields = [(field, form) for _, field, form, _ in Formatter().parse(message) if field is not None]
    except ValueError:
        return False
    return all(field.isidentifier() and not form for field, form in fields)


def _longer(text: str) -> str:
    doubled = "".join(sign * 2 if sign in "aeiou" else sign for sign in text)
    return doubled.replace("{", "{{").replace("}", "}}")


PSEUDO = Language("xx", Locale("en"), Bracketed())
"""Numbers and dates are those of English."""
