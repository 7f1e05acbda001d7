"""Rows of KPIs in long pages and files, where they were made before from the same: one table for all of them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from hashlib import blake2b
from typing import Any

from markupsafe import Markup

from bsc_site.model.concluded.assessment import KpiAssessment
from bsc_site.publish.keeping.kept_results import KeptResults
from bsc_site.publish.keeping.program_word import program_word
from bsc_site.publish.keeping.words import Words
from bsc_site.render.matter.looked_at import looked_through
from bsc_site.render.text import own
from bsc_site.wording.language import DayText

_MARKUP, _DAY = 1, 2
"""The numbers under which markup and days are written."""
_FEW = 50
"""One in so many rows is made again sooner than all of them are written."""


def _told(value: object) -> object:
    """Markup stays markup, a day a day. TypeError for any other value that is neither a text nor a figure."""
    from msgspec.msgpack import Ext  # noqa: PLC0415  # only a build that keeps anything needs it

    if isinstance(value, Markup):
        return Ext(_MARKUP, value.encode())
    if isinstance(value, DayText):
        return Ext(_DAY, value.encode())
    raise TypeError(type(value))


def _typed(number: int, told: memoryview) -> Markup | DayText:
    text = bytes(told).decode()
    return own(text) if number == _MARKUP else DayText(text)


class KeptKpiRows:
    """Rows by the word of their KPI, of what is declared and of what stands beside: kept, or made and kept."""

    def __init__(self, results: KeptResults, words: Words) -> None:
        """Nothing is looked up yet."""
        self._results = results
        self._words = words
        self._before: dict[str, bytes] | None = None
        self._used: dict[str, bytes] = {}
        self._news = 0

    def row(self, what: str, found: KpiAssessment, beside: object, make: Callable[[], Any], /) -> Any:
        """The row of that name; made now for a KPI as it stood at another time."""
        from msgspec import msgpack  # noqa: PLC0415  # only a build that keeps anything needs it

        kpi = self._words.of(looked_through(found))
        if kpi is None:
            return make()
        word = blake2b(f"{what}\0{kpi}\0{beside!r}".encode("utf-8", "surrogatepass"), digest_size=20).hexdigest()
        known = self._used.get(word) or self._table().get(word)
        if known is not None:
            self._used[word] = known
            return msgpack.decode(known, ext_hook=_typed)
        made = make()
        with suppress(ValueError, OverflowError):  # of figures and texts that cannot be written
            self._used[word] = msgpack.encode(made, enc_hook=_told)
            self._news += 1
        return made

    def keep(self) -> None:
        """The rows that this build has asked for are kept, where they are much more than were."""
        from msgspec import msgpack  # noqa: PLC0415  # likewise

        if self._news * _FEW > len(self._used):
            self._results.keep(program_word(), msgpack.encode(self._used))

    def _table(self) -> dict[str, bytes]:
        if self._before is None:
            self._before = self._kept()
        return self._before

    def _kept(self) -> dict[str, bytes]:
        """What was kept; nothing where it is gone or damaged."""
        from msgspec import MsgspecError, msgpack  # noqa: PLC0415  # likewise

        content = self._results.found(program_word())
        if content is not None:
            with suppress(MsgspecError, ValueError):
                return msgpack.decode(content, type=dict[str, bytes])
        return {}
