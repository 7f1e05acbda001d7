"""A database that goes away between two answers, or in the midst of one: each figure is new or of its day."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from bsc_site.load.connections import series_of_sources
from bsc_site.load.connections.warehouse import answer_to
from tests.builders.program import Ran, called
from tests.builders.project_folders import files_of
from tests.connections.databases import postgres_binary, postgres_server
from tests.connections.orders import project

pytestmark = pytest.mark.slow
AS_OF = ("--as-of", "2025-12-31")
COUNT = 8
"""So many KPIs ask."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a server that may be stopped."""
    if not postgres_binary("initdb"):
        pytest.skip("PostgreSQL is not installed; Debian, Ubuntu: apt-get install postgresql")
    monkeypatch.setattr(series_of_sources, "WAITS", (0.0, 0.0))
    with suppress(AssertionError), postgres_server() as url:  # it cannot be stopped twice
        monkeypatch.setenv("WAREHOUSE_URL", url)
        yield url


def _fetched(root: Path, url: str) -> dict[str, bytes]:
    """The files of an earlier day, since when every figure has changed."""
    import psycopg  # noqa: PLC0415  # here alone

    assert called("fetch", "-C", project(root), *AS_OF).code == 0
    with psycopg.connect(url) as database:
        database.execute("update orders set price = price * 3, weight = weight * 3, quantity = quantity % 3 + 1")
        database.execute("insert into orders select id, customer || 'a', region, order_date, 1, 1, 1 from orders")
    return files_of(root / "data")


def _stop(url: str) -> None:
    """At once, whatever it is doing."""
    import psycopg  # noqa: PLC0415  # here alone

    with suppress(psycopg.OperationalError), psycopg.connect(url) as database:
        found = database.execute("select pg_read_file('postmaster.pid')").fetchone()
        assert found is not None
        os.kill(int(str(found[0]).split()[0]), signal.SIGQUIT)
        database.execute("select pg_sleep(20)")  # until it is gone


def _stops_before(number: int, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The server stops before so many answers are had."""
    asked, real = [0], answer_to

    def answer(*words: Any) -> Any:
        asked[0] += 1
        if asked[0] == number:
            _stop(url)
        return real(*words)

    monkeypatch.setattr(series_of_sources, "answer_to", answer)


def _stops_while_asked(number: int, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The server stops while it is at the answer: it waits for a table that somebody else has locked."""
    import psycopg  # noqa: PLC0415  # here alone

    asked, real = [0], answer_to

    def answer(*words: Any) -> Any:
        asked[0] += 1
        if asked[0] != number:
            return real(*words)
        other = psycopg.connect(url)
        other.execute("lock table orders in access exclusive mode")
        stopping = Thread(target=_stop_once_waited_for, args=(url,))
        stopping.start()
        try:
            return real(*words)
        finally:
            stopping.join()
            other.close()

    monkeypatch.setattr(series_of_sources, "answer_to", answer)


def _stop_once_waited_for(url: str) -> None:
    import psycopg  # noqa: PLC0415  # here alone

    waiting = "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
    with psycopg.connect(url, autocommit=True) as database:
        while database.execute(waiting).fetchone() == (0,):
            pass
    _stop(url)


WAYS = {"between two answers": _stops_before, "in the midst of one": _stops_while_asked}


def _said_without_trace(told: Ran) -> list[str]:
    assert "Traceback" not in told.out + told.err
    assert "BSC990" not in told.err
    assert "canary" not in told.out + told.err
    return told.lines


@pytest.mark.parametrize("number", [1, 4, 8])
@pytest.mark.parametrize("way", WAYS)
def test_fetch_writes_whole_files_keeps_the_others_and_says_which(
    way: str, number: int, server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No file is half of one; nothing lies beside them."""
    old = _fetched(tmp_path, server)
    WAYS[way](number, server, monkeypatch)
    told = called("fetch", "-C", tmp_path, *AS_OF)
    kept = [each for each in _said_without_trace(told) if "BSC416 error" in each]
    assert (told.code, len(kept)) == (1, COUNT + 1 - number), told.err
    assert all("asked 3 times" in each and "stands as it was" in each for each in kept)
    left = files_of(tmp_path / "data")
    assert left.keys() == old.keys()
    assert sum(left[name] == text for name, text in old.items()) == COUNT + 1 - number


@pytest.mark.parametrize("way", WAYS)
def test_a_build_shows_the_last_figures_of_those_that_got_no_answer(
    way: str, server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each is told with its file; without any file the site that stood stands."""
    old = _fetched(tmp_path, server)
    WAYS[way](4, server, monkeypatch)
    told = called("build", "-C", tmp_path, *AS_OF)
    assert (told.code, sum("BSC415 warning" in each for each in _said_without_trace(told))) == (0, 5), told.err
    before = files_of(tmp_path / "build" / "site")
    for name in old:
        (tmp_path / "data" / name).unlink()
    told = called("build", "-C", tmp_path, *AS_OF)
    assert (told.code, sum("BSC416 error" in each for each in _said_without_trace(told))) == (1, COUNT), told.err
    assert files_of(tmp_path / "build" / "site") == before
