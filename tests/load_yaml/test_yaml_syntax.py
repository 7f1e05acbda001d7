"""What is said about the usual slips of YAML, where each begins and with the line that mends it."""

from __future__ import annotations

import pytest

from bsc_site.load.yaml.marked_yaml import read_marked

NOT_CLOSED = "the text that opens here with a quote is not closed"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("name: a: b\n", "1:8: a second ': ' stands in this line; put the text in quotes; write `name: \"a: b\"`"),
        ("unit: %\n", '1:7: a text cannot start with %; put it in quotes; write `unit: "%"`'),
        ("by: @kim\n", '1:5: a text cannot start with @; put it in quotes; write `by: "@kim"`'),
        ("\ta: 1\n", "1:1: a tab stands here; indent with spaces"),
        ("a:\n  - b: 1\n\tc: 2\n", "3:1: a tab stands here; indent with spaces"),
        ("a: 'b\n", f"1:4: {NOT_CLOSED}; write `a: 'b'`"),
        ('a: "b\nc: "d"\ne: 1\n', f'1:4: {NOT_CLOSED}; write `a: "b"`'),
        ('a: "b\nc: "#"\n', f'1:4: {NOT_CLOSED}; write `a: "b"`'),
        ('a: [b, "c, d]\ne: 1\n', f'1:8: {NOT_CLOSED}; write `a: [b, "c, d"]`'),
        ('a: "C:\\data"\n', "1:7: '\\' has a meaning in double quotes; use single quotes; write `a: 'C:\\data'`"),
        (
            'a: "b \\uD83D\\ude00 \\ud83d\\udca5"\n',
            '1:7: YAML knows no sign in two halves, as JSON writes some; write the sign itself; write `a: "b 😀 💥"`',
        ),
        ("a: 'it's b'\n", "1:4: the text has a ' inside of its quotes; write `a: \"it's b\"`"),
        ("a: [1, 2\nb: 3\n", "1:4: the list that opens here is not closed; write `a: [1, 2]`"),
        ("a: {b: 1\n", "1:4: the mapping that opens here is not closed; write `a: {b: 1}`"),
        ("a: [1, 2]]\n", "1:10: this ']' closes nothing; write `a: [1, 2]`"),
        ("a: {b: 1 c: 2}\n", "1:9: a comma is missing here; write `a: {b: 1, c: 2}`"),
        (" a: 1\nb: 2\n", "2:1: the indentation is wrong; begin this line in column 2, as line 1 does"),
        ("a:\n  - b: 1\n   c: 2\n", "3:4: the indentation is wrong; begin this line in column 5, as line 2 does"),
        ("a: 1\nb 2\nc: 3\n", "2:2: the colon behind the key is missing; write `b: 2`"),
        ("a: 1\nb:2\nc: 3\n", "2:2: a blank is missing behind the colon; write `b: 2`"),
        ("a:\n  -b: 1\n  - b: 2\n", "2:3: a blank is missing behind the dash; write `- b: 1`"),
        ("a:\n  - b: 1\n  b: 2\n  c: 3\n", "3:3: the dash before this item of the list is missing; write `- b: 2`"),
        ("a:\n  b: 1\n  - b: 2\n", "2:3: the dash before this item of the list is missing; write `- b: 1`"),
        ('a: "x" y\n', "1:4: the text goes on behind its closing quote; write `a: '\"x\" y'`"),
        ("a: - b\n", "1:4: a list cannot start in this line; begin its first '- ' in the next line"),
        ("sign: -\n", "1:7: a lone - begins a list; write '-' in quotes: sign: '-'"),
    ],
)
def test_a_slip_is_told_once_where_it_begins_with_a_way_to_mend_it(text: str, line: str) -> None:
    (found,) = read_marked(text.encode(), "a.yml").problems
    assert found.code == "BSC001"
    assert f"{found.place.line}:{found.place.column}: {found.message}" == line


def test_a_dash_that_is_missing_is_told_once_and_the_item_is_read() -> None:
    text = "kpis:\n  - id: a\n    name: A\n    id: b\n    name: B\n    id: c\n    name: C\n  - id: d\n"
    found = read_marked(text.encode(), "a.yml")
    assert [(each.code, each.place.line) for each in found.problems] == [("BSC023", 4), ("BSC023", 6)]
    assert found.problems[0].message == "the dash before this item of the list is missing; write `- id: b`"
    assert [each["id"] for each in found.value["kpis"]] == ["a", "b", "c", "d"]


def test_a_key_twice_in_one_item_is_no_missing_dash() -> None:
    found = read_marked(b"kpis:\n  - id: a\n    name: A\n    name: B\n  - {id: b, id: c}\n", "a.yml")
    assert [each.code for each in found.problems] == ["BSC002", "BSC002"]


def test_every_slip_of_a_file_is_told_and_the_rest_is_read() -> None:
    text = 'id: "c\ntitle:C\nkpis:\n  - id: a\n    unit: %\n'
    found = read_marked(text.encode(), "a.yml")
    assert [each.place.line for each in found.problems] == [1, 2, 5]
    assert found.value == {"id": "c", "title": "C", "kpis": [{"id": "a", "unit": "%"}]}


def test_what_cannot_be_understood_is_told_where_reading_stopped() -> None:
    found = read_marked(b"a: 1\n}{][\n", "a.yml")
    assert [each.code for each in found.problems] == ["BSC001"]
    assert found.root is None


def test_a_long_text_in_quotes_over_several_lines_is_fine() -> None:
    found = read_marked(b'a: "first\n  note: second"\nb: "first\n  and second"\n', "a.yml")
    assert found.value["b"] == "first and second"
