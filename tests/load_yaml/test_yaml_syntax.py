"""What is said about the usual slips of YAML."""

from __future__ import annotations

import pytest

from bsc_site.load.yaml.marked_yaml import read_marked


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("name: a: b\n", "1:8: a second ': ' stands in this line; put the text in quotes, or mend the indentation"),
        ("unit: %\n", "1:7: a text cannot start with %; put it in quotes"),
        ("by: @kim\n", "1:5: a text cannot start with @; put it in quotes"),
        ("\ta: 1\n", "1:1: a tab stands here; indent with spaces"),
        ("a:\n  - b: 1\n\tc: 2\n", "3:1: a tab stands here; indent with spaces"),
        ("a: 'b\n", "1:4: the text that opens here with a quote is not closed"),
        ('a: "C:\\data"\n', "1:7: '\\' has a meaning in double quotes; use single quotes, or write '\\\\'"),
        ("a: [1, 2\nb: 3\n", "2:2: the list that opens with '[' in line 1 is not closed; write ']' or a missing ','"),
        ("a: {b: 1\n", "2:1: the mapping that opens with '{' in line 1 is not closed; write '}' or a missing ','"),
        ("- a\nb: 1\n", "2:1: the list of line 1 ends here; indent this line like its '-', or deeper"),
        (" a: 1\nb: 2\n", "2:1: this line is indented less than the first one; begin all keys in the same column"),
        ("a: 1\nb\nc: 2\n", "3:1: a key without ':' stands before this place, in line 2; write 'key: value'"),
        ('a: "x" y\n', "1:8: this does not continue the mapping of line 1; mend the indentation, or the quotes"),
        ("a: - b\n", "1:4: a list cannot start in this line; begin its first '- ' in the next line"),
        ("sign: -\n", "1:7: a lone - begins a list; write '-' in quotes: sign: '-'"),
    ],
)
def test_a_slip_is_said_in_plain_words_with_a_way_to_mend_it(text: str, line: str) -> None:
    """Line, column and advice."""
    (found,) = read_marked(text.encode(), "a.yml").problems
    assert found.code == "BSC001"
    assert f"{found.place.line}:{found.place.column}: {found.message}" == line
