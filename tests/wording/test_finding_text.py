"""A finding is told with its figures; without any its message stands as it is."""
# the names of tests are sentences

from __future__ import annotations

from datetime import date
from gettext import NullTranslations

import pytest
from babel import Locale

from bsc_site.model.period import Frequency, parse_period
from bsc_site.model.problem import Chain, Figure, Finding, NameChain, Names, Place, Portion, Span
from bsc_site.model.rules import problem
from bsc_site.model.rules.balance_sentences import KPI_WITHOUT_TARGET
from bsc_site.model.rules.formulas import (
    DENOMINATOR_IS_ZERO,
    FIGURES_LEFT_ASIDE,
    FORMULA_DIVIDES_BY_ZERO,
    NO_REAL_NUMBER,
)
from bsc_site.model.rules.rollups import COARSER_BELOW, ROLLUP_LEADS_BACK
from bsc_site.model.saying.said import Counted, said
from bsc_site.model.sentences.yaml_sentences import COLON_MISSING, MENDED_LINE
from bsc_site.wording.language import Language, speaking
from bsc_site.wording.problems.finding_text import after_the_name, finding_message, said_again, worded
from bsc_site.wording.problems.problem_lines import told_in_order

MONTHS = tuple(parse_period(f"2025-{month:02d}") for month in range(1, 7))


@pytest.mark.parametrize(
    ("message", "figures", "said"),
    [
        (DENOMINATOR_IS_ZERO, {"periods": MONTHS[:1]}, "the denominator is zero in Jan 2025; no value there"),
        (
            NO_REAL_NUMBER,
            {"periods": MONTHS[:3]},
            "the result is too large or not a real number in Jan 2025, Feb 2025, Mar 2025; no value there",
        ),
        (
            FORMULA_DIVIDES_BY_ZERO,
            {"periods": MONTHS[:4]},
            "the formula divides by zero in Jan 2025, Feb 2025, Mar 2025 and 1 more period; no value there",
        ),
        (
            FORMULA_DIVIDES_BY_ZERO,
            {"periods": MONTHS},
            "the formula divides by zero in Jan 2025, Feb 2025, Mar 2025 and 3 more periods; no value there",
        ),
        (FIGURES_LEFT_ASIDE, {"source": "data/{k}.csv"}, "figures in data/{k}.csv are left aside"),
        (ROLLUP_LEADS_BACK, {"chain": Chain(("a", "b", "a"))}, "the figures lead back to themselves: a → b → a"),
        (
            COARSER_BELOW,
            {"below": "a", "frequency": Frequency.HALF_YEARLY, "own": Frequency.DAILY},
            "'a' is half-yearly, coarser than this daily KPI",
        ),
    ],
)
def test_each_figure_stands_in_its_place(message: str, figures: dict[str, Figure], said: str) -> None:
    finding = Finding("kpi/k", "formula", "BSC405", message, tuple(figures.items()))
    assert finding_message(finding) == said
    assert worded(finding) == Finding("kpi/k", "formula", "BSC405", said)


def test_a_message_without_figures_may_hold_braces() -> None:
    finding = Finding("kpi/k", "", "BSC201", "the name is '{x}'")
    assert worded(finding) == finding
    assert finding_message(finding) == "the name is '{x}'"


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (1234, "1,234"),
        (date(2025, 3, 5), "5 Mar 2025"),
        (MONTHS[0], "Jan 2025"),
        (Portion(0.624), "62 %"),
        (Span(1), "1 day"),
        (Span(2, Frequency.WEEKLY), "2 weeks"),
        (Span(3, Frequency.MONTHLY), "3 months"),
        (Span(4, Frequency.QUARTERLY), "4 quarters"),
        (Span(5, Frequency.HALF_YEARLY), "5 half-years"),
        (Span(6, Frequency.YEARLY), "6 years"),
        (NameChain(("A", "B", "A")), "'A' → 'B' → 'A'"),
        (Names(("a", "b")), "a, b"),
    ],
)
def test_each_kind_of_figure_has_its_text(figure: Figure, said: str) -> None:
    assert finding_message(Finding("kpi/k", "", "BSC201", "{it}", (("it", figure),))) == said


def _without_target(count: int, name: str = "{count}") -> Finding:
    figures: tuple[tuple[str, Figure], ...] = (("name", name), ("count", count))
    return Finding("kpi/k", "targets", "BSC231", KPI_WITHOUT_TARGET.one, figures, KPI_WITHOUT_TARGET.many)


def test_the_form_of_a_counted_sentence_follows_its_count_and_braces_of_a_name_stay() -> None:
    assert finding_message(_without_target(1)) == "'{count}' has 1 figure and no target, so it has no status"
    assert finding_message(_without_target(0)) == "'{count}' has 0 figures and no target, so it has no status"
    assert worded(worded(_without_target(2))) == worded(_without_target(2))


def test_what_follows_the_name_is_known_by_the_sentence_and_not_by_the_name() -> None:
    assert after_the_name(_without_target(1, "' has")) == "has 1 figure and no target, so it has no status"
    assert after_the_name(Finding("kpi/k", "", "BSC213", "all of '{name}'", (("name", "K"),))) is None


class _Shouting(NullTranslations):
    def gettext(self, message: str) -> str:
        return message.replace("missing", "MISSING").replace("write", "WRITE")

    def ngettext(self, one: str, many: str, n: int) -> str:
        return (one if n == 1 else many).upper()


def test_what_was_said_where_a_file_was_read_is_said_again_in_another_language() -> None:
    """With the same figures, those that are said themselves too; a text that nobody can say again stays as it is."""
    message = said(MENDED_LINE, wrong=said(COLON_MISSING), line="id: write")
    more = said(Counted("{count} line", "{count} lines"), count=1234)
    assert (message, more) == ("the colon behind the key is missing; write `id: write`", "1,234 lines")
    assert [said_again(each) for each in (message, more, "write")] == [message, more, "write"]
    with speaking(Language("xx", Locale("en"), _Shouting())):
        assert said_again(message) == "the colon behind the key is MISSING; WRITE `id: write`"
        assert said_again("write") == "write"


def test_problems_are_told_in_the_language_that_is_spoken() -> None:
    """In order and each once, also those that look the same in English only."""
    missing = problem("BSC001", Place("a.yml", 3, 1), said(COLON_MISSING))
    earlier = problem("BSC001", Place("a.yml", 1, 1), "as the parser says")
    with speaking(Language("xx", Locale("en"), _Shouting())):
        told = told_in_order([missing, earlier, missing], strict=False)
    assert [each.message for each in told] == ["as the parser says", "the colon behind the key is MISSING"]
