"""A reading that is kept says what the file says, and one of other bytes or of another kind says nothing of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bsc_site.publish.keeping import kept_readings
from bsc_site.publish.keeping.kept_readings import KeptReadings
from bsc_site.publish.keeping.kept_results import KeptResults
from bsc_site.publish.keeping.pack import opened_pack
from bsc_site.publish.link_check.file_reading import KINDS, read_file
from bsc_site.publish.link_check.reading import PageReading

FILES = {
    "page": b'<base href="a/"><p id="x\xed\xa0\x80">\xc3\xa9</p><a href="b.svg">b</a><img src="//other.example/a.png">',
    "drawing": b'<svg xmlns="http://www.w3.org/2000/svg"><image href="https://other.example/a.png"/></svg>',
    "style": b"a { background: url(//other.example/a.png) }",
    "script": b'import "https://other.example/a.js";',
}


def _read(folder: Path, kind: str, content: bytes) -> PageReading:
    """In a build of its own."""
    with KeptResults(folder, "reading") as results:
        return KeptReadings(results).read(kind, content)


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_what_reading_the_file_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    first = _read(tmp_path, kind, FILES[kind])
    monkeypatch.setattr(kept_readings, "read_file", lambda *_: pytest.fail("it was read again"))
    assert _read(tmp_path, kind, FILES[kind]) == first == read_file(kind, FILES[kind])
    assert first.foreign


def test_other_bytes_and_other_kinds_are_read(tmp_path: Path) -> None:
    readings = KeptReadings(KeptResults(tmp_path, "reading"))
    assert readings.read("page", b"<p id=a>").anchors == {"a"}
    assert readings.read("page", b"<p id=b>").anchors == {"b"}
    assert readings.read("script", b"<p id=a>").anchors == set()


def test_what_is_kept_in_another_form_is_read_again(tmp_path: Path) -> None:
    """A file of an earlier program under the same word cannot be, and would do no harm."""
    _read(tmp_path, "page", b"<p id=a>")
    (word,) = opened_pack(tmp_path / "reading.kept").places
    for form in (b"[]", b"{", b"[1, 2, 3, 4, 5]"):
        with KeptResults(tmp_path, "reading") as results:
            results.keep(word, form)
        assert _read(tmp_path, "page", b"<p id=a>").anchors == {"a"}
