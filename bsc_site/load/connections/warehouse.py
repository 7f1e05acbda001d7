"""Warehouse: opens a connection through Ibis, and takes what comes back of it as plain values."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from bsc_site.load.installing import install_command
from bsc_site.model.saying.said import said
from bsc_site.model.sentences.asked import connection_sentences as told

_PATIENCE = 10
"""So many seconds a server may take to say that it is there."""


class MissingPackageError(Exception):
    """A connection needs what is not installed; the message says what to run."""


def opened_warehouse(name: str, url: str, root: Path) -> Any:
    """The backend of Ibis that an address leads to. Raises MissingPackageError, and whatever the driver raises."""
    try:
        import ibis  # noqa: PLC0415  # an optional dependency
    except ImportError:
        raise _missing(name, "Ibis", "bsc-site[warehouse]") from None
    parts = urlsplit(url)
    try:
        if parts.scheme in {"pyspark", "spark", "sc"}:
            return ibis.pyspark.connect(_spark(url))
        if parts.scheme == "duckdb":
            return ibis.duckdb.connect(root / f"{parts.netloc}{parts.path}", read_only=True)
        if parts.scheme in {"postgres", "postgresql"} and "connect_timeout" not in parts.query:
            url += f"{'&' if parts.query else '?'}connect_timeout={_PATIENCE}"
        return ibis.connect(url)
    except ImportError:
        raise _missing(name, said(told.DRIVER_OF, kind=parts.scheme), f"ibis-framework[{parts.scheme}]") from None


def _missing(name: str, package: str, requirement: str) -> MissingPackageError:
    command = install_command(requirement)
    return MissingPackageError(said(told.NEEDS_PACKAGE, name=name, package=package, command=command))


def _spark(url: str) -> Any:
    """The session of `pyspark://?spark.master=local[2]`, of `spark://host:7077` or of `sc://host` (Spark Connect)."""
    from pyspark.sql import SparkSession  # noqa: PLC0415  # an optional dependency

    parts = urlsplit(url)
    builder = SparkSession.builder.appName("bsc-site")
    if parts.scheme == "sc":
        return builder.remote(url).getOrCreate()
    if parts.scheme == "spark":
        builder = builder.master(f"spark://{parts.netloc}")
    for key, value in parse_qsl(parts.query):
        builder = builder.config(key, value)
    if parts.path.strip("/"):
        builder = builder.config("spark.sql.warehouse.dir", parts.path)
    return builder.getOrCreate()


def answer_to(backend: Any, question: Any) -> list[dict[str, Any]]:
    """The rows of an answer, each a value by its name."""
    rows: list[dict[str, Any]] = backend.to_pyarrow(question).to_pylist()
    return rows
