"""The live script: what the preview server adds to a page, so that it reloads itself and tells how it stands."""

from __future__ import annotations

import json
from functools import cache
from html import escape
from pathlib import Path

from bsc_site.publish.preview.preview_state import State
from bsc_site.render.palette import ALARM_GROUND, ALARM_LETTERS, BADGE_GROUND, BADGE_LETTERS
from bsc_site.wording.language import say

USUAL_STEPS = 7
"""Those of a build from nothing; one that finds results of earlier ones has fewer."""


def page_news(state: State, address: str) -> dict[str, object]:
    """What the page at this address is told: when it came, problem lines, and in a sentence what is being built."""
    told = {"news": state.news, "version": state.page(address), "problems": list(state.problems)}
    return {**told, "step": len(state.steps), "doing": _doing(state, ahead=address in state.ahead)}


def live_script(state: State, address: str, news: str) -> str:
    """The script for the page at `address`; `news` is the address where the next state is told.

    Problem lines hold what people typed; they are attributes of the element, never a part of the script. Whoever runs
    no scripts reads that the page may be old.
    """
    told = {
        "now": json.dumps(page_news(state, address)),
        "address": address,
        "news": news,
        "head": say("The last good site is shown. What to mend:"),
        "ground": ALARM_GROUND,
        "letters": ALARM_LETTERS,
        "calm": BADGE_GROUND,
        "calm-letters": BADGE_LETTERS,
    }
    attributes = " ".join(f'data-{name}="{escape(value)}"' for name, value in told.items())
    return f"{_without_scripts(state, address)}<script {attributes}>{live_code()}</script>"


def step_text(state: State) -> str:
    """The step of the build that is under way: `Step 2 of 7: Computing`; empty where nothing is built."""
    if not state.steps:
        return ""
    number, most = len(state.steps), max(USUAL_STEPS, len(state.steps))
    return say("Step {number} of {count}: {step}", number=number, count=most, step=state.steps[-1])


def _doing(state: State, *, ahead: bool) -> str:
    step = step_text(state)
    if not step:
        return ""
    if not state.stands:
        return say("This page is ready; the rest of the site is being built. {step}", step=step) if ahead else step
    if ahead:
        return say("This page is new; the rest of the site is being built anew.")
    if state.site:
        return say("The site is being built anew. {step}", step=step)
    return say("This site was built before and is being built anew. {step}", step=step)


def _without_scripts(state: State, address: str) -> str:
    told = (*state.problems, _doing(state, ahead=address in state.ahead))
    lines = "".join(f"<p>{escape(each)}</p>" for each in told if each)
    again = escape(say("Load the page again to see what has changed."))
    return f"<noscript>{lines}<p>{again}</p></noscript>"


@cache
def live_code() -> str:
    """The code of the script."""
    return Path(__file__).with_name("live.js").read_text(encoding="utf-8")
