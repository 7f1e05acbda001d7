"""Answers: all queries of a project, asked side by side of one database that knows their files alone."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

from bsc_site.load.queries.answer import Answer, answer_of
from bsc_site.load.queries.engine import lock_in, opened, speaking
from bsc_site.load.queries.named_files import NamedFiles, named_files
from bsc_site.load.queries.own_tables import create_own_table
from bsc_site.load.queries.permitted import refuse_what_is_not_permitted
from bsc_site.load.queries.query_error import QueryError
from bsc_site.load.queries.statement import statement_of

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection as Connection


def answers_to(root: Path, texts: Iterable[str]) -> dict[str, Answer | QueryError]:
    """What each query gives, or what is wrong with it.

    Each runs in one thread, so that its sums are the same every time, and several at once as there are processors.
    """
    ready = {text: _prepared(root, text) for text in dict.fromkeys(texts)}
    failed = {text: each for text, each in ready.items() if isinstance(each, QueryError)}
    sound = {text: each for text, each in ready.items() if isinstance(each, NamedFiles)}
    if not sound:
        return {**failed}
    with opened() as database:
        failed |= _fill(database, root, sound)
        sound = {text: reads for text, reads in sound.items() if text not in failed}
        ways = [speaking(database) for _ in sound]
        lock_in(database, root, sorted({file for reads in sound.values() for file in reads.files}))
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            return {**failed, **dict(zip(sound, pool.map(_asked, ways, sound.values()), strict=True))}


def _fill(database: Connection, root: Path, reads: Mapping[str, NamedFiles]) -> dict[str, QueryError]:
    """Make the tables that this program reads itself; what is wrong with them by query."""
    failed: dict[str, QueryError] = {}
    known: set[str] = set()
    for text, each in reads.items():
        try:
            for own in each.own:
                create_own_table(database, root, own, text, known)
        except QueryError as error:
            failed[text] = error
    return failed


def _asked(database: Connection, reads: NamedFiles) -> Answer | QueryError:
    try:
        return answer_of(database, reads)
    except QueryError as error:
        return error


def files_of(root: Path, texts: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """The files of the project that each query reads, in their order; none where it cannot be asked at all."""
    ready = {text: _prepared(root, text) for text in dict.fromkeys(texts)}
    return {text: tuple(each.files) if isinstance(each, NamedFiles) else () for text, each in ready.items()}


def _prepared(root: Path, text: str) -> NamedFiles | QueryError:
    try:
        query = statement_of(text)
        refuse_what_is_not_permitted(query)
        return named_files(root, query)
    except QueryError as error:
        return error
