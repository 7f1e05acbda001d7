"""Rules speak the language that is spoken."""

from __future__ import annotations

from gettext import NullTranslations

from babel import Locale

from bsc_site.model.rules import RULES
from bsc_site.wording.language import Language, speaking
from bsc_site.wording.problems.rule_text import told_rule


class _Marked(NullTranslations):
    """A catalogue that puts the context before every sentence."""

    def pgettext(self, context: str, message: str) -> str:
        return f"{context}|{message}"


def test_a_rule_says_its_texts_as_the_catalogue_has_them_under_its_code() -> None:
    rule = RULES["BSC201"]
    with speaking(Language("xx", Locale("en"), _Marked())):
        told = told_rule(rule)
    assert (told.title, told.meaning, told.mend) == tuple(
        f"BSC201|{text}" for text in (rule.title, rule.meaning, rule.mend)
    )
    assert (told.code, told.severity, told.source) == (rule.code, rule.severity, f"{rule.code}|{rule.source}")


def test_in_english_a_rule_says_what_it_declares() -> None:
    assert told_rule(RULES["BSC201"]) == RULES["BSC201"]
