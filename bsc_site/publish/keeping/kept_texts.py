"""Texts that follow from others, such as a style sheet from those that it lists, where they were made before."""

from __future__ import annotations

from collections.abc import Callable

from bsc_site.publish.keeping.kept_results import KeptResults
from bsc_site.publish.keeping.program_word import program_word
from bsc_site.render.matter.matter_word import word_of


def kept_texts(results: KeptResults, sources: object, make: Callable[[], tuple[str, ...]]) -> tuple[str, ...]:
    """What `make` makes of the `sources` alone; kept, or made and kept. Raises what it raises."""
    word = word_of(program_word(), sources)
    kept = results.found(word)
    if kept is not None:
        return tuple(kept.decode("utf-8", "surrogateescape").split("\0"))
    made = make()
    if not any("\0" in each for each in made):
        results.keep(word, "\0".join(made).encode("utf-8", "surrogateescape"))
    return made
