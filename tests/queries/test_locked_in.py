"""A query reads files of the project, and can do nothing else."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from bsc_site.load.queries import answer
from bsc_site.load.queries.engine import lock_in, opened
from tests.builders.project_folders import files_of, write
from tests.queries.projects import refused

OUTSIDE = "lies outside of the project folder; copy it into data/"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with a secret beside it, links that lead there, and a hidden file."""
    write(tmp_path, {"secret.csv": "a\n1\n", "project/data/a.csv": "a\n1\n", "project/.env": "a\n1\n"})
    (tmp_path / "project/data/link.csv").symlink_to(tmp_path / "secret.csv")
    (tmp_path / "project/data/folder").symlink_to(tmp_path)
    return tmp_path / "project"


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("../secret.csv", f"'secret.csv' {OUTSIDE}"),
        ("data/../../secret.csv", f"'secret.csv' {OUTSIDE}"),
        ("data/link.csv", f"'link.csv' {OUTSIDE}"),
        ("data/folder/secret.csv", f"'secret.csv' {OUTSIDE}"),
        ("data/l*.csv", f"'link.csv' {OUTSIDE}"),
        ("/etc/hosts.csv", f"'/etc/hosts.csv' {OUTSIDE}"),
        ("https://example.org/a.csv", f"'https://example.org/a.csv' {OUTSIDE}"),
        ("s3://bucket/a.parquet", f"'s3://bucket/a.parquet' {OUTSIDE}"),
        ("./.env", "'./.env' is a hidden file, and a query reads only files that are seen; name others"),
    ],
)
@pytest.mark.parametrize("form", ["select * from '{}'", "select * from read_csv('{}')", "from read_csv(['{}'])"])
def test_other_files_are_refused(root: Path, file: str, words: str, form: str) -> None:
    assert refused(root, form.format(file)).partition(" ")[2] == f"BSC302 {words}"


@pytest.mark.parametrize(
    "query",
    [
        "copy (select 1) to 'data/b.csv'",
        "attach 'b.db'",
        "install httpfs",
        "load httpfs",
        "pragma database_list",
        "set threads = 4",
        "create table t as select 1",
        "insert into t values (1)",
        "drop table t",
        "delete from t",
        "update t set a = 1",
        "export database 'data/b'",
        "call pragma_version()",
        "explain select 1",
        "select 1; drop table t",
        "describe select 1",
        "show tables",
        "summarize 'data/a.csv'",
        "",
        "-- nothing",
        "select ?",
        "select * from 'data/a.csv' using sample 1",
    ],
)
def test_whatever_is_no_select_is_refused(root: Path, query: str) -> None:
    before = files_of(root)
    assert refused(root, query).split()[1] == "BSC412"
    assert files_of(root) == before


@pytest.mark.parametrize(
    "asked",
    [
        "read_text('data/a.csv')",
        "read_blob('data/a.csv')",
        "glob('*')",
        "duckdb_settings()",
        "duckdb_secrets()",
        "query('select 1')",
        "query_table('a')",
        "read_csv('data/' || 'a.csv')",
        "information_schema.tables",
        "pg_catalog.pg_class",
    ],
)
def test_only_readers_of_files_can_be_selected_from(root: Path, asked: str) -> None:
    assert refused(root, f"from {asked}").split()[:2] == ["5", "BSC412"]


@pytest.mark.parametrize(
    "call",
    ["now()", "today()", "current_date", "current_timestamp", "random()", "uuid()", "age(date '2024-01-01')", "user"],
)
def test_what_changes_by_itself_is_refused(root: Path, call: str) -> None:
    assert refused(root, f"select {call}").split()[:2] == ["7", "BSC412"]


def test_the_database_itself_is_locked_even_for_what_the_reading_of_the_query_lets_pass(root: Path) -> None:
    reasons = []
    with opened() as database:
        lock_in(database, root, ["data/a.csv"])
        assert database.execute(f"from '{root}/data/a.csv'").fetchall() == [(1,)]
        for query in (
            f"from '{root}/data/link.csv'",
            f"from read_text('{root}/.env')",
            f"from '{root.parent}/secret.csv'",
            "select * from read_text('/etc/hosts')",
            f"copy (select 1) to '{root}/data/b.csv'",
            "install httpfs",
            "load httpfs",
            f"attach '{root}/b.db'",
            "set enable_external_access = true",
            "set allowed_directories = ['/']",
            "select * from 'https://example.org/a.csv'",
        ):
            with pytest.raises(duckdb.Error) as refusal:
                database.execute(query).fetchall()
            reasons.append(type(refusal.value).__name__)
    assert set(reasons) <= {"PermissionException", "InvalidInputException", "CatalogException", "BinderException"}
    assert not (root / "data/b.csv").exists()


def test_a_query_that_takes_too_long_is_stopped(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answer, "SECONDS", 0.2)
    endless = "select count(*) as n from range(100000000) a, range(100000) b"
    assert refused(root, endless).startswith("0 BSC414 the query took longer than 0.2 seconds and was stopped")


def test_a_query_with_too_many_rows_is_refused(root: Path) -> None:
    assert refused(root, "select * from range(200001)").startswith("0 BSC414 the query gives more than 200,000 rows")


def test_a_query_that_needs_too_much_memory_is_refused(root: Path) -> None:
    many = "select list(r) as l from (select range + x as r from range(40000000), unnest([1, 2, 3]) as t(x))"
    assert refused(root, many).startswith("0 BSC414 the query needs more memory than the 768 MB that it may use")
