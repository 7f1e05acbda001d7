"""The last build: what it was made from, what stands since, and what it said; kept beside its site."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from bsc_site.model.value_class import dataclass
from bsc_site.publish.repetition.signature import Asked, site_signature


@dataclass(frozen=True, slots=True)
class SaidOfABuild:
    """What a build printed: on standard error, and on standard output."""

    errors: tuple[str, ...]
    lines: tuple[str, ...]


def said_before(asked: Asked, made_from: str | None) -> SaidOfABuild | None:
    """What the last build of this site said, where one from the same input would make what stands; else None.

    `made_from` is the signature of the input now. A record that is damaged or cannot be read counts as none.
    """
    with suppress(OSError, ValueError, KeyError, TypeError):
        kept = json.loads(_record(asked.out).read_text(encoding="utf-8"))
        if made_from and kept["made_from"] == made_from and kept["site"] == site_signature(asked.out):
            return SaidOfABuild(_texts(kept["errors"]), _texts(kept["lines"]))
    return None


def keep(asked: Asked, made_from: str | None, said: SaidOfABuild) -> None:
    """Remember what was made from `made_from` and said; nothing is kept where that is unknown or cannot be written."""
    site = site_signature(asked.out)
    if made_from is None or site is None:
        return
    record = {"made_from": made_from, "site": site, "errors": said.errors, "lines": said.lines}
    with suppress(OSError):
        whole = _record(asked.out).with_suffix(".part")
        whole.write_text(json.dumps(record), encoding="utf-8")
        whole.replace(_record(asked.out))


def forget(asked: Asked) -> None:
    """Whatever was kept of this site holds no longer."""
    with suppress(OSError):
        _record(asked.out).unlink(missing_ok=True)


def _record(site: Path) -> Path:
    return site.with_name(f".{site.name}.last.json")


def _texts(told: object) -> tuple[str, ...]:
    if not isinstance(told, list) or not all(isinstance(each, str) for each in told):
        raise TypeError
    return tuple(told)
