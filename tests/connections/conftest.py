"""The databases, each started once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest

from tests.connections.databases import duckdb_file, postgres_binary, postgres_server, spark_session


@pytest.fixture(scope="session")
def duckdb_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a file of DuckDB with the orders."""
    with duckdb_file(tmp_path_factory.mktemp("duckdb")) as url:
        yield url


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """The address of a server of PostgreSQL with the orders."""
    if not postgres_binary("initdb"):
        pytest.skip("PostgreSQL is not installed; Debian, Ubuntu: apt-get install postgresql")
    with postgres_server() as url:
        yield url


@pytest.fixture(scope="session")
def spark_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of Spark with the orders."""
    if shutil.which("java") is None:
        pytest.skip("Java is not installed; Debian, Ubuntu: apt-get install default-jre-headless")
    with spark_session(tmp_path_factory.mktemp("spark")) as url:
        yield url
