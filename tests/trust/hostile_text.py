"""Hostile text: markup, templates, addresses and signs that would end whatever they stand in."""

from __future__ import annotations

PARTS = (
    "<img src=x onerror=\"window.hostile='picture'\">",
    "\"><script>window.hostile='script'</script>",
    "' onmouseover=window.hostile='handler' x='",
    "</script></style></title></textarea><svg onload=window.hostile='drawing'>",
    "{{ 7*7 }} {% raw %} {# x #} ${window.hostile='template'}",
    "[x](javascript:window.hostile='link') ](y) ![z](javascript:1) [w]: javascript:1",
    "`code` ```fence``` --> <!-- ]]> <![CDATA[ &lt; &#x3c;b&#x3e; &amp;",
    "$$x$$ :smile: {: onclick=window.hostile='attribute' } ^[fn] | pipe \\ *a* _b_ ~~c~~",
    "@everyone #1 http://evil.example/x",
    "\u202egnp.exe\u202c \u2066x\u2069",
)
"""Whatever of it would run says so as `window.hostile`; each part would be another way in."""


def hostile(field: str) -> str:
    """A text for this field, by whose beginning it is known again."""
    return " ".join((field, *PARTS))


def forging(field: str) -> str:
    """A text that would be a formula, further lines of a calendar, a mention, an end of a table or of a comment."""
    lines = ("BEGIN:VEVENT", "SUMMARY:forged", "END:VEVENT", "::error::forged", "@everyone <@U1> <!channel>")
    text = "\r\n".join((f'=HYPERLINK("http://evil.example","{field}")', *lines))
    return f"{text} <!-- x --> | pipe | **b** [l](javascript:1) <script>x</script>\u202e\x85\u2028 ]]> {field}"
