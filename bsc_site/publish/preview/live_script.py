"""The live script: what the preview server adds to a page, so that it reloads itself and shows what is wrong."""

from __future__ import annotations

import json

from bsc_site.publish.preview.preview_state import State
from bsc_site.render.palette import ALARM_GROUND, ALARM_LETTERS

_STYLE = (
    "position:fixed;inset:auto 0 0 0;z-index:1000;max-height:60vh;overflow:auto;margin:0;padding:1rem;"
    f"background:{ALARM_GROUND};color:{ALARM_LETTERS};font:14px/1.5 ui-monospace,monospace;white-space:pre-wrap"
)
_SCRIPT = """<script>(() => {
  let version = VERSION;
  const show = (lines) => {
    document.getElementById("bsc-problems")?.remove();
    if (!lines.length) return;
    const box = document.createElement("pre");
    box.id = "bsc-problems";
    box.setAttribute("role", "alert");
    box.style.cssText = STYLE;
    box.textContent = "The last good site is shown. What to mend:\\n\\n" + lines.join("\\n");
    document.body.append(box);
  };
  const listen = async () => {
    for (;;) {
      try {
        const news = await (await fetch(NEWS + "?after=" + version)).json();
        if (news.version === version) continue;
        version = news.version;
        if (!news.problems.length) { location.reload(); return; }
        show(news.problems);
      } catch {
        await new Promise((done) => setTimeout(done, 1000));
      }
    }
  };
  show(PROBLEMS);
  listen();
})();</script>"""


def live_script(state: State, news: str) -> str:
    """The script for a page that shows `state`; `news` is the address where the next state is told.

    Problem lines hold what people typed; they are put in as text, never as markup.
    """
    values = {
        "VERSION": state.version,
        "STYLE": _STYLE,
        "NEWS": news,
        "PROBLEMS": list(state.problems),
    }
    script = _SCRIPT
    for name, value in values.items():
        script = script.replace(name, _javascript(value), 1)
    return script


def _javascript(value: object) -> str:
    """A literal that cannot end the script element."""
    return json.dumps(value).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
