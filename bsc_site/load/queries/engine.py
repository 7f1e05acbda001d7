"""Engine: DuckDB in this process, locked in before it sees a query."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from bsc_site.load.passing_folder import passing_folder

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection as Connection

MEGABYTES = 768
"""So much memory may a query use; beyond it writes to a temporary folder, and then it is stopped."""
_SPILLED = "8GB"
_ALONE: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1,  # sums of floating point numbers depend on their order, which several threads leave to chance
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "allow_persistent_secrets": "false",
    "python_enable_replacements": "false",  # a name in a query is never a variable of this program
}


@lru_cache(maxsize=1)
def parser() -> Connection:
    """An empty database that takes queries apart, and looks which files a pattern means."""
    return _empty()


@contextmanager
def opened() -> Iterator[Connection]:
    """An empty database with one thread, its own memory and its own folder for what does not fit there."""
    with passing_folder() as folder:
        database = _empty()
        database.execute(f"set temp_directory = {quoted(str(folder))}").fetchall()
        database.execute(f"set max_temp_directory_size = '{_SPILLED}'").fetchall()
        try:
            yield database
        finally:
            database.close()


def speaking(database: Connection) -> Connection:
    """A way to ask the database, with the places of mistakes in its errors and the day as it is in no place."""
    asked = database.cursor()
    for setting in ("TimeZone = 'UTC'", "errors_as_json = true"):
        asked.execute(f"set {setting}").fetchall()
    return asked


def lock_in(database: Connection, root: Path, files: Iterable[str]) -> None:
    """From now on the database reads these files of the project, writes nothing, and changes no setting."""
    allowed = ", ".join(quoted(str(root.resolve() / each)) for each in files)
    for setting in (
        f"allowed_paths = [{allowed}]",
        f"memory_limit = '{MEGABYTES}MB'",
        "enable_external_access = false",
        "lock_configuration = true",
    ):
        database.execute(f"set {setting}").fetchall()


def quoted(text: str) -> str:
    """A text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"


def identifier(name: str) -> str:
    """A name as SQL writes it."""
    return '"' + name.replace('"', '""') + '"'


def _empty() -> Connection:
    import duckdb  # noqa: PLC0415  # only projects with queries wait for it

    return duckdb.connect(":memory:", config=_ALONE)
