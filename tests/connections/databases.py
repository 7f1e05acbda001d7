"""Databases of these tests, each with the orders in it: DuckDB, PostgreSQL and Spark."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from tests.connections.orders import COLUMNS, TYPES, orders

_TABLE = f"create table orders ({', '.join(f'{name} {kind}' for name, kind in zip(COLUMNS, TYPES, strict=True))})"


@contextmanager
def duckdb_file(folder: Path) -> Iterator[str]:
    """A file of DuckDB; its address."""
    import duckdb  # noqa: PLC0415  # here alone

    file = folder / "warehouse.duckdb"
    with duckdb.connect(str(file)) as database:
        database.execute(_TABLE)
        database.executemany("insert into orders values (?, ?, ?, ?, ?, ?, ?)", [list(each) for each in orders()])
    yield f"duckdb://{file}"


@contextmanager
def postgres_server() -> Iterator[str]:
    """A server of PostgreSQL that lives as long as it is asked; its address, with a password."""
    import psycopg  # noqa: PLC0415  # here alone

    home = Path(mkdtemp(prefix="bsc-pg-", dir="/tmp"))  # sockets need a short path that others may enter
    secret = home / "secret"
    secret.write_text("canary-pg", encoding="utf-8")
    if os.geteuid() == 0:
        shutil.chown(home, "postgres")
        shutil.chown(secret, "postgres")
    port = _free_port()
    made = ["-D", str(home / "db"), "-U", "shop", "-A", "scram-sha-256", "--pwfile", str(secret), "-E", "UTF8"]
    _as_user([postgres_binary("initdb"), *made, "--no-sync", "--locale=C"])
    options = f"-p {port} -k {home} -c listen_addresses=127.0.0.1 -c fsync=off"
    control = [postgres_binary("pg_ctl"), "-D", str(home / "db"), "-l", str(home / "log")]
    _as_user([*control, "-o", options, "-w", "start"])
    url = f"postgresql://shop:canary-pg@127.0.0.1:{port}/postgres"
    try:
        with psycopg.connect(url) as database, database.cursor() as cursor:
            cursor.execute(_TABLE.encode())
            cursor.executemany(b"insert into orders values (%s, %s, %s, %s, %s, %s, %s)", orders())
        yield url
    finally:
        _as_user([*control, "-m", "immediate", "stop"])
        shutil.rmtree(home, ignore_errors=True)


def postgres_binary(name: str) -> str:
    """The path of a program of PostgreSQL, the newest where there are several; empty where it is not installed."""
    there = sorted(map(str, Path("/usr/lib/postgresql").glob(f"*/bin/{name}")), reverse=True)
    return next(iter(there), shutil.which(name) or "")


def _as_user(command: list[str]) -> None:
    """Run a command of PostgreSQL, which root may not."""
    before = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.geteuid() == 0 else []
    done = subprocess.run([*before, *command], capture_output=True, check=False, text=True, cwd="/tmp", timeout=120)  # noqa: S108
    assert done.returncode == 0, done.stderr


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


@contextmanager
def spark_session(folder: Path) -> Iterator[str]:
    """Spark in this process, on one thread; the address by which its session is found again."""
    from pyspark.sql import SparkSession  # noqa: PLC0415  # here alone

    quiet = {"spark.ui.enabled": "false", "spark.sql.shuffle.partitions": "2", "spark.driver.bindAddress": "127.0.0.1"}
    quiet |= {"spark.driver.host": "127.0.0.1", "spark.sql.warehouse.dir": str(folder), "spark.master": "local[1]"}
    builder = SparkSession.builder.appName("tests")
    for key, value in quiet.items():
        builder = builder.config(key, value)
    session: Any = builder.getOrCreate()
    kinds = [kind.replace("varchar(20)", "string").replace("double precision", "double") for kind in TYPES]
    schema = ", ".join(f"{name} {kind}" for name, kind in zip(COLUMNS, kinds, strict=True))
    session.createDataFrame(orders(), schema=schema).createOrReplaceTempView("orders")
    try:
        yield "pyspark://"
    finally:
        session.stop()
