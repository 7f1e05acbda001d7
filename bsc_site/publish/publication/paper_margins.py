"""The feet of pages, shown and printed: whose figures they are, of which day, and which page of how many."""

from __future__ import annotations

from datetime import date

from bsc_site.render.palette import PAPER_MARGIN
from bsc_site.render.text import own
from bsc_site.wording.figures import date_text
from bsc_site.wording.language import say

_STYLE = f"color: {PAPER_MARGIN}; font: 7.5pt sans-serif; vertical-align: top; padding-top: 3mm"
_PAGE, _PAGES = "\0", "\1"


def paper_margins(organisation: str, as_of: date) -> str:
    """Rules of a style sheet for the foot of each printed page; browsers that know no margin boxes pass over them.

    See https://www.w3.org/TR/css-page-3/#margin-boxes.
    """
    numbers = say("Page {page} of {pages}", page=_PAGE, pages=_PAGES)
    parts = [
        _text(part) for part in numbers.replace(_PAGE, f"\n{_PAGE}\n").replace(_PAGES, f"\n{_PAGES}\n").split("\n")
    ]
    day = say("Figures as of {day}", day=date_text(as_of))
    boxes = {"left": _text(organisation), "center": _text(day), "right": " ".join(filter(None, parts))}
    rules = "".join(f"@bottom-{place} {{ content: {text}; {_STYLE} }} " for place, text in boxes.items())
    return f"@media print {{ @page {{ {rules}}} }}\n"


def shown_foot(as_of: date) -> str:
    """The line of HTML at the foot of a shown page."""
    return say("Figures as of {day}", day=own(day_mark(as_of)))


def day_mark(as_of: date, *attributes: str) -> str:
    """The day as HTML from which a script tells the age of the page."""
    opening = " ".join((f'<time class="bsc-as-of" datetime="{as_of.isoformat()}"', *attributes))
    return f"{opening}>{date_text(as_of)}</time>"


def _text(text: str) -> str:
    """As a string of a style sheet, whatever is in it; the places of numbers as what counts them."""
    if text in {_PAGE, _PAGES}:
        return "counter(page)" if text == _PAGE else "counter(pages)"
    if not text:
        return ""
    plain = "".join(each if each.isalnum() or each in " .,-" else f"\\{ord(each):x} " for each in text)
    return f'"{plain}"'
