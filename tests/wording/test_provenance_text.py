"""Where figures come from in words: every key of a source that is declared stands on the page of the KPI."""

from __future__ import annotations

import pytest

from bsc_site.model.declared.sources.source import Source
from bsc_site.model.provenance import Found, OriginFact, Provenance, TableOrigin
from bsc_site.wording.provenance.origin_lines import origin_lines, provenance_text
from bsc_site.wording.provenance.origin_sentences import NOT_SHOWN, SHOWN, OriginTopic


@pytest.mark.parametrize("kind", [*Source.model_fields, *Found])
def test_every_key_of_a_source_is_shown_or_not_worth_it(kind: str) -> None:
    """Give a new key its sentence in SHOWN of wording/provenance/origin_sentences, or a reason in NOT_SHOWN."""
    assert (kind in SHOWN) != (kind in NOT_SHOWN), f"say `{kind}` in wording/provenance/origin_sentences.py"


def test_nothing_is_said_of_keys_that_are_gone() -> None:
    assert SHOWN.keys() | NOT_SHOWN.keys() == {*Source.model_fields, *Found}


def _lines(**keys: object) -> dict[str, str]:
    source = Source.model_validate({"file": "data/a.csv", **keys})
    facts = tuple(OriginFact(key, getattr(source, key)) for key in keys)
    return {line.topic: line.text for line in origin_lines(TableOrigin("data/a.csv", facts))}


def test_what_is_declared_stands_below_what_it_is_about() -> None:
    lines = _lines(
        sheet=2,
        header=3,
        where={"shop": ["web", "app"], "year": 2024},
        numerator="repeat",
        denominator="all",
        scale=100,
    )
    assert lines == {
        OriginTopic.TABLE: "sheet 2; headings in row 3",
        OriginTopic.ROWS: "only where shop = web or app and year = 2024",
        OriginTopic.FIGURES: "column repeat; divided by column all; multiplied by 100",
    }


def test_periods_are_told_as_readers_read_them() -> None:
    lines = _lines(columns={"lq": "2015-01", "tq": "2015-02"}, periods={"years": "calendar"}, fiscal_year_starts=4)
    assert lines == {
        OriginTopic.PERIODS: "lq is Jan 2015, tq is Feb 2015; read by years: calendar; years from April on"
    }


def test_a_long_list_is_cut_and_counted() -> None:
    assert _lines(missing=[f"n{each}" for each in range(40)]) == {
        OriginTopic.FIGURES: "no value where it says n0, n1, n2, n3, n4 and 35 more"
    }


def test_each_file_has_its_own_words_in_one_line() -> None:
    wide = TableOrigin("data/a.csv", (OriginFact(Found.ACROSS),))
    named = TableOrigin("data/b.csv", (OriginFact(Found.OWN_COLUMN), OriginFact("period", "period")))
    told = "data/a.csv, a column per period; data/b.csv, the column of its name by period"
    assert provenance_text(Provenance((wide, named))) == told
    assert provenance_text(Provenance()) == ""


def test_which_table_is_meant_and_columns_by_letter_are_told_as_readers_see_them() -> None:
    table = {"headings": ["Page", "Views"], "number": 2}
    assert _lines(table=table, rows="8..", header=[8, 9], value={"column": "G"}, fill=[{"column": "A"}]) == {
        OriginTopic.TABLE: "the table number 2 with Page, Views; lines 8..; headings in row 8, 9",
        OriginTopic.ROWS: "empty cells mean the one above in A",
        OriginTopic.FIGURES: "column G",
    }
