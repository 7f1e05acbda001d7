"""The key at the foot of a page: every status of its scorecard as shape and word, where the page shows any."""

from __future__ import annotations

import re

from bsc_site.model.value_class import dataclass
from bsc_site.render.views.parts.page_parts import StatusMark

_SHOWN = re.compile(r'class="bsc-status bsc-([\w-]+)"')


@dataclass(frozen=True, slots=True)
class PageKey:
    """Everything that `_key.jinja` shows."""

    marks: tuple[StatusMark, ...]


def shapes_in(markdown: str) -> frozenset[str]:
    """The shapes of the statuses that a page shows."""
    return frozenset(_SHOWN.findall(markdown))
