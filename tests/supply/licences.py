"""The licences of all packages that come with bsc-site, from their own metadata.

`python -m tests.supply.licences` writes docs/reference/licences.md anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import NamedTuple

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "licences.md"
EXTRAS = ("all", "properdocs", "warehouse", "spark")
"""What users may ask for; what works on bsc-site itself is not handed on to anybody."""
_EVERYWHERE = {"python_version": "3.11", "sys_platform": "linux", "platform_system": "Linux", "extra": ""}

_FREE = (
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "HPND",
    "ISC",
    "MIT",
    "MIT-CMU",
    "PSF-2.0",
    "Zlib",
)
ALLOWED = frozenset({*_FREE, "MPL-2.0", "LGPL-3.0-only"})
"""Licences under which somebody may use and hand on what is beside a program of any kind.

MPL and LGPL ask that changes of their own files stay open; nothing of them is changed or copied into bsc-site.
"""

KNOWN = {
    "Apache License, Version 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache 2.0": "Apache-2.0",
    "Apache-2.0 license": "Apache-2.0",
    "http://www.apache.org/licenses/LICENSE-2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "BSD 3-Clause License": "BSD-3-Clause",
    "Dual License": "Apache-2.0 OR BSD-3-Clause",
    "GNU Lesser General Public License v3 (LGPLv3)": "LGPL-3.0-only",
    "LGPL-3.0": "LGPL-3.0-only",
    "MIT License": "MIT",
    "The MIT License (MIT)": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
"""What packages write in words of their own, as SPDX has it."""


class Licensed(NamedTuple):
    """A package, what it says of its licence, and the expression that this stands for; empty where nobody knows."""

    name: str
    says: str
    expression: str


def licensed() -> list[Licensed]:
    """Every package that comes with bsc-site or one of its extras, by name."""
    found: dict[str, Distribution] = {}
    waiting = [("bsc-site", frozenset(EXTRAS))]
    while waiting:
        name, extras = waiting.pop()
        try:
            here = distribution(name)
        except PackageNotFoundError:
            continue
        seen = canonicalize_name(name) in found and not extras
        found[canonicalize_name(name)] = here
        waiting += [] if seen else _asked_by(here, extras)
    return [_licence_of(name, each) for name, each in sorted(found.items()) if name != "bsc-site"]


def _asked_by(package: Distribution, extras: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    for text in package.requires or ():
        wanted = Requirement(text)
        marker = wanted.marker
        if marker is None or any(marker.evaluate({**_EVERYWHERE, "extra": each}) for each in (*extras, "")):
            yield wanted.name, frozenset(wanted.extras)


def _licence_of(name: str, package: Distribution) -> Licensed:
    told = package.metadata
    classified = [each.split(" :: ")[-1] for each in told.get_all("Classifier") or () if each.startswith("License ::")]
    one_line = [line for text in told.get_all("License") or () for line in text.strip().splitlines()[:1]]
    says = [each for each in (*(told.get_all("License-Expression") or ()), *one_line, *classified) if each]
    expressions = (KNOWN.get(each, each) for each in says)
    sound = [each for each in expressions if parts_of(each) and parts_of(each) <= ALLOWED | set(KNOWN.values())]
    return Licensed(name, says[0] if says else "", sound[0] if sound else "")


def parts_of(expression: str) -> frozenset[str]:
    """The licences that an SPDX expression names, without what it says of their relation."""
    words = re.split(r"\s+(?:AND|OR)\s+", expression.replace("(", " ").replace(")", " ").strip())
    return frozenset(each.split(" WITH ")[0].strip() for each in words)


def page() -> str:
    """The text of the page."""
    rows = "".join(f"| {each.name} | {each.expression} |\n" for each in licensed())
    extras, allowed = ", ".join(f"`{each}`" for each in EXTRAS), ", ".join(sorted(ALLOWED))
    return f"""\
# Licences of what comes along

bsc-site itself is under the MIT licence. These packages come with it or with one of its extras ({extras}),
each under its own licence, as its metadata names it. A test fails where one is under another licence than these:
{allowed}.

MPL and LGPL ask that changes of their own files stay open. Nothing of these packages is changed, or copied into
bsc-site or into a site.

A built site holds the theme, with its icons, from `mkdocs-material` (MIT), and what brings charts to life, made of Vega
(BSD-3-Clause).

| package | licence |
|---|---|
{rows}"""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
