"""The live script: what the preview server adds to a page, so that it reloads itself and shows what is wrong."""

from __future__ import annotations

import json
from functools import cache
from html import escape
from pathlib import Path

from bsc_site.publish.preview.preview_state import State
from bsc_site.render.palette import ALARM_GROUND, ALARM_LETTERS
from bsc_site.wording.language import say


def live_script(state: State, news: str) -> str:
    """The script for a page that shows `state`; `news` is the address where the next state is told.

    Problem lines hold what people typed; they are attributes of the element, never a part of the script.
    """
    told = {
        "version": str(state.version),
        "news": news,
        "head": say("The last good site is shown. What to mend:"),
        "problems": json.dumps(list(state.problems)),
        "ground": ALARM_GROUND,
        "letters": ALARM_LETTERS,
    }
    attributes = " ".join(f'data-{name}="{escape(value)}"' for name, value in told.items())
    return f"<script {attributes}>{_script()}</script>"


@cache
def _script() -> str:
    return Path(__file__).with_name("live.js").read_text(encoding="utf-8")
