"""The page that waits for the first site: how far it is, in the place of every page that is asked for."""

from __future__ import annotations

from html import escape

from bsc_site.publish.engine.policy_hook import policy_meta
from bsc_site.publish.preview.live_script import USUAL_STEPS, live_code, live_script, step_text
from bsc_site.publish.preview.preview_state import State
from bsc_site.wording.language import html_language, say


def waiting_page(state: State, address: str, news: str) -> str:
    """HTML that shows the steps of the build and becomes the page at `address` as soon as it is there."""
    head = say("The site is not built yet.") if state.problems else say("The site is being built.")
    parts = {
        "language": html_language(),
        "policy": policy_meta([live_code()]),
        "head": escape(head),
        "step": escape(step_text(state)),
        "number": str(len(state.steps)),
        "most": str(max(USUAL_STEPS, len(state.steps))),
        "script": live_script(state, address, news),
    }
    text = _PAGE
    for name, part in parts.items():
        text = text.replace(f"%{name}%", part)
    return text


_PAGE = """\
<!doctype html>
<html %language%>
<head>
<meta charset="utf-8">
%policy%
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>%head%</title>
<link rel="icon" href="data:,">
<noscript><meta http-equiv="refresh" content="2"></noscript>
<style>
:root { color-scheme: light dark; }
body { font: 1.05rem/1.5 system-ui, sans-serif; max-width: 36rem; margin: 12vh auto 2rem; padding: 0 1.5rem; }
h1 { font-size: 1.7rem; line-height: 1.2; }
progress { width: 100%; }
</style>
</head>
<body>
<main>
<h1>%head%</h1>
<progress id="bsc-step" max="%most%" value="%number%" aria-label="%head%"></progress>
<p id="bsc-doing" role="status">%step%</p>
</main>
%script%
</body>
</html>
"""
