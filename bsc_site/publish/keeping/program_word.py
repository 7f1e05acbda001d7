"""The word of the program: another one as soon as another program would make pages, on whatever machine."""

from __future__ import annotations

import sys
from functools import cache
from hashlib import blake2b

from bsc_site import __version__
from bsc_site.publish.manifest.makers import program_digest
from bsc_site.publish.repetition.signature import installed


@cache
def program_word() -> str:
    """Digits that stand for every file of this program, its templates, Python, and the versions of all installed."""
    told = (__version__, sys.version, program_digest(), *installed())
    return blake2b("\0".join(told).encode(), digest_size=20).hexdigest()
