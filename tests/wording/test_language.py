"""What is said is said in the language that is spoken."""

from __future__ import annotations

from gettext import NullTranslations

from babel import Locale

from bsc_site.wording.language import Language, enumeration, noted, say, say_count, say_in, speaking, told


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
