"""A connection that does not answer: asked again, then the last figures with their day, and no secret anywhere."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from bsc_site.cli import cli
from bsc_site.load.connections import patience, series_of_sources
from bsc_site.load.connections.connections_file import declared_connections
from bsc_site.load.connections.patience import Asking
from bsc_site.load.readings.project_readings import load_readings
from bsc_site.load.scorecards.project_folder import load_project
from bsc_site.model.failure import PublishError
from bsc_site.outcomes import Order
from bsc_site.pipeline import examine
from bsc_site.wording.provenance.origin_lines import origin_lines
from tests.builders.project_folders import write
from tests.connections.orders import project

CANARY = "canary-7351"
DOWN = f"postgresql://{CANARY}-user:{CANARY}-word@127.0.0.1:1/{CANARY}-base"
AS_OF = "2025-12-31"


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(series_of_sources, "WAITS", (0.0, 0.0))


def _run(words: Sequence[str], url: str = "") -> tuple[int, str]:
    done = CliRunner().invoke(cli, words, env={"WAREHOUSE_URL": url or None}, catch_exceptions=True)
    raised = "" if done.exception is None else repr(done.exception)
    return done.exit_code, done.output + raised


def test_it_is_asked_again_with_longer_waits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(series_of_sources, "WAITS", patience.WAITS)
    waited: list[float] = []
    loaded = load_project(project(tmp_path))
    assert loaded.project is not None
    read = load_readings(tmp_path, loaded.project, asking=Asking({"WAREHOUSE_URL": DOWN}, sleep=waited.append))
    assert waited == [1.0, 4.0]
    assert {each.code for each in read.findings} == {"BSC416"}
    assert (
        "does not answer (OperationalError, asked 3 times), and there is no data/fetched/" in read.findings[0].message
    )


def test_what_gives_no_answer_in_time_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(series_of_sources, "opened_warehouse", lambda *_: __import__("time").sleep(5))
    loaded = load_project(project(tmp_path))
    assert loaded.project is not None
    patience = Asking({"WAREHOUSE_URL": DOWN}, sleep=lambda _: None, seconds=0.01)
    read = load_readings(tmp_path, loaded.project, asking=patience)
    assert "does not answer (TooSlowError, asked 3 times)" in read.findings[0].message


def test_the_last_figures_are_shown_with_their_day(tmp_path: Path) -> None:
    pytest.importorskip("psycopg")
    root = write(project(tmp_path), {"data/fetched/warehouse/revenue.csv": "period,value\n2025-01,7\n"})
    day = "2025-03-04T12:00:00Z"
    dated = os.environ | {"GIT_COMMITTER_DATE": day, "GIT_AUTHOR_DATE": day}
    for words in (["init", "-q"], ["add", "."], ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "x"]):
        subprocess.run(["git", *words], cwd=root, check=True, env=dated)  # noqa: S607
    found = examine(Order(root, date(2025, 12, 31), environment={"WAREHOUSE_URL": DOWN}))
    (told,) = [str(each) for each in found.problems if each.code == "BSC415"]
    assert "BSC415 warning kpis[0]" in told
    assert "the connection 'warehouse' does not answer (OperationalError" in told
    assert "the figures are those of 4 Mar 2025, as they stand in data/fetched/warehouse/revenue.csv" in told
    (origin,) = found.series["revenue"].origin.tables  # type: ignore[union-attr]  # it was read
    assert next(line.text for line in origin_lines(origin)) == (
        "asked of the connection warehouse; it did not answer, and the figures are those of 4 Mar 2025; "
        "the table orders"
    )
    strict = examine(Order(root, date(2025, 12, 31), strict=True, environment={"WAREHOUSE_URL": DOWN}))
    assert any(each.code == "BSC415" and each.severity == "error" for each in strict.problems)


def test_without_its_variable_the_fetched_files_are_read(tmp_path: Path) -> None:
    root = write(project(tmp_path), {"data/fetched/warehouse/revenue.csv": "period,value\n2025-01,7\n"})
    loaded = load_project(root)
    assert loaded.project is not None
    read = load_readings(root, loaded.project)
    assert [row.value for row in read.readings["revenue"].rows] == [7]
    assert read.readings.keys() == {"revenue"}
    told = next(each.message for each in read.findings)
    assert told == (
        "the connection 'warehouse' cannot be asked, for WAREHOUSE_URL is not set in the environment, and there is no "
        "data/fetched/warehouse/north.csv; run bsc-site fetch where it answers, and commit that file"
    )


@pytest.mark.parametrize("command", ["check", "build", "fetch", "explain"])
def test_no_secret_is_in_anything_that_is_said_or_written(command: str, tmp_path: Path) -> None:
    root = write(project(tmp_path), {"data/fetched/warehouse/revenue.csv": "period,value\n2025-01,7\n"})
    words = [command, "-C", str(root), "--as-of", AS_OF, *(["revenue"] if command == "explain" else [])]
    _, output = _run(words, DOWN)
    assert CANARY not in output
    written = [each for each in root.rglob("*") if each.is_file()]
    assert [each for each in written if CANARY in each.name or CANARY.encode() in each.read_bytes()] == []


def test_values_do_not_show_what_they_hold(tmp_path: Path) -> None:
    held = [Asking({"WAREHOUSE_URL": DOWN}), Order(tmp_path, date(2025, 1, 1), environment={"WAREHOUSE_URL": DOWN})]
    assert CANARY not in repr(held)
    assert issubclass(PublishError, Exception)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("w: {url: 'postgresql://me:canary-7351@db/sales'}", "1:5: BSC026 error w.url: a password stands in the url"),
        ("w: {url: 'snowflake://db?token=canary-7351'}", "1:5: BSC026 error w.url: a token stands in the url"),
        ("w: {url: '${W_URL}', password: canary-7351}", "BSC026 error w.password: unknown key 'password'"),
        ("w: {url: '${W_URL}', host: db}", "BSC025 error w.host: unknown key 'host' of a connection"),
        ("w: canary-7351", "1:1: BSC025 error w: 'w' is no connection; write `w: {url: ${W_URL}}`"),
        ("w: {}", "BSC025 error w: the connection 'w' has no url; write `url: ${W_URL}`"),
        ("a b: {url: '${W_URL}'}", "BSC025 error a b: a connection's name has letters, digits, - and _ alone"),
    ],
)
def test_a_file_of_connections_with_a_mistake_has_its_line(text: str, told: str, tmp_path: Path) -> None:
    root = write(tmp_path, {"scorecard/connections.yml": text + "\n"})
    (line,) = map(str, declared_connections(root).problems)
    assert told in line
    assert CANARY not in line


def test_a_password_that_is_a_variable_is_none_in_the_file(tmp_path: Path) -> None:
    url = "postgresql://me:${PG_WORD}@db:5432/sales"
    root = write(tmp_path, {"scorecard/connections.yml": f"w: {{url: '{url}'}}\n"})
    found = declared_connections(root)
    assert found.problems == ()
    assert found.known["w"].filled({"PG_WORD": "x"}) == "postgresql://me:x@db:5432/sales"
    assert found.known["w"].missing({}) == "PG_WORD"
