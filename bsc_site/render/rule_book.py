"""The book of rules: a Markdown page with every rule by family, its code the heading and so the anchor."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bsc_site.model.rules import OF_JUDGEMENT, RULES, Rule

FAMILIES = {
    "0": "The YAML file",
    "1": "References and declared values",
    "2": "Balance of the scorecard",
    "3": "Data",
    "4": "Formulas and rolled-up figures",
    "5": "Templates, own pages and settings",
    "6": "Other formats",
    "9": "The machine",
}
"""First digit of the code to what its rules are about."""
HEAD = """\
# Rules

Everything that `bsc-site check` and `bsc-site build` may find, by its code. An **error** keeps the site from being
published, a **warning** does so under `--strict`, a **note** never does. A code keeps its meaning for good.
`bsc-site explain CODE` prints the same in the terminal.

Rules about the balance of the scorecard, and about what is plausible, can be silenced where they do not apply, with a
reason, at the element or in its scorecard: `ignore: [{rule: BSC204, because: "..."}]`.
"""
_CODE = re.compile(r"(`[^`]*`)")
_SIGNS = re.compile(r"[\\*_\[\]{}#|]")


def rule_book(rules: Iterable[Rule] = tuple(RULES.values())) -> str:
    """The page as Markdown; each rule's address on it is its code in small letters, `#bsc012`."""
    ordered = sorted(rules, key=lambda rule: rule.code)
    chapters = []
    for digit, name in FAMILIES.items():
        sections = [_section(rule) for rule in ordered if rule.code.removeprefix("BSC").startswith(digit)]
        if sections:
            chapters.append("\n".join([f"## {name}\n", *sections]))
    return "\n".join([HEAD, *chapters])


def _section(rule: Rule) -> str:
    lines = [
        f"### {rule.code}",
        f"**{_inert(rule.title)}** ({rule.severity.value})",
        _inert(rule.meaning),
        f"*How to mend it:* {_inert(rule.mend)}",
    ]
    if rule in OF_JUDGEMENT:
        lines.append("*It can be silenced* with a reason.")
    if rule.source:
        lines.append(f"*Source:* {_inert(rule.source)}")
    return "\n\n".join(lines) + "\n"


def _inert(text: str) -> str:
    """The text with every sign of Markdown and HTML as itself, code between backticks left as code."""
    parts = _CODE.split(text)
    return "".join(part if part.startswith("`") else _escaped(part) for part in parts)


def _escaped(text: str) -> str:
    return _SIGNS.sub(r"\\\g<0>", text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
