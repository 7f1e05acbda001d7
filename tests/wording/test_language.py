"""What is said is said in the language that is spoken."""

from __future__ import annotations

import re
from gettext import NullTranslations

import pytest
from babel import Locale

from bsc_site.model.period import parse_period
from bsc_site.speech import language_of
from bsc_site.wording.figures import period_text
from bsc_site.wording.language import DayText, Language, enumeration, noted, say, say_count, say_in, speaking, told


class _Shouting(NullTranslations):
    """A catalogue that has every sentence, in capitals, its places left alone."""

    def gettext(self, message: str) -> str:
        return message.replace("late", "LATE")

    def pgettext(self, context: str, message: str) -> str:
        return f"{context}:{message}"

    def ngettext(self, one: str, many: str, n: int) -> str:
        return (one if n < 3 else many).replace("period", "PERIOD")


LOUD = Language("xx", Locale("en"), _Shouting())


def test_english_is_spoken_unless_another_language_is() -> None:
    assert say("{kpi} is late", kpi="NPS") == "NPS is late"
    with speaking(LOUD):
        assert say("{kpi} is late", kpi="NPS") == "NPS is LATE"
    assert say("{kpi} is late", kpi="NPS") == "NPS is late"


def test_a_count_takes_the_form_of_its_language() -> None:
    assert [say_count("{count} period", "{count} periods", n) for n in (1, 2, 1234)] == [
        "1 period",
        "2 periods",
        "1,234 periods",
    ]
    with speaking(LOUD):
        assert say_count("{count} period", "{count} periods", 2) == "2 PERIOD"


def test_a_word_of_two_meanings_has_its_context() -> None:
    assert say_in("status", "Due") == "Due"
    with speaking(LOUD):
        assert say_in("status", "Due") == "status:Due"


def test_braces_of_a_user_stay_what_they_are() -> None:
    assert say("{kpi} is late", kpi="{count}") == "{count} is late"
    assert say("{not a place}") == "{not a place}"


def test_a_sentence_of_a_table_is_said_when_it_is_needed() -> None:
    table = {1: noted("{kpi} is late")}
    with speaking(LOUD):
        assert told(table[1], kpi="NPS") == "NPS is LATE"


def test_what_follows_on_one_another_is_parted_as_the_language_does() -> None:
    assert enumeration(["a", "b", "c"]) == "a, b, c"
    with speaking(Language("ja", Locale("ja"), NullTranslations())):
        assert enumeration(["a", "b", "c"]) == "a、b、c"


def test_a_figure_lies_on_a_day_but_in_a_month() -> None:
    """At the beginning of a sentence too, and of two periods each by itself; a word that ends like it stays."""
    day, month = DayText("3 Nov 2026"), "Nov 2026"
    assert say("{value} in {period}", value="5", period=month) == "5 in Nov 2026"
    assert say("{value} in {period}", value="5", period=day) == "5 on 3 Nov 2026"
    assert say("In {period} none", period=day) == "On 3 Nov 2026 none"
    assert (
        say("{a} in {since}, {b} in {period}", a="5", since=month, b="6", period=day)
        == "5 in Nov 2026, 6 on 3 Nov 2026"
    )
    assert say("begin {period}", period=day) == "begin 3 Nov 2026"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("de", "5 am 3. Nov. 2026"),
        ("fr", "5 le 3 nov. 2026"),
        ("es", "5 el 3 nov 2026"),
        ("ar", "5 في 3 نوفمبر 2026"),
        ("ja", "2026年11月3日は5"),
    ],
)
def test_each_language_has_its_own_word_before_a_day(code: str, expected: str) -> None:
    with speaking(language_of(code)):
        told = say("{value} in {period}", value="5", period=period_text(parse_period("2026-11-03", 1)))
        assert re.sub("[\u200e\u2066-\u2069]", "", told) == expected
