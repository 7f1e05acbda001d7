"""A reading that is kept says what the file says, and one of other bytes or of another kind says nothing of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bsc_site.publish.keeping import kept_readings
from bsc_site.publish.keeping.kept_readings import SLOW, KeptReadings
from bsc_site.publish.keeping.kept_results import KeptResults
from bsc_site.publish.link_check.file_reading import KINDS, read_file
from bsc_site.publish.link_check.reading import PageReading

FILES = {
    "page": b'<base href="a/"><p id="x\xed\xa0\x80">\xc3\xa9</p><a href="b.svg">b</a><img src="//other.example/a.png">',
    "drawing": b'<svg xmlns="http://www.w3.org/2000/svg"><image href="https://other.example/a.png"/></svg>',
    "style": b"a { background: url(//other.example/a.png) }",
    "script": b'import "https://other.example/a.js";',
}


def _readings(folder: Path) -> KeptReadings:
    return KeptReadings(KeptResults(folder, "readings", most_unused=0))


def _read_all(folder: Path) -> dict[str, PageReading]:
    """What stands in all files; the readings are kept."""
    readings = _readings(folder)
    found = {kind: readings.read(kind, content) for kind, content in FILES.items()}
    readings.prune()
    return found


def test_it_is_what_reading_the_file_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = _read_all(tmp_path)
    read = list[str]()

    def noted(kind: str, content: bytes) -> PageReading:
        read.append(kind)
        return read_file(kind, content)

    monkeypatch.setattr(kept_readings, "read_file", noted)
    assert _read_all(tmp_path) == first == {kind: read_file(kind, FILES[kind]) for kind in KINDS}
    assert read == [kind for kind in KINDS if kind not in SLOW]
    assert all(each.foreign for each in first.values())


def test_all_readings_are_one_file_which_forgets_what_no_site_has_any_more(tmp_path: Path) -> None:
    _read_all(tmp_path)
    (file,) = tmp_path.iterdir()
    large = file.stat().st_size
    readings = _readings(tmp_path)
    readings.read("page", FILES["page"])
    readings.prune()
    assert list(tmp_path.iterdir()) == [file]
    assert file.stat().st_size < large


def test_other_bytes_and_other_kinds_are_read(tmp_path: Path) -> None:
    readings = _readings(tmp_path)
    assert readings.read("page", b"<p id=a>").anchors == {"a"}
    assert readings.read("page", b"<p id=b>").anchors == {"b"}
    assert readings.read("style", b"<p id=a>").anchors == set()


@pytest.mark.parametrize("form", [b"[]", b"{", b"null", b'{"%s": [1, 2, 3, 4, 5]}', b'{"%s": []}'])
def test_what_is_kept_in_another_form_is_read_again(tmp_path: Path, form: bytes) -> None:
    """A file of an earlier program under the same word cannot be, and would do no harm."""
    _read_all(tmp_path)
    (file,) = tmp_path.iterdir()
    results = KeptResults(tmp_path, "readings")
    names = json.loads(results.found(file.stem) or b"")
    whole = form.replace(b"%s", next(iter(names)).encode())
    results.keep(file.stem, whole)
    assert _read_all(tmp_path) == {kind: read_file(kind, FILES[kind]) for kind in KINDS}


def test_nothing_is_kept_where_nothing_may_be(tmp_path: Path) -> None:
    readings = KeptReadings(KeptResults(None, "readings"))
    assert readings.read("page", b"<p id=a>").anchors == {"a"}
    readings.prune()
    assert list(tmp_path.iterdir()) == []
