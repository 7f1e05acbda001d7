"""Letters on the map: what fits into a box."""

from __future__ import annotations

import time

from bsc_site.render.lettering import Style, wrapped


def test_a_text_of_ten_thousand_letters_is_cut_at_once() -> None:
    """One endless word, which is broken letter by letter."""
    before = time.process_time()
    lines = wrapped("x" * 10_000, 200, Style(14))
    assert (len(lines), lines[-1][-1], time.process_time() - before < 1) == (3, "…", True)
