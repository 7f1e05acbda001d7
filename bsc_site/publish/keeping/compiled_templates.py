"""The code of our templates, compiled once for all builds; it lies where Python keeps that of the program itself."""

from __future__ import annotations

import marshal
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

from bsc_site.publish.keeping.program_word import program_word
from bsc_site.render.pages import templates
from bsc_site.render.pages.templates import COMPILED

_SIZE = 20


@contextmanager
def compiled_templates() -> Iterator[None]:
    """Within the block no template of ours is compiled that an earlier build of this very program has compiled.

    Code is run, so it never comes from a project or its cache: only from the folder from which Python itself takes the
    compiled modules of the program. Whoever may write there may write the program. Templates of a project are not kept.
    """
    path = _place()
    if path is not None and not COMPILED.learnt:
        with suppress(OSError, ValueError, EOFError, TypeError):
            COMPILED.learn(_code_in(path.read_bytes()))
    try:
        yield
    finally:
        if path is not None and COMPILED.news and not sys.dont_write_bytecode:
            with suppress(OSError, ValueError):
                _write(path, marshal.dumps(COMPILED.told()))


def _place() -> Path | None:
    """The file; None where Python keeps no compiled modules."""
    source = templates.__file__
    with suppress(NotImplementedError, TypeError):
        return Path(cache_from_source(source)).with_suffix(".templates")
    return None


def _head() -> bytes:
    return bytes.fromhex(program_word())


def _code_in(content: bytes) -> Any:
    """What was written. ValueError for another program's, and for a damaged file, which is not even looked into."""
    head, digest, told = content[:_SIZE], content[_SIZE : 2 * _SIZE], content[2 * _SIZE :]
    if head != _head() or digest != blake2b(told, digest_size=_SIZE).digest():
        raise ValueError(head)
    return marshal.loads(told)  # noqa: S302  # as Python does it with the modules beside it


def _write(path: Path, told: bytes) -> None:
    """All of it in one step. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(_head() + blake2b(told, digest_size=_SIZE).digest() + told)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
