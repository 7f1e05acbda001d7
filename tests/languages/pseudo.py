"""A language of tests: every sentence in brackets, and longer, so that what escapes and what is too wide shows."""

from __future__ import annotations

import shutil
from datetime import date
from gettext import NullTranslations
from math import ceil
from pathlib import Path
from string import Formatter

import pytest
from babel import Locale

from bsc_site import pipeline
from bsc_site.publish.delivery import Delivery
from bsc_site.wording.language import Language
from tests.house.repository import ROOT

OPEN, CLOSE = "⟦", "⟧"
VOWELS = "aeiou"
LONGER = 1.4
"""Times as long as English: more than German, French or Spanish is on average (1.2), as long as single words may be."""


class Bracketed(NullTranslations):
    """Says each sentence within brackets, which its places stand outside of, two fifths longer."""

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
    """With vowels doubled, and with as many other letters from the left as are wanting."""
    wanting = ceil(len(text) * LONGER) - len(text) - sum(sign in VOWELS for sign in text)
    doubled = ""
    for sign in text:
        more = sign in VOWELS or (wanting > 0 and sign.isalpha())
        wanting -= more and sign not in VOWELS
        doubled += sign * 2 if more else sign
    return doubled.replace("{", "{{").replace("}", "}}")


PSEUDO = Language("xx", Locale("en"), Bracketed())
"""Numbers and dates are those of English."""


def pseudo_site(root: Path) -> Path:
    """The demo's site in the language of tests, with a list of what is not translated into German."""
    for name in ("scorecard", "data"):
        shutil.copytree(ROOT / name, root / name)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(f"{settings}\nextra: {{bsc_site: {{languages: [en]}}}}\n", encoding="utf-8")
    card = root / "scorecard" / "corporate" / "scorecard.yml"
    card.write_text(f"languages: [en, de]\n{card.read_text(encoding='utf-8')}", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(pipeline, "language_of", lambda _: PSEUDO)
        outcome = pipeline.build_site(pipeline.Order(root, date(2025, 7, 10)), Delivery(root / "site", cached=False))
    assert outcome.published is not None
    return outcome.published.site
