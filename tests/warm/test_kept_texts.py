"""What follows from other texts is made once, and anew when any of them is another."""

from __future__ import annotations

from pathlib import Path

import pytest

from bsc_site.publish.keeping.kept_results import KeptResults
from bsc_site.publish.keeping.kept_texts import kept_texts


@pytest.mark.parametrize("texts", [("a",), ("a { }\n", "b.css", "Größe \udcff"), ("", "", "")])
def test_they_are_found_as_they_were_made(tmp_path: Path, texts: tuple[str, ...]) -> None:
    results = KeptResults(tmp_path, "style")
    assert kept_texts(results, ["a"], lambda: texts) == texts
    assert kept_texts(results, ["a"], lambda: pytest.fail("made again")) == texts
    assert kept_texts(results, ["b"], lambda: ("other",)) == ("other",)


def test_what_cannot_be_parted_again_is_not_kept(tmp_path: Path) -> None:
    results = KeptResults(tmp_path, "style")
    assert kept_texts(results, "a", lambda: ("a\0b",)) == ("a\0b",)
    assert kept_texts(results, "a", lambda: ("anew",)) == ("anew",)
