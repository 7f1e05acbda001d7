"""What a rule is: a stable code for one thing that is checked."""

from __future__ import annotations

from bsc_site.model.problem import Counted, Severity
from bsc_site.model.value_class import dataclass


def sentence(text: str) -> str:
    """The text as it stands: it is said later, with its figures, and the mark tells the collector of sentences."""
    return text


def sentence_of_count(one: str, many: str) -> Counted:
    """The same for a sentence whose form depends on a figure, `{count}`."""
    return Counted(one, many)


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that is checked; the code never changes its meaning and is never given to another rule."""

    code: str
    severity: Severity
    title: str
    """What is wrong, as a short sentence without a full stop."""
    meaning: str
    """Why it matters, for someone who sees the code for the first time."""
    mend: str
    """How to make it go away."""
    source: str = ""
    """Where the rule comes from, when it is not plain logic."""
